"""The list of reported figures; those of one measure also as a chart."""

from typing import Any, ClassVar

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import FilterSet

from events.addresses import ListAddress
from events.charts.figures import figure_chart
from events.counting import count_figure_periods, count_measures_and_headings, count_statistic_states
from events.evidence import mention_model, shown, shown_mentions
from events.facets import Facet, under_other_filters, value_facet, year_facet
from events.filters import Labels, StatisticFilter
from events.models import Framework, Measure, Operation, OperationStatistic
from events.naming import local
from events.periods import in_periods, is_month, is_year
from events.views.lists import FilteredListView, Order, filter_words, report_facets

# So many figures are drawn by operation and period; where a measure has more, its chart has a row for each year instead.
MOST_BY_OPERATION = 100
# So many are read for a chart year by year, the newest first.
MOST_BY_YEAR = 2000
NEWEST_FIRST: Order = (F("start").desc(nulls_last=True), "measure__position", "pk")


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
        figures = OperationStatistic.objects.select_related("measure", "operation").prefetch_related("states")
        return shown(figures.prefetch_related(shown_mentions(OperationStatistic)))

    def ordered(self, filters: FilterSet, address: ListAddress, sort: str) -> QuerySet | list[Any]:
        """Return the rows in order; all figures of one measure at once, if they are few enough to be drawn one by one."""
        rows = super().ordered(filters, address, sort)
        self.matching = rows
        if not self.measure_of(address):
            return rows
        few = list(rows[: MOST_BY_OPERATION + 1])
        self.all_rows = few if len(few) <= MOST_BY_OPERATION else None
        return rows if self.all_rows is None else self.all_rows

    def measure_of(self, address: ListAddress) -> Measure | None:
        """Return the measure, if it is one that is asked for."""
        chosen = address.values("measure")
        return Labels.of(self.request).measures.get(chosen[0]) if len(chosen) == 1 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the chart of the one measure shown, if it is one."""
        self.matching = OperationStatistic.objects.none()
        self.all_rows: list[OperationStatistic] | None = None
        context = super().get_context_data(**kwargs)
        address: ListAddress = context["address"]
        measure = self.measure_of(address)
        if measure is None or context["problems"]:
            return {**context, "measure": measure}
        context["filter_words"] = filter_words([chip for chip in context["chips"] if chip.name != "measure"])
        return {**context, "measure": measure, **self.chart_context(measure, address, context["total"])}

    def chart_context(self, measure: Measure, address: ListAddress, total: int) -> dict[str, Any]:
        """Return what the chart of a measure needs."""
        by_year = address.values("by") == ("year",) or (not address.values("by") and total > MOST_BY_OPERATION)
        figures = self.all_rows
        if figures is None:
            newest = self.matching.order_by(*NEWEST_FIRST)
            bare = newest.prefetch_related(None)
            figures = list(bare[:MOST_BY_YEAR] if by_year else bare.prefetch_related("states")[:MOST_BY_OPERATION])
        only_years = by_year or address.values("country") or address.values("topic")
        silent = [] if only_years else self.silent_operations(figures, address)
        query = address.without("page", "sort", "size").partition("?")[2]
        return {
            "chart": figure_chart(measure, figures, silent, by_year=by_year),
            "by_year": by_year,
            "other_url": address.replace("by", "year" if not by_year else None if total <= MOST_BY_OPERATION else "operation"),
            "drawn": len(figures),
            "outlets": count_articles(figures),
            "data_of": timezone.now(),
            "page_url": f"{reverse('events:statistic-list')}?{query}",
            "svg_url": f"{reverse('events:statistic-chart')}?{query}",
            "csv_url": f"{reverse('events:statistic-table')}?{query}",
        }

    def silent_operations(self, figures: list[OperationStatistic], address: ListAddress) -> list[Operation]:
        """Return the organization's operations of the kinds that report the measure, of which no figure of it is held.

        Where not all figures are drawn, none that is older than what is drawn.
        """
        kinds = {figure.operation.kind for figure in figures if figure.operation}
        asked = in_periods([y for y in address.values("year") if is_year(y)], [m for m in address.values("month") if is_month(m)])
        spoken_of = self.matching.order_by().filter(operation__isnull=False).values("operation")
        rows = shown(Operation.objects.filter(asked, kind__in=kinds, framework=Framework.SCO, start__lte=timezone.now().date()))
        if self.all_rows is None:
            rows = rows.filter(start__gte=min((figure.start for figure in figures if figure.start), default=timezone.now().date()))
        return list(rows.exclude(pk__in=spoken_of))

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


def count_articles(figures: list[OperationStatistic]) -> int:
    """Count the articles that report any of some figures."""
    reports = mention_model(OperationStatistic).objects.shown().filter(statistic__in=[figure.pk for figure in figures])
    return int(reports.order_by().values("article").distinct().count())
