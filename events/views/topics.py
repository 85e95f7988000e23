"""Pages of subject headings and of measures."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView, TemplateView

from events.charts.bars import YearBars, year_bars
from events.charts.files import Caption, csv_file, svg_file
from events.evidence import shown
from events.models import Measure, MeetingSeries, Operation, OperationStatistic, Topic
from events.naming import local
from events.newest import newest_articles

NEWEST = 10
STANDARDS = (
    ("unbis", "UNBIS Thesaurus", "http://metadata.un.org/thesaurus/"),
    ("iptc", "IPTC Media Topics", "http://cv.iptc.org/newscodes/mediatopic/"),
    ("eurovoc", "EuroVoc", "http://eurovoc.europa.eu/"),
)


def links_to_articles() -> QuerySet:
    """Return the rows that tie headings to articles, reached against the arrow."""
    links: QuerySet = Topic._meta.get_field("articles").through._default_manager.all()  # type: ignore[union-attr]
    return links


def article_counts() -> dict[int, int]:
    """Return how many articles stand under each heading."""
    links = links_to_articles()
    return dict(links.order_by().values_list("topic_id").annotate(Count("pk")))


class TopicListView(TemplateView):
    """The subject headings in their groups."""

    template_name = "events/topic_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather groups, topics and numbers of articles."""
        groups = Topic.objects.filter(level=1).prefetch_related(Prefetch("children", queryset=Topic.objects.order_by("position", "label")))
        return super().get_context_data(groups=groups, counts=article_counts(), **kwargs)


class TopicDetailView(DetailView):
    """One heading: definition, rule, words, standard codes, and what stands under it year by year."""

    template_name = "events/topic_detail.html"
    context_object_name = "topic"
    queryset = Topic.objects.select_related("parent").prefetch_related("children")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather codes and what stands under the heading or, for a group, under its topics."""
        topic: Topic = self.object
        headings = [topic.pk, *(child.pk for child in topic.children.all())]
        links = links_to_articles().filter(topic__in=headings)
        article_model: Any = Topic._meta.get_field("articles").related_model
        by_year, number = article_model.objects.years_under(headings)
        return super().get_context_data(
            words=[(language, topic.words.get(language, [])) for language in ("en", "ru", "zh") if topic.words.get(language)],
            codes=[(name, codes_of(getattr(topic, field), base)) for field, name, base in STANDARDS if getattr(topic, field)],
            bars=year_bars(by_year),
            data_of=timezone.now(),
            articles=newest_articles(links, number, NEWEST),
            article_count=number,
            operations=shown(Operation.objects.filter(pk__in=_under(Operation, headings))).order_by("-start", "name"),
            series=MeetingSeries.objects.filter(pk__in=_under(MeetingSeries, headings)),
            measures=Measure.objects.filter(pk__in=_under(Measure, headings)),
            **kwargs,
        )


def articles_by_year(slug: str) -> tuple[Topic, YearBars]:
    """Return a heading, or answer 404, and the bars of the articles under it or, for a group, under its topics."""
    topic = get_object_or_404(Topic.objects.prefetch_related("children"), slug=slug)
    article_model: Any = Topic._meta.get_field("articles").related_model
    by_year, _number = article_model.objects.years_under([topic.pk, *(child.pk for child in topic.children.all())])
    return topic, year_bars(by_year)


@require_safe
def topic_drawing(request: HttpRequest, slug: str) -> HttpResponse:
    """The bars of a heading's articles by year as a drawing that stands alone."""
    topic, bars = articles_by_year(slug)
    title = _("%(topic)s: articles by year") % {"topic": local(topic, "label")}
    text = _("Number of articles. Linear scale from zero. A dashed slot is a year from which nothing is held.")
    caption = Caption(title, text, topic.get_absolute_url())
    return svg_file("charts/bars.html", {"bars": bars, "bars_title": title}, f"topic-{topic.slug}", caption)


@require_safe
def topic_table(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of a heading by year."""
    topic, bars = articles_by_year(slug)
    return csv_file(["topic", "year", "articles"], ([topic.slug, bar.year, bar.count] for bar in bars.bars), f"topic-{topic.slug}")


def _under(model: Any, headings: list[int]) -> QuerySet:
    return model.objects.filter(topics__in=headings).order_by().values("pk")


def codes_of(text: str, base: str) -> list[dict[str, Any]]:
    """Read the codes of a standard vocabulary, one a line: a code with its label, "near" before it for the nearest term only."""
    found = []
    for line in text.splitlines():
        near, rest = line.startswith("near "), line.removeprefix("near ")
        code, _, label = rest.partition(" ")
        found.append({"code": code, "label": label, "near": near, "url": base + code})
    return found


class MeasureListView(ListView):
    """What figures count, with definition and unit."""

    template_name = "events/measure_list.html"
    context_object_name = "measures"

    def get_queryset(self) -> QuerySet:
        """Fetch headings along and count the figures that may be seen."""
        return Measure.objects.prefetch_related("topics")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the number of figures of each measure."""
        figures = shown(OperationStatistic.objects.filter(measure__isnull=False)).order_by()
        return super().get_context_data(counts=dict(figures.values_list("measure_id").annotate(Count("pk"))), **kwargs)


class MeasureDetailView(DetailView):
    """One measure: what it counts, its unit, and the newest figures."""

    template_name = "events/measure_detail.html"
    context_object_name = "measure"
    slug_field = slug_url_kwarg = "code"
    queryset = Measure.objects.prefetch_related("topics")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the figures of the measure."""
        figures = shown(OperationStatistic.objects.filter(measure=self.object)).select_related("operation").order_by("-start", "pk")
        return super().get_context_data(figures=figures[:NEWEST], figure_count=figures.count(), **kwargs)
