"""The numbers and dates that articles give meetings, read through the evidence and grouped in the database."""

from collections import defaultdict
from typing import Any

from django.db.models import Count, Min, Q

from events.evidence import mention_model
from events.models import Meeting, MeetingSeries
from events.partial_dates import BadDate, PartialDate
from events.series import Sighting


def sightings_by_series(series: MeetingSeries | None = None, meeting: Meeting | None = None) -> dict[str, list[Sighting]]:
    """Return what articles report of the numbers of one series, or of all, by slug, in one query.

    With ``meeting``, a numbered one of that series, only what concerns it is returned: what is said of it, and who else has its number.
    """
    mentions = mention_model(Meeting).objects.shown()
    if series:
        # By the meetings' keys, not by a join: an index leads from each to its mentions.
        own = Q(meeting__in=list(series.meetings.values_list("pk", flat=True)))
        mentions = mentions.filter(own | Q(meeting__isnull=True, reading__series=series.slug))
    if meeting:
        mentions = mentions.filter(Q(meeting=meeting) | Q(reading__ordinal=meeting.ordinal))
    groups = mentions.order_by().values_list("meeting__series__slug", "reading__series", "meeting_id", "reading__ordinal", "reading__date")
    found: dict[str, list[Sighting]] = defaultdict(list)
    for linked, read, key, number, date, articles, example in groups.annotate(Count("article", distinct=True), Min("article_id")):
        slug = linked or read
        if slug and isinstance(number, int) and not isinstance(number, bool) and number > 0:
            found[slug].append(Sighting(number, _date(date), key, example, articles))
    return found


def article_counts(meetings: list[Meeting]) -> dict[int, int]:
    """Return how many articles speak of each meeting."""
    mentions = mention_model(Meeting).objects.shown().filter(meeting__in=[meeting.pk for meeting in meetings])
    return dict(mentions.order_by().values_list("meeting_id").annotate(Count("article", distinct=True)))


def articles_by_pk(keys: set[Any]) -> dict[Any, Any]:
    """Return the articles that examples name, without their texts."""
    articles = mention_model(Meeting)._meta.get_field("article").related_model
    rows = articles._default_manager.filter(pk__in=keys).select_related("outlet").defer("text", "basis_note", "standfirst")
    return {article.pk: article for article in rows}


def _date(text: Any) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if isinstance(text, str) and text else None
    except BadDate:
        return None
