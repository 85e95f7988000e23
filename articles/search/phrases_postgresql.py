"""An index of the phrases that PostgreSQL would be slow to check: those whose words stand side by side in many articles.

To check a phrase, PostgreSQL reads the positions of every article that has all its words, several kilobytes each. That is quick where few
articles have them, and slow for "border services". So what is frequent is measured in a sample of the archive itself: words and pairs of
neighbouring words that stand in more than one article of fifty. Terms of an index of their own are then all pairs of frequent words, and
all longer runs whose every pair is frequent. Any other phrase has a word or a pair that few articles have, and these are checked.

The index lies over a function that holds the measured lists, so nothing but the index is stored, and what it is asked for is made by the
same function. An index of all pairs of words was tried: three times the size of that of the words.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from articles.search import names
from articles.search.query import Leaf

TABLE = "articles_searchterms"
# Begins the name of index and function; what follows tells one measurement from another.
PREFIX = f"{TABLE}_runs_"
# Share of the articles from which on a word or a pair is frequent, and how many articles are looked at to find out.
FREQUENT = 0.02
SAMPLE = 5_000
# A smaller archive is quick without.
WORTH_IT = 5_000
# Longer runs are asked for by their pairs, then checked.
LONGEST_RUN = 8
# What an index may use of memory while it is made (PostgreSQL's default is 64 MB).
MEMORY = "256MB"
_LOCK = 5_102_026  # any number that nothing else in the archive locks
_RUNS = """
    WITH RECURSIVE neighbours AS (
        SELECT own, number, place, word || ' ' || next AS run, next
        FROM (
            SELECT own, number, place, word, lead(word) OVER near AS next, lead(place) OVER near - place AS distance
            FROM (VALUES (1, headline, 'title '), (2, opening, 'lead '), (3, rest, NULL)) AS field(number, terms, own)
            CROSS JOIN LATERAL unnest(string_to_array(terms, ' ')) WITH ORDINALITY AS words(word, place)
            WHERE word = ANY ({words}::text[])
            WINDOW near AS (PARTITION BY number ORDER BY place)
        ) AS frequent
        WHERE distance = 1
    ), links AS MATERIALIZED (
        SELECT * FROM neighbours WHERE run = ANY ({pairs}::text[])
    ), chains AS (
        SELECT own, number, place + 1 AS last, run, 2 AS length FROM links
        UNION ALL
        SELECT chains.own, number, last + 1, chains.run || ' ' || next, length + 1
        FROM chains JOIN links USING (number) WHERE place = last AND length < {longest}
    ), runs AS (
        SELECT own, run FROM neighbours UNION ALL SELECT own, run FROM chains WHERE length > 2
    )
    SELECT hashtextextended(run, 0) FROM runs UNION ALL SELECT hashtextextended(own || run, 0) FROM runs WHERE own IS NOT NULL"""
_FUNCTION = """
    CREATE OR REPLACE FUNCTION {name}(headline text, opening text, rest text) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$ BEGIN RETURN ARRAY({runs}); END $$"""
_CURRENT = """
    SELECT relname, obj_description(indexrelid, 'pg_class') FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indrelid = %s::regclass AND indisvalid AND starts_with(relname, %s) ORDER BY indexrelid DESC LIMIT 1"""


def condition(cursor: psycopg.Cursor, leaf: Leaf) -> tuple[str, bool] | None:
    """Return the condition under which an article has the runs of a phrase, and whether that is the phrase itself.

    ``None`` when there is no index, or when it does not know every pair of the phrase: then few articles have all its words.
    """
    cursor.execute(_CURRENT, [TABLE, PREFIX])
    if (found := cursor.fetchone()) is None:
        return None
    phrase, mark = " ".join(leaf.terms), f"{leaf.within} " if leaf.within else ""
    runs = [mark + phrase, *(f"{mark}{one} {other}" for one, other in pairwise(leaf.terms))]
    fields = [phrase if leaf.within == field else "" for field in ("title", "lead", "")]
    cursor.execute(
        f"SELECT {found[0]}(%s, %s, %s), ARRAY(SELECT hashtextextended(run, 0) FROM unnest(%s::text[]) WITH ORDINALITY AS runs(run, place)"
        " ORDER BY place)",
        [*fields, runs],
    )
    ((known, (whole, *pairs)),) = cursor.fetchall()
    keys = [whole] if whole in known else pairs
    if not set(keys) <= set(known):
        return None
    return f"{found[0]}(title, lead, body) @> '{{{','.join(map(str, keys))}}}'::bigint[]", whole in known


def renew(connection: BaseDatabaseWrapper, *, anew: bool = False) -> bool:
    """Measure and index what is frequent, where the archive has doubled since that was done, or ``anew`` whatever it holds.

    Pages, imports and edits go on meanwhile; so this cannot be done inside a transaction. A role that does not own the table leaves it to
    one that does. Returns whether anything was made.
    """
    with connection.cursor() as cursor, _alone(cursor) as is_alone:
        cursor.execute(
            f"SELECT count(*), pg_has_role((SELECT relowner FROM pg_class WHERE oid = %s::regclass), 'USAGE') FROM {TABLE}", [TABLE]
        )
        articles, is_owner = cursor.fetchone()
        cursor.execute(_CURRENT, [TABLE, PREFIX])
        _name, note = cursor.fetchone() or ("", "")
        measured_in = int(note) if note and note.isdecimal() else 0
        if not (is_alone and is_owner) or articles < WORTH_IT or not (anew or articles >= 2 * measured_in):
            return False
        _make(cursor, *_function_of(*_measure(cursor, articles), connection), articles)
    return True


def drop(cursor: CursorWrapper, *, but: str = "", how: str = "") -> None:
    """Drop every index of phrases ``but`` one, and its function; done ``CONCURRENTLY``, no page is kept waiting."""
    cursor.execute("SELECT proname FROM pg_proc WHERE starts_with(proname, %s) AND proname <> %s", [PREFIX, but])
    for (name,) in cursor.fetchall():
        # An index goes only when every page that reads with it has ended, so nobody misses the function.
        cursor.execute(f"DROP INDEX {how} IF EXISTS {name}")
        cursor.execute(f"DROP FUNCTION {name}")


def _measure(cursor: CursorWrapper, articles: int) -> tuple[list[str], list[str]]:
    """Return the frequent words and the frequent pairs of neighbours in a sample, each in order."""
    share = min(100.0, 100 * SAMPLE / articles)
    cursor.execute(f"SELECT title, lead, body FROM {TABLE} TABLESAMPLE BERNOULLI (%s) REPEATABLE (0)", [share])
    rows = cursor.fetchall()
    words = {word for word in _frequent((" ".join(row).split() for row in rows), len(rows)) if not names.is_owner(word)}
    return sorted(words), sorted(_frequent((_pairs_of(row, words) for row in rows), len(rows)))


def _pairs_of(fields: Sequence[str], words: set[str]) -> Iterator[str]:
    for terms in fields:
        for one, other in pairwise(terms.split()):
            if one in words and other in words:
                yield f"{one} {other}"


def _frequent(found: Iterable[Iterable[str]], articles: int) -> set[str]:
    """Return what stands in more than its share of some articles."""
    counts: Counter[str] = Counter()
    for each in found:
        counts.update(set(each))
    return {one for one, count in counts.items() if count > FREQUENT * articles}


def _function_of(words: Sequence[str], pairs: Sequence[str], connection: BaseDatabaseWrapper) -> tuple[str, str]:
    """Return the name of the function that makes the runs of these words and pairs, and the statement that makes it."""
    lists = {"words": list(words), "pairs": list(pairs), "longest": LONGEST_RUN}
    literals = {name: psycopg.sql.Literal(value).as_string(connection.connection) for name, value in lists.items()}
    runs = _RUNS.format(**literals)
    name = PREFIX + hashlib.sha256(runs.encode()).hexdigest()[:8]
    return name, _FUNCTION.format(name=name, runs=runs)


def _make(cursor: CursorWrapper, name: str, function: str, articles: int) -> None:
    """Make function and index where they are not there, note how many articles were measured, and drop all others."""
    cursor.execute("SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE NOT indisvalid AND relname = %s", [name])
    if cursor.fetchone():  # Left by a renewal that was broken off.
        cursor.execute(f"DROP INDEX CONCURRENTLY {name}")
    cursor.execute(function)
    cursor.execute(f"SET maintenance_work_mem = '{MEMORY}'")
    cursor.execute(
        f"CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON {TABLE} USING gin ({name}(title, lead, body)) WITH (fastupdate = off)"
    )
    cursor.execute("RESET maintenance_work_mem")
    # Nothing is planned by what the hashes are, and ANALYZE would make them all anew.
    cursor.execute(f"ALTER INDEX {name} ALTER COLUMN 1 SET STATISTICS 0")
    cursor.execute(f"COMMENT ON INDEX {name} IS '{articles}'")
    drop(cursor, but=name, how="CONCURRENTLY")


@contextmanager
def _alone(cursor: CursorWrapper) -> Iterator[bool]:
    """Tell whether nobody else is at it, and keep others out meanwhile."""
    cursor.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK])
    (is_alone,) = cursor.fetchone()
    try:
        yield is_alone
    finally:
        if is_alone:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
