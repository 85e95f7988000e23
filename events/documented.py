"""One sentence for three readers: a model's docstring and help texts become its table and column comments in the database."""

from typing import TypeVar

from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


def documented(model: Model) -> Model:
    """Mirror a model's first docstring sentence and its help texts as ``db_table_comment`` and ``db_comment``.

    PostgreSQL stores them; SQLite has no comments, and its warnings (``fields.W163``, ``models.W046``) are silenced in the settings.
    """
    model._meta.db_table_comment = (model.__doc__ or "").strip().split("\n")[0]
    model._meta.original_attrs["db_table_comment"] = model._meta.db_table_comment
    for field in model._meta.local_fields:
        if field.help_text and not field.db_comment:
            field.db_comment = str(field.help_text)
    return model
