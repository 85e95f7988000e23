"""Rows of fact that articles bring in: proposed meetings and operations, outlets, reported figures."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import Model
from django.utils.text import slugify

from articles.bulk_rows import insert_values
from articles.extraction.records import Description, Extraction, MeetingFound, OperationFound, StatisticFound
from articles.importer.dates import kept_columns, kept_date
from articles.importer.registry import MeetingKey, Registry, meeting_key
from articles.models import Outlet
from events.bounds import Bounds
from events.models import Confidence, Meeting, MeetingStatus, Operation, OperationStatistic, Origin, public_id_of, statistic_key
from events.models.base import Framework
from events.models.operation import OperationKind
from events.partial_dates import PartialDate

LONGEST_KEY = 400


def ensure_outlets(extractions: Iterable[Extraction], registry: Registry) -> list[Outlet]:
    """Add the outlets that the archive does not know; return the new rows."""
    missing: dict[str, Outlet] = {}
    for extraction in extractions:
        slug = outlet_slug(extraction.description)
        if slug and slug not in registry.outlets:
            missing.setdefault(slug, Outlet(slug=slug, name=(extraction.description.outlet or slug)[:120], origin=Origin.IMPORT))
    if missing:
        Outlet.objects.bulk_create(missing.values(), ignore_conflicts=True)
        registry.reload_proposable()
    return list(missing.values())


def outlet_slug(description: Description) -> str | None:
    """Return the slug of an article's outlet, made from its name where reading gives none."""
    if not description.outlet:
        return None
    if description.outlet_slug:
        return description.outlet_slug
    return slugify(description.outlet)[:60].strip("-") or f"outlet-{public_id_of(description.outlet)}"


def ensure_meetings(found: Iterable[MeetingFound], registry: Registry) -> int:
    """Add proposed meetings of known series; return how many were new."""
    missing: dict[MeetingKey, Meeting] = {}
    for meeting in found:
        key = proposed_key(meeting)
        if key is None or key in registry.meetings or key[0] not in registry.series:
            continue
        missing.setdefault(
            key,
            Meeting(
                series_id=registry.series[key[0]],
                ordinal=meeting.ordinal,
                status=MeetingStatus.HELD,
                city=(meeting.city or "")[:120],
                state_id=registry.states.get(meeting.country or ""),
                venue=(meeting.venue or "")[:200],
                confidence=Confidence.LOW,
                origin=Origin.IMPORT,
                **kept_columns(meeting.date),
            ),
        )
    if missing:
        Meeting.objects.bulk_create(missing.values(), ignore_conflicts=True)
        registry.reload_proposable()
    return len(missing)


def proposed_key(meeting: MeetingFound) -> MeetingKey | None:
    """Return the natural key of a meeting to be proposed, or ``None`` when it is not to be."""
    if meeting.match != "proposed" or not meeting.series:
        return None
    date = kept_date(meeting.date)
    start = PartialDate.parse(date).start if date else None
    if not meeting.ordinal and not start:
        return None
    return meeting_key(meeting.series, meeting.ordinal, start.isoformat() if start else None)


def ensure_operations(found: Iterable[OperationFound], registry: Registry) -> int:
    """Add proposed operations; return how many were new."""
    missing: dict[str, tuple[Operation, tuple[str, ...]]] = {}
    for operation in found:
        slug = operation.slug
        if operation.match != "proposed" or not slug or slug in registry.operations:
            continue
        row = Operation(
            slug=slug[:80],
            name=(operation.name or slug)[:160],
            kind=operation.kind if operation.kind in OperationKind.values else OperationKind.OTHER,
            framework=operation.framework if operation.framework in Framework.values else Framework.OTHER,
            location=(operation.place or "")[:250],
            confidence=Confidence.LOW,
            origin=Origin.IMPORT,
            **kept_columns(operation.date),
        )
        missing.setdefault(slug, (row, operation.states))
    if missing:
        Operation.objects.bulk_create([row for row, _ in missing.values()], ignore_conflicts=True)
        registry.reload_proposable()
        link(
            Operation.participants.through,
            ("operation_id", "state_id"),
            [
                (registry.operations[slug], registry.states[code])
                for slug, (_, codes) in missing.items()
                for code in codes
                if code in registry.states
            ],
        )
    return len(missing)


def link(through: type[Model], columns: tuple[str, str], pairs: Sequence[tuple[int, int]]) -> None:
    """Write rows of a many-to-many table that are not there yet."""
    rows = [through(**dict(zip(columns, pair, strict=True))) for pair in dict.fromkeys(pairs)]
    if rows:
        through._default_manager.bulk_create(rows, ignore_conflicts=True)


def ensure_statistics(found: Sequence[StatisticFound], registry: Registry) -> None:
    """Add the figures that no article has reported before."""
    registry.figure_keys = {figure: key_of(figure, registry) for figure in found}
    by_key = {registry.figure_keys[figure]: figure for figure in reversed(found)}
    registry.find_statistics(by_key)
    missing = {key: figure for key, figure in by_key.items() if key not in registry.statistics}
    rows = [_statistic(key, figure, registry) for key, figure in missing.items()]
    registry.statistics.update(zip(missing, insert_values(OperationStatistic, rows, with_keys=True), strict=True))
    link(
        OperationStatistic.states.through,
        ("operationstatistic_id", "state_id"),
        [
            (registry.statistics[key], registry.states[code])
            for key, figure in missing.items()
            for code in figure.states
            if code in registry.states
        ],
    )


def key_of(figure: StatisticFound, registry: Registry) -> str:
    """Return the identity of a figure; one too long for its column is shortened by hashing its end."""
    operation = figure.operation if figure.operation in registry.operations else None
    key = statistic_key(
        subject=f"operation:{operation}" if operation else f"words:{figure.scope}" if figure.scope else "",
        states=figure.states,
        measure=figure.measure if figure.measure in registry.measures else "",
        period=kept_date(figure.period),
        unit=figure.unit,
        bounds=bounds_of(figure),
    )
    return key if len(key) <= LONGEST_KEY else f"{key[: LONGEST_KEY - 13]}#{public_id_of(key)}"


def bounds_of(figure: StatisticFound) -> Bounds:
    """Return the bounds of a figure as exact decimal numbers."""
    return Bounds.from_qualifier(figure.qualifier, _decimal(figure.low), _decimal(figure.high))


@lru_cache(maxsize=1_000)
def _decimal(number: float | None) -> Decimal | None:
    # Through the shortest text that reads back as the same float, so that 1178.3 stays 1178.3.
    return None if number is None else Decimal(repr(number)).quantize(Decimal("0.000001")).normalize()


def _statistic(key: str, figure: StatisticFound, registry: Registry) -> dict[str, Any]:
    bounds = bounds_of(figure)
    return {
        "key": key,
        "public_id": public_id_of(key),
        "operation_id": registry.operations.get(figure.operation or ""),
        "measure_id": registry.measures.get(figure.measure or ""),
        "low": bounds.low,
        "high": bounds.high,
        "low_strict": bounds.low_strict,
        "high_strict": bounds.high_strict,
        "approximate": bounds.approximate,
        "qualifier_text": figure.qualifier_text[:60],
        "value_text": figure.value_text[:120],
        "unit_text": figure.unit_text[:120],
        "unit": figure.unit[:20],
        "origin": Origin.IMPORT,
        **kept_columns(figure.period),
    }
