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
from events.evidence import shown, shown_mentions
from events.facets import Facet, under_other_filters, value_facet, year_facet
from events.filters import Labels, StatisticFilter
from events.models import Framework, Measure, Operation, OperationStatistic
from events.naming import local
from events.periods import in_periods, is_month, is_year
from events.views.lists import FilteredListView, Order, filter_words

MOST_CHARTED = 100


class StatisticListView(FilteredListView):
    """Reported figures, each beside its words; of one measure also as a chart."""

    template_name = "events/statistic_list.html"
    filterset_class = StatisticFilter
    sorts: ClassVar[dict[str, tuple[Promise, Order]]] = {
        "newest": (gettext_lazy("Newest period first"), (F("start").desc(nulls_last=True), "measure__position", "pk")),
        "oldest": (gettext_lazy("Oldest period first"), (F("start").asc(nulls_last=True), "measure__position", "pk")),
        "measure": (gettext_lazy("By measure"), ("measure__position", F("start").desc(nulls_last=True), "pk")),
    }

    further_names = ("by",)

    def get_queryset(self) -> QuerySet:
        """Return the figures the public may see, with their reports."""
        figures = OperationStatistic.objects.select_related("measure", "operation").prefetch_related("states")
        return shown(figures.prefetch_related(shown_mentions(OperationStatistic)))

    def ordered(self, filters: FilterSet, address: ListAddress, sort: str) -> QuerySet | list[Any]:
        """Return the rows in order; all figures of one measure at once, as far as a chart holds them."""
        rows = super().ordered(filters, address, sort)
        if not self.measure_of(address):
            return rows
        self.charted = list(rows[: MOST_CHARTED + 1])
        return rows if len(self.charted) > MOST_CHARTED else self.charted

    def measure_of(self, address: ListAddress) -> Measure | None:
        """Return the measure, if it is one that is asked for."""
        chosen = address.values("measure")
        return Labels.of(self.request).measures.get(chosen[0]) if len(chosen) == 1 else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the chart of the one measure shown, if it is one."""
        self.charted: list[OperationStatistic] = []
        context = super().get_context_data(**kwargs)
        address: ListAddress = context["address"]
        measure = self.measure_of(address)
        if measure:
            context["filter_words"] = filter_words([chip for chip in context["chips"] if chip.name != "measure"])
        if measure is None or len(self.charted) > MOST_CHARTED:
            return {**context, "measure": measure}
        return {**context, "measure": measure, **chart_context(measure, self.charted, address)}

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Measure, year, country, topic."""
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
        ]


def chart_context(measure: Measure, figures: list[OperationStatistic], address: ListAddress) -> dict[str, Any]:
    """Return what the chart of a measure needs."""
    by_year = address.values("by") == ("year",)
    kinds = {figure.operation.kind for figure in figures if figure.operation}
    only_years = address.values("country") or address.values("topic")
    silent = Operation.objects.none() if only_years or by_year else silent_operations(kinds, address)
    query = address.without("page", "sort", "size").partition("?")[2]
    return {
        "chart": figure_chart(measure, figures, list(silent), by_year=by_year),
        "by_year": by_year,
        "other_url": address.replace("by", None if by_year else "year"),
        "outlets": len({report.article_id for figure in figures for report in figure.reports}),
        "data_of": timezone.now(),
        "svg_url": f"{reverse('events:statistic-chart')}?{query}",
        "csv_url": f"{reverse('events:statistic-table')}?{query}",
    }


def silent_operations(kinds: set[str], address: ListAddress) -> QuerySet:
    """Return the operations of the organization that are of the same kinds as those which report a measure."""
    asked = in_periods([y for y in address.values("year") if is_year(y)], [m for m in address.values("month") if is_month(m)])
    return shown(Operation.objects.filter(asked, kind__in=kinds, framework=Framework.SCO, start__lte=timezone.now().date()))
