"""The timeline: a lane for each series of meetings and each kind of operation, every event at its time; empty stretches stay visible."""

import datetime
import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from events.models import Meeting, Operation
from events.naming import local, meeting_name
from events.wording import date_text

LANE, TOP = 44, 50
# A label longer than this takes a second line on a narrow page, and ends there.
LINE_LENGTH, LINE = 38, 16
LEFT, RIGHT = 1.5, 98.5
# A dot is this wide on the narrowest plot; shorter spans are drawn as dots.
SHORTEST_SPAN = 0.9


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on its lane."""

    x: float
    width: float
    name: str
    date: str
    url: str

    @property
    def is_span(self) -> bool:
        """Whether it lasts long enough to be drawn as a bar."""
        return self.width >= SHORTEST_SPAN


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one series or kind, in order of time."""

    label: str
    url: str
    is_meeting: bool
    y_label: int
    moments: tuple[Moment, ...]

    @property
    def lines(self) -> list[str]:
        """The label as a narrow page shows it: one line, or two with the rest left out."""
        return narrow_lines(self.label)

    @property
    def y_first(self) -> int:
        """Height of the first of two lines."""
        return self.y_label - LINE

    @property
    def y(self) -> int:
        """Height of the marks."""
        return self.y_label + 15


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lanes on one scale of years."""

    first: int
    last: int
    lanes: tuple[Lane, ...]

    @property
    def height(self) -> int:
        """Height of the plot in pixels."""
        return self.lanes[-1].y_label + LANE

    @property
    def base(self) -> int:
        """Where the grid lines end."""
        return self.height - 8

    @property
    def years(self) -> list[tuple[int, float, bool]]:
        """Each year with its place, and whether it is labelled."""
        return [(year, self.x(datetime.date(year, 1, 1)), (year - self.first) % 4 == 0) for year in range(self.first, self.last + 2)]

    def x(self, day: datetime.date) -> float:
        """Return the place of a day."""
        return place_of(day, self.first, self.last)


def narrow_lines(label: str) -> list[str]:
    """Break a label for a narrow page."""
    return textwrap.wrap(label, LINE_LENGTH, max_lines=2, placeholder=" …")


def place_of(day: datetime.date, first: int, last: int) -> float:
    """Return the place of a day between the beginning of the first year and the end of the last."""
    whole = (datetime.date(last + 1, 1, 1) - datetime.date(first, 1, 1)).days
    return round(LEFT + (RIGHT - LEFT) * (day - datetime.date(first, 1, 1)).days / whole, 2)


def timeline_of(meetings: Iterable[Meeting], operations: Iterable[Operation]) -> Timeline | None:
    """Lay meetings and operations with a known time on lanes; those without one are left to the table."""
    lanes: dict[tuple[bool, str, str], list[Any]] = defaultdict(list)
    for meeting in meetings:
        lanes[True, local(meeting.series), meeting.series.get_absolute_url()].append(meeting)
    for operation in operations:
        lanes[False, str(operation.get_kind_display()).capitalize(), ""].append(operation)
    dated = [record for records in lanes.values() for record in records if record.start and record.end]
    if not dated:
        return None
    first, last = min(record.start.year for record in dated), max(record.end.year for record in dated)
    drawn = []
    y = TOP - LANE
    for (is_meeting, label, url), records in sorted(lanes.items(), key=lambda lane: (not lane[0][0], lane[0][1])):
        y += LANE + LINE * (len(narrow_lines(label)) - 1)
        placed = sorted((record for record in records if record.start and record.end), key=lambda record: record.start)
        moments = tuple(_moment(record, first, last) for record in placed)
        drawn.append(Lane(label, url, is_meeting, y, moments))
    return Timeline(first, last, tuple(drawn))


def _moment(record: Any, first: int, last: int) -> Moment:
    x = place_of(record.start, first, last)
    width = place_of(record.end + datetime.timedelta(days=1), first, last) - x
    name = meeting_name(record) if isinstance(record, Meeting) else local(record)
    return Moment(x, round(width, 2), name, date_text(record.partial_date), record.get_absolute_url())
