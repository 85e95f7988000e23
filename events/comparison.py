"""Reports of one figure side by side: do they agree, contradict each other, or look like a slip of a digit or a unit?

Reports agree when their bounds meet after conversion into one unit. Bounds that do not meet are a conflict, unless the ratio of the
numbers is close to ten, a hundred, a thousand or ten thousand, or to the factor between two units of mass: then it is a possible slip. The
same number in units that do not convert (persons and person-times) is a possible slip of the unit.

One article may give several figures of one measure, each of another part: such figures are not held against each other, unless the same
number stands there twice with bounds or units that differ. Two articles are held against each other only by the figures of each that the
other does not give too. Pure Python.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import Any

from events.bounds import Bounds
from events.units import base_factor, dimension_of

DIGIT_FACTORS = (10, 100, 1000, 10000)
DIGIT_TOLERANCE = Decimal("0.03")
# How many kilograms of one unit pass for one of another: short ton and long ton for the tonne, pound and jin for the kilogram.
MASS_FACTORS = {"short tons": Decimal("0.907185"), "long tons": Decimal("1.016047"), "pounds": Decimal("0.453592"), "jin": Decimal("0.5")}
UNIT_TOLERANCE = Decimal("0.004")


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says: bounds in a unit, day of publication, and the source it counts for (copies share one).

    ``article`` tells figures of one article from those of others; without it every report is an article of its own.
    """

    bounds: Bounds
    unit: str
    source: str
    published: datetime.date | None = None
    evidence: Any = None
    article: str = ""
    # The dimension of the unit, and the bounds in its base unit: asked for in every pair of reports, so found once.
    dimension: str = field(init=False, repr=False, compare=False)
    based: Bounds = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Convert the bounds."""
        object.__setattr__(self, "dimension", dimension_of(self.unit))
        object.__setattr__(self, "based", self.bounds.scaled(base_factor(self.unit)))


@dataclass(frozen=True, slots=True)
class Difference:
    """Why two reports do not agree: ``conflict``, ``digits`` (with the factor), ``mass`` (with the unit's name), or ``unit``."""

    kind: str
    one: Report
    other: Report
    factor: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict over all reports of a figure, what it rests on, and how the reports follow one another."""

    verdict: str
    reports: tuple[Report, ...]
    differences: tuple[Difference, ...]
    independent: int
    revisions: tuple[Report, ...]

    @property
    def has_revisions(self) -> bool:
        """Whether a later report gave another figure than the first."""
        return len(self.revisions) > 1

    @property
    def reasons(self) -> tuple[Difference, ...]:
        """The differences, each pair of figures named once however many articles repeat it."""
        first: dict[object, Difference] = {}
        for found in self.differences:
            first.setdefault((found.kind, frozenset({(found.one.bounds, found.one.unit), (found.other.bounds, found.other.unit)})), found)
        return tuple(first.values())


def compare(reports: Sequence[Report]) -> Comparison:
    """Compare reports of one measure for one event.

    The verdict is ``consistent``, ``conflicting``, ``possible_slip``, or ``one_source`` where nothing independent can be compared.
    """
    ordered = tuple(sorted(reports, key=lambda report: (report.published or datetime.date.max, report.source)))
    differences = tuple(found for one, other in _opposed(ordered) if (found := difference(one, other)))
    independent = len({report.source for report in ordered})
    kinds = {found.kind for found in differences}
    if "conflict" in kinds:
        verdict = "conflicting"
    elif kinds:
        verdict = "possible_slip"
    else:
        verdict = "consistent" if independent > 1 and _comparable(ordered) else "one_source"
    return Comparison(verdict, ordered, differences, independent, revisions_of(ordered))


def difference(one: Report, other: Report) -> Difference | None:
    """Return why two reports disagree, or ``None`` if they agree or cannot be held against each other."""
    if one.dimension != other.dimension:
        return Difference("unit", one, other) if one.bounds == other.bounds and _related(one.unit, other.unit) else None
    a, b = one.based, other.based
    if a.intersects(b):
        return None
    low, high = sorted((a.point, b.point))
    if low == 0:
        return Difference("conflict", one, other)
    ratio = high / low
    for factor in DIGIT_FACTORS:
        if abs(ratio / factor - 1) <= DIGIT_TOLERANCE:
            return Difference("digits", one, other, factor=factor)
    if one.dimension == "mass":
        for unit, size in MASS_FACTORS.items():
            if any(abs(ratio * part - 1) <= UNIT_TOLERANCE for part in (size, 1 / size)):
                return Difference("mass", one, other, unit=unit)
    return Difference("conflict", one, other)


def revisions_of(ordered: Sequence[Report]) -> tuple[Report, ...]:
    """Return the first dated report and every later one whose figure differs from the last, converted into one unit.

    Of an article with several figures each counts; a figure that the article before gives too is no revision, nor is the same number of
    persons and person-times.
    """
    line: list[Report] = []
    last: list[Report] = []
    for article in _by_article([report for report in ordered if report.published]):
        news = [report for report in article if not any(_repeats(report, earlier) for earlier in last)]
        if news:
            line += news
            last = article
    return tuple(line) if len({_article_of(report) for report in line}) > 1 else tuple(line[:1])


def _by_article(reports: Sequence[Report]) -> list[list[Report]]:
    """Group reports by article, in the order in which the articles first appear."""
    groups: dict[object, list[Report]] = {}
    for report in reports:
        groups.setdefault(_article_of(report), []).append(report)
    return list(groups.values())


def _article_of(report: Report) -> object:
    return report.article or id(report)


def _repeats(one: Report, other: Report) -> bool:
    """Tell whether two reports give the same bounds, be it in units that count and do not convert."""
    if one.dimension == other.dimension:
        return one.based == other.based
    return one.bounds == other.bounds and _related(one.unit, other.unit)


def _opposed(ordered: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Yield the pairs of reports that may contradict each other."""
    articles = _by_article(ordered)
    for article in articles:
        yield from ((one, other) for one, other in combinations(article, 2) if one.based.point == other.based.point)
    for these, those in combinations(articles, 2):
        yield from ((one, other) for one in _alone(these, those) for other in _alone(those, these))


def _alone(these: Sequence[Report], those: Sequence[Report]) -> list[Report]:
    """Return the figures of one article that no figure of the other agrees with; all of them where the units are others."""
    return [report for report in these if not any(_agree(report, other) for other in those)]


def _agree(one: Report, other: Report) -> bool:
    return one.dimension == other.dimension and one.based.intersects(other.based)


def _related(one: str, other: str) -> bool:
    """Tell whether both units count something: masses, lengths and moneys are never mistaken for persons."""
    return all(dimension_of(unit) == "count" or dimension_of(unit).startswith("times:") for unit in (one, other))


def _comparable(reports: Sequence[Report]) -> bool:
    """Tell whether two independent reports stand in one dimension."""
    return any(one.source != other.source and one.dimension == other.dimension for one, other in combinations(reports, 2))
