"""Inserting many rows of a model at once.

``bulk_create`` puts every value of every row through the compiler of queries, which for an import's rows takes several times as long as the
database itself. Here the values are taken column by column; what a value needs of its field, its field does.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import AutoField, BooleanField, CharField, Field, ForeignKey, IntegerField, Model, TextField

# What the drivers take as it stands in an instance. Dates, numbers with decimals, JSON and bytes differ from database to database.
AS_IT_STANDS = (BooleanField, CharField, ForeignKey, IntegerField, TextField)
PARAMETERS = 65_535  # in one statement of PostgreSQL


def insert_rows(rows: Iterable[Model], *, with_keys: bool = False) -> None:
    """Insert instances of one model; their keys stay unknown unless asked for."""
    rows = list(rows)
    if not rows:
        return
    model, connection = type(rows[0]), connections[DEFAULT_DB_ALIAS]
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
    quote = connection.ops.quote_name
    head = f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(quote(str(field.column)) for field in fields)}) VALUES "
    tail = f" RETURNING {quote(str(model._meta.pk.column))}" if with_keys else ""
    marks = f"({', '.join(['%s'] * len(fields))})"
    # Many rows a statement: triggers of a statement fire once, and SQLite's full-text index is written once.
    at_once = (connection.features.max_query_params or PARAMETERS) // len(fields)
    with connection.cursor() as cursor:
        for first in range(0, len(rows), at_once):
            part = rows[first : first + at_once]
            columns = [_column(field, part, connection) for field in fields]
            cursor.execute(head + ", ".join([marks] * len(part)) + tail, list(chain.from_iterable(zip(*columns, strict=True))))
            if with_keys:  # They come in the order of the rows, as ``bulk_create`` takes them too.
                for row, (key,) in zip(part, cursor.fetchall(), strict=True):
                    row.pk, row._state.adding = key, False


def _column(field: "Field[Any, Any]", rows: Sequence[Model], connection: BaseDatabaseWrapper) -> Iterable[Any]:
    """Return the values of one field as the database takes them."""
    if isinstance(field, AS_IT_STANDS):
        return map(attrgetter(field.attname), rows)
    values = (field.pre_save(row, add=True) for row in rows)
    return [None if value is None else field.get_db_prep_save(value, connection) for value in values]
