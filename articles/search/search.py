"""A search as a page of articles: exact total, facets, snippets, and notes on what was left out of the query."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial

from django.db import router
from django.utils.translation import gettext as _
from pyroaring import BitMap

from articles.models import Access, Article
from articles.search.bitmaps import Holdings, holdings
from articles.search.facets import Choice, choose
from articles.search.hits import RANKED_AT_MOST, Matching, evaluate, page_by_date, page_by_rank, position_by_date, position_by_rank, ranked
from articles.search.known_names import current_names
from articles.search.names import Names
from articles.search.query import Leaf, Query, parse_query, positive_leaves
from articles.search.row_facts import RowFacts, facts_of
from articles.search.snippets import Fragment, snippet
from articles.search.terms import split_fields

NEWEST, OLDEST, RELEVANCE = "newest", "oldest", "relevance"
COPIES_NAMED = 5
# What a row shows of its article.
SHOWN = (
    *("search_no", "public_id", "title", "standfirst", "text", "language", "access", "duplicate_group", "date", "start", "end", "basis"),
    *("outlet__slug", "outlet__name", "outlet__country__name", "outlet__country__name_ru", "outlet__country__name_zh"),
)
COPY_SHOWN = ("public_id", "title", "access", "duplicate_group", "date", "start", "end", "basis", "outlet__slug", "outlet__name")


@dataclass(frozen=True)
class Hit:
    """One row of the list: the article, the words around what was searched for, what was read from it, and its copies elsewhere.

    ``copies`` are all of them; a row names the first few.
    """

    article: Article
    snippet: list[Fragment]
    facts: RowFacts = field(default_factory=RowFacts)
    copies: list[Article] = field(default_factory=list)

    @property
    def named_copies(self) -> list[Article]:
        """The copies that the row names."""
        return self.copies[:COPIES_NAMED]

    @property
    def unnamed_copies(self) -> int:
        """How many copies the row only counts."""
        return max(len(self.copies) - COPIES_NAMED, 0)


@dataclass(frozen=True)
class Place:
    """Where an article stands in a list: how many rows come before it, and the search numbers of its neighbours."""

    position: int
    before: int | None
    after: int | None


@dataclass
class Search:
    """One search in one state of the archive; what a page needs of it is worked out when asked for.

    ``matching`` returns the articles that match one leaf of the query.
    """

    using: str
    state: Holdings
    names: Names
    query: Query
    choice: Choice
    matching: Matching

    @cached_property
    def total(self) -> int:
        """The exact number of articles."""
        return len(self.hits)

    @cached_property
    def hits(self) -> BitMap:
        """The matching articles."""
        return self.choice.hits

    @property
    def leaves(self) -> list[Leaf]:
        """What a hit may contain."""
        return positive_leaves(self.query.tree)

    def numbers(self, start: int, size: int, sort: str = NEWEST) -> list[int]:
        """Return the search numbers of a stretch of the list."""
        if sort == RELEVANCE and self.query.tree and self.can_rank:
            return page_by_rank(self.state, self.ranking, start, size)
        return page_by_date(self.state, self.hits, start, size, oldest_first=sort == OLDEST)

    def place_of(self, number: int, sort: str = NEWEST) -> Place | None:
        """Return where an article stands in the list; ``None`` when it is not in it."""
        if number not in self.hits:
            return None
        if sort == RELEVANCE and self.query.tree and self.can_rank:
            position = position_by_rank(self.state, self.ranking, number)
        else:
            position = position_by_date(self.state, self.hits, number, oldest_first=sort == OLDEST)
        around = self.numbers(max(position - 1, 0), 3 if position else 2, sort)
        after = around[around.index(number) + 1 :]
        return Place(position, around[0] if position else None, after[0] if after else None)

    @cached_property
    def ranking(self) -> list[BitMap]:
        """The matching articles in groups of one relevance; asked for only when there is a query and few enough match."""
        return ranked(self.state.everything, self.query.tree, self.hits, self.matching) if self.query.tree else []

    @property
    def can_rank(self) -> bool:
        """Whether there are few enough hits to order them by relevance."""
        return self.total <= RANKED_AT_MOST

    def rows(self, numbers: Sequence[int]) -> list[Hit]:
        """Fetch the articles of one page with their snippets, facts and copies, in five queries at most."""
        articles = Article.objects.using(self.using).select_related("outlet__country").only(*SHOWN).filter(search_no__in=numbers)
        by_number = {article.search_no: article for article in articles}
        copies = self._copies(list(by_number.values()))
        facts = facts_of(list(by_number.values()), self.state, self.using)
        return [
            Hit(article, self.snippet_of(article), facts[article.pk], copies[article.pk])
            for number in numbers
            if (article := by_number.get(number))
        ]

    def snippet_of(self, article: Article) -> list[Fragment]:
        """Cut the words around what was searched for; only from a text that may be shown."""
        if article.access != Access.FULL:
            return []
        _title, lead, body = split_fields(article.title, article.standfirst, article.text)
        return snippet([part for part in f"{lead}\n\n{body}".split("\n\n") if part.strip()], self.leaves, self.names)

    def _copies(self, articles: Sequence[Article]) -> dict[int, list[Article]]:
        found: dict[int, list[Article]] = defaultdict(list)
        groups = {article.duplicate_group for article in articles if article.duplicate_group}
        if groups:
            members = Article.objects.using(self.using).filter(duplicate_group__in=groups).select_related("outlet").only(*COPY_SHOWN)
            by_group: dict[str, list[Article]] = defaultdict(list)
            for member in members.order_by("search_no"):
                by_group[member.duplicate_group].append(member)
            for article in articles:
                found[article.pk] = [member for member in by_group.get(article.duplicate_group, []) if member.pk != article.pk]
        return found


def present_state() -> Holdings:
    """Return the state of the archive that the current transaction sees."""
    return holdings(router.db_for_read(Article))


def search(text: str, values: Mapping[str, Sequence[str]] | None = None, *, state: Holdings | None = None) -> Search:
    """Search the articles for words under chosen facet values; call it inside the transaction that reads the page."""
    alias = router.db_for_read(Article)
    state = state or holdings(alias)
    names = current_names(alias)
    query = parse_query(text, names)
    # A page asks for a word more than once (to find, to rank), and the words kept between pages are few or none.
    matching = cache(partial(state.matching, using=alias))
    found = evaluate(query.tree, matching, state.everything) if query.tree else state.everything
    return Search(alias, state, names, query, choose(state, found, values or {}), matching)


def rank_note(result: Search) -> str:
    """Say why a list asked for by relevance is in order of date; empty if it is not."""
    if result.query.tree is None:
        return _("Relevance needs a word to search for; newest first instead.")
    if not result.can_rank:
        return _("More than %(number)s articles match, too many to order by relevance; newest first instead.") % {
            "number": f"{RANKED_AT_MOST:,}"
        }
    return ""
