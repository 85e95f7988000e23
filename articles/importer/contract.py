"""One article's reading as the object that ``import_articles --json`` and ``evaluate`` speak of: plain values, ready for JSON.

``docs/importing.md`` explains every field. Nothing is decided here; the object only names what the reading holds.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from articles.extraction.records import (
    Attendance,
    Extraction,
    MeetingFound,
    MembershipFound,
    OperationFound,
    StatementFound,
    StatisticFound,
)

# Fields that are one span in the object, and those that only the archive itself needs.
_SPAN = ("start", "end")
_INTERNAL = {"meeting_key", "scope", "verb_start", "verb_end", "period_text"}


def as_contract(extraction: Extraction, copies: Iterable[str] = ()) -> dict[str, Any]:
    """Return the contract object of an article; ``copies`` are the ids of the other members of its duplicate group."""
    described = extraction.description
    return {
        "id": extraction.ident,
        "title": described.title,
        "standfirst": described.standfirst,
        "byline": described.byline,
        "outlet": described.outlet,
        "language": described.language,
        "published": described.published,
        "published_basis": described.published_basis if described.published else None,
        "published_note": described.published_note or None,
        "text": extraction.clean.text,
        "captions": [{"span": [one.start, one.end], "credit": one.credit} for one in extraction.clean.captions],
        "countries": countries(extraction),
        "topics": list(extraction.topics),
        "copies": list(copies),
        "meetings": [_meeting(found) for found in extraction.meetings],
        "operations": [_row(found) for found in extraction.operations],
        "statistics": [_bounded(found) for found in extraction.statistics],
        "memberships": [{**_row(found), "numbers": dict(found.numbers)} for found in extraction.memberships],
        "statements": [_row(found) for found in extraction.statements],
        "warnings": list(extraction.warnings),
    }


def countries(extraction: Extraction) -> list[str]:
    """Return the states the article is about, in the order in which it names them."""
    return list(dict.fromkeys(state.code for state in extraction.states if state.role == "subject"))


def whole(value: float | None) -> float | int | None:
    """Return a number without a fraction as ``int``, so that 75 is not written 75.0."""
    return int(value) if value is not None and float(value).is_integer() else value


def _meeting(found: MeetingFound) -> dict[str, Any]:
    return {**_row(found), "attendance": _bounded(found.attendance) if found.attendance else None}


def _bounded(found: StatisticFound | Attendance) -> dict[str, Any]:
    return {**_row(found), "low": whole(found.low), "high": whole(found.high)}


def _row(found: MeetingFound | OperationFound | StatisticFound | MembershipFound | StatementFound | Attendance) -> dict[str, Any]:
    """Return a record's fields, its span as one pair and its tuples as lists."""
    values = asdict(found)
    span = [values[name] for name in _SPAN]
    row = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if name not in (*_SPAN, *_INTERNAL)}
    return {**row, "span": span}
