"""Reading and writing the rows of evidence in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from articles.bulk_rows import insert_rows
from articles.importer.evidence import MEMBERSHIPS, TABLES, Table
from articles.importer.facts import link
from articles.importer.sync import Difference
from articles.models import Article, Evidence, ImportRun, MembershipStatement
from articles.review import reopen

REOPENED = "the words themselves have changed"
Stored = dict[Table, dict[int, list[Evidence]]]


def load_evidence(article_ids: Sequence[int]) -> Stored:
    """Return the stored rows of some articles, by kind and article, in the order of the text."""
    stored: Stored = {table: defaultdict(list) for table in TABLES}
    if not article_ids:
        return stored
    for table in TABLES:
        for row in table.model._default_manager.filter(article__in=article_ids).order_by("start", "end", "pk"):
            stored[table][row.article_id].append(row)
    states: dict[int, set[int]] = defaultdict(set)
    through = MembershipStatement.states.through._default_manager
    for statement, state in through.filter(membershipstatement__article__in=article_ids).values_list("membershipstatement_id", "state_id"):
        states[statement].add(state)
    for rows in stored[MEMBERSHIPS].values():
        for row in rows:
            row.state_ids = frozenset(states[row.pk])  # type: ignore[attr-defined]
    return stored


def write_evidence(changes: Iterable[tuple[Article, dict[Table, Difference]]], run: ImportRun) -> None:
    """Write what differs, table by table."""
    changes = list(changes)
    for table in TABLES:
        pairs = [(article, differences[table]) for article, differences in changes if differences.get(table)]
        if pairs:
            _write_table(table, pairs, run)


def _write_table(table: Table, pairs: Sequence[tuple[Article, Difference]], run: ImportRun) -> None:
    manager = table.model._default_manager
    gone = [row.pk for _, difference in pairs for row in difference.delete]
    if table is MEMBERSHIPS and gone:
        raw_delete(MembershipStatement.states.through, "membershipstatement__in", gone)
    if gone:
        raw_delete(table.model, "pk__in", gone)
    for _, difference in pairs:
        for row in difference.forget:
            row.delete()  # One by one, so that the history keeps the decision.
    updated = [row for _, difference in pairs for row in difference.update]
    if updated:
        _update_rows(table, updated, [row for _, difference in pairs for row in difference.reopen], run)
    created = []
    for article, difference in pairs:
        for row in difference.create:
            row.article_id = article.pk
            _sign(table, row, run)
            created.append(row)
    if table is MEMBERSHIPS:
        manager.bulk_create(created)
        _link_states([*created, *updated], updated)
    else:
        insert_rows(created)


def _update_rows(table: Table, rows: list[Evidence], reopened: list[Evidence], run: ImportRun) -> None:
    """Write rows that are stored, of each only what differs: a change of the word lists touches few columns.

    What differs in a row goes in one statement, because the checks of the database look at several columns of a row.
    """
    manager = table.model._default_manager
    stored = manager.filter(pk__in=[row.pk for row in rows])
    for row in rows:
        _sign(table, row, run)
    places = {pk: (start, end) for pk, start, end in stored.values_list("pk", "start", "end")}
    _park(table, [row for row in rows if places[row.pk] != (row.start, row.end)])
    reopen(reopened, REOPENED)
    stored.update(run=run, lexicon_version=run.lexicon_version)
    target = (table.target, f"machine_{table.target}") if table.target else ()
    plain = [name for name in (*table.columns, *table.key) if not name.endswith("_id")]
    names = list(dict.fromkeys(["start", "end", *plain, *target]))
    columns = [f"{name}_id" if name in target else name for name in names]
    written = {pk: values for pk, *values in stored.values_list("pk", *columns)}
    groups: dict[tuple[str, ...], list[Evidence]] = defaultdict(list)
    for row in rows:
        pairs = zip(names, columns, written[row.pk], strict=True)
        groups[tuple(name for name, column, value in pairs if getattr(row, column) != value)].append(row)
    for changed, group in groups.items():
        if changed:
            manager.bulk_update(group, changed)


def _park(table: Table, rows: list[Evidence]) -> None:
    """Put rows that move within one text beyond it first, so that no two stand at one place on the way."""
    far = 1_000_000_000
    places = [(row.start, row.end) for row in rows]
    for number, row in enumerate(rows):
        row.start, row.end = far + 2 * number, far + 2 * number + 1
    table.model._default_manager.bulk_update(rows, ["start", "end"])
    for row, place in zip(rows, places, strict=True):
        row.start, row.end = place


def _sign(table: Table, row: Evidence, run: ImportRun) -> None:
    """Set who wrote the row, and what is shown: the reviewed record, else the machine's."""
    row.run_id, row.lexicon_version = run.pk, run.lexicon_version
    if table.target:
        reviewed = getattr(row, f"reviewed_{table.target}_id")
        setattr(row, f"{table.target}_id", reviewed if reviewed is not None else getattr(row, f"machine_{table.target}_id"))


def _link_states(rows: Iterable[Evidence], updated: Iterable[Evidence]) -> None:
    through = MembershipStatement.states.through
    changed = [row.pk for row in updated]
    if changed:
        raw_delete(through, "membershipstatement__in", changed)
    pairs = [(row.pk, state) for row in rows for state in sorted(row.state_ids)]  # type: ignore[attr-defined]
    link(through, ("membershipstatement_id", "state_id"), pairs)


def raw_delete(model: type[Model], condition: str, values: Sequence[int] | QuerySet[Any]) -> None:
    """Delete rows without signals: what a machine wrote and withdraws needs no history."""
    rows = model._default_manager.filter(**{condition: values})
    rows._raw_delete(rows.db)
