"""The checker of figures finds what it is there to find."""
import unittest

from figure_check import Figure, problems
from font_metrics import extent


def svg(body, width=88, height=50, role="img", words='<title id="f-title">T</title><desc id="f-desc">D</desc>'):
    points = [72 / 25.4 * side for side in (width, height)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {points[0]:.2f} {points[1]:.2f}" role="{role}" aria-labelledby="f-title f-desc">'
        f"{words}{body}</svg>").encode()


def text(words, x, y, size=7, more=""):
    return f'<text x="{x}" y="{y}" font-size="{size}" {more}>{words}</text>'


class FontMetrics(unittest.TestCase):
    def test_widths_of_helvetica(self):
        # Adobe's metrics of Helvetica: H 722, e 556, l 222, l 222, o 556 thousandths; bold H 722, e 556, l 278, o 611.
        self.assertAlmostEqual(extent("Hello", "Liberation Sans", 1000).width, 2278, delta=3)
        self.assertAlmostEqual(extent("Hello", "Liberation Sans", 1000, True).width, 2445, delta=3)

    def test_dejavu_is_wider(self):
        words = "Azerbaijan–Kazakhstan"
        self.assertGreater(
            extent(words, "DejaVu Sans", 7).width, 1.1 * extent(words, "Liberation Sans", 7).width)

    def test_ink_above_and_below_the_baseline(self):
        self.assertGreater(extent("g", "DejaVu Sans", 10).below, 1.5)
        self.assertAlmostEqual(extent("x", "DejaVu Sans", 10).below, 0, delta=0.2)
        self.assertAlmostEqual(extent("H", "Liberation Sans", 1000).above, 688, delta=30)

    def test_characters_that_the_fonts_lack(self):
        self.assertEqual(extent("中文", "Liberation Sans", 10).width, 20)
        self.assertEqual(extent("🦊", "DejaVu Sans", 10).width, 12.5)

    def test_marks_over_letters_take_no_room(self):
        self.assertEqual(extent("e\u0301\u0323", "DejaVu Sans", 10).width, extent("e", "DejaVu Sans", 10).width)


class BrokenFigures(unittest.TestCase):
    def assert_found(self, data, words, columns="one"):
        found = problems(data, columns)
        self.assertTrue(any(words in problem for problem in found), found)

    def test_a_sound_figure(self):
        body = text("Rank", 10, 20) + text("Score", 10, 29) + text("9", 240, 20, more='text-anchor="end"')
        self.assertEqual(problems(svg(body), "one"), [])

    def test_text_that_leaves_the_canvas(self):
        self.assert_found(svg(text("Kazakhstan", 230, 20)), "leaves the canvas")
        self.assert_found(svg(text("Kazakhstan", 10, 4)), "leaves the canvas")
        self.assert_found(svg(text("Kyrgyz", 10, 141)), "leaves the canvas")
        self.assert_found(svg(text("Kazakhstan", 10, 20, more='text-anchor="end"')), "leaves the canvas")

    def test_text_that_fits_in_one_font_only(self):
        words = "Kazakhstan–Kyrgyzstan and Uzbekistan–Turkmenistan"
        middle = (extent(words, "Liberation Sans", 7).width + extent(words, "DejaVu Sans", 7).width) / 2
        found = problems(svg(text(words, 249.4 - middle, 20)), "one")
        self.assertEqual([problem.partition(":")[0] for problem in found], ["DejaVu Sans"])

    def test_bold_text_is_measured_as_bold(self):
        words = "Kazakhstan–Kyrgyzstan"
        place = 249.4 - extent(words, "DejaVu Sans", 7).width
        self.assertEqual(problems(svg(text(words, f"{place:.2f}", 20)), "one"), [])
        self.assert_found(svg(text(words, place, 20, more='font-weight="bold"')), "leaves the canvas")

    def test_rotated_text(self):
        turned = 'transform="rotate(-90 20 {0})"'
        self.assertEqual(problems(svg(text("Rank in the class", 20, 100, more=turned.format(100))), "one"), [])
        self.assert_found(svg(text("Rank in the class", 20, 40, more=turned.format(40))), "leaves the canvas")
        box = Figure(svg(text("Rank", 20, 100, more=turned.format(100)))).boxes("Liberation Sans")[0]
        self.assertAlmostEqual(box.bottom, 100, places=2)
        self.assertAlmostEqual(box.top, 100 - extent("Rank", "Liberation Sans", 7).width, places=2)

    def test_texts_that_overlap(self):
        self.assert_found(svg(text("Armenia", 10, 20) + text("Azerbaijan", 30, 20)), "overlaps 'Armenia'")
        self.assert_found(svg(text("Kyrgyzstan", 10, 20) + text("Uzbekistan", 10, 25)), "overlaps 'Kyrgyzstan'")

    def test_text_that_is_too_small(self):
        self.assert_found(svg(text("Rank", 10, 20, size=5.9)), "5.90 pt")

    def test_text_that_is_scaled_down(self):
        data = svg(text("Rank", 10, 20, size=8)).replace(b'viewBox="0 0 249.45', b'viewBox="0 0 510.24')
        self.assert_found(data, "3.91 pt")

    def test_sizes(self):
        self.assert_found(svg("", width=180), "180.0 mm wide, not 88.0 mm")
        self.assert_found(svg("", width=88), "88.0 mm wide, not 180.0 mm", columns="two")
        self.assert_found(svg("", width=181), "181.0 mm wide", columns="two")
        self.assert_found(svg("", height=240.5), "240.5 mm tall")

    def test_words_for_screen_readers(self):
        self.assert_found(svg("", role="none"), "the role is not img")
        self.assert_found(svg("", words='<title id="f-title">T</title><desc id="f-desc"> </desc>'), "no desc")
        self.assert_found(svg("", words='<desc id="f-desc">D</desc>'), "no title")

    def test_what_it_cannot_read_is_an_error(self):
        with self.assertRaises(ValueError):
            problems(svg(text("Rank", 10, 20, more='transform="scale(0.5)"')), "one")
        with self.assertRaises(ValueError):
            problems(svg('<text x="1" y="9" font-size="7">Ra<tspan>nk</tspan></text>'), "one")


if __name__ == "__main__":
    unittest.main()
