"""Rows of evidence that one reading of an article makes, before anything is compared with what is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from articles.extraction.records import Extraction, MeetingFound, OperationFound
from articles.importer.facts import proposed_key
from articles.importer.registry import Registry, meeting_key
from articles.models import (
    Evidence,
    MeetingMention,
    MembershipStatement,
    OperationMention,
    Statement,
    StateMention,
    StatisticMention,
)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One kind of evidence: what makes a row unique beside its span, which columns an import writes, which fact it points to."""

    model: type[Evidence]
    machine: tuple[str, ...]
    key: tuple[str, ...] = ()
    target: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns an import may write; what a person decided is not among them."""
        target = (f"machine_{self.target}_id",) if self.target else ()
        return ("quote", "rule", "lane", *self.machine, *target)

    def key_of(self, row: Evidence) -> tuple[Any, ...]:
        """Return what must agree beside the words for two rows to be the same reading."""
        return tuple(getattr(row, name) for name in self.key)

    def subject_of(self, row: Evidence) -> Any:
        """Return what a row is about, by which a decision is taken up again in a changed text; ``None`` when it is tied to nothing."""
        if self.key:
            return self.key_of(row)
        return getattr(row, f"machine_{self.target}_id" if self.target else "speaker")


STATES = Table(StateMention, ("is_subject",), target="state")
MEETINGS = Table(
    MeetingMention,
    ("reading", "attendance_low", "attendance_high", "attendance_qualifier", "attendance_start", "attendance_end"),
    target="meeting",
)
OPERATIONS = Table(OperationMention, ("reading",), target="operation")
STATISTICS = Table(
    StatisticMention,
    ("value_text", "unit_text", "qualifier_text", "period_text", "verb_start", "verb_end"),
    key=("measure_code",),
    target="statistic",
)
MEMBERSHIPS = Table(MembershipStatement, ("status", "numbers", "date", "verdict", "explanation"), key=("kind",))
STATEMENTS = Table(Statement, ("speaker", "role", "direct"))
TABLES = (STATES, MEETINGS, OPERATIONS, STATISTICS, MEMBERSHIPS, STATEMENTS)
# Columns that are places in the text: they move with it and are no new reading.
PLACES = frozenset({"start", "end", "attendance_start", "attendance_end", "verb_start", "verb_end"})


def rows_of(extraction: Extraction, registry: Registry) -> dict[Table, list[Evidence]]:
    """Return the rows of every kind, each with its span unique; the first reading of a span stands."""
    rows: dict[Table, Iterable[Evidence]] = {
        STATES: _states(extraction, registry),
        MEETINGS: _meetings(extraction, registry),
        OPERATIONS: _operations(extraction, registry),
        STATISTICS: _statistics(extraction, registry),
        MEMBERSHIPS: _memberships(extraction, registry),
        STATEMENTS: _statements(extraction),
    }
    return {table: _unique(table, found) for table, found in rows.items()}


def meeting_row_id(meeting: MeetingFound, registry: Registry) -> int | None:
    """Return the row that a meeting read from the text is tied to, or ``None``."""
    if meeting.match == "known" and meeting.meeting_key:
        return registry.meetings.get(meeting_key(*meeting.meeting_key))
    key = proposed_key(meeting)
    return registry.meetings.get(key) if key else None


def operation_row_id(operation: OperationFound, registry: Registry) -> int | None:
    """Return the row that an operation read from the text is tied to, or ``None``."""
    return registry.operations.get(operation.slug or "") if operation.match in ("known", "proposed") else None


def _unique(table: Table, rows: Iterable[Evidence]) -> list[Evidence]:
    found: dict[tuple[Any, ...], Evidence] = {}
    for row in rows:
        found.setdefault((row.start, row.end, *table.key_of(row)), row)
    return list(found.values())


def _states(extraction: Extraction, registry: Registry) -> Iterable[Evidence]:
    for state in extraction.states:
        if state.code in registry.states:
            yield StateMention(
                start=state.start,
                end=state.end,
                quote=state.quote,
                rule=state.rule[:60],
                lane="sure",
                is_subject=state.role == "subject",
                machine_state_id=registry.states[state.code],
            )


def _meetings(extraction: Extraction, registry: Registry) -> Iterable[Evidence]:
    for meeting in extraction.meetings:
        row = MeetingMention(
            start=meeting.start,
            end=meeting.end,
            quote=meeting.quote,
            rule=meeting.rule[:60],
            lane=meeting.lane,
            machine_meeting_id=meeting_row_id(meeting, registry),
            reading=_reading(meeting, "series", "name", "ordinal", "city", "country", "venue", "date", "match", "note"),
        )
        if attendance := meeting.attendance:
            row.attendance_low = None if attendance.low is None else int(attendance.low)
            row.attendance_high = None if attendance.high is None else int(attendance.high)
            row.attendance_qualifier = attendance.qualifier
            row.attendance_start, row.attendance_end = attendance.start, attendance.end
        yield row


def _operations(extraction: Extraction, registry: Registry) -> Iterable[Evidence]:
    for operation in extraction.operations:
        yield OperationMention(
            start=operation.start,
            end=operation.end,
            quote=operation.quote,
            rule=operation.rule[:60],
            lane=operation.lane,
            machine_operation_id=operation_row_id(operation, registry),
            reading=_reading(operation, "name", "slug", "kind", "framework", "date", "states", "place", "match", "note"),
        )


def _statistics(extraction: Extraction, registry: Registry) -> Iterable[Evidence]:
    for figure in extraction.statistics:
        yield StatisticMention(
            start=figure.start,
            end=figure.end,
            quote=figure.quote,
            rule=figure.rule[:60],
            lane=figure.lane,
            machine_statistic_id=registry.statistics[registry.figure_keys[figure]],
            measure_code=figure.measure or "",
            value_text=figure.value_text[:120],
            unit_text=figure.unit_text[:120],
            qualifier_text=figure.qualifier_text[:60],
            period_text=figure.period_text[:160],
            verb_start=figure.verb_start,
            verb_end=figure.verb_end,
        )


def _memberships(extraction: Extraction, registry: Registry) -> Iterable[Evidence]:
    for said in extraction.memberships:
        row = MembershipStatement(
            start=said.start,
            end=said.end,
            quote=said.quote,
            rule=said.rule[:60],
            lane="sure",
            kind=said.kind,
            status=said.status or "",
            numbers=dict(said.numbers),
            date=said.date or "",
            verdict=said.verdict,
            explanation=said.explanation,
        )
        row.state_ids = frozenset(registry.states[code] for code in said.states if code in registry.states)  # type: ignore[attr-defined]
        yield row


def _statements(extraction: Extraction) -> Iterable[Evidence]:
    for said in extraction.statements:
        yield Statement(
            start=said.start,
            end=said.end,
            quote=said.quote,
            rule=said.rule[:60],
            lane="sure",
            speaker=said.speaker[:160],
            role=said.role[:300],
            direct=said.direct,
        )


def _reading(found: MeetingFound | OperationFound, *names: str) -> dict[str, Any]:
    """Return what the article says, without what it does not say, as JSON gives it back."""
    values = {name: getattr(found, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value not in (None, "", ())}
