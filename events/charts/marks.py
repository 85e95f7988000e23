"""The marks of the figure chart as SVG: not by a template, because a chart may have hundreds and its loop would cost ten times."""

from django.utils.html import escape

from events.charts.figures import ChartRow, Drawn
from events.wording import bounds_spoken

ARROWS = {
    "more_than": '<path class="g-l" d="M5 0H34M28 -5.5 34.5 0 28 5.5"/>',
    "at_least": '<path class="g-l" d="M5 0H34M28 -5.5 34.5 0 28 5.5"/>',
    "less_than": '<path class="g-l" d="M-5 0H-34M-28 -5.5 -34.5 0 -28 5.5"/>',
    "at_most": '<path class="g-l" d="M-5 0H-34M-28 -5.5 -34.5 0 -28 5.5"/>',
    "about": '<path class="g-l" stroke-dasharray="4 3" d="M-18 0H-7M7 0H19"/>',
}
OPEN = {"more_than", "less_than"}


def marks_of(row: ChartRow) -> str:
    """Return the marks of a row; where its values do not stand beside them, each leads to its figure and says its value."""
    return "".join(_linked(mark, row) if row.stands_above else _drawn(mark, row.y) for mark in row.drawn)


def _linked(mark: Drawn, row: ChartRow) -> str:
    # Out of the way of the Tab key: the table has the same links.
    opening = f'<a href="{mark.figure.get_absolute_url()}" tabindex="-1"><title>{escape(bounds_spoken(mark.bounds))}</title>'
    return f"{opening}{_drawn(mark, row.y)}</a>"


def _drawn(mark: Drawn, y: int) -> str:
    kind = mark.bounds.qualifier
    if kind == "between":
        bar = f'<rect class="g-f" x="{mark.x:.2f}%" y="{y - 2}" width="{mark.width:.2f}%" height="5"/>'
        return bar + "".join(_at(x, y, '<path class="g-l" d="M0 -7V7"/>') for x in (mark.x, mark.x2))
    dot = f'<circle class="{"g-o" if kind in OPEN else "g-f"}" r="5"/>'
    return _at(mark.x, y, ARROWS.get(kind, "") + dot)


def _at(x: float, y: int, shape: str) -> str:
    return f'<svg x="{x:.2f}%" y="{y}" width="1" height="1" overflow="visible">{shape}</svg>'
