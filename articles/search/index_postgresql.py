"""The inverted index on PostgreSQL: generated `tsvector`s of the same terms, kept out of the narrow rows, under a GIN index.

A second, smaller one holds the phrases of common words: hashes of 64 bits, made by a function of the database from the same terms.
"""

import hashlib
from array import array

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from articles.search.common_words import LONGEST_RUN, common_terms
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
RUNS = f"{TABLE}_runs"
# Each word is looked up once, the rest is done with the few found. A phrase in headline or lead has a second hash, its field before it.
_RUNS_OF_FIELDS = f"""
    SELECT hashtextextended(concat(mark, run), 0)
    FROM (
        SELECT own, word AS a, lead(word) OVER near AS b, lead(word, 2) OVER near AS c,
            lead(place) OVER near - place AS to_b, lead(place, 2) OVER near - place AS to_c
        FROM (VALUES (1, headline, 'title '), (2, opening, 'lead '), (3, rest, NULL)) AS field(number, terms, own)
        CROSS JOIN LATERAL unnest(string_to_array(terms, ' ')) WITH ORDINALITY AS words(word, place)
        WHERE word = ANY ('{{{",".join(sorted(common_terms()))}}}'::text[])
        WINDOW near AS (PARTITION BY number ORDER BY place)
    ) AS common
    CROSS JOIN LATERAL (VALUES (concat_ws(' ', a, b), to_b = 1), (concat_ws(' ', a, b, c), to_c = 2)) AS found(run, adjoins)
    CROSS JOIN LATERAL (VALUES (''), (own)) AS marked(mark)
    WHERE adjoins AND mark IS NOT NULL"""
# Named by what it holds: other words make another index, and the old one goes.
RUNS_NOW = f"{RUNS}_{hashlib.sha256(_RUNS_OF_FIELDS.encode()).hexdigest()[:8]}"
_RUNS_FUNCTION = f"""
    CREATE OR REPLACE FUNCTION {RUNS_NOW}(headline text, opening text, rest text) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$ BEGIN RETURN ARRAY({_RUNS_OF_FIELDS}); END $$"""
_HEADER = 20  # bytes of a binary one-dimensional array before its first element


def column_of(field: str) -> str:
    """Return the column in which a field is searched; no field means any."""
    return f"{field or 'whole'}_vector"


def install(connection: BaseDatabaseWrapper) -> None:
    """Make columns and indexes, where they are missing; the phrases of a large archive take minutes."""
    with connection.cursor() as cursor:
        if not _is_there(cursor, INDEX):
            for field, vector in COLUMNS.items():
                cursor.execute(
                    f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {column_of(field)} tsvector GENERATED ALWAYS AS ({vector}) STORED"
                )
            # Short rows: a common term touches a third of the table, and reads its numbers only.
            cursor.execute(f"ALTER TABLE {TABLE} SET (toast_tuple_target = 128)")
            columns = ", ".join(map(column_of, COLUMNS))
            cursor.execute(f"CREATE INDEX {INDEX} ON {TABLE} USING gin ({columns}) WITH (fastupdate = off)")
        if not _is_there(cursor, RUNS_NOW):
            _drop_runs(cursor)
            cursor.execute(_RUNS_FUNCTION)
            cursor.execute(f"CREATE INDEX {RUNS_NOW} ON {TABLE} USING gin ({RUNS_NOW}(title, lead, body)) WITH (fastupdate = off)")
            # Nothing is planned by what the hashes are, and ANALYZE would make them all anew.
            cursor.execute(f"ALTER INDEX {RUNS_NOW} ALTER COLUMN 1 SET STATISTICS 0")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take columns and indexes away."""
    with connection.cursor() as cursor:
        _drop_runs(cursor)
        for field in COLUMNS:
            cursor.execute(f"ALTER TABLE IF EXISTS {TABLE} DROP COLUMN IF EXISTS {column_of(field)}")


def stands(connection: BaseDatabaseWrapper) -> bool:
    """Tell whether both indexes are there."""
    with connection.cursor() as cursor:
        return all(_is_there(cursor, name) for name in (INDEX, RUNS_NOW))


def matching(connection: BaseDatabaseWrapper, leaf: Leaf) -> array:
    """Return the search numbers of the articles that have the leaf's terms side by side in one field."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        condition, asked = _condition(leaf, cursor)
        cursor.execute(f"SELECT array_agg(search_no) FROM {TABLE} WHERE {condition}", [asked], binary=True)
        raw = cursor.pgresult.get_value(0, 0) if cursor.pgresult else None
    if raw is None:
        return array("I")
    numbers = array("I", raw[_HEADER:])
    numbers.byteswap()
    return numbers[1::2]  # each element is preceded by its length


def _condition(leaf: Leaf, cursor: psycopg.Cursor) -> tuple[str, str]:
    """Return the condition of a leaf and its one parameter."""
    # A process older or newer than the index, as during an upgrade, does without it.
    if 1 < len(leaf.terms) <= LONGEST_RUN and common_terms().issuperset(leaf.terms) and _is_there(cursor, RUNS_NOW):
        return f"{RUNS_NOW}(title, lead, body) @> ARRAY[hashtextextended(%s::text, 0)]", " ".join(filter(None, (leaf.within, *leaf.terms)))
    words = " <-> ".join(f"'{term}'{':*' if leaf.is_prefix else ''}" for term in leaf.terms)
    return f"{column_of(leaf.within)} @@ %s::tsquery", words


def _is_there(cursor: CursorWrapper | psycopg.Cursor, index: str) -> bool:
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [index])
    (found,) = cursor.fetchone() or (False,)
    return bool(found)


def _drop_runs(cursor: CursorWrapper) -> None:
    """Drop the phrases of these or other common words, index and function."""
    cursor.execute("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND starts_with(indexname, %s)", [RUNS])
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP INDEX {name}; DROP FUNCTION IF EXISTS {name}")
