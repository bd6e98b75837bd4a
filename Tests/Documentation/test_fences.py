import unittest

import fences

TICKS = "```"


def commands(text):
    return [(command.text, command.reason) for command in fences.commands("x.md", text.replace("'''", TICKS))]


class Extraction(unittest.TestCase):
    def test_commands_come_in_order_from_all_shell_blocks_and_from_no_others(self):
        text = "'''sh\none\ntwo  # why\n'''\ntext\n'''yaml\nthree: 3\n'''\n'''sh\nfour\n'''\n"
        self.assertEqual(commands(text), [("one", None), ("two  # why", None), ("four", None)])

    def test_a_backslash_joins_lines(self):
        self.assertEqual(commands("'''sh\none \\\n  --two \\\n  --three\nfour\n'''\n"),
                         [("one \\\n  --two \\\n  --three", None), ("four", None)])

    def test_a_here_document_is_one_command_with_its_lines(self):
        self.assertEqual(commands("'''sh\ncat > a <<'END'\n# kept\n\nb\nEND\nc\n'''\n"),
                         [("cat > a <<'END'\n# kept\n\nb\nEND", None), ("c", None)])

    def test_comments_and_empty_lines_are_no_commands(self):
        self.assertEqual(commands("'''sh\n# what follows\n\none\n'''\n"), [("one", None)])

    def test_a_block_inside_a_list_loses_its_indentation(self):
        self.assertEqual(commands("1. do\n\n   '''sh\n   one\n   '''\n"), [("one", None)])

    def test_lines_are_those_of_the_document(self):
        found = fences.commands("x.md", f"a\n\n{TICKS}sh\n# c\none\n{TICKS}\n")
        self.assertEqual([command.line for command in found], [5])


class Markers(unittest.TestCase):
    def test_a_marker_holds_for_the_whole_next_block_only(self):
        text = "<!-- not run: too long -->\n'''sh\none\ntwo\n'''\n'''sh\nthree\n'''\n"
        self.assertEqual(commands(text), [("one", "too long"), ("two", "too long"), ("three", None)])

    def test_a_marker_may_name_the_beginning_of_a_command(self):
        text = "<!-- not run `two`: too long -->\n\n'''sh\none\ntwo 2\n'''\n"
        self.assertEqual(commands(text), [("one", None), ("two 2", "too long")])

    def test_several_markers_hold_together(self):
        text = "<!-- not run `one`: a -->\n<!-- not run `two`: b -->\n'''sh\none\ntwo\n'''\n"
        self.assertEqual(commands(text), [("one", "a"), ("two", "b")])

    def test_a_recorded_session_needs_a_reason(self):
        self.assertEqual(commands("<!-- not run: a record -->\n'''console\n$ one\n1\n'''\n"), [("$ one", "a record")])
        self.refuses("'''console\n$ one\n'''\n")

    def test_markers_that_say_nothing_or_stand_nowhere_are_refused(self):
        self.refuses("<!-- not run -->\n'''sh\none\n'''\n")
        self.refuses("<!-- not run: -->\n'''sh\none\n'''\n")
        self.refuses("<!-- not run: why -->\ntext\n'''sh\none\n'''\n")
        self.refuses("<!-- not run: why -->\n")
        self.refuses("<!-- not run: why -->\n'''yaml\na: 1\n'''\n")
        self.refuses("<!-- not run `three`: why -->\n'''sh\none\n'''\n")

    def test_blocks_without_a_language_or_an_end_are_refused(self):
        self.refuses("'''\none\n'''\n")
        self.refuses("'''sh\none\n")
        self.refuses("'''sh\ncat <<'END'\none\n'''\n")

    def refuses(self, text):
        with self.subTest(text), self.assertRaises(fences.DocumentError):
            commands(text)


class Printed(unittest.TestCase):
    def test_what_is_printed_belongs_to_the_command_before(self):
        text = f"{TICKS}sh\none\ntwo\n{TICKS}\n<!-- printed -->\n{TICKS}text\n  a\n...\n\nb\n{TICKS}\n"
        found = fences.commands("x.md", text)
        self.assertEqual([(command.text, command.printed) for command in found], [("one", []), ("two", ["a", "b"])])

    def test_it_needs_a_command_that_is_run_and_a_block_of_text(self):
        block = f"{TICKS}sh\none\n{TICKS}\n"
        for text in (
            f"<!-- printed -->\n{TICKS}text\na\n{TICKS}\n",
            f"<!-- not run: why -->\n{block}<!-- printed -->\n{TICKS}text\na\n{TICKS}\n",
            f"{block}<!-- printed -->\n{TICKS}yaml\na\n{TICKS}\n",
            f"{block}<!-- printed -->\n",
        ):
            with self.subTest(text), self.assertRaises(fences.DocumentError):
                fences.commands("x.md", text)


if __name__ == "__main__":
    unittest.main()
