"""Rows of fact that an import added and that no article speaks of any more: nothing is shown without evidence, so they go."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.importer import journal
from articles.importer.evidence_rows import raw_delete
from articles.models import MeetingMention, OperationMention, Outlet, StatisticMention
from events.models import Meeting, Operation, OperationStatistic, Origin

MENTIONS = {
    OperationStatistic: (StatisticMention, "statistic"),
    Operation: (OperationMention, "operation"),
    Meeting: (MeetingMention, "meeting"),
}


def remove_orphan_statistics(candidates: Iterable[int]) -> list[journal.Row]:
    """Remove those of some figures that no article reports; return what they were, with their states."""
    rows = list(_orphans(OperationStatistic).filter(pk__in=set(candidates)))
    kept = []
    through = OperationStatistic.states.through
    states: dict[int, list[int]] = {}
    ids = [row.pk for row in rows]
    for statistic, state in through._default_manager.filter(operationstatistic__in=ids).values_list("operationstatistic_id", "state_id"):
        states.setdefault(statistic, []).append(state)
    for row in rows:
        kept.append({**journal.row_of(row), "states": sorted(states.get(row.pk, []))})
    raw_delete(through, "operationstatistic__in", ids)
    raw_delete(OperationStatistic, "pk__in", ids)
    return kept


def restore_statistics(rows: Iterable[journal.Row]) -> dict[int, int]:
    """Bring removed figures back; return their present row by the row they had."""
    present: dict[int, int] = {}
    for row in rows:
        old = int(row["id"])
        found = OperationStatistic.objects.filter(key=row["key"]).values_list("pk", flat=True).first()
        if found is None:
            statistic = journal.restore(OperationStatistic, row)
            OperationStatistic.objects.bulk_create([statistic])  # type: ignore[list-item]
            found = old
            through = OperationStatistic.states.through
            through._default_manager.bulk_create([through(operationstatistic_id=found, state_id=state) for state in row["states"]])
        present[old] = found
    return present


def remove_orphans() -> dict[str, int]:
    """Remove every proposed row that nothing refers to; return how many of each kind went."""
    gone = {"figures": len(remove_orphan_statistics(_orphans(OperationStatistic).values_list("pk", flat=True)))}
    operations = list(_orphans(Operation).filter(statistics__isnull=True, aliases__isnull=True).values_list("pk", flat=True))
    for through, column in ((Operation.participants.through, "operation__in"), (Operation.topics.through, "operation__in")):
        raw_delete(through, column, operations)
    raw_delete(Operation, "pk__in", operations)
    meetings = list(_orphans(Meeting).values_list("pk", flat=True))
    raw_delete(Meeting, "pk__in", meetings)
    outlets = list(Outlet.objects.filter(origin=Origin.IMPORT, edited_at__isnull=True, articles__isnull=True).values_list("pk", flat=True))
    raw_delete(Outlet, "pk__in", outlets)
    return gone | {"operations": len(operations), "meetings": len(meetings), "outlets": len(outlets)}


def _orphans(model: type[OperationStatistic] | type[Operation] | type[Meeting]) -> QuerySet[OperationStatistic | Operation | Meeting]:
    """Return the rows that an import added, no person edited and no evidence points to, in whichever column."""
    mention, name = MENTIONS[model]
    pointed = Q(**{name: OuterRef("pk")}) | Q(**{f"machine_{name}": OuterRef("pk")}) | Q(**{f"reviewed_{name}": OuterRef("pk")})
    return model._default_manager.filter(~Exists(mention.objects.filter(pointed)), origin=Origin.IMPORT, edited_at__isnull=True)
