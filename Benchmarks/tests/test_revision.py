"""Which kernels a revision's engine is built with; nothing is compiled here."""
import contextlib
import io
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "driver"))

import revision


class RevisionTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.repository = Path(folder.name)
        self._write("Benchmarks/Package.swift", "package")
        self._write("Benchmarks/Sources/kernel.swift", "then")
        self._git("init", "--quiet")
        self._git("add", ".")
        self._git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "-m", "then")
        self._write("Benchmarks/Sources/kernel.swift", "now")
        self.builds = []

    def _write(self, path, text):
        file = self.repository / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def _git(self, *words):
        subprocess.run(["git", "-C", self.repository, *words], check=True, capture_output=True)

    def _build(self, works):
        """Builds with a compiler that writes which kernels it was given, and takes only some."""

        def compiler(tree):
            kernels = (tree / "Benchmarks/Sources/kernel.swift").read_text()
            self.builds.append(kernels)
            (tree / revision.product).parent.mkdir(parents=True, exist_ok=True)
            (tree / revision.product).write_text(kernels)
            return subprocess.CompletedProcess([], 0 if kernels in works else 1, "", "")

        with mock.patch.object(revision, "_swift_build", compiler), contextlib.redirect_stderr(io.StringIO()):
            return revision.build("HEAD", self.repository)

    def test_todays_kernels_once(self):
        program, _, is_todays = self._build({"now", "then"})
        self.assertEqual((program.read_text(), is_todays), ("now", True))
        self._build({"now", "then"})
        self.assertEqual(self.builds, ["now"])

    def test_its_own_where_todays_do_not_build(self):
        program, _, is_todays = self._build({"then"})
        self.assertEqual((program.read_text(), is_todays), ("then", False))
        self.assertEqual(self.builds, ["now", "then"])
        self._build({"then"})
        self.assertEqual(len(self.builds), 2)

    def test_nothing_builds(self):
        with self.assertRaises(SystemExit) as stop:
            self._build(set())
        self.assertEqual(stop.exception.code, 1)

    def test_no_such_revision(self):
        with self.assertRaises(SystemExit) as stop, contextlib.redirect_stderr(io.StringIO()):
            revision.build("nothing-is-called-this", self.repository)
        self.assertEqual(stop.exception.code, 64)

    def test_no_work_tree_is_left(self):
        self._build({"now"})
        found = subprocess.run(
            ["git", "-C", self.repository, "worktree", "list"], check=True, capture_output=True, text=True
        )
        self.assertEqual(len(found.stdout.splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
