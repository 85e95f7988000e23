"""Charts as files: the same drawing with fixed width and resolved colours, and the same numbers as CSV."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.template.loader import render_to_string

WIDTH = 960
FONT = 'font-family="Source Sans 3, Arial, sans-serif"'
# The light theme's colours for the classes that the drawings use; a file has no stylesheet.
COLOURS = {
    "grid": 'stroke="#d3d6cf"',
    "track": 'stroke="#7d848d" stroke-dasharray="1 5"',
    "ax": 'fill="#434a54" font-size="12.5"',
    "sub": 'fill="#434a54" font-size="13"',
    "b": 'fill="#15191f" font-size="14" font-weight="600"',
    "g-f": 'fill="#a85a00" stroke="#a85a00" stroke-width="2"',
    "g-o": 'fill="#ffffff" stroke="#a85a00" stroke-width="2"',
    "g-l": 'fill="none" stroke="#a85a00" stroke-width="2"',
    "silent": 'fill="none" stroke="#5d6570" stroke-width="2" stroke-dasharray="3 2"',
    "bar": 'fill="#1c3d8a"',
    "bar0": 'fill="none" stroke="#5d6570" stroke-dasharray="2 2"',
    "held": 'fill="#1d55b0"',
    "hollow": 'fill="#ffffff" stroke="#5d6570" stroke-width="2" stroke-dasharray="3 2.5"',
    "opn": 'fill="#7d2c74"',
}
_CLASS = re.compile(r' class="([^"]+)"')
# Signs with which a spreadsheet would begin a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def svg_file(template: str, context: dict[str, object], name: str) -> HttpResponse:
    """Answer with a drawing that stands alone."""
    drawing = render_to_string(template, context).strip()
    drawing = drawing.replace("<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" {FONT} ', 1)
    drawing = _CLASS.sub(lambda found: " " + COLOURS.get(found[1].split()[0], ""), drawing)
    drawing = drawing.replace("</desc>", '</desc><rect width="100%" height="100%" fill="#ffffff"/>', 1)
    response = HttpResponse(drawing, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.svg"'
    return response


def csv_file(header: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> HttpResponse:
    """Answer with a table; a cell that a spreadsheet would take for a formula is quoted with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_safe("" if cell is None else str(cell)) for cell in row])
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not cell.lstrip("+-").replace(".", "", 1).isdigit() else cell
