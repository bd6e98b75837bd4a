"""Opens reports in headless Chromium without a network and uses them as a reader does.

    check_report.py DYADSCORE REPORT...

Checked of every report, and of one whose states and title are hostile, made here with the command: it renders from
file:// without errors and without a request, sorts, filters, opens a pair's page by keyboard, survives a reload, has no
sideways scroll at 360 px, works without scripts, prints, and has no violations of WCAG 2.2 A or AA that axe-core finds;
of the last, also in dark colours, and that the page's policy stops requests and scripts from elsewhere.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NARROW = {"width": 360, "height": 740}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOSTILE = '<script>window.broken = 1</script> & "so" \'on\' </style><img src=x onerror="window.broken = 2">'


def require(condition, message):
    if not condition:
        raise AssertionError(message)


class Reader:
    """A browser page that remembers every request and everything that went wrong."""

    def __init__(self, browser, path, **options):
        self.address = path.resolve().as_uri()
        self.context = browser.new_context(offline=True, **options)
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.requests, self.errors = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.goto(self.address)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                require(not self.errors, f"errors in the page: {self.errors}")
                others = [url for url in self.requests if url.split("#")[0] != self.address]
                require(not others, f"requests: {others}")
        finally:
            self.context.close()

    def evaluate(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def visible(self, selector):
        return self.page.locator(selector).locator("visible=true").count()

    def audit(self, what):
        """What is not shown is left out, which saves minutes and changes nothing: axe-core passes over it."""
        if not self.evaluate("'axe' in window"):
            self.evaluate(AXE)
        found = self.evaluate(
            "rules => axe.run({exclude: ['.pair:not(.open)']}, {runOnly: rules, resultTypes: ['violations']})", RULES)
        require(found["passes"], f"axe-core checked nothing in {what}")
        wrong = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]
        require(not wrong, f"axe-core in {what}: " + "; ".join(wrong))

    def fits(self, what):
        wide = self.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
        require(wide[0] <= wide[1], f"{what} scrolls sideways: {wide[0]} px in {wide[1]}")


AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()

COLUMN = """column => [...document.querySelectorAll('#ranking-table tbody tr')].filter(row => !row.hidden).map(row => {
    const cell = row.cells[column];
    return cell.dataset.key === undefined ? cell.textContent : cell.dataset.key;
})"""


def check_sorting(reader):
    headings = reader.page.locator("#ranking-table thead th")
    for column in range(headings.count()):
        heading = headings.nth(column)
        first = heading.get_attribute("data-first")
        second = {"ascending": "descending", "descending": "ascending"}[first]
        for direction in (first, second) if column < 3 else (first,):
            heading.locator("button").focus()
            reader.page.keyboard.press("Enter")
            name = heading.inner_text()
            require(heading.get_attribute("aria-sort") == direction, f"{name}: not announced as {direction}")
            keys = reader.evaluate(COLUMN, column)
            known = [key for key in keys if key != ""]
            require(keys[: len(known)] == known, f"{name}: missing values are not last")
            if "number" in (heading.get_attribute("class") or ""):
                values = [float(key) for key in known]
                require(values == sorted(values, reverse=direction == "descending"), f"{name}: not {direction}")
    require(reader.page.locator("[aria-sort]").count() == 1, "one column at a time is sorted")
    headings.nth(0).locator("button").press("Enter")


def check_filters(reader):
    rows = "#ranking-table tbody tr"
    total = reader.visible(rows)
    require(total > 2, "the ranking has no rows")
    name = reader.page.locator(f"{rows} th a").first.inner_text()
    code = reader.page.locator(rows).first.get_attribute("id")[4:]
    for text in (name, code.lower()):
        reader.page.fill("#filter-text", text)
        require(reader.visible(rows) == 1, f"the filter {text!r} leaves {reader.visible(rows)} rows")
    require(reader.page.inner_text("#filter-count").startswith("1 of"), "the number of rows is not told")
    reader.page.fill("#filter-text", "no pair has this name")
    require(reader.visible(rows) == 0, "a filter that fits nothing leaves rows")
    reader.page.fill("#filter-text", "")
    reader.page.select_option("#filter-state", code[:3])
    states = reader.evaluate(
        f"[...document.querySelectorAll('{rows}')].filter(row => !row.hidden).map(row => row.dataset.states)")
    require(states and len(states) < total and all(code[:3] in item for item in states), "the filter by state is wrong")
    reader.page.select_option("#filter-state", "")
    outside = reader.page.locator(f"{rows}[data-class=out]").count()
    require(bool(outside) == bool(reader.page.locator("#filter-class").count()), "a choice of pairs where there is none")
    if outside:
        for kind, count in (("in", total - outside), ("out", outside)):
            reader.page.select_option("#filter-class", kind)
            require(reader.visible(rows) == count, f"the filter {kind!r} leaves {reader.visible(rows)} of {count} rows")
        reader.page.select_option("#filter-class", "")
    require(reader.visible(rows) == total, "without filters some rows stay hidden")


def check_pages(reader):
    page = reader.page
    require(reader.visible("article.pair") == 0, "pages of pairs are shown unasked")
    link = page.locator("#ranking-table tbody th a").nth(1)
    target = link.get_attribute("href")[1:]
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.startsWith('#pair-')")

    def is_open(what):
        require(page.locator(f"#{target}").is_visible(), f"{what}: {target} is not shown")
        require(reader.visible("article.pair") == 1, f"{what}: more than one page is shown")
        require(not page.locator("#answer").is_visible(), f"{what}: the report is shown too")
        focused = reader.evaluate("document.activeElement.id")
        require(focused == f"{target}-heading", f"{what}: the focus is on {focused!r}")

    is_open("opened by keyboard")
    reader.audit("a pair's page")
    page.reload()
    is_open("after a reload")
    page.locator(f"#{target} .page-links a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash.startsWith('#row-')")
    require(page.locator("#answer").is_visible(), "the way back does not lead to the report")
    require(reader.visible("article.pair") == 0, "the page of the pair stays")
    focused = reader.evaluate("document.activeElement.getAttribute('href')")
    require(focused == f"#{target}", f"back in the ranking the focus is on {focused!r}")
    page.go_back()
    is_open("with the browser's way back")
    page.goto(reader.address + "#answer")


def check_skip_link(reader):
    reader.page.goto(reader.address)
    reader.page.keyboard.press("Tab")
    require(reader.evaluate("document.activeElement.className") == "skip", "the first stop is not the skip link")
    box = reader.page.locator(".skip").bounding_box()
    require(box["x"] >= 0, "the skip link is not seen when it has the focus")


def check_print(reader, pages):
    reader.page.emulate_media(media="print")
    for hidden in (".controls", "nav", ".skip"):
        require(reader.visible(hidden) == 0, f"{hidden} is printed")
    require(reader.visible("article.pair.printed") >= 1, "the page of the claim's pair is not printed")
    require(reader.visible("article.pair") < max(pages, 3), "every page of a pair is printed")
    reader.page.emulate_media(media="screen")
    paper = reader.page.pdf(format="A4")
    require(paper.startswith(b"%PDF-") and len(paper) > 20_000, "the report does not print")
    return paper


def check_policy(browser, path):
    """The page's own policy stops what its script never does."""
    with Reader(browser, path) as reader:
        stopped = reader.evaluate("""async () => {
            const stopped = [];
            document.addEventListener('securitypolicyviolation', event => stopped.push(event.effectiveDirective));
            await fetch('https://example.org/').catch(() => {});
            document.body.insertAdjacentHTML('beforeend', '<img src="https://example.org/x.png"><p style="color:red">');
            const script = document.createElement('script');
            script.textContent = 'window.broken = 3';
            document.body.append(script);
            await new Promise(done => setTimeout(done, 100));
            return stopped;
        }""")
        for directive in ("connect-src", "img-src", "script-src-elem", "style-src-attr"):
            require(directive in stopped, f"the policy does not stop {directive}: {stopped}")
        require(reader.evaluate("window.broken") is None, "a script from elsewhere ran")
        reader.errors.clear()
        reader.requests = [url for url in reader.requests if url.startswith("file:")]


def check(browser, path):
    """All of it in light; on a narrow screen, without scripts."""
    with Reader(browser, path, viewport={"width": 1400, "height": 900}) as reader:
        require(reader.page.locator("h1").count() == 1, "one h1")
        require(reader.evaluate("document.scripts.length") == 1, "one script")
        require(reader.evaluate("window.broken") is None, "text of the data ran as a script")
        pages = reader.page.locator("article.pair").count()
        reader.audit("the report")
        check_sorting(reader)
        check_filters(reader)
        check_pages(reader)
        check_skip_link(reader)
        check_print(reader, pages)
    with Reader(browser, path, viewport=NARROW) as reader:
        reader.fits("the report")
        reader.page.goto(reader.address + "#" + reader.page.locator("article.pair").nth(1).get_attribute("id"))
        reader.fits("a pair's page")
    with Reader(browser, path, viewport=NARROW, java_script_enabled=False) as reader:
        require(reader.visible("article.pair") == pages, "without scripts some pages of pairs are hidden")
        require(reader.visible(".controls") == 0, "without scripts there are controls")
        require(reader.visible("#ranking-table tbody tr") >= pages, "without scripts rows are hidden")


def check_dark(browser, path):
    with Reader(browser, path, viewport=NARROW, color_scheme="dark") as reader:
        require(reader.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)", "not dark")
        reader.audit("the dark report")
        reader.page.goto(reader.address + "#" + reader.page.locator("article.pair").nth(1).get_attribute("id"))
        reader.audit("a dark page of a pair")


def hostile_report(command, folder):
    """The second study with a title and names of states that try to be markup."""
    data = folder / "datasets"
    data.mkdir()
    for entry in (ROOT / "datasets").iterdir():
        if entry.name != "states":
            (data / entry.name).symlink_to(entry)
    shutil.copytree(ROOT / "datasets" / "states", data / "states")
    table = data / "states" / "states.csv"
    text = table.read_text()
    for number, name in enumerate(["Kazakhstan", "Kyrgyzstan", "Tajikistan"]):
        require(f",{name}," in text, f"no state {name} to rename")
        quoted = f"{name} {HOSTILE} {'W' * 40 * number}".replace('"', '""')
        text = text.replace(f",{name},", f',"{quoted}",')
    table.write_text(text)
    study = (ROOT / "studies" / "kazakhstan-kyrgyzstan.yaml").read_text().splitlines()
    study = [f"title: {json.dumps(HOSTILE)}" if line.startswith("title:") else line for line in study]
    file = folder / "study.yaml"
    file.write_text("\n".join(study) + "\n")
    report = folder / "report.html"
    subprocess.run([command, "report", file, "--datasets", data, "--data-root", ROOT / "datasets", "--output", report, "--quiet"], check=True)
    return report


def main(command, reports):
    require(reports, "no report to look at")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        reports = [Path(report) for report in reports] + [hostile_report(command, Path(folder))]
        # Chromium refuses to be its own sandbox for root.
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        for report in reports:
            start = time.monotonic()
            try:
                check(browser, report)
                if report == reports[-1]:
                    # The same style sheet and policy in all of them.
                    check_dark(browser, report)
                    check_policy(browser, report)
            except (AssertionError, Error) as error:
                sys.exit(f"{report}: {error}")
            print(f"{report.parent.name}: report used in {time.monotonic() - start:.0f} s", file=sys.stderr)
        browser.close()
    print(f"{len(reports)} reports can be read, used and printed")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
