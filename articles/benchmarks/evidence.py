"""What an import would have read in made-up articles: their figures with exact spans, and the meetings and operations they speak of."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from articles.benchmarks.corpus import FIGURES, text_number
from articles.models import Article, ImportRun, MeetingMention, OperationMention, StatisticMention
from events.bounds import Bounds
from events.models import Measure, Meeting, Operation, OperationStatistic, Origin, State, public_id_of, statistic_key
from events.models.base import date_columns

COUNTED = {"n": ("persons_arrested", "persons"), "m": ("firearms_seized", "firearms"), "t": ("drugs_seized", "t")}
# Shares of the articles that speak of a meeting and of an operation; the first ones in the lists are spoken of most.
SPEAK_OF_MEETING, SPEAK_OF_OPERATION = 0.2, 0.1
STEEPNESS = 0.08
# Share of the figures that belong to an operation.
OF_AN_OPERATION = 0.05
_FIELD = re.compile(r"\\\{(\w+)\\\}")
SENTENCES = {
    language: re.compile(_FIELD.sub(lambda name: f"(?P<{name[1]}>[0-9.]+?)", re.escape(sentence)), re.IGNORECASE)
    for language, sentence in FIGURES.items()
}


@dataclass(frozen=True)
class MadeFigure:
    """A figure in a made-up text: its span, what it counts, and the year it speaks of."""

    start: int
    end: int
    quote: str
    measure: str
    unit: str
    year: int


def figures_in(text: str, language: str) -> list[MadeFigure]:
    """Return the figures of a made-up text."""
    found = SENTENCES[language].search(text)
    if found is None:
        return []
    year = int(found["year"])
    return [MadeFigure(*found.span(name), found[name], *COUNTED[name], year) for name in found.groupdict() if name in COUNTED]


class EvidenceShelf:
    """What made-up evidence refers to; writes the evidence of a batch of articles."""

    def __init__(self, run: ImportRun) -> None:
        """Read what is known."""
        self.run = run
        self.measures = dict(Measure.objects.values_list("code", "pk"))
        self.states = dict(State.objects.order_by("code").values_list("code", "pk"))
        self.meetings = list(Meeting.objects.order_by("series", "pk").values_list("pk", flat=True))
        self.operations = list(Operation.objects.order_by("pk").values_list("pk", "slug"))

    def put(self, articles: Sequence[Article]) -> None:
        """Store figures, meetings and operations of some articles."""
        figures = [
            (article, self._figure(article, made), made) for article in articles for made in figures_in(article.text, article.language)
        ]
        self._keep({figure.key: (figure, codes) for _article, (figure, codes), _made in figures})
        wanted = {figure.key for _article, (figure, _codes), _made in figures}
        keys = dict(OperationStatistic.objects.filter(key__in=wanted).values_list("key", "pk"))
        StatisticMention.objects.bulk_create(
            StatisticMention(
                **self._span(article, made.start, made.end),
                machine_statistic_id=keys[figure.key],
                statistic_id=keys[figure.key],
                measure_code=made.measure,
                value_text=made.quote,
                unit_text=made.unit,
            )
            for article, (figure, _codes), made in figures
        )
        events = [(article, *self._events(article)) for article in articles]
        MeetingMention.objects.bulk_create(
            MeetingMention(**self._span(article, 0, 1), machine_meeting_id=meeting, meeting_id=meeting)
            for article, meeting, _operation in events
            if meeting
        )
        OperationMention.objects.bulk_create(
            OperationMention(**self._span(article, 0, 1), machine_operation_id=operation, operation_id=operation)
            for article, _meeting, operation in events
            if operation
        )

    def _keep(self, made: dict[str, tuple[OperationStatistic, tuple[str, ...]]]) -> None:
        """Store the figures that no article reported before, with their states."""
        known = set(OperationStatistic.objects.filter(key__in=made).values_list("key", flat=True))
        new = [(figure, codes) for key, (figure, codes) in made.items() if key not in known]
        OperationStatistic.objects.bulk_create([figure for figure, _codes in new])
        ties = OperationStatistic.states.through
        ties._default_manager.bulk_create(
            ties(operationstatistic_id=figure.pk, state_id=self.states[code]) for figure, codes in new for code in codes
        )

    def _figure(self, article: Article, made: MadeFigure) -> tuple[OperationStatistic, tuple[str, ...]]:
        """Return the figure that a text reports; the same text always reports the same."""
        chance = random.Random(text_number(article.search_no))
        codes = tuple(sorted({list(self.states)[min(int(chance.expovariate(0.35)), len(self.states) - 1)]}))
        pk, slug = chance.choice(self.operations) if self.operations and chance.random() < OF_AN_OPERATION else (None, "")
        bounds = Bounds(Decimal(made.quote), Decimal(made.quote))
        subject = f"operation:{slug}" if slug else ""
        key = statistic_key(subject=subject, states=codes, measure=made.measure, period=str(made.year), unit=made.unit, bounds=bounds)
        figure = OperationStatistic(
            key=key,
            public_id=public_id_of(key),
            operation_id=pk,
            measure_id=self.measures[made.measure],
            low=bounds.low,
            high=bounds.high,
            value_text=made.quote,
            unit_text=made.unit,
            unit=made.unit,
            origin=Origin.IMPORT,
            **date_columns(str(made.year)),
        )
        return figure, codes

    def _events(self, article: Article) -> tuple[int | None, int | None]:
        """Return the meeting and the operation that an article speaks of."""
        chance = random.Random(-article.search_no)
        meeting = operation = None
        if self.meetings and chance.random() < SPEAK_OF_MEETING:
            meeting = self.meetings[int(chance.expovariate(STEEPNESS)) % len(self.meetings)]
        if self.operations and chance.random() < SPEAK_OF_OPERATION:
            operation = self.operations[int(chance.expovariate(STEEPNESS)) % len(self.operations)][0]
        return meeting, operation

    def _span(self, article: Article, start: int, end: int) -> dict[str, object]:
        return {"article": article, "start": start, "end": end, "quote": article.text[start:end], "rule": "benchmark", "run": self.run}
