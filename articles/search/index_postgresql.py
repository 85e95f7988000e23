"""The inverted index on PostgreSQL: a generated `tsvector` of the same terms, kept out of the narrow rows, under a GIN index."""

from array import array

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.query import Leaf

TABLE = "articles_searchterms"
INDEX = f"{TABLE}_vector_gin"
WEIGHTS = {"title": "A", "lead": "B", "body": "C"}
# The word between two fields keeps a phrase from reaching from one into the next.
_VECTOR = " || 'between:1'::tsvector || ".join(
    f"setweight(to_tsvector('simple', {column}), '{weight}')" for column, weight in WEIGHTS.items()
)
_HEADER, _WORD = 20, 4  # bytes of a binary one-dimensional array before its first element, and of an int4


def install(connection: BaseDatabaseWrapper) -> None:
    """Make column and index, where they are missing."""
    if stands(connection):
        return
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS vector tsvector GENERATED ALWAYS AS ({_VECTOR}) STORED")
        # Short rows: a common term touches a third of the table, and reads its numbers only.
        cursor.execute(f"ALTER TABLE {TABLE} SET (toast_tuple_target = 128)")
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin (vector) WITH (fastupdate = off)")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take column and index away."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE IF EXISTS {TABLE} DROP COLUMN IF EXISTS vector")


def stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the index is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [INDEX])
        return bool(cursor.fetchone()[0])


def matching(connection: BaseDatabaseWrapper, leaf: Leaf) -> array:
    """Return the search numbers of the articles that have the leaf's terms side by side in one field."""
    mark = f":{'*' if leaf.is_prefix else ''}{WEIGHTS.get(leaf.within, '')}".rstrip(":")
    words = " <-> ".join(f"'{term}'{mark}" for term in leaf.terms)
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(f"SELECT array_agg(search_no) FROM {TABLE} WHERE vector @@ %s::tsquery", [words], binary=True)
        raw = cursor.pgresult.get_value(0, 0) if cursor.pgresult else None
    if raw is None:
        return array("I")
    numbers = array("I", raw[_HEADER:])
    numbers.byteswap()
    return numbers[1::2]  # each element is preceded by its length
