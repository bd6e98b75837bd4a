"""What the drivers compute from times: run with `python3 -m unittest discover Benchmarks/tests`."""
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "driver"))

import agreement
import specification_study
import svg
import words
from contest import Comparison, Contest, Stored, Verdict, faster_than, hold, ratio_of
from fit import power_law
from paired import PairedRatio
from runners import Measurement


class PairedRatioTests(unittest.TestCase):
    def test_order_statistics_of_the_sign_test(self):
        # The tables of the sign test: 15 pairs leave out three on either side (96.5 %), 6 pairs none (96.9 %).
        self.assertEqual(PairedRatio.of(range(1, 16)), PairedRatio(8, 4, 12))
        self.assertEqual(PairedRatio.of(range(1, 7)), PairedRatio(3.5, 1, 6))

    def test_interval_holds_the_median_at_least_as_often_as_said(self):
        draw = random.Random(1)
        held = 0
        for _ in range(2000):
            ratio = PairedRatio.of([draw.lognormvariate(0, 0.5) for _ in range(15)])
            held += ratio.low <= 1 <= ratio.high
        self.assertGreater(held / 2000, 0.95)

    def test_one_disturbed_run_does_not_move_the_interval(self):
        quiet = [1 + 0.001 * place for place in range(15)]
        self.assertEqual(PairedRatio.of(quiet[:-1] + [9]), PairedRatio.of(quiet))


class PowerLawTests(unittest.TestCase):
    def test_exponent_over_the_range_that_a_line_fits(self):
        law = power_law([(1, 50), (10, 55), (100, 200), (1000, 2000), (10000, 20000)])
        self.assertAlmostEqual(law.exponent, 1)
        self.assertEqual((law.first, law.last), (100, 10000))

    def test_constant(self):
        self.assertAlmostEqual(power_law([(size, 26) for size in (1, 10, 100)]).exponent, 0)

    def test_none_where_three_points_bend(self):
        self.assertIsNone(power_law([(1, 1), (10, 10), (100, 1000)]))


class AgreementTests(unittest.TestCase):
    def test_numbers(self):
        self.assertIn("to the last bit", agreement.check("x", [1, 2], [1, 2], agreement.Numbers(0)))
        agreement.check("large numbers by their size", [1e9], [1e9 + 0.5], agreement.Numbers(1e-9))
        for first, second in (([1], [1.1]), ([1], [1, 1]), ([float("nan")], [1])):
            with self.assertRaises(agreement.Disagreement):
                agreement.check("x", first, second, agreement.Numbers(1e-3))

    def test_shares_by_their_monte_carlo_error(self):
        rule = agreement.Shares(10_000)
        agreement.check("x", [0.5], [0.51], rule)
        with self.assertRaises(agreement.Disagreement):
            agreement.check("x", [0.5], [0.55], rule)
        with self.assertRaises(agreement.Disagreement):
            agreement.check("hardly ever is not one in a hundred", [0.0], [0.01], rule)


class Fixed:
    """A runner with known times."""

    def __init__(self, name, seconds, answer=(1.0,), one_core=True):
        self.name, self.one_core, self._seconds, self._answer = name, one_core, list(seconds), answer

    def measure(self):
        seconds = self._seconds.pop(0)
        return Measurement(seconds, seconds, 10 * seconds, self._answer)


class ContestTests(unittest.TestCase):
    def hold(self, ours, theirs, **more):
        comparison = Comparison("x", "ours", "theirs", agreement.Numbers(1e-9), **more)
        return hold(Contest("s", (ours, theirs), (comparison,)), 3, lambda row: None)[0]

    def test_medians_peaks_ratio_and_targets(self):
        targets = (ratio_of(2), faster_than(2))
        row = self.hold(Fixed("ours", [1, 9, 2]), Fixed("theirs", [3, 4, 5]), targets=targets)
        self.assertEqual((row.seconds, row.other_seconds, row.ratio, row.megabytes), (2, 4, 2, 90))
        met, missed = row.verdicts
        self.assertEqual(met, Verdict("at least 2 times as fast", True, "2 times"))
        self.assertEqual(missed, Verdict("below 2 s", False, "2 s"))

    def test_stops_when_answers_differ(self):
        with self.assertRaises(agreement.Disagreement):
            self.hold(Fixed("ours", [1, 1, 1]), Fixed("theirs", [1, 1, 1], answer=(2.0,)))

    def test_stored_times_are_marked(self):
        contest = Contest("s", (Fixed("ours", [1]),), (Comparison("x", "ours", Stored("R smaa", 1.84)),))
        row = hold(contest, 1, lambda row: None)[0]
        self.assertEqual((row.other, row.ratio), ("R smaa, stored, not from this run", 1.84))


class WritingTests(unittest.TestCase):
    def test_durations(self):
        found = [words.duration(seconds) for seconds in (1234, 2.5, 0.0314, 4.9e-5, 4.56e-8)]
        self.assertEqual(found, ["1,230 s", "2.5 s", "31.4 ms", "49 µs", "45.6 ns"])

    def test_coordinates_have_two_decimals_at_most(self):
        self.assertEqual([svg.number(value) for value in (1, 1.005, -0.001, 2.5)], ["1", "1", "0", "2.5"])

    def test_studies_grow_from_none_to_a_hundred_thousand(self):
        repository = Path(__file__).resolve().parent.parent.parent
        text = (repository / "studies/azerbaijan-kazakhstan.yaml").read_text()
        sizes = [size for size, _ in specification_study.studies(text)]
        self.assertEqual(sizes, [0, 90, 540, 2160, 5400, 25_920, 103_680])


if __name__ == "__main__":
    unittest.main()
