"""What the rows of a list say was read from each article: how many figures, and the operations and meetings it speaks of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connections
from django.utils.translation import get_language

from articles.models import Article
from articles.search.bitmaps import EventNames, Holdings
from events.models import Meeting, Operation
from events.naming import local, meeting_name

EVENTS_NAMED = 3
# One question for three tables, written by hand: putting it together anew for every page took longer than its answer.
# The rule is that of MentionQuerySet.shown: everything but what a person has rejected.
_READ = """
    SELECT article_id, 'figures', COUNT(*), 0 FROM articles_statisticmention
        WHERE review_state <> 'rejected' AND article_id IN ({ids}) GROUP BY article_id
    UNION ALL SELECT article_id, 'operation', operation_id, start FROM articles_operationmention
        WHERE review_state <> 'rejected' AND operation_id IS NOT NULL AND article_id IN ({ids})
    UNION ALL SELECT article_id, 'meeting', meeting_id, start FROM articles_meetingmention
        WHERE review_state <> 'rejected' AND meeting_id IS NOT NULL AND article_id IN ({ids})
    ORDER BY 2 DESC, 4"""


@dataclass
class RowFacts:
    """The number of figures read from an article, and address and name of the first events it speaks of."""

    figures: int = 0
    events: dict[str, str] = field(default_factory=dict)


def facts_of(articles: Sequence[Article], state: Holdings, using: str) -> dict[int, RowFacts]:
    """Return the facts of each article by primary key, in three queries at most however many there are."""
    facts = {article.pk: RowFacts() for article in articles}
    if not facts:
        return facts
    with connections[using].cursor() as cursor:
        cursor.execute(_READ.format(ids=", ".join(["%s"] * len(facts))), [*facts] * 3)
        rows = cursor.fetchall()
    names = state.events[get_language() or ""]
    name_events(names, [(kind, key) for _article, kind, key, _start in rows if kind != "figures"], using)
    for article, kind, key, _start in rows:
        if kind == "figures":
            facts[article].figures = key
        elif (kind, key) in names and len(facts[article].events) < EVENTS_NAMED:
            url, name = names[kind, key]
            facts[article].events.setdefault(url, name)
    return facts


def name_events(names: EventNames, events: Iterable[tuple[str, int]], using: str) -> None:
    """Add address and name of the events that have none yet; they hold for one state of the archive."""
    unknown: dict[str, set[int]] = {"operation": set(), "meeting": set()}
    for kind, key in events:
        if (kind, key) not in names:
            unknown[kind].add(key)
    if unknown["operation"]:
        keep(names, "operation", Operation.objects.using(using).filter(pk__in=unknown["operation"]), local)
    if unknown["meeting"]:
        keep(names, "meeting", Meeting.objects.using(using).select_related("series").filter(pk__in=unknown["meeting"]), meeting_name)


def keep(names: EventNames, kind: str, records: Iterable[Any], name_of: Callable[[Any], str]) -> None:
    """Add address and name of some records."""
    names.update({(kind, record.pk): (record.get_absolute_url(), name_of(record)) for record in records})
