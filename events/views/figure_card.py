"""The figure card: one reported figure with its words and every other report of the same thing."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.views.generic import DetailView

from events.comparison import Report, compare, difference
from events.evidence import mention_model, mentions_of, shown, without_texts
from events.models import OperationStatistic
from events.reports import explain, report_of, source_of
from events.units import dimension_of

# A card holds the words and the comparison of this many reports of the figure, and of as many reports of others.
MOST_REPORTS = 40
# So many differences are told in a sentence each; more are told as their number.
MOST_REASONS = 20
# Up to so many figures are asked for by their keys; a database then goes from each to its mentions and never through all of them.
ASKED_BY_KEY = 1000


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
        evidence, more_evidence = first_of(mentions_of(figure).select_related("run"))
        mentions, more_others = first_of(mentions_of_others(figure))
        others = [(mention.statistic, mention) for mention in mentions]
        reports = [report_of(figure, mention) for mention in evidence]
        comparison = compare([*reports, *(report_of(other, mention) for other, mention in others)])
        mine = reports[0] if reports else None
        return super().get_context_data(
            evidence=evidence,
            first=evidence[0] if evidence else None,
            others=[(other, mention, verdict_against(mine, report_of(other, mention))) for other, mention in others],
            beside=beside_in_the_same_source(evidence, mentions),
            comparison=comparison,
            left_out=more_evidence + more_others,
            reasons=[explain(found) for found in comparison.reasons[:MOST_REASONS]],
            further_reasons=max(len(comparison.reasons) - MOST_REASONS, 0),
            places=places_in_articles([*evidence, *mentions]),
            copies=copies_of_earlier(evidence),
            **kwargs,
        )


def places_in_articles(mentions: Sequence[Any]) -> dict[int, str]:
    """Return for each mention the anchor of its mark in its article's page, whose figures are numbered in the order of the text."""
    rows = mention_model(OperationStatistic).objects.shown().filter(article__in={mention.article_id for mention in mentions})
    numbers: dict[int, int] = {}
    places = {}
    for article, _start, _end, key in sorted(rows.order_by().values_list("article_id", "start", "end", "pk")):
        numbers[article] = numbers.get(article, 0) + 1
        places[key] = f"in-f{numbers[article]}"
    return places


def beside_in_the_same_source(evidence: Sequence[Any], others: Sequence[Any]) -> set[int]:
    """Return the other mentions that stand in an article, or in a copy of one, that gives this figure too.

    Two numbers of one report are its parts or its kinds; they are no disagreement between reports.
    """
    own = {source_of(mention.article) for mention in evidence}
    return {mention.pk for mention in others if source_of(mention.article) in own}


def copies_of_earlier(mentions: Sequence[Any]) -> set[int]:
    """Return the mentions whose article is a copy of one before it in the list, which adds no evidence of its own."""
    sources: dict[str, int] = {}
    return {mention.pk for mention in mentions if sources.setdefault(source_of(mention.article), mention.article_id) != mention.article_id}


def first_of(mentions: QuerySet) -> tuple[list[Any], int]:
    """Return as many mentions as a card holds, and the number of those left out."""
    found = list(mentions[: MOST_REPORTS + 1])
    return found[:MOST_REPORTS], mentions.count() - MOST_REPORTS if len(found) > MOST_REPORTS else 0


def mentions_of_others(figure: OperationStatistic) -> QuerySet:
    """Return the reports of the other figures of the same measure and states, of the same operation or else of the same period."""
    mentions = mention_model(OperationStatistic).objects.shown()
    if figure.measure_id is None or not (figure.operation_id or figure.date):
        return mentions.none()
    same = OperationStatistic.objects.filter(measure=figure.measure_id, operation=figure.operation_id).exclude(pk=figure.pk)
    if figure.operation_id is None:
        same = same.filter(date=figure.date, body=figure.body)
    states = list(figure.states.all())
    for state in states:
        same = same.filter(states=state)
    ties = OperationStatistic.states.through._default_manager.filter(operationstatistic=OuterRef("pk"))
    same = same.exclude(Exists(ties.exclude(state__in=states)))
    keys = list(same.order_by().values_list("pk", flat=True)[: ASKED_BY_KEY + 1])
    rows = without_texts(mentions.filter(statistic__in=keys if len(keys) <= ASKED_BY_KEY else same.order_by().values("pk")))
    rows = rows.select_related("article__outlet", "statistic__measure", "statistic__operation")
    return rows.order_by("article__start", "article_id", "start")


def verdict_against(mine: Report | None, other: Report) -> str:
    """Return the verdict of another report against this figure."""
    if mine is None:
        return ""
    found = difference(mine, other)
    if found is None:
        return "consistent" if dimension_of(mine.unit) == dimension_of(other.unit) else ""
    return "conflicting" if found.kind == "conflict" else "possible_slip"
