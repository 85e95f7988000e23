"""Which articles have which facet value: one roaring bitmap per value, kept in memory and in step by the log of changes.

A :class:`Holdings` is one state of the archive and never changes; folding in the changes since its version makes the next one, sharing
every bitmap that stayed as it was. A page asks for the state of its own transaction, so its counts agree with its list.
"""

import contextlib
import datetime
import threading
import time
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.db import DatabaseError, connections, transaction
from pyroaring import BitMap

from articles.models import Article, ArticleTopic, SearchChange, SearchTerms, StateMention
from articles.search.change_log import read_version
from articles.search.install import engine_of
from articles.search.query import Leaf
from articles.search.term_cache import TermCache
from articles.search.vocabulary import Vocabulary, read_vocabulary
from events.filters import Labels
from events.periods import month_of, months_between

Family = dict[str, BitMap]
# Address and name of operations and meetings, by kind and primary key.
EventNames = dict[tuple[str, int], tuple[str, str]]
FAMILIES = ("year", "month", "country", "topic", "outlet", "language", "first_month", "first_day")
STATES_KEPT = 4
# Beyond this share of the archive, loading everything is quicker than folding.
FOLDED_AT_ONCE = 0.2
CHUNK = 500


@dataclass(frozen=True)
class Holdings:
    """The archive at one version: all articles, one family of bitmaps per facet, and the terms asked for so far.

    Labels and names of events are kept by language.
    """

    version: tuple[int, int]
    everything: BitMap = field(default_factory=BitMap)
    families: dict[str, Family] = field(default_factory=lambda: {name: {} for name in FAMILIES})
    terms: TermCache = field(default_factory=TermCache)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    labels: dict[str, Labels] = field(default_factory=lambda: defaultdict(Labels))
    events: dict[str, EventNames] = field(default_factory=lambda: defaultdict(dict))

    def value(self, family: str, key: str) -> BitMap:
        """Return the articles that have a facet value."""
        return self.families[family].get(key, NOTHING)

    def matching(self, leaf: Leaf, using: str) -> BitMap:
        """Return the articles that match a leaf of a query; must be asked inside the transaction the state was taken for."""
        found = self.terms.get(leaf)
        if found is None:
            connection = connections[using]
            found = BitMap(engine_of(connection).matching(connection, leaf)) & self.everything
            self.terms.keep(leaf, found)
        return found


NOTHING = BitMap()

_held: dict[str, list[Holdings]] = {}
_lock = threading.Lock()


def holdings(using: str) -> Holdings:
    """Return the state of the archive that the current transaction sees, folding in what changed since the newest state held."""
    if not connections[using].in_atomic_block:
        with transaction.atomic(using=using):
            return holdings(using)
    version, is_own = read_version(connections[using])
    if is_own:
        return load(version, using)
    with _lock:
        kept = [state for state in _held.get(using, []) if state.version[0] == version[0]]
        for state in kept:
            if state.version == version:
                return state
        older = [state for state in kept if state.version[1] < version[1]]
        state = fold(older[-1], version, using) if older else load(version, using)
        _held[using] = sorted([*kept, state], key=lambda state: state.version)[-STATES_KEPT:]
        return state


def articles_by_year(using: str, topics: Iterable[int]) -> tuple[dict[int, int], int]:
    """Return how many articles stand under any of some topics, by each year their dates may mean, and in all."""
    state = holdings(using)
    found = BitMap.union(NOTHING, *(state.value("topic", str(topic)) for topic in topics)) & state.everything
    years = {int(year): found.intersection_cardinality(bitmap) for year, bitmap in state.families["year"].items()}
    return {year: number for year, number in years.items() if number}, len(found)


def read_ahead() -> None:
    """Read the archive before the first page asks for it; a database that does not answer yet is asked again by that page."""
    with contextlib.suppress(DatabaseError):
        holdings("reader")
    connections.close_all()


def forget_holdings() -> None:
    """Drop what is held, as after the database itself was replaced."""
    with _lock:
        _held.clear()


class Loading(threading.local):
    """Whether this thread is reading the whole archive, and the seconds it has spent so: no page's fault, and not counted against it."""

    active = False
    seconds = 0.0


loading = Loading()


def load(version: tuple[int, int], using: str) -> Holdings:
    """Read the whole archive."""
    begin = time.monotonic()
    loading.active = True
    try:
        return read_all(version, using)
    finally:
        loading.active = False
        loading.seconds += time.monotonic() - begin


def read_all(version: tuple[int, int], using: str) -> Holdings:
    """Read every article's facet values and the vocabulary."""
    families = {name: {key: BitMap(numbers) for key, numbers in family.items()} for name, family in read_values(using, None).items()}
    everything = BitMap(array("I", Article.objects.using(using).order_by().values_list("search_no", flat=True).iterator(chunk_size=10_000)))
    return Holdings(version, everything, families, vocabulary=read_vocabulary(using))


def fold(state: Holdings, version: tuple[int, int], using: str) -> Holdings:
    """Return the next state: the changed articles leave every bitmap and enter those of their present values."""
    changed = BitMap(SearchChange.objects.using(using).filter(version__gt=state.version[1]).values_list("search_no", flat=True))
    if not changed:
        return Holdings(version, state.everything, state.families, state.terms, read_vocabulary(using))
    if len(changed) > FOLDED_AT_ONCE * max(len(state.everything), 1000):
        return load(version, using)
    present = BitMap()
    families = {name: without(family, changed) for name, family in state.families.items()}
    for numbers in chunks(changed):
        present |= BitMap(Article.objects.using(using).filter(search_no__in=numbers).values_list("search_no", flat=True))
        for name, family in read_values(using, numbers).items():
            for key, added in family.items():
                families[name][key] = families[name].get(key, NOTHING) | BitMap(added)
    terms = state.terms.folded(changed, changed_terms(changed, using))
    return Holdings(version, (state.everything - changed) | present, families, terms, read_vocabulary(using))


def without(family: Family, changed: BitMap) -> Family:
    """Return a family without some articles; bitmaps that have none of them are shared."""
    return {key: bitmap - changed if bitmap.intersect(changed) else bitmap for key, bitmap in family.items()}


def chunks(numbers: BitMap) -> Iterator[list[int]]:
    """Yield the numbers in lists short enough for one statement."""
    ordered = list(numbers)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def changed_terms(changed: BitMap, using: str) -> dict[int, tuple[str, str, str]]:
    """Return the terms of the changed articles that still have some."""
    rows: dict[int, tuple[str, str, str]] = {}
    for numbers in chunks(changed):
        found = SearchTerms.objects.using(using).filter(search_no__in=numbers).values_list("search_no", "title", "lead", "body")
        rows.update({number: (title, lead, body) for number, title, lead, body in found})
    return rows


def read_values(using: str, numbers: Collection[int] | None) -> dict[str, dict[str, array]]:
    """Return the search numbers by facet and value, of some articles or of all."""
    found: dict[str, dict[str, array]] = {name: defaultdict(lambda: array("I")) for name in FAMILIES}
    articles = Article.objects.using(using).order_by()
    states = StateMention.objects.using(using).shown().filter(is_subject=True, state__isnull=False).order_by()
    topics = ArticleTopic.objects.using(using).order_by()
    if numbers is not None:
        articles = articles.filter(search_no__in=numbers)
        states, topics = states.filter(article__search_no__in=numbers), topics.filter(article__search_no__in=numbers)
    # Answered from the index article_facets alone: the rows themselves are long.
    rows = articles.values_list("pk", "search_no", "start", "end", "language", "outlet_id")
    known: dict[int, int] = {}
    for article, number, first, last, language, outlet in rows.iterator(chunk_size=10_000):
        known[article] = number
        found["language"][language].append(number)
        if outlet:
            found["outlet"][str(outlet)].append(number)
        for name, key in date_values(first, last):
            found[name][key].append(number)
    for name, pairs in (("country", states.values_list("article_id", "state_id")), ("topic", topics.values_list("article_id", "topic_id"))):
        for article, record in pairs.iterator(chunk_size=10_000):
            if article in known:
                found[name][str(record)].append(known[article])
    return found


@lru_cache(maxsize=50_000)
def date_values(first: datetime.date | None, last: datetime.date | None) -> tuple[tuple[str, str], ...]:
    """Return the values a date gives: every year and month it may mean, and the month and day it sorts by."""
    begin, end = first or last, last or first
    if begin is None or end is None:
        return ()
    return (
        *(("year", str(year)) for year in range(begin.year, end.year + 1)),
        *(("month", month) for month in months_between(begin, end)),
        ("first_month", month_of(begin)),
        ("first_day", begin.isoformat()),
    )
