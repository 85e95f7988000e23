"""Dating an article by what its text tells: a known event that it calls "Wednesday", a change of membership "this month", a dateline.

Each piece of evidence allows a span of days and gives its reason in words. The publication lies where all of them meet; when they
exclude one another, nothing is said.
"""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from articles.extraction.dates import DateFound
from events.partial_dates import BadDate, PartialDate

_LONGEST = 31
_NEAR = 3  # days between a known event and the dateline that reports it


@dataclass(frozen=True, slots=True)
class Evidence:
    """The days on which the text can have appeared because of one fact; ``fact`` names it, ``reason`` says why."""

    start: datetime.date
    end: datetime.date
    fact: str
    reason: str
    kind: str = "bound"  # bound: limits the day; event: a known event, which only a dateline makes into evidence


@dataclass(frozen=True, slots=True)
class Inferred:
    """A date of publication found from evidence."""

    date: str
    note: str
    used: tuple[str, ...]


def weigh(evidence: list[Evidence], dateline: DateFound | None) -> Inferred | None:
    """Return the days on which all evidence agrees, as EDTF, or ``None`` when there is none or it disagrees."""
    bounds = [piece for piece in evidence if piece.kind == "bound"]
    if dateline is not None:
        day = _by_dateline([piece for piece in evidence if piece.kind == "event"], bounds, dateline)
        if day is not None:
            return day
    if not bounds:
        return None
    start, end = max(piece.start for piece in bounds), min(piece.end for piece in bounds)
    if start > end or (end - start).days > _LONGEST:
        return None
    if dateline is not None and not _may_fall(dateline, start, end):
        return None
    date = PartialDate.from_days(start, end).text
    return Inferred(date, "; ".join(dict.fromkeys(piece.reason for piece in bounds)), tuple(piece.fact for piece in bounds))


def _may_fall(dateline: DateFound, start: datetime.date, end: datetime.date) -> bool:
    """Tell whether the day of a dateline lies in a span of days."""
    days = (start + datetime.timedelta(days=n) for n in range((end - start).days + 1))
    return any((day.month, day.day) == (dateline.first.month, dateline.first.day) for day in days)


def _by_dateline(events: list[Evidence], bounds: list[Evidence], dateline: DateFound) -> Inferred | None:
    """Return the dateline's day in the year of a known event next to it."""
    month, number = dateline.first.month, dateline.first.day
    days: dict[datetime.date, Evidence] = {}
    for piece in [*events, *bounds]:
        for year in {piece.start.year, piece.end.year}:
            try:
                day = datetime.date(year, month or 1, number or 1)
            except ValueError:
                continue
            if (
                piece.start - datetime.timedelta(days=_NEAR if piece.kind == "event" else 0)
                <= day
                <= piece.end + datetime.timedelta(days=_NEAR if piece.kind == "event" else 0)
            ):
                days[day] = piece
    if len(days) != 1:
        return None
    day, piece = next(iter(days.items()))
    return Inferred(day.isoformat(), f'the dateline says "{dateline.text}"; {piece.reason}', (piece.fact,))


@lru_cache(maxsize=4096)
def span_of(date: str | None) -> tuple[datetime.date, datetime.date] | None:
    """Return first and last day of an EDTF text, or ``None`` when it is open or no date."""
    try:
        span = PartialDate.parse(date or "")
    except BadDate:
        return None
    return (span.start, span.end) if span.start is not None and span.end is not None else None
