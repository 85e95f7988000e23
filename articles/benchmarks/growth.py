"""What an archive ten times as large costs: lines for a terminal, and the curve as a drawing that stands alone."""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import Any

from django.utils.html import escape

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 580, 64, 360
COLOURS = ("#1c3d8a", "#a85a00", "#7d2c74", "#2c6e49", "#15191f", "#5d6570", "#b02a30", "#0b7285")
FONT = 'font-family="Source Sans 3, Arial, sans-serif"'
LINE_HEIGHT = 18

Curves = dict[str, list[tuple[int, float]]]


def curves_of(runs: Sequence[dict[str, Any]]) -> Curves:
    """Return the median of the first page by date, by kind of words: pairs of number of articles and milliseconds."""
    curves: Curves = {}
    for run in runs:
        for case in run.get("search", {}).get("cases", []):
            if (case["filters"], case["sort"], case["page"]) == ("no filter", "newest", 1):
                curves.setdefault(case["words"], []).append((run["articles"], case["first time"]["p50"]))
    return {words: curve for words, curve in curves.items() if len(curve) > 1}


def growth_lines(runs: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield for each kind of words what the largest archive costs beside the smallest, the steepest first."""
    curves = sorted(curves_of(runs).items(), key=lambda pair: -pair[1][-1][1] / pair[1][0][1])
    for words, curve in curves:
        (few, fast), (many, slow) = curve[0], curve[-1]
        yield f"{words}: {slow / fast:.1f} times the time with {many / few:.0f} times the articles ({fast:.0f} ms, {slow:.0f} ms)"


def growth_chart(runs: Sequence[dict[str, Any]]) -> str:
    """Draw the curves as SVG, both scales in steps of ten."""
    curves = curves_of(runs)
    sizes = sorted({size for curve in curves.values() for size, _time in curve}) or [1]
    times = [time for curve in curves.values() for _size, time in curve] or [1.0]
    low, high = floor(log10(min(times))), ceil(log10(max(times)))
    high += high == low

    def place(size: int, time: float) -> tuple[float, float]:
        span = log10(sizes[-1] / sizes[0]) or 1
        x = LEFT + (RIGHT - LEFT) * log10(size / sizes[0]) / span
        y = BOTTOM - (BOTTOM - TOP) * (log10(time) - low) / (high - low)
        return round(x, 1), round(y, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" {FONT} role="img">',
        "<title>Time of a search page by the size of the archive</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        _text(LEFT, 26, "Search page, median, by number of articles", size=17),
        _text(LEFT, 46, f"Milliseconds; both scales in steps of ten. {_whence(runs)}"),
    ]
    for power in range(low, high + 1):
        _x, y = place(sizes[0], 10.0**power)
        parts += [f'<path d="M{LEFT} {y}H{RIGHT}" stroke="#d3d6cf"/>', _text(LEFT - 8, y + 4, f"{10**power:,}", anchor="end")]
    for size in sizes:
        x, _y = place(size, 10.0**low)
        parts += [f'<path d="M{x} {TOP}V{BOTTOM}" stroke="#d3d6cf"/>', _text(x, BOTTOM + 20, f"{size:,}", anchor="middle")]
    parts += _drawn(curves, place)
    return "\n".join([*parts, "</svg>", ""])


def _drawn(curves: Curves, place: Any) -> Iterator[str]:
    """Yield lines, points and labels; labels keep a line's height from each other."""
    ends = sorted(curves.items(), key=lambda pair: pair[1][-1][1], reverse=True)
    lowest = 0.0
    for (words, curve), colour in zip(ends, COLOURS * len(ends), strict=False):
        points = [place(*point) for point in curve]
        path = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in points)
        lowest = max(lowest + LINE_HEIGHT, points[-1][1] + 4)
        yield _text(RIGHT + 12, lowest, f"{words}, {curve[-1][1]:.0f}", colour=colour)


def _whence(runs: Sequence[dict[str, Any]]) -> str:
    last = runs[-1]
    return f"{last.get('database', '')}, {last.get('processor', '')}, {last.get('made_at', '')[:10]}."


def _text(x: float, y: float, words: str, *, size: int = 13, anchor: str = "start", colour: str = "#15191f") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'
