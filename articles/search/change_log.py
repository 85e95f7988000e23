"""Triggers that raise the archive's version with every write and note which articles changed.

Whatever writes (an import, the desk, SQL by hand) passes them, so a page kept by a browser or counts kept in memory are never taken for
current when they are not. Django's table rebuild on SQLite drops triggers, therefore :mod:`articles.search.install` sets them again.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

VERSION, LOG = "articles_archiveversion", "articles_searchchange"
LEFT_OUT = {VERSION, LOG, "articles_textsketch", "articles_shingleholder"}
ALL, NAMES = 1, 2
# Tables whose rows decide where an article is found, and how a row names its article.
NOTED = {
    "articles_article": "{row}.search_no",
    "articles_searchterms": "{row}.search_no",
    "articles_statemention": "(SELECT search_no FROM articles_article WHERE id = {row}.article_id)",
    "articles_articletopic": "(SELECT search_no FROM articles_article WHERE id = {row}.article_id)",
}
ROWS = {"insert": ["new"], "update": ["old", "new"], "delete": ["old"]}
PREFIX = "archive_change"


def watched_tables() -> list[str]:
    """Return the tables of the public archive: both apps, many-to-many tables included, histories not."""
    tables = {
        model._meta.db_table
        for label in ("articles", "events")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if not (model._meta.model_name or "").startswith("historical") and model._meta.managed
    }
    return sorted(tables - LEFT_OUT)


def read_version(connection: BaseDatabaseWrapper, row: int = ALL) -> tuple[tuple[int, int], bool]:
    """Return epoch and number as the current transaction sees them, and whether it raised the number itself.

    PostgreSQL raises the number once a transaction, so inside that one the same number may stand for several states.
    """
    own = "xid = pg_current_xact_id_if_assigned()::text::bigint" if connection.vendor == "postgresql" else "0"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT epoch, number, {own} FROM {VERSION} WHERE id = %s", [row])
        epoch, number, is_own = cursor.fetchone() or (0, 0, False)
    return (epoch, number), bool(is_own)


def ensure_rows(connection: BaseDatabaseWrapper) -> None:
    """Set the two version rows where they are missing, each with a fresh random epoch."""
    epoch = "abs(random()) / 2" if connection.vendor == "sqlite" else "floor(random() * 4e18)::bigint"
    with connection.cursor() as cursor:
        for row in (ALL, NAMES):
            cursor.execute(
                f"INSERT INTO {VERSION} (id, epoch, number, xid) SELECT {row}, {epoch}, 1, 0"
                f" WHERE NOT EXISTS (SELECT 1 FROM {VERSION} WHERE id = {row})"
            )


def ensure_triggers(connection: BaseDatabaseWrapper) -> None:
    """Set every trigger that is missing."""
    missing = set(watched_tables()) - standing_tables(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for function in _FUNCTIONS:
                cursor.execute(function)
        for table in sorted(missing):
            for statement in _postgresql_triggers(table) if connection.vendor == "postgresql" else _sqlite_triggers(table):
                cursor.execute(statement)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger away."""
    with connection.cursor() as cursor:
        for table in standing_tables(connection):
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {PREFIX}_version ON {table}; DROP TRIGGER IF EXISTS {PREFIX}_noted ON {table}")
            else:
                for event in ROWS:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {PREFIX}_{table}_{event}")


def standing_tables(connection: BaseDatabaseWrapper) -> set[str]:
    """Return the tables that have all their triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT relname, count(*) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname LIKE %s"
                " AND relnamespace = current_schema()::regnamespace GROUP BY 1",
                [f"{PREFIX}%"],
            )
            return {table for table, number in cursor.fetchall() if number == (2 if table in NOTED else 1)}
        cursor.execute("SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s GROUP BY 1", [f"{PREFIX}%"])
        return {table for table, number in cursor.fetchall() if number == len(ROWS)}


def _sqlite_triggers(table: str) -> list[str]:
    statements = []
    for event, rows in ROWS.items():
        body = f"UPDATE {VERSION} SET number = number + 1 WHERE id = {ALL};"
        if table == "events_alias":
            body += f"UPDATE {VERSION} SET number = number + 1 WHERE id = {NAMES};"
        for row in rows if table in NOTED else ():
            number = NOTED[table].format(row=row)
            # A flush may take the version row before the others; the number is then set anew with a fresh epoch.
            now = f"coalesce((SELECT number FROM {VERSION} WHERE id = {ALL}), 0)"
            # Not an upsert: a conflict clause of the statement that fired the trigger would override its own.
            body += f"UPDATE {LOG} SET version = {now} WHERE search_no = {number};"
            body += f"""INSERT INTO {LOG} (search_no, version) SELECT {number}, {now}
                WHERE {number} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {LOG} WHERE search_no = {number});"""
        statements.append(f"CREATE TRIGGER IF NOT EXISTS {PREFIX}_{table}_{event} AFTER {event.upper()} ON {table} BEGIN {body} END")
    return statements


_RAISE = f"""UPDATE {VERSION} SET number = number + 1, xid = txid_current()
    WHERE id = ANY (rows) AND xid <> txid_current();"""
_FUNCTIONS = [
    # One transaction raises the number once, and holds the row until it ends: versions are in the order of commits.
    f"""CREATE OR REPLACE FUNCTION {PREFIX}_raise(rows int[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN {_RAISE} END $$""",
    f"""CREATE OR REPLACE FUNCTION {PREFIX}_version() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM {PREFIX}_raise(CASE WHEN TG_TABLE_NAME = 'events_alias' THEN ARRAY[{ALL}, {NAMES}] ELSE ARRAY[{ALL}] END);
        RETURN NULL; END $$""",
    f"""CREATE OR REPLACE FUNCTION {PREFIX}_note(noted bigint) RETURNS void LANGUAGE plpgsql AS $$ DECLARE now bigint; BEGIN
        IF noted IS NULL THEN RETURN; END IF;
        PERFORM {PREFIX}_raise(ARRAY[{ALL}]);
        SELECT number INTO now FROM {VERSION} WHERE id = {ALL};
        INSERT INTO {LOG} (search_no, version) VALUES (noted, now)
            ON CONFLICT (search_no) DO UPDATE SET version = now WHERE {LOG}.version <> now; END $$""",
    *(
        f"""CREATE OR REPLACE FUNCTION {PREFIX}_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP <> 'INSERT' THEN PERFORM {PREFIX}_note({number.format(row="OLD")}); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM {PREFIX}_note({number.format(row="NEW")}); END IF;
        RETURN NULL; END $$"""
        for table, number in NOTED.items()
    ),
]


def _postgresql_triggers(table: str) -> list[str]:
    events = "AFTER INSERT OR UPDATE OR DELETE"
    statements = [f"CREATE OR REPLACE TRIGGER {PREFIX}_version {events} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}_version()"]
    if table in NOTED:
        statements.append(f"CREATE OR REPLACE TRIGGER {PREFIX}_noted {events} ON {table} FOR EACH ROW EXECUTE FUNCTION {PREFIX}_{table}()")
    return statements
