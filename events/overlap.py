"""The rule that one state holds one status at a time, kept by the database itself.

PostgreSQL has exclusion constraints for this: ``int4range(state_id, state_id, '[]') WITH &&`` stands in for equality, so no extension is
needed. SQLite has none, so two triggers refuse the row. Django rebuilds SQLite tables to alter them and drops their triggers with them,
so :func:`ensure_rule` is idempotent and runs in the first migration and again after every ``migrate``.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps
from django.core.checks import CheckMessage, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NAME = "membership_no_overlap"
TABLE = "events_membership"
MESSAGE = f"{NAME}: another status of this state overlaps"

_POSTGRESQL = f"""ALTER TABLE {TABLE} ADD CONSTRAINT {NAME} EXCLUDE USING gist
    (int4range(state_id::integer, state_id::integer, '[]') WITH &&, daterange(start, until) WITH &&)"""

_SQLITE = """CREATE TRIGGER IF NOT EXISTS {name}_{event} BEFORE {event} ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} other WHERE other.state_id = NEW.state_id AND other.id IS NOT NEW.id
        AND (other.until IS NULL OR other.until > NEW.start) AND (NEW.until IS NULL OR NEW.until > other.start))
    BEGIN SELECT RAISE(ABORT, '{message}'); END"""


def ensure_rule(connection: BaseDatabaseWrapper) -> None:
    """Set the rule where it is missing; do nothing where it stands."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            if not rule_stands(connection):
                cursor.execute(_POSTGRESQL)
        else:
            for event in ("insert", "update"):
                cursor.execute(_SQLITE.format(name=NAME, event=event, table=TABLE, message=MESSAGE))


def rule_stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the database refuses overlapping memberships."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT count(*) FROM pg_constraint WHERE conname = %s", [NAME])
            return bool(cursor.fetchone()[0] == 1)
        cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN (%s, %s)", [f"{NAME}_insert", f"{NAME}_update"]
        )
        return bool(cursor.fetchone()[0] == 2)


def install_rule(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the rule in the first migration."""
    ensure_rule(schema_editor.connection)


def remove_rule(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the rule back when the first migration is undone; the table goes with it."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT IF EXISTS {NAME}")


def after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Set the rule again after a migration that may have rebuilt the table."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        ensure_rule(connection)


@register(Tags.database)
def check_rule(app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Report a database in which the rule does not stand (``manage.py check --database default``).

    A warning, because ``migrate``, which mends it, runs no further than an error.
    """
    return [
        CheckWarning(f"The rule {NAME} is missing in the database “{alias}”.", hint="Run: python manage.py migrate", id="events.W001")
        for alias in databases or []
        if TABLE in connections[alias].introspection.table_names() and not rule_stands(connections[alias])
    ]
