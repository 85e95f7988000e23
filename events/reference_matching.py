"""Finds the stored record of each reference row: by its key, by the key it had before a person changed it, or by a second key."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.db import models

from events.models.base import Origin
from events.reference_cells import Ref
from events.reference_loading import Row, Table

Key = tuple[Any, ...]
Keys = dict[type[models.Model], dict[str, Any]]


class Matcher:
    """Matches the rows of one file with the records of its table; ``keys`` gives the primary key of what rows refer to."""

    def __init__(self, table: Table, keys: Keys) -> None:
        """Keep what is needed to compute keys on both sides."""
        self.table, self.model, self.keys = table, table.model, keys

    def match(self, rows: list[Row], stored: list[Any]) -> dict[int, Any]:
        """Return the record of each row that has one, by the row's line."""
        by_key = {self._key_of(record): record for record in stored}
        for record, key in self._former_keys(stored):
            by_key.setdefault(key, record)
        found = {row.line: by_key[self.key(row)] for row in rows if self.key(row) in by_key}
        if self.table.second_key and len(found) < len(rows):
            found |= self._match_otherwise(self.table.second_key, rows, stored, found)
        return found

    def key(self, row: Row) -> Key:
        """Return a row's natural key in terms of stored values."""
        return self.table.natural_key(partial(self.column, row))

    def column(self, row: Row, name: str) -> Any:
        """Return a row's value as its column stores it; ``None`` for a reference to a record that a person has deleted."""
        value = row.values[name]
        return self.keys[value.model].get(value.key) if isinstance(value, Ref) else value

    def deleted_by_people(self) -> set[Key]:
        """Return the keys of records that a person has deleted."""
        if not hasattr(self.model, "history"):
            return set()
        return {self._key_of(past) for past in self.model.history.filter(history_type="-", history_user__isnull=False)}

    def _key_of(self, record: Any, compute: Callable[..., Key] | None = None) -> Key:
        return (compute or self.table.natural_key)(lambda name: getattr(record, self.table.attname(name)))

    def _former_keys(self, stored: list[Any]) -> Iterator[tuple[Any, Key]]:
        edited = {record.pk: record for record in stored if set(self.table.key) & set(record.edited_fields)}
        if edited and hasattr(self.model, "history"):
            for past in self.model.history.filter(id__in=edited).order_by("history_date", "history_id"):
                yield edited[past.id], self._key_of(past)

    def _match_otherwise(self, compute: Callable[..., Key], rows: list[Row], stored: list[Any], found: dict[int, Any]) -> dict[int, Any]:
        taken = {record.pk for record in found.values()}
        spare: dict[Key, list[Any]] = {}
        for record in stored:
            if record.pk not in taken and record.origin == Origin.REFERENCE:
                spare.setdefault(self._key_of(record, compute), []).append(record)
        missing: dict[Key, list[Row]] = {}
        for row in rows:
            if row.line not in found:
                missing.setdefault(compute(partial(self.column, row)), []).append(row)
        return {claims[0].line: spare[key][0] for key, claims in missing.items() if len(claims) == 1 and len(spare.get(key, ())) == 1}
