"""What the rows of a list say was read from each article: how many figures, and the operations and meetings it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from articles.models import Article, MeetingMention, OperationMention, StatisticMention
from events.naming import local, meeting_name

EVENTS_NAMED = 3


@dataclass
class RowFacts:
    """The number of figures read from an article, and address and name of the first events it speaks of."""

    figures: int = 0
    events: dict[str, str] = field(default_factory=dict)


def facts_of(articles: Sequence[Article], using: str) -> dict[int, RowFacts]:
    """Return the facts of each article by primary key, in three queries however many there are."""
    facts = {article.pk: RowFacts() for article in articles}

    def here(mentions: QuerySet) -> QuerySet:
        return mentions.using(using).filter(article__in=list(facts))

    figures = here(StatisticMention.objects.shown()).order_by().values_list("article_id")
    for key, number in figures.annotate(number=Count("pk")):
        facts[key].figures = number
    operations = here(OperationMention.objects.shown().filter(operation__isnull=False)).select_related("operation")
    for mention in operations.order_by("start"):
        _name(facts[mention.article_id], mention.operation.get_absolute_url(), local(mention.operation))
    meetings = here(MeetingMention.objects.shown().filter(meeting__isnull=False)).select_related("meeting__series")
    for mention in meetings.order_by("start"):
        _name(facts[mention.article_id], mention.meeting.get_absolute_url(), meeting_name(mention.meeting))
    return facts


def _name(facts: RowFacts, url: str, name: str) -> None:
    if len(facts.events) < EVENTS_NAMED:
        facts.events.setdefault(url, name)
