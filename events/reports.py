"""Reports gathered for a page: the figures of an operation held against each other, measure by measure and source by source."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from events.comparison import Comparison, Difference, Report, compare
from events.models import Measure, OperationStatistic, State
from events.models.base import LAST_DAY
from events.wording import bounds_text, unit_words

MOST_COLUMNS = 8
LAST_PLACE = 10_000
SENTENCES = {
    "conflict": gettext_noop("%(one)s and %(other)s exclude each other."),
    "digits": gettext_noop("%(one)s and %(other)s differ by a factor of about %(factor)s: a digit may have slipped."),
    "mass": gettext_noop("%(one)s and %(other)s differ as tonnes or kilograms do from %(unit)s: the unit may have slipped."),
    "unit": gettext_noop("The same number in two units: %(one_unit)s and %(other_unit)s."),
}


def source_of(article: Any) -> str:
    """Return what an article counts as: its group of copies, else itself."""
    return article.duplicate_group or article.public_id


def report_of(figure: OperationStatistic, mention: Any) -> Report:
    """Return a mention as a report that can be compared."""
    article = mention.article
    return Report(figure.bounds, figure.unit, source_of(article), article.start, mention, article.public_id)


def explain(found: Difference) -> str:
    """Say in a sentence why two reports do not agree."""
    return _(SENTENCES[found.kind]) % {
        "one": _figure(found.one),
        "other": _figure(found.other),
        "one_unit": unit_words(found.one.unit),
        "other_unit": unit_words(found.other.unit),
        "factor": found.factor,
        "unit": found.unit,
    }


def _figure(report: Report) -> str:
    return f"{bounds_text(report.bounds)} {unit_words(report.unit)}"


@dataclass
class Source:
    """A column of the comparison: one independent source with its articles, the earliest first."""

    key: str
    articles: list[Any] = field(default_factory=list)

    @property
    def first(self) -> Any:
        """The earliest article of the source."""
        return self.articles[0]

    @property
    def copies(self) -> list[Any]:
        """Its copies."""
        return self.articles[1:]


@dataclass
class Row:
    """A row of the comparison: a measure, perhaps of some states only, with its verdict and what each source says."""

    measure: Measure | None
    states: tuple[State, ...]
    units: list[str]
    comparison: Comparison
    cells: list[list[Report]]

    @property
    def reasons(self) -> list[str]:
        """What the verdict rests on, in sentences."""
        return [explain(found) for found in self.comparison.reasons]

    @property
    def preferred(self) -> Report | None:
        """The report that an editor prefers."""
        return next((report for report in self.comparison.reports if report.evidence.statistic.preference_reason), None)


@dataclass
class SideBySide:
    """All measures of an operation against all its sources."""

    sources: list[Source]
    rows: list[Row]
    left_out: int

    @property
    def evidence(self) -> list[Any]:
        """Every mention behind the table."""
        return [report.evidence for row in self.rows for report in row.comparison.reports]

    @property
    def has_revisions(self) -> bool:
        """Whether any measure was reported differently later on."""
        return any(row.comparison.has_revisions for row in self.rows)

    def count(self, verdict: str) -> int:
        """Count the rows with a verdict."""
        return sum(row.comparison.verdict == verdict for row in self.rows)


def group_by_source(articles: Iterable[Any]) -> list[Source]:
    """Group articles by what they count as, earliest source and earliest article first; undated ones stand last."""
    sources: dict[str, Source] = {}
    for article in sorted(articles, key=lambda article: (article.start or LAST_DAY, article.pk)):
        sources.setdefault(source_of(article), Source(source_of(article))).articles.append(article)
    return list(sources.values())


def side_by_side(figures: Iterable[OperationStatistic]) -> SideBySide:
    """Hold figures, with their shown evidence prefetched as ``reports``, against each other."""
    groups: dict[tuple[Any, ...], list[Report]] = defaultdict(list)
    articles: dict[int, Any] = {}
    for figure in figures:
        for mention in figure.reports:  # type: ignore[attr-defined]
            mention.statistic = figure
            articles[mention.article_id] = mention.article
            groups[figure.measure, tuple(figure.states.all())].append(report_of(figure, mention))
    sources = group_by_source(articles.values())
    columns = sources[:MOST_COLUMNS]
    rows = [_row(measure, states, reports, columns) for (measure, states), reports in groups.items()]
    rows.sort(key=lambda row: (row.measure.position if row.measure else LAST_PLACE, len(row.states), [state.name for state in row.states]))
    return SideBySide(columns, rows, len(sources) - len(columns))


def _row(measure: Measure | None, states: tuple[State, ...], reports: list[Report], columns: list[Source]) -> Row:
    comparison = compare(reports)
    units = list(dict.fromkeys(report.unit for report in comparison.reports))
    return Row(measure, states, units, comparison, [_cell(comparison.reports, column.key) for column in columns])


def _cell(reports: Iterable[Report], source: str) -> list[Report]:
    """Return what one source says: copies that repeat its words add nothing, a copy that changes them stands beside them."""
    said: dict[object, Report] = {}
    for report in reports:
        if report.source == source:
            said.setdefault((report.bounds, report.unit, report.evidence.quote), report)
    return list(said.values())
