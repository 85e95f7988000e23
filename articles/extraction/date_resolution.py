"""What a date of a text means: an EDTF text for a given day of publication, never finer than the source, or nothing.

A year that the words leave open comes from the publication; "since" and "so far this year" end with it where it is known.
"""

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from events.partial_dates import BadDate, PartialDate

Kind = Literal["absolute", "partial", "relative", "vague", "habit", "same"]
_DAYS_AHEAD = 120  # "27 June" without a year lies at most so far after the publication, else it was the year before


@dataclass(frozen=True, slots=True)
class DatePart:
    """One end of a date: what is known of it. An offset is counted from the publication (``year_offset=-1`` is last year)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    week_offset: int | None = None
    day_offset: int | None = None
    weekday: int | None = None

    @property
    def is_absolute(self) -> bool:
        """Tell whether the part needs no publication date."""
        return self.year is not None


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date or period of the text: ``first`` and, for an interval, ``last``; ``is_open`` says "since": it lasts up to the report.

    ``from_start`` is "since the beginning of" a year, "so far this year". ``kind`` is ``absolute`` (complete), ``partial`` (the year is
    missing), ``relative``, ``vague`` ("in recent years"), ``habit`` ("every year") or ``same`` ("that day"); the last three never resolve
    by themselves.
    """

    start: int
    end: int
    text: str
    kind: Kind
    first: DatePart = DatePart()
    last: DatePart | None = None
    is_open: bool = False
    from_start: bool = False


def resolve(date: DateFound, published: str | None) -> str | None:
    """Return the EDTF text of a date, or ``None`` when nothing sure can be said.

    Relative and partial dates need the publication date. When that is an interval, the result is the finest period that is true for every
    day of it: "Thursday" in an article of 29 or 30 June 2017 is 29 June, "yesterday" in one of July 2024 is only 2024.
    """
    if date.kind in ("vague", "habit", "same"):
        return None
    first, last = _in_one_year(date, published)
    ends = [_resolve_part(part, published) for part in ((first,) if last is None else (first, last))]
    if ends[0] is None or ends[-1] is None:
        return None
    if not date.is_open:
        return _checked("/".join(end for end in ends if end))
    if date.from_start and len(ends[0]) == len("2024"):  # the day is certain; the end lies in that year where no report is dated
        return _checked(f"{ends[0]}-01-01/{_last_of(published) if published else ends[0]}") or ends[0]
    return _checked(f"{ends[0]}/{_last_of(published)}") or _checked(f"{ends[0]}/..")


def _last_of(published: str | None) -> str:
    """Return the last day on which the article may have appeared, or the sign of an unknown end."""
    return (published or "").replace("..", "").rpartition("/")[2] or ".."


def _in_one_year(date: DateFound, published: str | None) -> tuple[DatePart, DatePart | None]:
    """Return both ends of "January to May" with the year in which its last month had begun when the article appeared."""
    first, last = date.first, date.last
    if date.kind != "partial" or last is None or not (first.month and last.month) or first.year_offset is not None:
        return first, last
    end = _resolve_part(last, published)
    if end is None or len(end) == len("2024"):
        return first, last
    year = int(end[:4])
    return replace(first, year=year - (first.month > last.month)), replace(last, year=year)


def _checked(text: str) -> str | None:
    try:
        return PartialDate.parse(text).text
    except BadDate:
        return None


@lru_cache(maxsize=1024)  # an article names the same months again and again
def _resolve_part(part: DatePart, published: str | None) -> str | None:
    if part.is_absolute:
        return _written(part.year, part.month, part.day)
    days = _days(published)
    if not days:
        return None
    return _common({_on_day(part, day) for day in days})


@lru_cache(maxsize=256)
def _days(published: str | None) -> tuple[datetime.date, ...]:
    """Return the days on which the article may have appeared; none when they are unknown or more than two years."""
    if not published:
        return ()
    try:
        span = PartialDate.parse(published)
    except BadDate:
        return ()
    if span.start is None or span.end is None or (span.end - span.start).days > 730:
        return ()
    return tuple(span.start + datetime.timedelta(days=n) for n in range((span.end - span.start).days + 1))


def _on_day(part: DatePart, day: datetime.date) -> str | None:
    """Return what a part without a year means in an article of this day."""
    if part.weekday is not None:
        back = (day.weekday() - part.weekday) % 7
        shift = {None: -back, -1: -(back or 7), 1: 7 - back}[part.week_offset]
        return (day + datetime.timedelta(days=shift)).isoformat()
    if part.day_offset is not None:
        return (day + datetime.timedelta(days=part.day_offset)).isoformat()
    if part.week_offset is not None:
        monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=part.week_offset)
        return _common({monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()})
    if part.month_offset is not None:
        months = day.year * 12 + day.month - 1 + part.month_offset
        return _written(months // 12, months % 12 + 1, None)
    if part.year_offset is not None:
        return _written(day.year + part.year_offset, part.month, part.day)
    return _nearest(part, day)


def _nearest(part: DatePart, day: datetime.date) -> str | None:
    """Return a day or month without a year: the last one before the publication, or one that lies shortly after it."""
    if part.month is None:
        month = day.year * 12 + day.month - 1 - (part.day is not None and part.day > day.day)
        return _written(month // 12, month % 12 + 1, part.day)
    for year in (day.year + 1, day.year, day.year - 1):
        try:
            ahead = (datetime.date(year, part.month, part.day or 1) - day).days
        except ValueError:
            continue
        if ahead <= (_DAYS_AHEAD if part.day else 0):
            return _written(year, part.month, part.day)
    return None


def _written(year: int | None, month: int | None, day: int | None) -> str:
    return "-".join([f"{year:04}", *(f"{value:02}" for value in (month, day if month else None) if value)])


def _common(values: set[str | None]) -> str | None:
    """Return the longest date that all values share: the day, else the month, else the year."""
    if None in values or not values:
        return None
    rows = [str(value).split("-") for value in values]
    shared = []
    for column in zip(*rows, strict=False):
        if any(a != b for a, b in pairwise(column)):
            break
        shared.append(column[0])
    return "-".join(shared) or None
