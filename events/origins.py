"""Where the reports of an operation come from: all its sources counted from narrow rows, and one page of them read.

A source is an article with its copies; what names the operation and what gives a figure of it are reports alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from events.evidence import mention_model
from events.models import Operation, OperationStatistic
from events.models.base import LAST_DAY
from events.reports import Source

SOURCES_A_PAGE = 40
# So many copies of one source are named; more are told as their number.
MOST_COPIES = 20


@dataclass(frozen=True, slots=True)
class Origin:
    """One source on the page: its place among all, its articles, how many of its copies are not named, and its words on the operation."""

    number: int
    source: Source
    unnamed: int
    mention: Any


@dataclass(frozen=True, slots=True)
class Origins:
    """The numbers of all articles and of all independent sources, and one page of these."""

    articles: int
    sources: int
    page: Page
    shown: list[Origin]


def origins_of(operation: Operation, page: str) -> Origins:
    """Return the sources of an operation, the earliest first and undated ones last; a page that is none gives the nearest."""
    named = mention_model(Operation).objects.shown().filter(operation=operation).order_by()
    counted = mention_model(OperationStatistic).objects.shown().filter(statistic__operation=operation).order_by()
    articles: Any = mention_model(Operation)._meta.get_field("article").related_model
    speaking = articles._default_manager.filter(pk__in=named.values("article").union(counted.values("article"))).order_by()
    rows = list(speaking.values_list("start", "pk", "duplicate_group", "public_id"))
    sources: dict[str, list[int]] = {}
    for _start, key, group, public_id in sorted(rows, key=lambda row: (row[0] or LAST_DAY, row[1])):
        sources.setdefault(group or public_id, []).append(key)
    chosen = Paginator(list(sources.items()), SOURCES_A_PAGE).get_page(page)
    return Origins(len(rows), len(sources), chosen, read(list(chosen.object_list), chosen.start_index(), articles, named))


def read(sources: list[tuple[str, list[int]]], first: int, articles: Any, named: QuerySet) -> list[Origin]:
    """Fetch the articles of some sources and what the earliest of each says of the operation."""
    named_keys = [key for _name, keys in sources for key in keys[: MOST_COPIES + 1]]
    held = without_text(articles, named_keys)
    words: dict[int, Any] = {}
    for mention in named.filter(article__in=[keys[0] for _name, keys in sources]).order_by("article_id", "start"):
        words.setdefault(mention.article_id, mention)
    origins = []
    for number, (name, keys) in enumerate(sources, start=first):
        source = Source(name, [held[key] for key in keys[: MOST_COPIES + 1]])
        origins.append(Origin(number, source, max(len(keys) - 1 - MOST_COPIES, 0), words.get(keys[0])))
    return origins


def without_text(articles: Any, keys: Iterable[int]) -> dict[int, Any]:
    """Return articles by primary key with their outlets, without the bytes of their texts."""
    rows = articles._default_manager.filter(pk__in=list(keys)).select_related("outlet").defer("text", "basis_note", "standfirst")
    return {article.pk: article for article in rows.order_by()}
