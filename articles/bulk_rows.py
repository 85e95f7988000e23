"""Inserting many rows of a model at once.

``bulk_create`` puts every value of every row through the compiler of queries, which for an import's rows takes several times as long as the
database itself. Here the columns of a model are looked at once; what a value needs of its field, its field does.
"""

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import AutoField, BooleanField, CharField, Field, ForeignKey, IntegerField, Model, TextField

# What the drivers take as it stands in an instance. Dates, numbers with decimals, JSON and bytes differ from database to database.
AS_IT_STANDS = (BooleanField, CharField, ForeignKey, IntegerField, TextField)
PARAMETERS = 65_535  # in one statement of PostgreSQL


def insert_rows(rows: Iterable[Model], unique: str = "") -> None:
    """Insert instances of one model.

    Their keys stay unknown, unless the name of another ``unique`` column is given, by which they are looked up.
    """
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    head, values_of = _insertion(model)
    row_marks = f"({', '.join(['%s'] * len(values_of))})"
    # Many rows a statement: triggers of a statement fire once, and SQLite's full-text index is written once.
    at_once = (connection.features.max_query_params or PARAMETERS) // len(values_of)
    with connection.cursor() as cursor:
        for first in range(0, len(rows), at_once):
            part = rows[first : first + at_once]
            cursor.execute(head + ", ".join([row_marks] * len(part)), [value_of(row) for row in part for value_of in values_of])
    if unique:
        named = {getattr(row, unique): row for row in rows}
        for name, key in model._default_manager.filter(**{f"{unique}__in": named}).values_list(unique, "pk"):
            named[name].pk = key
            named[name]._state.adding = False


@cache
def _insertion(model: type[Model]) -> tuple[str, list[Callable[[Model], Any]]]:
    """Return the beginning of the statement that inserts rows of a model, and what gives each value of a row."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ", [_value_of(field) for field in fields]


def _value_of(field: "Field[Any, Any]") -> Callable[[Model], Any]:
    if isinstance(field, AS_IT_STANDS):
        return attrgetter(field.attname)

    def prepared(row: Model) -> Any:
        value = field.pre_save(row, add=True)
        return None if value is None else field.get_db_prep_save(value, connection)

    return prepared
