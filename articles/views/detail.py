"""The article page: the text with its marks, the facts beside it, the cards below, the source and its neighbours."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from django.views.generic import DetailView

from articles.exhibits import Exhibit, exhibits_of
from articles.listed import Listed, listed
from articles.marks import Layout, Paragraph, Strike, lay_out
from articles.models import (
    Access,
    Article,
    ArticleAddress,
    ArticleTopic,
    Caption,
    Correction,
    MeetingMention,
    OperationMention,
    StateMention,
)
from articles.web_archives import is_archived

RELATED = 6


@dataclass(frozen=True)
class PlacedCorrection:
    """A correction with its number on the page."""

    number: int
    correction: Correction


@dataclass(frozen=True)
class Neighbours:
    """Other articles that an article's page leads to; before and after in the list it was reached from, else the newer and the older."""

    copies: list[Article]
    related: list[Article]
    before: Article | None
    after: Article | None


class ArticleDetailView(DetailView):
    """One article, every quoted span of it marked and led to its record."""

    template_name = "articles/detail.html"
    context_object_name = "article"
    slug_field = slug_url_kwarg = "public_id"

    def get_queryset(self) -> QuerySet[Article]:
        """Fetch the article with its outlet and capture, without the captured bytes."""
        return Article.objects.select_related("outlet__country", "capture").defer("capture__body")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows, in a number of queries that does not depend on the article."""
        article: Article = self.object
        exhibits = exhibits_of(article)
        corrections = [
            PlacedCorrection(number, correction) for number, correction in enumerate(article.corrections.order_by("start", "pk"), start=1)
        ]
        around = surroundings_of(article)
        layout = _layout(article, exhibits, corrections, around.credits)
        head, body = _head_and_body(article, layout)
        reached_from = listed(self.request, article)
        return super().get_context_data(
            layout=layout,
            head=head,
            body=body,
            exhibits=exhibits,
            by_letter={letter: [e for e in exhibits if e.mark.letter == letter] for letter in "fmos"},
            review_counts=Counter(exhibit.evidence.review_state for exhibit in exhibits),
            corrections=corrections,
            correction_at={placed.number: placed.correction for placed in corrections},
            states_named=_states_named(article),
            statements=article.statements.shown(),
            around=around,
            listed=reached_from,
            neighbours=neighbours_of(article, reached_from),
            canonical=f"{settings.SITE_URL}{article.get_absolute_url()}",
            **kwargs,
        )


def _layout(article: Article, exhibits: list[Exhibit], corrections: list[PlacedCorrection], captions: dict[int, str]) -> Layout:
    strikes = [Strike(placed.number, placed.correction.start or 0, placed.correction.end or 0) for placed in corrections]
    marks = [exhibit.mark for exhibit in exhibits]
    if article.access == Access.WITHHELD:
        return lay_out("", [], [])
    return lay_out(article.text, marks, strikes, captions, quotes_only=article.access == Access.QUOTES)


def _head_and_body(article: Article, layout: Layout) -> tuple[dict[str, Paragraph], list[Paragraph]]:
    """Part the title and the standfirst, drawn at the head of the page, from the paragraphs below."""
    head: dict[str, Paragraph] = {}
    body = list(layout.paragraphs)
    for name, text in (("title", article.title), ("standfirst", article.standfirst)):
        if text and body and article.text[body[0].start : body[0].end] == text:
            head[name] = body.pop(0)
    return head, body


@dataclass(frozen=True)
class Surroundings:
    """Small things that stand around a text: credits by a caption's first character, its own addresses and those of archived copies, and
    topics as pairs of slug and label."""

    credits: dict[int, str]
    addresses: list[str]
    archived: list[str]
    topics: list[tuple[str, str]]


def surroundings_of(article: Article) -> Surroundings:
    """Fetch captions, addresses and topics in one query."""
    label = f"topic__label_{(get_language() or 'en')[:2]}"
    labels = Coalesce(NullIf(label, Value("")), "topic__label") if label in {"topic__label_ru", "topic__label_zh"} else F("topic__label")
    captions = Caption.objects.filter(article=article).order_by().values_list("start", "credit", Value(""), Value("caption"))
    addresses = ArticleAddress.objects.filter(article=article).order_by().values_list(Value(0), "url", Value(""), Value("address"))
    topics = ArticleTopic.objects.filter(article=article).order_by().values_list("topic__position", "topic__slug", labels, Value("topic"))
    rows = list(captions.union(addresses, topics, all=True))
    urls = [text for _start, text, _label, kind in rows if kind == "address"]
    archived = [article.capture.archived_url, *filter(is_archived, urls)]
    return Surroundings(
        {start: text for start, text, _label, kind in rows if kind == "caption"},
        [url for url in urls if url not in archived],
        list(dict.fromkeys(filter(None, archived))),
        [(slug, label) for _position, slug, label, kind in sorted(rows) if kind == "topic"],
    )


def _states_named(article: Article) -> list[StateMention]:
    """Return the first mention of each state that the article is about."""
    first: dict[int, StateMention] = {}
    mentions: QuerySet[StateMention] = article.statementions.shown().filter(is_subject=True, state__isnull=False)
    for mention in mentions.select_related("state").order_by("start"):
        first.setdefault(mention.state_id, mention)
    return list(first.values())


def neighbours_of(article: Article, reached_from: Listed | None = None) -> Neighbours:
    """Find the article's copies, articles on the same meetings and operations, and those before and after it, in one query."""
    others = Article.objects.exclude(pk=article.pk)
    same_event = Q(pk__in=_sharing(article, MeetingMention, "meeting")) | Q(pk__in=_sharing(article, OperationMention, "operation"))
    wanted = same_event
    if article.duplicate_group:
        wanted |= Q(duplicate_group=article.duplicate_group)
    if reached_from:
        wanted |= Q(search_no__in=[number for number in (reached_from.place.before, reached_from.place.after) if number is not None])
    elif article.start:
        # The day bounds both sides, so that the index is entered at the article and not at its end.
        later = others.filter(Q(start__gt=article.start) | Q(search_no__gt=article.search_no), start__gte=article.start)
        earlier = others.filter(Q(start__lt=article.start) | Q(search_no__lt=article.search_no), start__lte=article.start)
        wanted |= Q(pk__in=later.order_by("start", "search_no").values("pk")[:1])
        wanted |= Q(pk__in=earlier.order_by("-start", "-search_no").values("pk")[:1])
    found = list(
        others.filter(wanted).for_list().annotate(is_related=ExpressionWrapper(same_event, BooleanField())).order_by("-start", "-search_no")
    )
    copies = [other for other in found if article.duplicate_group and other.duplicate_group == article.duplicate_group]
    related = [other for other in found if other.is_related and other not in copies][:RELATED]
    return Neighbours(copies, related, *(_in_list(found, reached_from) if reached_from else _by_date(found, article)))


def _in_list(found: list[Article], reached_from: Listed) -> tuple[Article | None, Article | None]:
    """Pick the neighbours in the list the article was reached from."""
    by_number: dict[int | None, Article] = {other.search_no: other for other in found}
    return by_number.get(reached_from.place.before), by_number.get(reached_from.place.after)


def _by_date(found: list[Article], article: Article) -> tuple[Article | None, Article | None]:
    """Pick the next newer and the next older, of articles newest first."""
    if not article.start:
        return None, None
    newer = [o for o in found if o.start and (o.start, o.search_no) > (article.start, article.search_no)]
    older = [o for o in found if o.start and (o.start, o.search_no) < (article.start, article.search_no)]
    return newer[-1] if newer else None, older[0] if older else None


def _sharing(article: Article, mentions: type[MeetingMention] | type[OperationMention], name: str) -> QuerySet[Any]:
    """Return the ids of the latest articles that mention a record this one mentions."""
    records = mentions.objects.shown().filter(article=article, **{f"{name}__isnull": False}).values(name)
    rows = mentions.objects.shown().filter(**{f"{name}__in": records}).exclude(article=article)
    return rows.order_by("-article_id").values("article_id").distinct()[:RELATED]
