"""The list of reported figures; those of one measure also as a chart."""

from typing import Any, ClassVar

from django.db.models import F, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import FilterSet

from events.addresses import ListAddress
from events.charts.figures import figure_chart
from events.evidence import shown, shown_mentions
from events.facets import Facet, value_facet, year_facet
from events.figure_sets import FigureCounts, count_figures
from events.filters import Labels, StatisticFilter
from events.models import Framework, Measure, Operation, OperationStatistic
from events.naming import local
from events.periods import in_periods, is_month, is_year
from events.views.lists import FilteredListView, Order, filter_words

# So many figures are drawn by operation and period; where a measure has more, its chart has a row for each year instead.
MOST_BY_OPERATION = 100
# So many are read for a chart year by year, the newest first.
MOST_BY_YEAR = 1000
NEWEST_FIRST: Order = (F("start").desc(nulls_last=True), "measure__position", "pk")
# Filters under which an operation without a figure is not silent: another state, outlet or language may speak of it.
PARTIAL = ("country", "topic", "outlet", "language")


# What a mark in a chart of many figures is drawn from.
DRAWN = ("public_id", "operation", "low", "high", "low_strict", "high_strict", "approximate", "unit", "date", "start", "end", "body")
OPERATION_DRAWN = ("slug", "name", "name_ru", "name_zh", "kind", "framework", "date", "start", "end")


class Counted:
    """Rows whose number is known before they are asked for; a part is found by its keys first, so that no long row is sorted."""

    def __init__(self, rows: QuerySet, whole: QuerySet, number: int) -> None:
        """Keep the chosen rows in their order, the rows as a page wants them, and the number."""
        self.rows, self.whole, self.number = rows, whole, number

    def count(self) -> int:
        """Return the number without asking."""
        return self.number

    def __getitem__(self, part: slice) -> QuerySet:
        """Return a part of the rows."""
        keys = self.rows.select_related(None).prefetch_related(None).values("pk")[part]
        return self.whole.filter(pk__in=keys).order_by(*self.rows.query.order_by)


class StatisticListView(FilteredListView):
    """Reported figures, each beside its words; of one measure also as a chart."""

    template_name = "events/statistic_list.html"
    filterset_class = StatisticFilter
    sorts: ClassVar[dict[str, tuple[Promise, Order]]] = {
        "newest": (gettext_lazy("Newest period first"), NEWEST_FIRST),
        "oldest": (gettext_lazy("Oldest period first"), (F("start").asc(nulls_last=True), "measure__position", "pk")),
        "measure": (gettext_lazy("By measure"), ("measure__position", F("start").desc(nulls_last=True), "pk")),
    }

    further_names = ("by",)

    def get_queryset(self) -> QuerySet:
        """Return the figures the public may see, with their reports."""
        return shown(figures_with_reports())

    def ordered(self, filters: FilterSet, address: ListAddress, sort: str) -> QuerySet | list[Any] | Counted:
        """Return the rows in order; of one measure the newest are read at once, for the chart and, where they are all, for the list."""
        rows = super().ordered(filters, address, sort)
        total = self.number_of(filters)
        if self.measure_of(address) is None:
            return Counted(rows, figures_with_reports(), total)
        self.matching = rows
        newest = rows.order_by(*NEWEST_FIRST)
        if total > MOST_BY_OPERATION:
            bare = OperationStatistic.objects.select_related("operation").only(*DRAWN, *(f"operation__{name}" for name in OPERATION_DRAWN))
            drawn = MOST_BY_YEAR if self.is_by_year(address, total) else MOST_BY_OPERATION
            self.newest = list(Counted(newest, bare, total)[:drawn])
            return Counted(rows, figures_with_reports(), total)
        self.newest = list(newest.prefetch_related("states"))
        is_oldest_first = sort == "oldest"
        return sorted(self.newest, key=lambda f: (f.start is None, f.start, f.pk)) if is_oldest_first else self.newest

    def number_of(self, filters: FilterSet) -> int:
        """Return how many figures the filters let through."""
        return self.counts(filters).total

    @staticmethod
    def is_by_year(address: ListAddress, total: int) -> bool:
        """Tell whether the chart has a row for each year: asked for, or because the figures are too many to draw one by one."""
        return address.values("by") == ("year",) or (not address.values("by") and total > MOST_BY_OPERATION)

    def measure_of(self, address: ListAddress) -> Measure | None:
        """Return the measure, if it is one that is asked for."""
        chosen = address.values("measure")
        return Labels.of(self.request).measures.get(chosen[0]) if len(chosen) == 1 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the chart of the one measure shown, if it is one."""
        self.matching = OperationStatistic.objects.none()
        self.newest: list[Any] = []
        self.counted: FigureCounts | None = None
        context = super().get_context_data(**kwargs)
        address: ListAddress = context["address"]
        measure = self.measure_of(address)
        if measure is None or context["problems"]:
            return {**context, "measure": measure}
        context["filter_words"] = filter_words([chip for chip in context["chips"] if chip.name != "measure"])
        return {**context, "measure": measure, **self.chart_context(measure, address, context["total"])}

    def chart_context(self, measure: Measure, address: ListAddress, total: int) -> dict[str, Any]:
        """Return what the chart of a measure needs."""
        is_all = total <= MOST_BY_OPERATION
        by_year = self.is_by_year(address, total)
        figures = self.newest if by_year else self.newest[:MOST_BY_OPERATION]
        if not (is_all or by_year):
            prefetch_related_objects(figures, "states")
        has_silence = is_all and not by_year and not any(address.values(name) for name in PARTIAL)
        query = address.without("page", "sort", "size").partition("?")[2]
        return {
            "chart": figure_chart(measure, figures, self.silent_operations(address) if has_silence else (), by_year=by_year),
            "by_year": by_year,
            "other_url": address.replace("by", "year" if not by_year else None if is_all else "operation"),
            "drawn": len(figures),
            "articles": len({report.article_id for figure in figures for report in figure.reports}) if is_all else 0,
            "data_of": timezone.now(),
            "page_url": f"{reverse('events:statistic-list')}?{query}",
            "svg_url": f"{reverse('events:statistic-chart')}?{query}",
            "csv_url": f"{reverse('events:statistic-table')}?{query}",
        }

    def silent_operations(self, address: ListAddress) -> list[Operation]:
        """Return the organization's operations of the kinds that report the measure, of which no figure of it is held."""
        spoken_of = {figure.operation for figure in self.newest if figure.operation}
        asked = in_periods([y for y in address.values("year") if is_year(y)], [m for m in address.values("month") if is_month(m)])
        kinds = {operation.kind for operation in spoken_of}
        rows = Operation.objects.filter(asked, kind__in=kinds, framework=Framework.SCO, start__lte=timezone.now().date())
        return [operation for operation in shown(rows) if operation not in spoken_of]

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Measure, year, country, topic, outlet and language of the reports."""
        labels, counts = Labels.of(self.request), self.counts(filters)
        measures = {code: local(measure, "label") for code, measure in labels.measures.items()}
        return [
            value_facet("measure", _("Measure"), counts.measures(), measures, address),
            year_facet(_("Year"), counts.periods(), address),
            value_facet("country", _("Country"), counts.states(), labels.states, address),
            value_facet("topic", _("Topic"), counts.topics(), labels.topics, address),
            value_facet("language", _("Language"), counts.languages(), labels.languages, address),
            value_facet("outlet", _("Outlet"), counts.outlets(), labels.outlets, address),
        ]

    def counts(self, filters: FilterSet) -> FigureCounts:
        """Count the figures once for the page, for its panel and for its total."""
        if self.counted is None:
            self.counted = count_figures(Labels.of(self.request), filters.form.cleaned_data)
        return self.counted


def figures_with_reports() -> QuerySet:
    """Return all figures as a list shows them."""
    figures = OperationStatistic.objects.select_related("measure", "operation")
    return figures.prefetch_related(shown_mentions(OperationStatistic))
