"""The inverted index on PostgreSQL: generated `tsvector`s of the same terms, kept out of the narrow rows, under a GIN index.

A second one holds the phrases of frequent words (:mod:`articles.search.phrases_postgresql`).
"""

from array import array

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search import phrases_postgresql
from articles.search.phrases_postgresql import TABLE
from articles.search.query import Leaf

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
        cursor.execute(f"CREATE INDEX {INDEX} ON {TABLE} USING gin ({columns}) WITH (fastupdate = off)")


def suspend(connection: BaseDatabaseWrapper) -> None:
    """Take the indexes away while very many articles are stored; :func:`install` makes them anew."""
    with connection.cursor() as cursor:
        phrases_postgresql.drop(cursor)
        cursor.execute(f"DROP INDEX IF EXISTS {INDEX}")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take columns and indexes away."""
    with connection.cursor() as cursor:
        phrases_postgresql.drop(cursor)
        for field in COLUMNS:
            cursor.execute(f"ALTER TABLE IF EXISTS {TABLE} DROP COLUMN IF EXISTS {column_of(field)}")


def stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether the index is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [INDEX])
        (found,) = cursor.fetchone()
        return bool(found)


def matching(connection: BaseDatabaseWrapper, leaf: Leaf) -> array:
    """Return the search numbers of the articles that have the leaf's terms side by side in one field."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        source, condition, asked = _question(leaf, cursor)
        cursor.execute(f"SELECT array_agg(search_no) FROM {source} WHERE {condition}", asked, binary=True)
        raw = cursor.pgresult.get_value(0, 0) if cursor.pgresult else None
    if raw is None:
        return array("I")
    numbers = array("I", raw[_HEADER:])
    numbers.byteswap()
    return numbers[1::2]  # each element is preceded by its length


def _question(leaf: Leaf, cursor: psycopg.Cursor) -> tuple[str, str, list[str]]:
    """Return which rows are asked, under which condition, with which parameters."""
    words = " <-> ".join(f"'{term}'{':*' if leaf.is_prefix else ''}" for term in leaf.terms)
    matches = f"{column_of(leaf.within)} @@ %s::tsquery"
    runs = phrases_postgresql.condition(cursor, leaf) if len(leaf.terms) > 1 else None
    if runs is None:
        return TABLE, matches, [words]
    has_runs, is_phrase = runs
    if is_phrase:
        return TABLE, has_runs, []
    # The fence keeps the planner from reading the positions of any other article.
    return f"(SELECT * FROM {TABLE} WHERE {has_runs} OFFSET 0) AS having_runs", matches, [words]
