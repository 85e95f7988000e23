"""The facets of the list of figures, counted by set algebra: one bitmap of primary keys for each value, read in four queries.

The keys of each value come out of the database as one text, from narrow indexes and without a row for each figure. Everything else, which
figures a choice of filters lets through and how many of them each value has under the others, is intersections. The bitmaps belong to one
version of the archive as the page's own transaction sees it, and serve further pages for as long as nothing is written.
"""

import datetime
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.db.models import BigIntegerField, CharField, F, QuerySet, Value
from pyroaring import BitMap

from events.counting import DATED
from events.evidence import mention_model, shown
from events.filters import Labels
from events.keys import NOTHING, Keys, article_model, bitmap, pair_number, split_pairs, union
from events.models import Measure, Operation, OperationStatistic
from events.periods import PeriodCounts, last_day_of, narrowed

Chosen = Mapping[str, Sequence[str]]
Days = tuple[datetime.date | None, datetime.date | None]
# Pages under way may still see the version before the newest.
VERSIONS_KEPT = 2


@dataclass
class FigureSets:
    """The figures by every value they are filtered by; ``pairs`` by outlet (0 for none) and language of a report."""

    shown: BitMap = NOTHING
    measure: dict[int, BitMap] = field(default_factory=dict)
    operation: dict[int, BitMap] = field(default_factory=dict)
    state: dict[int, BitMap] = field(default_factory=dict)
    period: dict[Days, BitMap] = field(default_factory=dict)
    pairs: dict[tuple[int, str], BitMap] = field(default_factory=dict)
    topic: dict[str, BitMap] = field(default_factory=dict)
    taking_part: dict[int, BitMap] = field(default_factory=dict)

    def let_through(self, chosen: Chosen, labels: Labels) -> dict[str, BitMap]:
        """Return for each filter that is set the figures it lets through; year and month are one, outlet and language are one."""
        found: dict[str, BitMap] = {}
        if chosen.get("measure"):
            found["measure"] = union(self.measure.get(labels.measures[code].pk, NOTHING) for code in chosen["measure"])
        if chosen.get("topic"):
            found["topic"] = union(self.topic.get(slug, NOTHING) for slug in chosen["topic"])
        if chosen.get("country"):
            found["country"] = union(self.about(labels.state_keys[code]) for code in chosen["country"])
        years, months = narrowed(chosen.get("year", ()), chosen.get("month", ()))
        if years or months:
            found["date"] = union(keys for days, keys in self.period.items() if may_mean(days, years, months))
        if chosen.get("outlet") or chosen.get("language"):
            found["report"] = self.reported(chosen.get("outlet", ()), chosen.get("language", ()), labels.outlet_slugs)
        return found

    def about(self, state: int) -> BitMap:
        """Return the figures about a state: its own, and those without states of an operation it took part in."""
        return self.state.get(state, NOTHING) | self.taking_part.get(state, NOTHING)

    def reported(self, outlets: Sequence[str], languages: Sequence[str], slugs: Mapping[str, str]) -> BitMap:
        """Return the figures that one report of one of the outlets (by slug) in one of the languages gives; none chosen means any."""
        return union(
            keys
            for (outlet, language), keys in self.pairs.items()
            if (not outlets or slugs.get(str(outlet)) in outlets) and (not languages or language in languages)
        )


@dataclass(frozen=True)
class FigureCounts:
    """The figures under some chosen filters, and the counts of each facet under the other filters."""

    sets: FigureSets
    labels: Labels
    chosen: Chosen
    filters: Mapping[str, BitMap]

    def under_all_but(self, name: str) -> BitMap:
        """Return the figures under every filter except one."""
        return BitMap.intersection(self.sets.shown, *(keys for other, keys in self.filters.items() if other != name))

    @property
    def total(self) -> int:
        """How many figures all filters let through."""
        return len(self.under_all_but(""))

    def measures(self) -> dict[str, int]:
        """Count by code of the measure."""
        base = self.under_all_but("measure")
        known = self.labels.measures.items()
        return {code: base.intersection_cardinality(self.sets.measure.get(measure.pk, NOTHING)) for code, measure in known}

    def topics(self) -> dict[str, int]:
        """Count by the headings of measure and operation, and by the groups of these."""
        base = self.under_all_but("topic")
        return {slug: base.intersection_cardinality(keys) for slug, keys in self.sets.topic.items()}

    def states(self) -> dict[str, int]:
        """Count by code of the state."""
        base = self.under_all_but("country")
        return {code: base.intersection_cardinality(self.sets.about(key)) for code, key in self.labels.state_keys.items()}

    def periods(self) -> PeriodCounts:
        """Count by year and month."""
        base = self.under_all_but("date")
        return PeriodCounts.over((*days, base.intersection_cardinality(keys)) for days, keys in self.sets.period.items())

    def outlets(self) -> dict[str, int]:
        """Count by slug of the outlet, under the chosen languages."""
        return self._reported("outlet", list(self.labels.outlets), "language")

    def languages(self) -> dict[str, int]:
        """Count by language, under the chosen outlets."""
        return self._reported("language", list(self.labels.languages), "outlet")

    def _reported(self, name: str, values: list[str], other: str) -> dict[str, int]:
        base = self.under_all_but("report")
        slugs = self.labels.outlet_slugs
        among = self.chosen.get(other) or ()
        found: dict[str, list[BitMap]] = defaultdict(list)
        for (key, language), figures in self.sets.pairs.items():
            outlet = slugs.get(str(key), "")
            value, against = (outlet, language) if name == "outlet" else (language, outlet)
            if not among or against in among:
                found[value].append(figures)
        return {value: base.intersection_cardinality(union(found[value])) for value in values if value in found}


def count_figures(labels: Labels, chosen: Chosen) -> FigureCounts:
    """Count the figures that the current transaction sees under the chosen filters."""
    sets = current_sets(labels)
    return FigureCounts(sets, labels, chosen, sets.let_through(chosen, labels))


_kept: OrderedDict[tuple[int, int], FigureSets] = OrderedDict()
_lock = Lock()


def current_sets(labels: Labels) -> FigureSets:
    """Return the bitmaps of the archive's version that the current transaction sees, read anew if no page has met it yet."""
    version = article_model().objects.version()
    if version is None:
        return read_sets(labels)
    with _lock:
        sets = _kept.get(version)
    if sets is None:
        sets = read_sets(labels)
        with _lock:
            _kept[version] = sets
            while len(_kept) > VERSIONS_KEPT:
                _kept.popitem(last=False)
    return sets


def forget_sets() -> None:
    """Drop what is kept, as after the database itself was replaced."""
    with _lock:
        _kept.clear()


def read_sets(labels: Labels) -> FigureSets:
    """Read all bitmaps: two queries for the figures, one for headings and participants, one for the reports."""
    sets = FigureSets(pairs=read_pairs())
    figures = OperationStatistic.objects.order_by()
    ties = OperationStatistic.states.through._default_manager.order_by()
    kinds = [
        keyed("shown", shown(figures), Value(0, BigIntegerField())),
        keyed("measure", figures.filter(measure__isnull=False), F("measure_id")),
        keyed("operation", figures.filter(operation__isnull=False), F("operation_id")),
        keyed("state", ties, F("state_id"), "operationstatistic_id"),
    ]
    for kind, value, keys in kinds[0].union(*kinds[1:], all=True):
        if kind == "shown":
            sets.shown = bitmap(keys)
        else:
            getattr(sets, kind)[value] = bitmap(keys)
    own = figures.filter(DATED).values_list("start", "end").annotate(keys=Keys("pk"))
    of_operation = figures.exclude(DATED).values_list("operation__start", "operation__end").annotate(keys=Keys("pk"))
    for start, end, keys in own.union(of_operation, all=True):
        sets.period[start, end] = sets.period.get((start, end), NOTHING) | bitmap(keys)
    add_ties(sets, labels)
    return sets


def keyed(kind: str, rows: QuerySet, value: Any, key: str = "pk") -> QuerySet:
    """Return a kind's name, each value and the keys of the figures that have it."""
    named = rows.annotate(kind=Value(kind, CharField()), value=value)
    return named.values_list("kind", "value").annotate(keys=Keys(key))


def add_ties(sets: FigureSets, labels: Labels) -> None:
    """Add what figures have through their measures and operations: headings, the groups of these, and states that took part."""
    headings: dict[str, list[BitMap]] = defaultdict(list)
    taking_part: dict[int, list[BitMap]] = defaultdict(list)
    for kind, record, value in read_ties():
        figures = getattr(sets, "measure" if kind == "measure" else "operation").get(record)
        if figures is None:
            continue
        if kind == "participant":
            taking_part[value].append(figures)
            continue
        slug = labels.topic_slugs[value]
        for heading in filter(None, {slug, labels.topic_groups.get(slug)}):
            headings[heading].append(figures)
    sets.topic = {slug: union(found) for slug, found in headings.items()}
    stateless = BitMap.difference(sets.shown, *sets.state.values())
    sets.taking_part = {state: union(found) & stateless for state, found in taking_part.items()}


def read_ties() -> QuerySet:
    """Return the headings of measures and operations and the participants of these: what it is, the record, the heading or state."""
    measures = Measure.topics.through._default_manager.values_list(Value("measure", CharField()), "measure_id", "topic_id")
    operations = Operation.topics.through._default_manager.values_list(Value("operation", CharField()), "operation_id", "topic_id")
    states = Operation.participants.through._default_manager.values_list(Value("participant", CharField()), "operation_id", "state_id")
    return measures.order_by().union(operations.order_by(), states.order_by(), all=True)


def read_pairs() -> dict[tuple[int, str], BitMap]:
    """Return the figures by outlet and language of their shown reports."""
    reports = mention_model(OperationStatistic).objects.shown().filter(statistic__isnull=False).order_by()
    return split_pairs([reports.aggregate(keys=Keys(pair_number("statistic")))["keys"]])


def may_mean(days: Days, years: Iterable[str], months: Iterable[str]) -> bool:
    """Tell what :func:`events.periods.in_periods` asks of a row: whether a date may mean a day in one of the years or months."""
    start, end = days
    spans = [(datetime.date(int(year), 1, 1), datetime.date(int(year), 12, 31)) for year in years]
    spans += [(datetime.date(int(month[:4]), int(month[5:]), 1), last_day_of(month)) for month in months]
    if start is None and end is None:
        return False
    return any((start is None or start <= last) and (end is None or end >= first) for first, last in spans)
