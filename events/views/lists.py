"""What every filtered list of events does: filter, count, sort, page, and keep the address as its state."""

from typing import Any, ClassVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.db.models.expressions import OrderBy
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from django_filters import FilterSet

from events.addresses import ListAddress
from events.facets import Chip, Facet, chips_of, under_other_filters, value_facet
from events.filters import Labels
from events.reported import count_reported

SIZES = (20, 50, 100)
Order = tuple[str | OrderBy, ...]


class FilteredListView(TemplateView):
    """A list whose address says everything: filters, order, length, page. A value that cannot be read is named and gives no rows."""

    filterset_class: ClassVar[type[FilterSet]]
    sorts: ClassVar[dict[str, tuple[Promise, Order]]]
    further_names: ClassVar[tuple[str, ...]] = ()
    last_page = ""

    def get_queryset(self) -> QuerySet:
        """Return the rows that the filters narrow."""
        raise NotImplementedError

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Return the panel's facets, each counted under the other filters."""
        raise NotImplementedError

    def rows(self, page: list[Any]) -> list[Any]:
        """Complete the rows of one page."""
        return page

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Filter, count, sort and page."""
        filters = self.filterset_class(self.request.GET, queryset=self.get_queryset(), request=self.request)
        address = ListAddress.of(self.request, [*filters.filters, *self.further_names, "sort", "size", "page"])
        problems = [message for messages in filters.errors.values() for message in messages]
        sort = address.values("sort")[0] if address.values("sort") else next(iter(self.sorts))
        if sort not in self.sorts:
            problems.append(_("“%(value)s” is no order of this list.") % {"value": sort})
        page, size = self.page_of(filters, address, sort, problems)
        facets = [] if problems else self.facets(filters, address)
        chips = name_chips(filters, address) + chips_of(facets) if not problems else []
        return super().get_context_data(
            address=address,
            hidden=address.hidden_fields("q"),
            facets=facets,
            chips=chips,
            filter_words=filter_words(chips),
            filters=filters,
            problems=problems,
            last_page=self.last_page,
            sort=sort,
            sorts=[(name, label) for name, (label, _order) in self.sorts.items()],
            page_size=size,
            page=page,
            total=page.paginator.count,
            rows=self.rows(list(page.object_list)),
            **kwargs,
        )

    def ordered(self, filters: FilterSet, address: ListAddress, sort: str) -> QuerySet | list[Any]:
        """Return the rows in the order asked for."""
        return filters.qs.order_by(*self.sorts[sort][1])

    def page_of(self, filters: FilterSet, address: ListAddress, sort: str, problems: list[str]) -> tuple[Page, int]:
        """Return the page asked for; what cannot be read as a page or a length is added to ``problems``."""
        size, number = _number(address, "size", SIZES[0]), _number(address, "page", 1)
        if size not in SIZES:
            problems.append(_("A page shows 20, 50 or 100 rows."))
        rows = filters.queryset.none() if problems else self.ordered(filters, address, sort)
        paginator = Paginator(rows, size if size in SIZES else SIZES[0])
        if not 1 <= number <= paginator.num_pages and not problems:
            problems.append(_("There is no such page; the last page is %(last)s.") % {"last": paginator.num_pages})
            self.last_page = address.replace("page", paginator.num_pages)
            return Paginator(filters.queryset.none(), paginator.per_page).page(1), size
        return paginator.page(number if not problems else 1), size


def name_chips(filters: FilterSet, address: ListAddress) -> list[Chip]:
    """Return the chip of the name searched for, in a list that is searched by name."""
    words = filters.form.cleaned_data.get("q") if "q" in filters.filters else ""
    return [Chip("q", _("Name"), _("“%(words)s”") % {"words": words[:60]}, address.without("q", "page"))] if words else []


def report_facets(filters: FilterSet, address: ListAddress) -> list[Facet]:
    """Return the facets of the outlets and the languages in which a list's records are reported."""
    labels = Labels.of(filters.request)
    chosen = {name: filters.form.cleaned_data.get(name) or [] for name in ("outlet", "language")}
    is_narrowed = any(values for name, values in filters.form.cleaned_data.items() if name not in chosen)
    under = {name: under_other_filters(filters, name) for name in chosen} if is_narrowed else {}
    counts = count_reported(filters.queryset.model, chosen, under, labels.outlet_slugs)
    return [
        value_facet("language", _("Language"), counts["language"], labels.languages, address),
        value_facet("outlet", _("Outlet"), counts["outlet"], labels.outlets, address),
    ]


def _number(address: ListAddress, name: str, default: int) -> int:
    """Return a whole number from the address, 0 for what is none."""
    values = address.values(name)
    if not values:
        return default
    return int(values[0]) if values[0].isascii() and values[0].isdigit() and len(values[0]) < 8 else 0


def filter_words(chips: list[Chip]) -> str:
    """Say the active filters in words, for the title: "2024, China or Russia, Drugs"."""
    by_facet: dict[str, list[str]] = {}
    for chip in chips:
        by_facet.setdefault(chip.name, []).append(chip.label)
    return ", ".join(get_text_list(labels, _("or")) for labels in by_facet.values())
