"""Many keys at once: a column's numbers come out of the database as one text and become one bitmap, without a row for each.

A report is told by one number as well: its outlet, its language, and the record it speaks of.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from django.db.models import Aggregate, BigIntegerField, Case, F, TextField, Value, When
from django.db.models.functions import Cast, Coalesce
from pyroaring import BitMap, BitMap64

from events.evidence import mention_model
from events.models import Operation

# The record stands in the lower 32 bits of a report's number, the language in the next four.
RECORD, LANGUAGE = 1 << 32, 1 << 4
NOTHING = BitMap()
Pairs = dict[tuple[int, str], BitMap]


class Keys(Aggregate):
    """The whole numbers of a column as one JSON list."""

    function = "GROUP_CONCAT"
    template = "'[' || %(function)s(%(expressions)s) || ']'"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Write the same for PostgreSQL."""
        return self.as_sql(compiler, connection, template="'[' || STRING_AGG((%(expressions)s)::text, ',') || ']'", **context)


def article_model() -> Any:
    """Return the class of the articles, found through the evidence of operations."""
    return mention_model(Operation)._meta.get_field("article").related_model


def article_field(name: str) -> Any:
    """Return a column of the articles."""
    return article_model()._meta.get_field(name)


def pair_number(path: str) -> Any:
    """Return the expression of a report's number; ``path`` leads from the report to the record."""
    places = (When(article__language=code, then=Value(place)) for place, code in enumerate(_languages()))
    numbered = Case(*places, default=Value(LANGUAGE - 1))
    outlet = Coalesce(F("article__outlet_id"), Value(0), output_field=BigIntegerField())
    return (outlet * LANGUAGE + Cast(numbered, BigIntegerField())) * RECORD + Cast(f"{path}_id", BigIntegerField())


def split_pairs(texts: Iterable[str | None]) -> Pairs:
    """Return the records by outlet (0 for none) and language from lists of reports' numbers."""
    # Through the set they come out each once and in order, so that every pair is one stretch.
    numbers = list(BitMap64([number for text in texts for number in json.loads(text or "[]")]))
    languages = dict(enumerate(_languages()))
    pairs: Pairs = {}
    begin = 0
    while begin < len(numbers):
        pair = numbers[begin] // RECORD
        end = bisect_left(numbers, (pair + 1) * RECORD, begin)
        outlet, place = divmod(pair, LANGUAGE)
        pairs[outlet, languages.get(place, "")] = BitMap([number - pair * RECORD for number in numbers[begin:end]])
        begin = end
    return pairs


def _languages() -> list[str]:
    return [code for code, _label in article_field("language").choices]


def bitmap(keys: str | None) -> BitMap:
    """Return a list of keys as a bitmap; no list is an empty one."""
    return BitMap(json.loads(keys or "[]"))


def union(bitmaps: Iterable[BitMap]) -> BitMap:
    """Return all the keys of some bitmaps, of none as well."""
    return BitMap.union(NOTHING, *bitmaps)
