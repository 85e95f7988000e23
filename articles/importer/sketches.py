"""The sampled shingles of all texts, in one table: written with a text, asked by shingle for the texts that have it too."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from django.db import connection

from articles.models import ShingleSketch

Sketches = Mapping[int, Collection[int]]
IN_ONE_QUERY = 10_000
_TABLE = ShingleSketch._meta.db_table


def write_sketches(sketches: Sketches, replaced: Collection[int]) -> None:
    """Write the sampled shingles of some articles' texts, in place of those of replaced ones."""
    if replaced:
        ShingleSketch.objects.filter(article__in=replaced).delete()
    # Most rows that an import writes; sorted, neighbours in the index are written one after the other.
    rows = sorted((shingle, article) for article, shingles in sketches.items() for shingle in shingles)
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {_TABLE} (shingle, article_id) VALUES (%s, %s)", rows)


def read_sketches(articles: Iterable[int]) -> dict[int, set[int]]:
    """Return the stored shingles of some articles."""
    sketches: dict[int, set[int]] = defaultdict(set)
    for article, shingle in _rows("article_id, shingle", "article_id", articles):
        sketches[article].add(shingle)
    return sketches


def holders_of(shingles: Iterable[int]) -> dict[int, list[int]]:
    """Return the articles that have each of some shingles, by shingle; nothing of a shingle that stands nowhere."""
    holders: dict[int, list[int]] = defaultdict(list)
    for shingle, article in _rows("shingle, article_id", "shingle", shingles):
        holders[shingle].append(article)
    return holders


def sizes_of(articles: Iterable[int]) -> dict[int, int]:
    """Return how many shingles are stored of each of some articles."""
    return dict(_rows("article_id, COUNT(*)", "article_id", articles, "GROUP BY article_id"))


def _rows(columns: str, asked: str, values: Iterable[int], rest: str = "") -> Iterator[tuple[int, int]]:
    """Yield two columns of the rows in which the asked column has one of the values.

    The values go as one parameter: thousands of placeholders took half the time of finding the copies of a batch.
    """
    is_sqlite = connection.vendor == "sqlite"
    among = "IN (SELECT value FROM json_each(%s))" if is_sqlite else "= ANY(%s)"
    left = iter(sorted(values))
    while chunk := list(islice(left, IN_ONE_QUERY)):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {columns} FROM {_TABLE} WHERE {asked} {among} {rest}", [json.dumps(chunk) if is_sqlite else chunk])
            yield from cursor.fetchall()
