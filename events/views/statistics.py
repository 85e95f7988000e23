"""The list of reported figures, and the card of one."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView
from django_filters import FilterSet

from events.addresses import ListAddress
from events.comparison import Report, compare, difference
from events.counting import count_statistic_headings, count_statistic_states
from events.evidence import mentions_of, shown, shown_mentions
from events.facets import Facet, count_values, under_other_filters, value_facet, year_facet
from events.filters import Labels, StatisticFilter
from events.models import OperationStatistic
from events.naming import local
from events.periods import count_periods
from events.reports import explain, group_by_source, report_of
from events.units import dimension_of
from events.views.lists import FilteredListView


class StatisticListView(FilteredListView):
    """Reported figures, each beside its words; of one measure also as a chart."""

    template_name = "events/statistic_list.html"
    filterset_class = StatisticFilter
    sorts: ClassVar[dict[str, tuple[Promise, tuple[str, ...]]]] = {
        "newest": (gettext_lazy("Newest period first"), ("-start", "measure__position", "pk")),
        "oldest": (gettext_lazy("Oldest period first"), ("start", "measure__position", "pk")),
        "measure": (gettext_lazy("By measure"), ("measure__position", "-start", "pk")),
    }

    def get_queryset(self) -> QuerySet:
        """Return the figures the public may see, with their reports."""
        figures = OperationStatistic.objects.select_related("measure", "operation")
        return shown(figures.prefetch_related(shown_mentions(OperationStatistic)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the one measure shown, if it is one."""
        context = super().get_context_data(**kwargs)
        chosen = context["address"].values("measure")
        measure = Labels.of(self.request).measures.get(chosen[0]) if len(chosen) == 1 else None
        return {**context, "measure": measure}

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Measure, year, country, topic."""
        labels = Labels.of(self.request)
        measures = {code: local(measure, "label") for code, measure in labels.measures.items()}
        by_measure = count_values(under_other_filters(filters, "measure"), "measure__code")
        by_state = count_statistic_states(under_other_filters(filters, "country"))
        by_topic = count_statistic_headings(under_other_filters(filters, "topic"), labels)
        return [
            value_facet("measure", _("Measure"), by_measure, measures, address),
            year_facet(_("Year"), count_periods(under_other_filters(filters, "year", "month")), address),
            value_facet("country", _("Country"), by_state, labels.states, address),
            value_facet("topic", _("Topic"), by_topic, labels.topics, address),
        ]


class StatisticDetailView(DetailView):
    """The figure card: the number, the words it was read from, and every other report of the same thing."""

    template_name = "events/statistic_detail.html"
    context_object_name = "figure"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self) -> QuerySet:
        """Return the figures the public may see."""
        return shown(OperationStatistic.objects.select_related("measure", "operation").prefetch_related("states"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the evidence of the figure and what else was reported of the same thing."""
        figure: OperationStatistic = self.object
        evidence = list(mentions_of(figure).select_related("run"))
        others = [(other, report) for other in others_of(figure) for report in other.reports]
        reports = [report_of(figure, mention) for mention in evidence]
        comparison = compare([*reports, *(report_of(other, mention) for other, mention in others)])
        mine = reports[0] if reports else None
        return super().get_context_data(
            evidence=evidence,
            first=evidence[0] if evidence else None,
            others=[(other, mention, verdict_against(mine, report_of(other, mention))) for other, mention in others],
            comparison=comparison,
            reasons=list(dict.fromkeys(explain(found) for found in comparison.differences)),
            sources=group_by_source({mention.article_id: mention.article for mention in evidence}.values()),
            **kwargs,
        )


def others_of(figure: OperationStatistic) -> list[OperationStatistic]:
    """Return the other figures of the same measure, of the same operation or else of the same states and period."""
    if figure.measure_id is None or not (figure.operation_id or figure.date):
        return []
    same = OperationStatistic.objects.filter(measure=figure.measure_id, operation=figure.operation_id).exclude(pk=figure.pk)
    if figure.operation_id is None:
        same = same.filter(date=figure.date, body=figure.body)
    rows = shown(same).select_related("measure", "operation").prefetch_related("states", shown_mentions(OperationStatistic))
    states = set(figure.states.all())
    return [other for other in rows if set(other.states.all()) == states]


def verdict_against(mine: Report | None, other: Report) -> str:
    """Return the verdict of another report against this figure."""
    if mine is None:
        return ""
    found = difference(mine, other)
    if found is None:
        return "consistent" if dimension_of(mine.unit) == dimension_of(other.unit) else ""
    return "conflicting" if found.kind == "conflict" else "possible_slip"
