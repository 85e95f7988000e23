"""Pages of series and meetings, and of all that is missing in them."""

import datetime
import re
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, TemplateView

from events.addresses import ListAddress
from events.bounds import Bounds
from events.evidence import mention_model, shown, without_texts
from events.models import Meeting, MeetingSeries, Membership, State
from events.models.base import LAST_DAY
from events.series import Flag, Gap, every_number, flags_of, gaps_of
from events.series_plot import plot_of
from events.sightings import article_counts, articles_by_pk, sightings_by_series

_NUMBER = re.compile(r"[1-9][0-9]{0,3}\Z", re.ASCII)
MOST_REPORTS = 50


def public_meetings() -> QuerySet:
    """Return the meetings the public may see."""
    return shown(Meeting.objects.select_related("series", "state"))


def with_articles(flags: list[Flag], articles: dict[Any, Any]) -> list[dict[str, Any]]:
    """Put the articles beside the flags that name them."""
    return [{"flag": flag, "articles": [articles[key] for key in flag.articles if key in articles]} for flag in flags]


def articles_of(meeting: Meeting) -> list[int]:
    """Return the primary keys of all articles that speak of a meeting, the earliest publication first and undated ones last."""
    mentions = mention_model(Meeting).objects.shown().filter(meeting=meeting).order_by()
    dated = mentions.values_list("article__start", "article_id").distinct()
    return [article for _start, article in sorted(dated, key=lambda row: (row[0] or LAST_DAY, row[1]))]


def attendance_of(mention: Any) -> Bounds | None:
    """Return the attendance that a report gives, with its bounds."""
    if not mention.attendance_qualifier:
        return None
    ends = [None if end is None else Decimal(end) for end in (mention.attendance_low, mention.attendance_high)]
    return Bounds.from_qualifier(mention.attendance_qualifier, *ends)


class SeriesDetailView(DetailView):
    """A series with every expected number, what is missing, and what contradicts itself."""

    template_name = "events/series_detail.html"
    context_object_name = "series"
    queryset = MeetingSeries.objects.prefetch_related("topics", "aliases")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather meetings, gaps and flags."""
        series: MeetingSeries = self.object
        meetings = list(public_meetings().filter(series=series).order_by("ordinal", "start"))
        gaps = gaps_of(meetings)
        counts = article_counts(meetings)
        flags = flags_of(meetings, sightings_by_series(series).get(series.slug, []))
        entries = [
            {"number": number, "meeting": meeting, "gap": gap, "articles": counts.get(meeting.pk, 0) if meeting else 0}
            for number, meeting, gap in every_number(meetings, gaps)
        ]
        unnumbered = [{"meeting": meeting, "articles": counts.get(meeting.pk, 0)} for meeting in meetings if not meeting.ordinal]
        return super().get_context_data(
            meetings=meetings,
            entries=entries,
            unnumbered=unnumbered,
            gaps=gaps,
            plot=plot_of(meetings, gaps),
            flags=with_articles(flags, articles_by_pk({key for flag in flags for key in flag.articles})),
            names=[alias for alias in series.aliases.all() if alias.language in ("en", "ru", "zh")],
            highest=max((meeting.ordinal for meeting in meetings if meeting.ordinal), default=0),
            **kwargs,
        )


class MeetingDetailView(DetailView):
    """One meeting: number, date, place, and what each article says of it."""

    template_name = "events/meeting_detail.html"
    context_object_name = "meeting"

    def get_object(self, queryset: QuerySet | None = None) -> Meeting:
        """Find the meeting by its number, or by its first day if it has none."""
        key = self.kwargs["number"]
        rows = public_meetings().filter(series__slug=self.kwargs["slug"])
        if _NUMBER.match(key):
            return get_object_or_404(rows, ordinal=int(key))
        try:
            day = datetime.date.fromisoformat(key)
        except ValueError:
            raise Http404 from None
        return get_object_or_404(rows, ordinal=None, start=day)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add neighbours, flags of the number, and which members each report names."""
        meeting: Any = self.object
        siblings = list(public_meetings().filter(series=meeting.series).order_by("ordinal", "start"))
        flags = self._flags(meeting) if meeting.ordinal else []
        numbered = {sibling.ordinal: sibling for sibling in siblings if sibling.ordinal}
        gaps = [gap for gap in gaps_of(siblings) if meeting.pk in {row.pk for row in (gap.before, gap.after) if row}]
        speaking = articles_of(meeting)
        page = Paginator(speaking, MOST_REPORTS).get_page(self.request.GET.get("page", "1"))
        return super().get_context_data(
            before=numbered.get((meeting.ordinal or 0) - 1),
            after=numbered.get((meeting.ordinal or 0) + 1) if meeting.ordinal else None,
            gaps=gaps,
            flags=with_articles(flags, articles_by_pk({key for flag in flags for key in flag.articles})),
            reports=self._reports(meeting, list(page.object_list)),
            report_count=len(speaking),
            page=page,
            address=ListAddress.of(self.request, ["page"]),
            **kwargs,
        )

    def _flags(self, meeting: Meeting) -> list[Flag]:
        return flags_of([meeting], sightings_by_series(meeting.series, meeting).get(meeting.series.slug, []))

    def _reports(self, meeting: Meeting, articles: list[int]) -> list[dict[str, Any]]:
        """Return one entry for each of some articles, in their order, with its quotes and the members it does and does not name."""
        entries: dict[int, dict[str, Any]] = {}
        mentions = without_texts(mention_model(Meeting).objects.shown().filter(meeting=meeting, article__in=articles))
        for mention in sorted(mentions, key=lambda mention: (articles.index(mention.article_id), mention.start)):
            entry = entries.setdefault(mention.article_id, {"article": mention.article, "mentions": [], "named": [], "missing": []})
            entry["mentions"].append({"mention": mention, "attendance": attendance_of(mention)})
        if meeting.start:
            self._compare_members(meeting, entries)
        return list(entries.values())

    def _compare_members(self, meeting: Meeting, entries: dict[int, dict[str, Any]]) -> None:
        day = meeting.start or datetime.date.max
        members = {m.state.code: m.state for m in Membership.objects.on(day).filter(status="member").select_related("state")}
        mentions = mention_model(State).objects.shown().filter(article__in=list(entries), is_subject=True, state__isnull=False)
        named: dict[int, set[str]] = {}
        for article, code in mentions.order_by().values_list("article_id", "state__code").distinct():
            named.setdefault(article, set()).add(code)
        for article, entry in entries.items():
            entry["named"] = [state for code, state in members.items() if code in named.get(article, ())]
            if len(entry["named"]) * 2 >= len(members):
                entry["missing"] = [state for code, state in members.items() if code not in named.get(article, ())]


class GapsView(TemplateView):
    """What is missing or contradictory in all series, for those who could fill it."""

    template_name = "events/gaps.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather gaps and flags of every series in a constant number of queries."""
        by_series: dict[int, list[Meeting]] = {}
        for meeting in public_meetings().order_by("ordinal", "start"):
            by_series.setdefault(meeting.series_id, []).append(meeting)
        sightings = sightings_by_series()
        sections: list[dict[str, Any]] = []
        whole: list[dict[str, Any]] = []
        keys: set[Any] = set()
        for series in MeetingSeries.objects.all():
            meetings = by_series.get(series.pk, [])
            gaps: list[Gap] = gaps_of(meetings)
            flags = flags_of(meetings, sightings.get(series.slug, []))
            keys |= {key for flag in flags for key in flag.articles}
            dateless = [meeting for meeting in meetings if not meeting.start]
            if not (gaps or flags or dateless):
                whole.append({"series": series, "meetings": len(meetings)})
            else:
                sections.append({"series": series, "gaps": gaps, "flags": flags, "dateless": dateless})
        articles = articles_by_pk(keys)
        for section in sections:
            section["flags"] = with_articles(section["flags"], articles)
        missing = sum(len(gap.numbers) for section in sections for gap in section["gaps"])
        return super().get_context_data(sections=sections, whole=whole, missing=missing, **kwargs)
