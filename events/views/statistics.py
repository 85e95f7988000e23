"""The list of reported figures; those of one measure also as a chart."""

from typing import Any, ClassVar

from django.db.models import Count, F, QuerySet, Subquery, Value, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import FilterSet

from events.addresses import ListAddress
from events.charts.figures import figure_chart
from events.counting import count_figure_periods, count_measures_and_headings, count_statistic_states
from events.evidence import shown, shown_mentions
from events.facets import Facet, under_other_filters, value_facet, year_facet
from events.filters import Labels, StatisticFilter
from events.models import Framework, Measure, Operation, OperationStatistic
from events.naming import local
from events.periods import in_periods, is_month, is_year
from events.views.lists import FilteredListView, Order, filter_words, report_facets

# So many figures are drawn by operation and period; where a measure has more, its chart has a row for each year instead.
MOST_BY_OPERATION = 100
# So many are read for a chart year by year, the newest first.
MOST_BY_YEAR = 1000
NEWEST_FIRST: Order = (F("start").desc(nulls_last=True), "measure__position", "pk")
# Filters under which an operation without a figure is not silent: another state, outlet or language may speak of it.
PARTIAL = ("country", "topic", "outlet", "language")


class Counted:
    """Rows whose number is known before they are asked for."""

    def __init__(self, rows: QuerySet, number: int) -> None:
        """Keep both."""
        self.rows, self.number = rows, number

    def count(self) -> int:
        """Return the number without asking."""
        return self.number

    def __getitem__(self, part: slice) -> QuerySet:
        """Return a part of the rows."""
        return self.rows[part]


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
        figures = OperationStatistic.objects.select_related("measure", "operation")
        return shown(figures.prefetch_related(shown_mentions(OperationStatistic)))

    def ordered(self, filters: FilterSet, address: ListAddress, sort: str) -> QuerySet | list[Any] | Counted:
        """Return the rows in order; of one measure the newest are read at once, for the chart and, where they are all, for the list."""
        rows = super().ordered(filters, address, sort)
        if not self.measure_of(address):
            return rows
        self.matching = rows
        bare = rows.order_by(*NEWEST_FIRST).prefetch_related(None)
        self.newest = list(bare.annotate(total=Subquery(number_of(rows)))[:MOST_BY_YEAR])
        total = self.newest[0].total if self.newest else 0
        if total > MOST_BY_OPERATION:
            return Counted(rows, total)
        prefetch_related_objects(self.newest, "states", shown_mentions(OperationStatistic))
        is_oldest_first = sort == "oldest"
        return sorted(self.newest, key=lambda f: (f.start is None, f.start, f.pk)) if is_oldest_first else self.newest

    def measure_of(self, address: ListAddress) -> Measure | None:
        """Return the measure, if it is one that is asked for."""
        chosen = address.values("measure")
        return Labels.of(self.request).measures.get(chosen[0]) if len(chosen) == 1 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the chart of the one measure shown, if it is one."""
        self.matching = OperationStatistic.objects.none()
        self.newest: list[Any] = []
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
        by_year = address.values("by") == ("year",) or (not address.values("by") and not is_all)
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
        labels = Labels.of(self.request)
        measures = {code: local(measure, "label") for code, measure in labels.measures.items()}
        chosen = [filters.form.cleaned_data.get(name) or [] for name in ("measure", "topic")]
        by_measure, by_topic = count_measures_and_headings(under_other_filters(filters, "measure", "topic"), labels, *chosen)
        by_state = count_statistic_states(under_other_filters(filters, "country"))
        return [
            value_facet("measure", _("Measure"), by_measure, measures, address),
            year_facet(_("Year"), count_figure_periods(under_other_filters(filters, "year", "month")), address),
            value_facet("country", _("Country"), by_state, labels.states, address),
            value_facet("topic", _("Topic"), by_topic, labels.topics, address),
            *report_facets(filters, address),
        ]


def number_of(rows: QuerySet) -> QuerySet:
    """Return the number of rows as a query that can stand inside another."""
    return rows.order_by().prefetch_related(None).annotate(whole=Value(1)).values("whole").annotate(number=Count("pk")).values("number")
