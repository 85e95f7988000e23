"""Writes reference rows: inserts what is new, updates what differs, leaves alone what a person has set, and says what it did.

Rows are compared in Python, so a second run writes nothing at all; ``INSERT .. ON CONFLICT`` would also fire the trigger that refuses
overlapping memberships.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from events.models.base import Origin
from events.reference_cells import Ref
from events.reference_loading import Picture, Row, Table
from events.reference_matching import Keys, Matcher

REASON = "load_reference"


@dataclass(frozen=True, slots=True)
class Kept:
    """A difference between a file and a record that a person has edited; the person's value stays."""

    row: str
    field: str
    file_value: str
    kept_value: str

    def __str__(self) -> str:
        return f"{self.row}: {self.field} stays “{self.kept_value}” as edited; the file says “{self.file_value}”"


@dataclass(slots=True)
class Outcome:
    """What a load did to one table; ``removed`` names records that stand in the database but no longer in the file."""

    table: str
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[Kept] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.inserted or self.updated)


class RefusedError(Exception):
    """What would result is something the database refuses, because of records that a person has edited or entered."""


def write_tables(tables: Sequence[Table], picture: Picture) -> list[Outcome]:
    """Write all tables in order; the caller holds the transaction."""
    keys: Keys = {}
    return [_Writer(table, keys).write(picture.rows[table.name]) for table in tables]


class _Lists:
    """The many-to-many columns of a table: what is linked, what should be, and the difference written."""

    def __init__(self, table: Table, keys: Keys) -> None:
        model_fields = {f.name: f for f in table.model._meta.many_to_many}
        self.fields = {column.name: model_fields[column.name] for column in table.columns if column.name in model_fields}
        self.keys = keys
        self.links = {name: self._read(name) for name in self.fields}
        self.pending: list[tuple[Any, str, set[Any]]] = []

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def wanted(self, row: Row, name: str) -> set[Any]:
        """Return the keys of the records to be linked; one that a person has deleted is passed over."""
        known = self.keys[self.fields[name].related_model]
        return {known[ref.key] for ref in row.values[name] if ref.key in known}

    def held(self, record: Any, name: str) -> set[Any]:
        return self.links[name].get(record.pk, set())

    def shown(self, record: Any, name: str) -> str:
        held = self.held(record, name)
        return "; ".join(sorted(key for key, pk in self.keys[self.fields[name].related_model].items() if pk in held))

    def store(self) -> None:
        """Write the links set aside; the records have primary keys by now."""
        for record, name, wanted in self.pending:
            through, source, target = self._through(name)
            held = self.held(record, name)
            if held - wanted:
                through._default_manager.filter(**{source: record.pk, f"{target}__in": held - wanted}).delete()
            through._default_manager.bulk_create([through(**{source: record.pk, target: pk}) for pk in sorted(wanted - held)])
        self.pending.clear()

    def _through(self, name: str) -> tuple[Any, str, str]:
        link: Any = self.fields[name]
        return link.remote_field.through, f"{link.m2m_field_name()}_id", f"{link.m2m_reverse_field_name()}_id"

    def _read(self, name: str) -> dict[Any, set[Any]]:
        through, source, target = self._through(name)
        links: dict[Any, set[Any]] = {}
        for one, other in through._default_manager.values_list(source, target):
            links.setdefault(one, set()).add(other)
        return links


class _Writer:
    """Brings one table in line with its file."""

    def __init__(self, table: Table, keys: Keys) -> None:
        self.table, self.keys = table, keys
        self.model: Any = table.model
        self.matcher = Matcher(table, keys)
        self.lists = _Lists(table, keys)
        self.outcome = Outcome(table.name)

    def write(self, rows: list[Row]) -> Outcome:
        """Insert, update and count; rows that refer to others of the same file go second."""
        stored = list(self.model._default_manager.all())
        self._learn_keys()
        found = self.matcher.match(rows, stored)
        deleted = self.matcher.deleted_by_people() if len(found) < len(rows) else set()
        inner = [row for row in rows if any(isinstance(value, Ref) and value.model is self.model for value in row.values.values())]
        outer = [row for row in rows if row not in inner] if inner else rows
        for part in filter(None, (outer, inner)):
            wave = [row for row in part if self._is_whole(row)]
            new = [self._make(row) for row in wave if row.line not in found and not self._is_deleted(row, deleted)]
            changes = [
                (record, names) for record, names in (self._apply(row, found[row.line]) for row in wave if row.line in found) if names
            ]
            self._store(stored, new, changes)
            self._learn_keys()
        matched = {record.pk for record in found.values()}
        self.outcome.removed = sorted(str(r) for r in stored if r.pk not in matched and r.origin == Origin.REFERENCE)
        return self.outcome

    def _is_whole(self, row: Row) -> bool:
        """Tell whether the records that a row refers to exist; a person may have deleted one that the files still have."""
        refs = [value for value in row.values.values() if isinstance(value, Ref)]
        missing = [ref.key for ref in refs if ref.key not in self.keys[ref.model]]
        if missing:
            self._keep(row, "the row", "present", f"left out, as {missing[0]} was deleted")
        return not missing

    def _learn_keys(self) -> None:
        if len(self.table.key) == 1:
            self.keys[self.model] = dict(self.model._default_manager.values_list(self.table.key[0], "pk"))

    def _is_deleted(self, row: Row, deleted: set[tuple[Any, ...]]) -> bool:
        if self.matcher.key(row) not in deleted:
            return False
        self._keep(row, "the row", "present", "deleted")
        return True

    def _make(self, row: Row) -> Any:
        fields = {name: self.table.attname(name) for name in row.values if name not in self.lists}
        record: Any = self.model(**{attname: self.matcher.column(row, name) for name, attname in fields.items()}, origin=Origin.REFERENCE)
        self.lists.pending += [(record, name, self.lists.wanted(row, name)) for name in self.lists.fields]
        self.outcome.inserted += 1
        return record

    def _apply(self, row: Row, record: Any) -> tuple[Any, set[str]]:
        """Set what differs, unless a person has set it; return the record and the names of its own fields that were set."""
        names: set[str] = set()
        lists_differ = False
        for name in row.values:
            attname = self.table.attname(name) if name not in self.lists else ""
            after = self.matcher.column(row, name) if attname else self.lists.wanted(row, name)
            if after == (getattr(record, attname) if attname else self.lists.held(record, name)):
                continue
            if self._is_protected(row, record, name):
                if row.sources[name] == name:
                    self._keep(row, name, row.cells.get(name, str(after)), self._shown(record, name))
            elif attname:
                setattr(record, attname, after)
                names.add(name)
            else:
                self.lists.pending.append((record, name, after))
                lists_differ = True
        if record.origin == Origin.IMPORT:
            record.origin = Origin.REFERENCE
            names.add("origin")
        if names or lists_differ:
            self.outcome.updated += 1
        else:
            self.outcome.unchanged += 1
        return record, names

    def _is_protected(self, row: Row, record: Any, name: str) -> bool:
        return record.origin == Origin.EDITOR or bool({name, row.sources[name]} & set(record.edited_fields))

    def _keep(self, row: Row, name: str, file_value: str, kept_value: str) -> None:
        self.outcome.kept.append(Kept(row.label(self.table.key), name, file_value, kept_value))

    def _shown(self, record: Any, name: str) -> str:
        if name in self.lists:
            return self.lists.shown(record, name)
        model_field = self.model._meta.get_field(name)
        value = getattr(record, model_field.attname)
        if not model_field.is_relation:
            return "" if value is None else str(value)
        return next((key for key, pk in self.keys[model_field.related_model].items() if pk == value), "")

    def _store(self, stored: list[Any], new: list[Any], changes: list[tuple[Any, set[str]]]) -> None:
        changed = [record for record, _ in changes]
        if self.table.check_final and (new or changed):
            faults = list(self.table.check_final([*stored, *new]))
            if faults:
                raise RefusedError("\n".join(faults))
        manager = self.model._default_manager
        if changed and self.table.rewrite:
            manager.filter(pk__in=[record.pk for record in changed])._raw_delete(manager.db)
            manager.bulk_create(changed)
        elif changed:
            manager.bulk_update(changed, sorted(set().union(*(names for _, names in changes))), batch_size=200)
        manager.bulk_create(new, batch_size=500)
        self.lists.store()
        followed = [record for record in changed if record.edited_at]
        if followed and hasattr(self.model, "history"):
            self.model.history.bulk_history_create(followed, update=True, default_change_reason=REASON)
