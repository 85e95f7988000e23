"""One article's reading as the object that ``import_articles --json`` and ``evaluate`` speak of: plain values, ready for JSON.

``docs/importing.md`` explains every field. Nothing is decided here; the object only names what the reading holds.
"""

from collections.abc import Iterable
from typing import Any

from articles.extraction.records import Attendance, Extraction, MeetingFound, OperationFound, StatisticFound


def as_contract(extraction: Extraction, copies: Iterable[str] = ()) -> dict[str, Any]:
    """Return the contract object of an article; ``copies`` are the ids of the other members of its duplicate group."""
    description = extraction.description
    return {
        "id": extraction.ident,
        "title": description.title,
        "standfirst": description.standfirst,
        "byline": description.byline,
        "outlet": description.outlet,
        "language": description.language,
        "published": description.published,
        "published_basis": description.published_basis,
        "text": extraction.clean.text,
        "countries": subjects(extraction),
        "topics": list(extraction.topics),
        "copies": sorted(copies),
        "meetings": [_meeting(found) for found in extraction.meetings],
        "operations": [_operation(found) for found in extraction.operations],
        "statistics": [_statistic(found) for found in extraction.statistics],
        "warnings": list(extraction.warnings),
    }


def subjects(extraction: Extraction) -> list[str]:
    """Return the codes of the states an article is about, in the order of the text, each once."""
    return list(dict.fromkeys(found.code for found in extraction.states if found.role == "subject"))


def number(value: float | None) -> float | int | None:
    """Return a whole number as ``int``, so that 75 is not written 75.0."""
    return int(value) if value is not None and value == int(value) else value


def _meeting(found: MeetingFound) -> dict[str, Any]:
    return {
        "series": found.series,
        "name": found.name,
        "ordinal": found.ordinal,
        "city": found.city,
        "country": found.country,
        "date": found.date,
        "attendance": _attendance(found.attendance) if found.attendance else None,
        **_evidence(found),
        "match": found.match,
    }


def _attendance(found: Attendance) -> dict[str, Any]:
    return {
        "low": number(found.low),
        "high": number(found.high),
        "qualifier": found.qualifier,
        "quote": found.quote,
        "span": [found.start, found.end],
    }


def _operation(found: OperationFound) -> dict[str, Any]:
    return {
        "slug": found.slug,
        "name": found.name,
        "kind": found.kind,
        "framework": found.framework,
        "date": found.date,
        "states": list(found.states),
        **_evidence(found),
        "match": found.match,
    }


def _statistic(found: StatisticFound) -> dict[str, Any]:
    return {
        "measure": found.measure,
        "low": number(found.low),
        "high": number(found.high),
        "unit": found.unit,
        "qualifier": found.qualifier,
        "period": found.period,
        "operation": found.operation,
        "states": list(found.states),
        "value_text": found.value_text,
        **_evidence(found),
    }


def _evidence(found: MeetingFound | OperationFound | StatisticFound) -> dict[str, Any]:
    return {"quote": found.quote, "span": [found.start, found.end], "lane": found.lane, "rule": found.rule}
