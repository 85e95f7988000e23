"""The list of reported figures."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import FilterSet

from events.addresses import ListAddress
from events.counting import count_statistic_headings, count_statistic_states
from events.evidence import shown, shown_mentions
from events.facets import Facet, count_values, under_other_filters, value_facet, year_facet
from events.filters import Labels, StatisticFilter
from events.models import OperationStatistic
from events.naming import local
from events.periods import count_periods
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
