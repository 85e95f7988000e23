"""The list of articles: search, facets, order and pages, all in the address."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from articles.listed import PARAMETERS, bound_filter, list_query
from articles.search.facets import build_facets
from articles.search.search import NEWEST, OLDEST, RELEVANCE, Search, present_state, rank_note, search
from events.addresses import ListAddress
from events.facets import Chip, Facet, chips_of
from events.filters import Labels
from events.views.lists import SIZES, filter_words

SORTS: dict[str, Promise] = {
    NEWEST: gettext_lazy("Newest first"),
    OLDEST: gettext_lazy("Oldest first"),
    RELEVANCE: gettext_lazy("Best match"),
}


class ArticleListView(TemplateView):
    """Articles with search, facets and snippets."""

    template_name = "articles/list.html"
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Search, count, sort and page."""
        state = present_state()
        filters = bound_filter(self.request, state)
        address = ListAddress.of(self.request, PARAMETERS)
        problems = [message for messages in filters.errors.values() for message in messages]
        text = (self.request.GET.get("q") or "").strip()
        sort, size, number = self.read_order(address, problems)
        result = search(text, {} if problems else filters.form.cleaned_data, state=state)
        page = Paginator(range(0 if problems else result.total), size).get_page(1)
        if not problems and number != 1:
            if number > page.paginator.num_pages or number < 1:
                problems.append(_("There is no such page; the last page is %(last)s.") % {"last": page.paginator.num_pages})
            else:
                page = page.paginator.page(number)
        facets = [] if problems else self.facets(result, address)
        chips = self.word_chips(text, address) + chips_of(facets)
        return super().get_context_data(
            address=address,
            chips=chips,
            facets=facets,
            filter_words=filter_words([chip for chip in chips if chip.name != "q"]),
            filters=filters,
            kept_by_search=address.hidden_fields("q"),
            notes=self.notes(result, sort),
            page=page,
            page_size=size,
            problems=problems,
            list_query=list_query(address),
            last_page=address.replace("page", page.paginator.num_pages) if number > page.paginator.num_pages else "",
            query=text,
            # What was left out of the search, since its words are too common or none, is not what the list is about.
            searched=text if result.query.tree else "",
            result=result,
            rows=[] if problems else result.rows(result.numbers((page.number - 1) * size, size, sort)),
            sort=sort,
            sorts=list(SORTS.items()),
            total=0 if problems else result.total,
            **kwargs,
        )

    def read_order(self, address: ListAddress, problems: list[str]) -> tuple[str, int, int]:
        """Return order, length and number of the page; what cannot be read is added to ``problems``."""
        sort = next(iter(address.values("sort")), NEWEST)
        if sort not in SORTS:
            problems.append(_("“%(value)s” is no order of this list.") % {"value": sort})
        size, number = (
            int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
            for text in (next(iter(address.values("size")), str(SIZES[0])), next(iter(address.values("page")), "1"))
        )
        if size not in SIZES:
            problems.append(_("A page shows 20, 50 or 100 rows."))
        return sort, size if size in SIZES else SIZES[0], number

    def facets(self, result: Search, address: ListAddress) -> list[Facet]:
        """Return the panel's facets with their labels in the reader's language."""
        labels = Labels.of(self.request)
        words = {"country": labels.states, "topic": labels.topics, "outlet": result.state.vocabulary.outlet_names}
        return build_facets(result.choice, address, words)

    def notes(self, result: Search, sort: str) -> list[str]:
        """Say what of the search was left out or done otherwise than asked."""
        note = rank_note(result) if sort == RELEVANCE else ""
        return [*result.query.notes, *([note] if note else [])]

    def word_chips(self, text: str, address: ListAddress) -> list[Chip]:
        """Return the chip of the words searched for."""
        return [Chip("q", _("Words"), text[:60], address.without("q", "page"))] if text else []
