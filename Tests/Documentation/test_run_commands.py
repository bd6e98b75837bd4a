import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import fences
import run_commands


class Runs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.scratch = Path(folder.name) / "copy"
        self.scratch.mkdir()
        self.log = Path(folder.name) / "log"

    def failed(self, *texts):
        """The commands that fail, and what is printed about them."""
        part = [fences.Command("x.md", line, text) for line, text in enumerate(texts, start=1)]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            failed = run_commands.run("x.md", part, self.scratch, self.log)
        return [command.text for command in failed], printed.getvalue()

    def test_a_failing_command_is_told_with_its_place_and_words_and_the_next_ones_run(self):
        failed, printed = self.failed("true", "ls /nowhere/at/all", "touch after")
        self.assertEqual(failed, ["ls /nowhere/at/all"])
        self.assertIn("x.md:2", printed)
        self.assertIn("No such file", printed)
        self.assertTrue((self.scratch / "after").exists())

    def test_what_a_shell_remembers_is_there_for_the_next_command(self):
        failed, _ = self.failed("mkdir -p deep", "cd deep", "alias make='touch'", "make it", "cat it", "test -f ../deep/it")
        self.assertEqual(failed, [])
        self.assertTrue((self.scratch / "deep" / "it").exists())

    def test_a_missing_program_fails(self):
        self.assertEqual(self.failed("no-such-program-here")[0], ["no-such-program-here"])

    def test_what_bash_does_not_understand_fails(self):
        self.assertEqual(self.failed("echo 'open")[0], ["echo 'open"])

    def test_an_exit_leaves_the_rest_unrun_and_failed(self):
        self.assertEqual(self.failed("exit 0", "true")[0], ["exit 0", "true"])

    def test_lines_that_the_document_shows_must_be_printed_in_their_order(self):
        self.assertIsNone(run_commands.first_missing(["a", "c"], "  a \nb\nc\n"))
        self.assertEqual(run_commands.first_missing(["c", "a"], "a\nb\nc\n"), "a")
        self.assertEqual(run_commands.first_missing(["a"], "a b\n"), "a")
        command = fences.Command("x.md", 1, "echo one", printed=["two"])
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            self.assertEqual(run_commands.run("x.md", [command], self.scratch, self.log), [command])
        self.assertIn("prints: two", printed.getvalue())

    def test_nobody_is_asked(self):
        self.assertEqual(self.failed("read answer")[0], ["read answer"])


if __name__ == "__main__":
    unittest.main()
