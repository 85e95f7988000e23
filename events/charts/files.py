"""Charts as files: the same drawing with fixed width, resolved colours, title and source line, and the same numbers as CSV."""

import csv
import io
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

WIDTH, MARGIN = 960, 24
TITLE_LINE, TEXT_LINE, LINE_LENGTH = 30, 19, 140
FONT = "font-family=\"'Source Sans 3', Arial, sans-serif\""
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
    "gapline": 'stroke="#5d6570" stroke-width="1.5" stroke-dasharray="4 4"',
    "told": 'fill="#fdebc2" stroke="#a85a00" stroke-width="2"',
    "ring": 'fill="#ffffff" stroke="#15191f" stroke-width="2"',
    "dot": 'fill="#5d6570"',
    "halo": 'fill="none" stroke="#ffffff" stroke-width="10"',
}
_CLASS = re.compile(r' class="([^"]+)"')
_HEIGHT = re.compile(r' height="([0-9]+)"')
# Signs with which a spreadsheet would begin a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Caption:
    """What a drawing that leaves its page takes along: title, what it shows and on which scale, and the path of its page."""

    title: str
    text: str
    path: str

    @property
    def source(self) -> str:
        """The source line with the address of the page and the date of the data."""
        day = formats.date_format(timezone.now(), "j M Y")
        return _("Source: The SCO security archive, %(address)s. Data of %(day)s.") % {"address": settings.SITE_URL + self.path, "day": day}


def svg_file(template: str, context: dict[str, object], name: str, caption: Caption) -> HttpResponse:
    """Answer with a drawing that stands alone, its caption above and its source line below."""
    drawing = render_to_string(template, context).strip()
    drawing = _CLASS.sub(lambda found: " " + COLOURS.get(found[1].split()[0], ""), drawing).replace(
        'href="/', f'href="{settings.SITE_URL}/'
    )
    height = int(_HEIGHT.search(drawing)[1])  # type: ignore[index]
    above = [f'<text x="{MARGIN}" y="34" font-size="22" font-weight="600">{escape(caption.title)}</text>']
    y = 34
    for line in textwrap.wrap(caption.text, LINE_LENGTH):
        y += TEXT_LINE if len(above) > 1 else TITLE_LINE - 6
        above.append(f'<text x="{MARGIN}" y="{y}" font-size="14" fill="#434a54">{escape(line)}</text>')
    y += TITLE_LINE - 12
    placed = drawing.replace("<svg ", f'<svg x="{MARGIN}" y="{y}" width="{WIDTH - 2 * MARGIN}" overflow="visible" ', 1)
    foot = f'<text x="{MARGIN}" y="{y + height + 26}" font-size="13" fill="#434a54">{escape(caption.source)}</text>'
    whole = f"{y + height + 42}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{whole}" viewBox="0 0 {WIDTH} {whole}" {FONT} fill="#15191f">'
    parts = [head, '<rect width="100%" height="100%" fill="#ffffff"/>', *above, placed, foot, "</svg>"]
    response = HttpResponse("\n".join(parts), content_type="image/svg+xml; charset=utf-8")
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
