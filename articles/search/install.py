"""Sets what the search needs in the database beside its tables: the inverted index and the triggers. Idempotent, on both databases."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps
from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.search import change_log, index_postgresql, index_sqlite, phrases_postgresql

TABLES = {"articles_searchterms", change_log.VERSION, change_log.LOG}


def engine_of(connection: BaseDatabaseWrapper) -> ModuleType:
    """Return the module that knows the inverted index of a database."""
    return index_postgresql if connection.vendor == "postgresql" else index_sqlite


def ensure_index(connection: BaseDatabaseWrapper) -> None:
    """Set index, version rows and triggers where they are missing."""
    engine_of(connection).install(connection)
    change_log.ensure_rows(connection)
    change_log.ensure_triggers(connection)


def suspend_index(connection: BaseDatabaseWrapper) -> None:
    """Take away what would slow a bulk load down; :func:`ensure_index` makes it anew."""
    change_log.remove_triggers(connection)
    if connection.vendor == "postgresql":
        index_postgresql.suspend(connection)


def renew_phrases(connection: BaseDatabaseWrapper, *, anew: bool = False) -> bool:
    """Bring the index of phrases up to date where the database needs one; tell whether anything was made.

    It is where the archive has doubled since frequent words were measured. On PostgreSQL that takes a minute or two for 100,000 articles.
    """
    return connection.vendor == "postgresql" and phrases_postgresql.renew(connection, anew=anew)


def install_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the index in the first migration; the triggers follow when all tables stand."""
    engine_of(schema_editor.connection).install(schema_editor.connection)


def remove_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take index and triggers back when the first migration is undone."""
    change_log.remove_triggers(schema_editor.connection)
    engine_of(schema_editor.connection).remove(schema_editor.connection)


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Set again what a migration or a flush may have taken away."""
    if has_tables(connections[using]):
        ensure_index(connections[using])


def has_tables(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the search's tables and all watched tables stand."""
    return {*TABLES, *change_log.watched_tables()} <= set(connection.introspection.table_names())


@register(Tags.database)
def check_index(app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Report a database without index or with a trigger missing (``manage.py check --database default``).

    A warning, because ``migrate``, which mends it, runs no further than an error.
    """
    return [
        CheckWarning(f"The search index of the database “{alias}” is incomplete.", hint="Run: python manage.py migrate", id="articles.W001")
        for alias in databases or []
        if has_tables(connections[alias]) and not index_stands(connections[alias])
    ]


def index_stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the index and every trigger are there."""
    return engine_of(connection).stands(connection) and set(change_log.watched_tables()) <= change_log.standing_tables(connection)
