"""What an article was before a run changed it, kept so that the run can be taken back."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

Row = dict[str, Any]


def row_of(instance: Model) -> Row:
    """Return every column of a row as JSON holds it; large bytes never come here."""
    values = {field.attname: field.value_from_object(instance) for field in instance._meta.concrete_fields}
    return plain(values)


def plain(values: dict[str, Any]) -> Row:
    """Return values as JSON gives them back."""
    loaded: Row = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
    return loaded


def rows_of(instances: Iterable[Model]) -> list[Row]:
    """Return the columns of several rows."""
    return [row_of(instance) for instance in instances]


def restore(model: type[Model], row: Row) -> Model:
    """Return a row of a model with the columns that were kept."""
    values = {}
    for field in model._meta.concrete_fields:
        if field.attname in row:
            target = getattr(field, "target_field", field)
            values[field.attname] = target.to_python(row[field.attname]) if row[field.attname] is not None else None
    return model(**values)
