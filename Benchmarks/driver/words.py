"""Figures as they are printed in tables."""


def duration(seconds):
    if seconds is None:
        return "—"
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{significant(seconds / size)} {unit}"
    return f"{significant(seconds / 1e-9)} ns"


def significant(value, digits=3):
    """Three significant digits, never as a power of ten."""
    text = f"{value:.{digits}g}"
    return f"{float(text):,.0f}" if "e" in text or abs(value) >= 1000 else text


def memory(megabytes):
    return "—" if megabytes is None else f"{megabytes:,.0f} MB"


def table(header, rows):
    """A Markdown table."""
    lines = [header, ["---"] * len(header)] + rows
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
