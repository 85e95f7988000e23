"""The list of operations, and one operation with its reports side by side."""

from typing import Any, ClassVar

from django.db.models import F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView
from django_filters import FilterSet

from events.addresses import ListAddress
from events.counting import count_headings, count_operation_states, count_pairs
from events.evidence import figure_counts, report_counts, shown, shown_mentions
from events.facets import Facet, under_other_filters, value_facet, year_facet
from events.filters import Labels, OperationFilter
from events.models import Framework, Measure, Operation, OperationKind, OperationStatistic
from events.origins import origins_of
from events.periods import count_periods
from events.reports import side_by_side
from events.views.lists import FilteredListView, Order, report_facets


class OperationListView(FilteredListView):
    """Operations and exercises, newest first."""

    template_name = "events/operation_list.html"
    filterset_class = OperationFilter
    sorts: ClassVar[dict[str, tuple[Promise, Order]]] = {
        "newest": (gettext_lazy("Newest first"), (F("start").desc(nulls_last=True), "name")),
        "oldest": (gettext_lazy("Oldest first"), (F("start").asc(nulls_last=True), "name")),
        "name": (gettext_lazy("By name"), ("name",)),
    }

    def get_queryset(self) -> QuerySet:
        """Return the operations the public may see."""
        return shown(Operation.objects.prefetch_related("participants"))

    def facets(self, filters: FilterSet, address: ListAddress) -> list[Facet]:
        """Year, country, topic, kind, outlet and language of the reports, framework."""
        labels = Labels.of(self.request)
        chosen = [filters.form.cleaned_data.get(name) or [] for name in ("kind", "framework")]
        kinds, frameworks = count_pairs(under_other_filters(filters, "kind", "framework"), "kind", "framework", *chosen)
        return [
            year_facet(_("Year"), count_periods(under_other_filters(filters, "year", "month")), address),
            value_facet("country", _("Country"), count_operation_states(under_other_filters(filters, "country")), labels.states, address),
            value_facet(
                "topic", _("Topic"), count_headings(under_other_filters(filters, "topic"), "topics", labels), labels.topics, address
            ),
            value_facet("kind", _("Kind"), kinds, choice_labels(OperationKind.choices), address),
            *report_facets(filters, address),
            value_facet("framework", _("Framework"), frameworks, choice_labels(Framework.choices), address),
        ]

    def rows(self, page: list[Operation]) -> list[Any]:
        """Add to each operation how many articles and figures are held."""
        reports, figures = report_counts(page), figure_counts(page)
        return [{"operation": operation, "reports": reports[operation.pk], "figures": figures.get(operation.pk, 0)} for operation in page]


def choice_labels(choices: list[tuple[str, Any]]) -> dict[str, str]:
    """Return what the codes of a column are called in the reader's language."""
    return {value: str(word) for value, word in choices}


class OperationDetailView(DetailView):
    """One operation: what was reported of it, by whom, and whether the reports agree."""

    template_name = "events/operation_detail.html"
    context_object_name = "operation"

    def get_queryset(self) -> QuerySet:
        """Return the operations the public may see."""
        return shown(Operation.objects.select_related("lead").prefetch_related("participants", "topics", "aliases"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather figures and reports and hold them against each other."""
        operation: Operation = self.object
        figures = shown(operation.statistics.select_related("measure")).prefetch_related("states", shown_mentions(OperationStatistic))
        table = side_by_side(figures)
        reported = {row.measure for row in table.rows}
        return super().get_context_data(
            table=table,
            verdicts=[(code, table.count(code)) for code in ("consistent", "possible_slip", "conflicting", "one_source")],
            origins=origins_of(operation, self.request.GET.get("page", "1")),
            address=ListAddress.of(self.request, ["page"]),
            silent=[measure for measure in measures_of_operations() if measure not in reported] if reported else [],
            also_called=[alias for alias in operation.aliases.all() if alias.form_type != "misnomer" and alias.form != operation.name],
            **kwargs,
        )


def measures_of_operations() -> QuerySet:
    """Return the measures for which some operation has a shown figure."""
    figures = shown(OperationStatistic.objects.filter(operation__isnull=False))
    return Measure.objects.filter(pk__in=figures.order_by().values("measure_id"))
