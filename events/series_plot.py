"""The time line of a series as positions for SVG attributes: x in per cent, so that text keeps its size at every width."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.models import Meeting
from events.series import Gap
from events.status_lines import Scale

MARGIN = 1.5
# Least distance between two circles, in per cent of the width, at which both can be read.
ROOM = 1.8


@dataclass(frozen=True, slots=True)
class Circle:
    """A number on the line: held or announced (filled), missing (hollow); no number for a meeting without one."""

    x: str
    label: str
    held: bool


@dataclass(frozen=True, slots=True)
class SeriesPlot:
    """What the drawing needs."""

    first_year: int
    last_year: int
    years: list[tuple[str, str]]
    lines: list[str]
    gap_lines: list[tuple[str, str]]
    notes: list[tuple[str, str]]
    circles: list[Circle]


def plot_of(meetings: Sequence[Meeting], gaps: Sequence[Gap]) -> SeriesPlot | None:
    """Return the drawing of a series; ``None`` when no meeting has a date."""
    dated = [meeting for meeting in meetings if meeting.start and meeting.end]
    if not dated:
        return None
    first = min(meeting.start.year for meeting in dated if meeting.start)
    last = max(meeting.end.year for meeting in dated if meeting.end)
    scale = Scale(first - (1 if gaps and gaps[0].before is None else 0), last)
    every = 1 if last - first < 14 else 2
    years = [
        (f"’{year % 100:02}", _x(scale, datetime.date(year, 7, 1)))
        for year in range(scale.first_year, last + 1)
        if (last - year) % every == 0
    ]
    lines = [_x(scale, datetime.date(year, 1, 1)) for year in range(scale.first_year, last + 1)]
    gap_lines, notes, circles = [], [], []
    for gap in gaps:
        begin = scale.at(gap.before.end) if gap.before and gap.before.end else 0.0
        end = scale.at(gap.after.start) if gap.after and gap.after.start else 100.0
        gap_lines.append((_percent(begin), _percent(end)))
        roomy = (end - begin) / (len(gap.numbers) + 1) >= ROOM
        labels = [str(number) for number in gap.numbers] if roomy else [gap.label]
        for place, label in enumerate(labels, 1):
            circles.append(Circle(_percent(begin + (end - begin) * place / (len(labels) + 1)), label, held=False))
        if end - begin > 8:
            notes.append((_percent((begin + end) / 2), _("%(number)s missing") % {"number": gap.label}))
    for meeting in sorted(dated, key=lambda meeting: meeting.ordinal or 0):
        middle = meeting.start + (meeting.end - meeting.start) / 2 if meeting.start and meeting.end else scale.first
        circles.append(Circle(_x(scale, middle), str(meeting.ordinal or ""), held=True))
    return SeriesPlot(scale.first_year, last, years, lines, gap_lines, notes, circles)


def _x(scale: Scale, day: datetime.date) -> str:
    return _percent(scale.at(day))


def _percent(share: float) -> str:
    return f"{MARGIN + share * (100 - 2 * MARGIN) / 100:.2f}%"
