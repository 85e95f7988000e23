"""Inserting many rows of a model at once.

``bulk_create`` puts every value of every row through the compiler of queries, which for an import's rows takes several times as long as the
database itself. Here the values are taken column by column; what a value needs of its field, its field does.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    AutoField,
    BinaryField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    Field,
    ForeignKey,
    IntegerField,
    JSONField,
    Model,
    TextField,
)
from django.utils import timezone

# What the drivers take as it stands in an instance. Dates, numbers with decimals, JSON and bytes differ from database to database.
AS_IT_STANDS = (BooleanField, CharField, ForeignKey, IntegerField, TextField)
# Fields that store what the instance has, a date but for one that is taken from the clock; others may give a value of their own.
TAKEN_AS_SET = (*AS_IT_STANDS, BinaryField, DateField, DecimalField, JSONField)
PARAMETERS = 65_535  # in one statement of PostgreSQL


def insert_rows(rows: Iterable[Model], *, with_keys: bool = False) -> None:
    """Insert instances of one model; their keys stay unknown unless asked for."""
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    keys = _insert(model, {field: _held(field, rows) for field in _fields(model)}, with_keys=with_keys)
    for row, key in zip(rows, keys, strict=with_keys):
        row.pk, row._state.adding = key, False


def insert_values(model: type[Model], rows: Iterable[Mapping[str, Any]], *, with_keys: bool = False) -> list[Any]:
    """Insert rows of which no instance is needed; return their keys in the order of the rows, where asked for.

    A row gives values under the names they have in an instance (``article_id``); what is not given takes the default. Raises
    :class:`ValueError` for a name that the model does not have, and for rows that do not all give the same ones.
    """
    rows = list(rows)
    if not rows:
        return []
    fields, given = _fields(model), rows[0].keys()
    if unknown := given - {field.attname for field in fields}:
        raise ValueError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
    if any(row.keys() != given for row in rows):
        raise ValueError(f"the rows for {model.__name__} do not all give {', '.join(given)}")
    return _insert(model, {field: _given(field, rows) for field in fields}, with_keys=with_keys)


def _fields(model: type[Model]) -> list["Field[Any, Any]"]:
    return [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]


def _held(field: "Field[Any, Any]", rows: Sequence[Model]) -> list[Any]:
    """Return what instances hold of one field; rows that are written together have one time."""
    if now := _now(field):
        for row in rows:
            setattr(row, field.attname, now)
    if isinstance(field, TAKEN_AS_SET):
        return list(map(attrgetter(field.attname), rows))
    return [field.pre_save(row, add=True) for row in rows]


def _given(field: "Field[Any, Any]", rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return what rows give of one field, else its default, made for each row where it is made."""
    if field.attname in rows[0]:
        return list(map(itemgetter(field.attname), rows))
    if now := _now(field):
        return [now] * len(rows)
    return [field.get_default() for _ in rows] if callable(field.default) else [field.get_default()] * len(rows)


def _now(field: "Field[Any, Any]") -> datetime.date | None:
    """Return the present for a field that is taken from the clock."""
    if not isinstance(field, DateField) or not (field.auto_now or field.auto_now_add):
        return None
    return timezone.now() if isinstance(field, DateTimeField) else datetime.date.today()


def _insert(model: type[Model], values: Mapping["Field[Any, Any]", Sequence[Any]], *, with_keys: bool) -> list[Any]:
    """Insert the values of all fields; return the new keys, where asked for."""
    connection = connections[DEFAULT_DB_ALIAS]
    quote = connection.ops.quote_name
    head = f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(quote(str(field.column)) for field in values)}) VALUES "
    tail = f" RETURNING {quote(str(model._meta.pk.column))}" if with_keys else ""
    marks = f"({', '.join(['%s'] * len(values))})"
    rows = list(zip(*(_prepared(field, column, connection) for field, column in values.items()), strict=True))
    # Many rows a statement: triggers of a statement fire once, and SQLite's full-text index is written once.
    at_once = (connection.features.max_query_params or PARAMETERS) // len(values)
    keys: list[Any] = []
    with connection.cursor() as cursor:
        for first in range(0, len(rows), at_once):
            part = rows[first : first + at_once]
            cursor.execute(head + ", ".join([marks] * len(part)) + tail, list(chain.from_iterable(part)))
            if with_keys:  # They come in the order of the rows, as ``bulk_create`` takes them too.
                keys += [key for (key,) in cursor.fetchall()]
    return keys


def _prepared(field: "Field[Any, Any]", values: Sequence[Any], connection: BaseDatabaseWrapper) -> Sequence[Any]:
    """Return the values of one field as the database takes them; one that comes again is prepared once."""
    if isinstance(field, AS_IT_STANDS):
        return values
    prepare = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, JSONField):  # Most are empty.
        empty = {kind: prepare(kind()) for kind in (list, dict)}
        return [None if value is None else empty[type(value)] if not value and type(value) in empty else prepare(value) for value in values]
    if not isinstance(field, BinaryField):
        prepare = lru_cache(prepare)  # type: ignore[assignment]
    return [None if value is None else prepare(value) for value in values]
