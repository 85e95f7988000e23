"""The sampled shingles of all texts: written with a text, and asked for the texts that have some of them too."""

import json
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.db import connection

from articles.bulk_rows import insert_values
from articles.models import ShingleHolder, TextSketch

Sketches = Mapping[int, Collection[int]]
IN_ONE_QUERY = 10_000
_SKETCHES, _HOLDERS = TextSketch._meta.db_table, ShingleHolder._meta.db_table
_OF_ARTICLES = "WHERE article_id IN (SELECT value FROM {listed})"
_ARTICLE = 0xFFFF_FFFF  # the lower half of a holder's number


def write_sketches(sketches: Sketches, replaced: Collection[int]) -> None:
    """Write the sampled shingles of some articles' texts, in place of those of replaced ones."""
    if replaced:
        forget_sketches(replaced)
    insert_values(TextSketch, ({"article_id": article, "shingles": _packed(shingles)} for article, shingles in sketches.items()))
    # Sorted, neighbours in the index are written one after the other.
    _execute(f"INSERT INTO {_HOLDERS} (number) SELECT value FROM {{listed}}", sorted(_numbers(sketches)))


def forget_sketches(articles: Collection[int]) -> None:
    """Remove what is stored of some articles."""
    _execute(f"DELETE FROM {_HOLDERS} WHERE number IN (SELECT value FROM {{listed}})", _numbers(read_sketches(articles)))
    _execute(f"DELETE FROM {_SKETCHES} {_OF_ARTICLES}", articles)


def read_sketches(articles: Iterable[int]) -> dict[int, set[int]]:
    """Return the stored shingles of some articles."""
    rows = _rows(f"SELECT article_id, shingles FROM {_SKETCHES} {_OF_ARTICLES}", articles)
    return {article: _unpacked(bytes(shingles)) for article, shingles in rows}


def sizes_of(articles: Iterable[int]) -> dict[int, int]:
    """Return how many shingles are stored of each of some articles; nothing of one that is gone."""
    return dict(_rows(f"SELECT article_id, length(shingles) / 4 FROM {_SKETCHES} {_OF_ARTICLES}", articles))


def holders_of(shingles: Iterable[int]) -> dict[int, list[int]]:
    """Return the articles that have each of some shingles, by shingle; nothing of a shingle that stands nowhere."""
    question = f"SELECT number FROM {{listed}} CROSS JOIN {_HOLDERS} WHERE number BETWEEN value << 32 AND (value << 32) + {_ARTICLE}"
    holders: dict[int, list[int]] = defaultdict(list)
    for (number,) in _rows(question, sorted(shingles)):
        holders[number >> 32].append(number & _ARTICLE)
    return holders


def _numbers(sketches: Sketches) -> list[int]:
    return [(shingle << 32) + article for article, shingles in sketches.items() for shingle in shingles]


def _packed(shingles: Collection[int]) -> bytes:
    return struct.pack(f"<{len(shingles)}i", *sorted(shingles))


def _unpacked(shingles: bytes) -> set[int]:
    return set(struct.unpack(f"<{len(shingles) // 4}i", shingles))


def _rows(question: str, values: Iterable[int]) -> Iterator[Any]:
    """Yield the rows that a question about listed values finds."""
    left = iter(values)
    while chunk := list(islice(left, IN_ONE_QUERY)):
        with connection.cursor() as cursor:
            cursor.execute(*_about(question, chunk))
            yield from cursor.fetchall()


def _execute(statement: str, values: Iterable[int]) -> None:
    if values := list(values):
        with connection.cursor() as cursor:
            cursor.execute(*_about(statement, values))


def _about(statement: str, values: list[int]) -> tuple[str, list[Any]]:
    """Return a statement about listed values with its parameter.

    The values go as one parameter: thousands of placeholders took half the time of finding the copies of a batch.
    """
    if connection.vendor == "sqlite":
        return statement.format(listed="json_each(%s)"), [json.dumps(values)]
    return statement.format(listed="unnest(%s::bigint[]) AS listed(value)"), [values]
