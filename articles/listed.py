"""The list that an article's page was reached from: its query travels in the link, so that before and after follow that list.

Without a query the neighbours are those by date. The page is the same under every query, and names its own address as the canonical one.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from articles.filters import ArticleFilter
from articles.models import Article
from articles.search.bitmaps import Holdings
from articles.search.search import NEWEST, OLDEST, RELEVANCE, Place, present_state, search
from events.addresses import ListAddress
from events.views.lists import SIZES

PARAMETERS = ("q", "year", "month", "country", "topic", "language", "outlet", "sort", "size", "page")
ORDERS = (NEWEST, OLDEST, RELEVANCE)


@dataclass(frozen=True)
class Listed:
    """An article's place in the list it was reached from, the list's length, the address of its page of the list, and its query."""

    place: Place
    total: int
    url: str
    query: str

    @property
    def number(self) -> int:
        """The article's number in the list, from 1."""
        return self.place.position + 1


def bound_filter(request: HttpRequest, state: Holdings) -> ArticleFilter:
    """Return the filter set of a request; what codes are called is read once for a state of the archive, not once for a page."""
    request.archive_labels = state.labels[get_language() or ""]  # type: ignore[attr-defined]
    return ArticleFilter(request.GET, queryset=Article.objects.none(), request=request)


def list_query(address: ListAddress) -> str:
    """Return what a row's link carries of the list's address: everything but the page, and nothing for the plain list."""
    return address.without("page").removeprefix(address.path)


def listed(request: HttpRequest, article: Article) -> Listed | None:
    """Return the article's place in the list that the request names; ``None`` when it names none that has the article."""
    address = ListAddress(reverse("articles:list"), ListAddress.of(request, PARAMETERS).query)
    query = list_query(address)
    sort = next(iter(address.values("sort")), NEWEST)
    if not query or sort not in ORDERS:
        return None
    state = present_state()
    filters = bound_filter(request, state)
    if filters.errors:
        return None
    result = search((request.GET.get("q") or "").strip(), filters.form.cleaned_data, state=state)
    place = result.place_of(article.search_no, sort)
    if place is None:
        return None
    size = next((size for size in SIZES if address.values("size") == (str(size),)), SIZES[0])
    page = place.position // size + 1
    return Listed(place, result.total, address.replace("page", page) if page > 1 else address.without("page"), query)
