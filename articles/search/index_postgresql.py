"""The inverted index on PostgreSQL: generated `tsvector`s of the same terms, kept out of the narrow rows, under a GIN index."""

from array import array

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.query import Leaf

TABLE = "articles_searchterms"
INDEX = f"{TABLE}_vectors_gin"
# A column for each field that is searched alone: a weight inside one column would make PostgreSQL read every matching row again.
# The word between two fields keeps a phrase from reaching from one into the next.
COLUMNS = {
    "": " || 'between:1'::tsvector || ".join(f"to_tsvector('simple', {column})" for column in ("title", "lead", "body")),
    "title": "to_tsvector('simple', title)",
    "lead": "to_tsvector('simple', lead)",
}
_HEADER = 20  # bytes of a binary one-dimensional array before its first element


def column_of(field: str) -> str:
    """Return the column in which a field is searched; no field means any."""
    return f"{field or 'whole'}_vector"


def install(connection: BaseDatabaseWrapper) -> None:
    """Make columns and index, where they are missing."""
    if stands(connection):
        return
    with connection.cursor() as cursor:
        for field, vector in COLUMNS.items():
            cursor.execute(
                f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {column_of(field)} tsvector GENERATED ALWAYS AS ({vector}) STORED"
            )
        # Short rows: a common term touches a third of the table, and reads its numbers only.
        cursor.execute(f"ALTER TABLE {TABLE} SET (toast_tuple_target = 128)")
        columns = ", ".join(map(column_of, COLUMNS))
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin ({columns}) WITH (fastupdate = off)")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take columns and index away."""
    with connection.cursor() as cursor:
        for field in COLUMNS:
            cursor.execute(f"ALTER TABLE IF EXISTS {TABLE} DROP COLUMN IF EXISTS {column_of(field)}")


def stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the index is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [INDEX])
        return bool(cursor.fetchone()[0])


def matching(connection: BaseDatabaseWrapper, leaf: Leaf) -> array:
    """Return the search numbers of the articles that have the leaf's terms side by side in one field."""
    words = " <-> ".join(f"'{term}'{':*' if leaf.is_prefix else ''}" for term in leaf.terms)
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(f"SELECT array_agg(search_no) FROM {TABLE} WHERE {column_of(leaf.within)} @@ %s::tsquery", [words], binary=True)
        raw = cursor.pgresult.get_value(0, 0) if cursor.pgresult else None
    if raw is None:
        return array("I")
    numbers = array("I", raw[_HEADER:])
    numbers.byteswap()
    return numbers[1::2]  # each element is preceded by its length
