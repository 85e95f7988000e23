"""What the first page shows: one opened sentence, the newest articles, one chart, and what is held by year."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db import router
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from articles.exhibits import Exhibit, figures_and_operations
from articles.marks import Mark, Run, lay_out
from articles.models import Access, Article, Correction, StatisticMention
from articles.search.bitmaps import holdings
from articles.sentences import sentence_span
from events.charts.bars import YearBars, year_bars
from events.charts.figures import FigureChart, figure_chart
from events.evidence import shown
from events.models import Framework, Measure, OperationStatistic

NEWEST = 5
# Enough of the latest readings to find a sentence rich in figures, few enough to look through at once.
LOOKED_THROUGH = 400
LONGEST_SENTENCE = 480
CHARTED = 8


@dataclass(frozen=True)
class Specimen:
    """One sentence with its marks, and the card of one of them."""

    article: Article
    runs: tuple[Run, ...]
    opened: Exhibit
    figures: int


def specimen() -> Specimen | None:
    """Choose the sentence that carries the most figures, and open an exact one of them.

    Looked through are the latest readings of an operation of the organization in the reader's language; where there is none, those in any
    language; where there is none either, those of anything.
    """
    latest = StatisticMention.objects.shown().filter(article__access=Access.FULL, statistic__isnull=False).order_by("-pk")
    of_operations = latest.filter(statistic__operation__framework=Framework.SCO)
    readable = of_operations.filter(article__language=(get_language() or "en")[:2])
    counts: Counter[int] = Counter()
    for readings in (readable, of_operations, latest):
        counts = counts or Counter(readings.values_list("article_id", flat=True)[:LOOKED_THROUGH])
    if not counts:
        return None
    article = Article.objects.select_related("outlet").get(pk=counts.most_common(1)[0][0])
    exhibits = figures_and_operations(article)
    figures = [exhibit for exhibit in exhibits if exhibit.mark.letter == "f" and exhibit.record]
    by_sentence = Counter(sentence_span(article.text, figure.mark.start, figure.mark.end) for figure in figures)
    start, end = max(by_sentence, key=lambda span: (span[1] - span[0] <= LONGEST_SENTENCE, by_sentence[span], -span[0]))
    inside = [exhibit for exhibit in exhibits if start <= exhibit.mark.start and exhibit.mark.end <= end]
    marks = [Mark(e.mark.letter, e.mark.number, e.mark.start - start, e.mark.end - start, e.name) for e in inside]
    runs = tuple(run for paragraph in lay_out(article.text[start:end], marks).paragraphs for run in paragraph.runs)
    carried = [figure for figure in figures if figure in inside]
    exact = [figure for figure in carried if figure.bounds and figure.bounds.qualifier == "exact"]
    return Specimen(article, runs, (exact or carried)[0], len(carried))


def newest_articles() -> list[Article]:
    """Return the newest articles, each with its number of figures as ``figures``."""
    mentions = StatisticMention.objects.shown().filter(article=OuterRef("pk")).order_by()
    number = Coalesce(Subquery(mentions.values("article").annotate(number=Count("pk")).values("number")), 0)
    articles = Article.objects.filter(start__isnull=False).for_list().annotate(figures=number)
    return list(articles.order_by("-start", "-search_no")[:NEWEST])


def front_chart() -> FigureChart | None:
    """Draw the measure that most operations of the organization report, as far as it fits."""
    of_operations = shown(OperationStatistic.objects.filter(operation__framework=Framework.SCO, measure__isnull=False))
    most = of_operations.order_by().values_list("measure").annotate(number=Count("operation", distinct=True)).order_by("-number", "measure")
    first = most.first()
    if first is None:
        return None
    rows = of_operations.filter(measure=first[0]).select_related("measure", "operation").prefetch_related("states")
    figures = list(rows.order_by("-operation__start")[:CHARTED])
    measure: Measure = figures[0].measure
    return figure_chart(measure, figures)


def held_by_year() -> tuple[YearBars, int]:
    """Return the bars of articles by year, and the number of articles."""
    state = holdings(router.db_for_read(Article))
    return year_bars({int(year): len(found) for year, found in state.families["year"].items()}), len(state.everything)


def promises() -> dict[str, Any]:
    """Count what the archive found out about its own reports."""
    return {
        "figures": shown(OperationStatistic.objects.all()).count(),
        "corrections": Correction.objects.filter(article__isnull=False).count(),
    }
