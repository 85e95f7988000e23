"""The figure card: one reported figure with its words and every other report of the same thing."""

from typing import Any

from django.db.models import QuerySet
from django.views.generic import DetailView

from events.comparison import Report, compare, difference
from events.evidence import mentions_of, shown, shown_mentions
from events.models import OperationStatistic
from events.reports import explain, group_by_source, report_of
from events.units import dimension_of


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
            reasons=[explain(found) for found in comparison.reasons],
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
