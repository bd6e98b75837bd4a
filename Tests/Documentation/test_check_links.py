import tempfile
import unittest
from pathlib import Path

import check_links


class Links(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.document = Path(self.folder.name) / "a.md"
        (Path(self.folder.name) / "b.md").write_text("# One, two: `three`\n## One\n## One\n```sh\n# no heading\n```\n")
        self.document.write_text("# Here\n")

    def broken(self, text):
        return [link for _, link, _ in check_links.broken_links(self.document, text)]

    def test_files_and_headings_that_are_there_pass(self):
        self.assertEqual(self.broken("[x](b.md) [y](b.md#one-two-three) [z](#here) ![p](b.md) [q](b.md#one-1)"), [])

    def test_files_and_headings_that_are_not_there_are_found(self):
        self.assertEqual(self.broken("[x](c.md) [y](b.md#four) [z](#there) [w](b.md#no-heading)"),
                         ["c.md", "b.md#four", "#there", "b.md#no-heading"])

    def test_code_and_addresses_are_left_alone(self):
        self.assertEqual(self.broken("`[x](c.md)` [y](https://example.org/c.md)\n```text\n[z](c.md)\n```\n"), [])

    def test_a_link_around_code_is_followed(self):
        self.assertEqual(self.broken("[`c`](c.md)"), ["c.md"])


class NamedFiles(unittest.TestCase):
    def test_short_forms_are_written_out(self):
        self.assertEqual(list(check_links.named_files("| `a.csv`, `-b`, `-c-d` | says `in_class` |")),
                         ["a.csv", "a-b.csv", "a-c-d.csv"])
        self.assertEqual(list(check_links.named_files("| `tables/v.tex`, `.md` | x |")), ["tables/v.tex", "tables/v.md"])

    def test_a_missing_file_is_found_in_tables_only(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a.csv").write_text("")
            text = "`z.csv`\n| `a.csv`, `-b` | x |\n| `*.csv` | x |\n| `*.svg` | x |\n"
            self.assertEqual([name for _, name in check_links.missing_files(text, [Path(folder)])], ["a-b.csv", "*.svg"])


if __name__ == "__main__":
    unittest.main()
