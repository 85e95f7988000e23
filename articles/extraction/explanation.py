"""Why each number of an article became what it became, or why not, and what else was read, by which rule.

Every number stands in exactly one row: a reported figure, an attendance, a part of a date or of a name, or a number left to the reviewer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.extraction.dates import find_dates
from articles.extraction.records import Extraction, StatisticFound

_DIGITS = re.compile(r"\d(?:[\d.,\u00a0]*\d)?")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing read from a text, or one number that was not: where, what it is, and why.

    ``rule`` and ``lane`` are empty where nothing was read; ``verb`` is the span of the governing verb, where there is one.
    """

    start: int
    end: int
    words: str
    kind: str
    outcome: str
    rule: str = ""
    lane: str = ""
    verb: tuple[int, int] | None = None


def explain(extraction: Extraction) -> list[Explanation]:
    """Return a row for every fact and every number of an article, in the order of the text."""
    rows = [*_figures(extraction), *_events(extraction), *_said(extraction)]
    rows += [Explanation(row.start, row.end, row.value_text, "number", f"no figure: {row.reason}") for row in extraction.numbers_left]
    rows += _rest(extraction, rows)
    return sorted(rows, key=lambda row: (row.start, row.end))


def _figures(extraction: Extraction) -> Iterator[Explanation]:
    text = extraction.clean.text
    for row in extraction.statistics:
        verb = (row.verb_start, row.verb_end) if row.verb_start is not None and row.verb_end is not None else None
        governed = f"; governed by “{text[slice(*verb)]}”" if verb else "; no verb of its own"
        yield Explanation(row.start, row.end, row.quote, "figure", _figure(row) + governed, row.rule, row.lane, verb)


def _figure(row: StatisticFound) -> str:
    qualifier = f"{row.qualifier} “{row.qualifier_text}”" if row.qualifier_text else row.qualifier
    bounds = " to ".join("open" if bound is None else f"{bound:,.10g}" for bound in (row.low, row.high))
    period = f"period {row.period}" + (f" from “{row.period_text}”" if row.period_text else "") if row.period else "no period"
    operation = f", operation {row.operation}" if row.operation else ""
    return f"{row.measure or 'no measure'}: {bounds} {row.unit}, {qualifier}, {period}{operation}"


def _events(extraction: Extraction) -> Iterator[Explanation]:
    for meeting in extraction.meetings:
        place = ", ".join(part for part in (meeting.city, meeting.country, meeting.date) if part) or "place and date not told"
        tied = f"{meeting.match}" + (f": {meeting.note}" if meeting.note else "")
        outcome = f"{meeting.series or meeting.name}, number {meeting.ordinal or 'not told'}; {place}; {tied}"
        yield Explanation(meeting.start, meeting.end, meeting.quote, "meeting", outcome, meeting.rule, meeting.lane)
        if meeting.attendance:
            attended = meeting.attendance
            outcome = f"attendance of {meeting.name}, {attended.qualifier}"
            yield Explanation(attended.start, attended.end, attended.quote, "attendance", outcome, meeting.rule, meeting.lane)
    for operation in extraction.operations:
        told = "; ".join(part for part in (operation.date, ", ".join(operation.states), operation.note) if part)
        outcome = f"{operation.name or operation.kind} ({operation.slug or 'no slug'}), {operation.match}" + (f"; {told}" if told else "")
        yield Explanation(operation.start, operation.end, operation.quote, "operation", outcome, operation.rule, operation.lane)


def _said(extraction: Extraction) -> Iterator[Explanation]:
    for state in extraction.states:
        yield Explanation(state.start, state.end, state.quote, "state", f"{state.code}, {state.role}", state.rule, "sure")
    for said in extraction.memberships:
        outcome = f"{said.kind}: {said.verdict}. {said.explanation}"
        yield Explanation(said.start, said.end, said.quote, "membership", outcome, said.rule, "sure")
    for statement in extraction.statements:
        outcome = f"{statement.speaker}, {'direct' if statement.direct else 'reported'}"
        yield Explanation(statement.start, statement.end, statement.quote, "statement", outcome, statement.rule, "sure")


def _rest(extraction: Extraction, rows: list[Explanation]) -> Iterator[Explanation]:
    """Yield the digits that no row covers: parts of dates, and what stands inside a name."""
    text = extraction.clean.text
    told = bytearray(len(text))
    for row in rows:
        if row.kind not in ("statement", "membership"):
            told[row.start : row.end] = b"\1" * (row.end - row.start)
    dates = [(date.start, date.end, date.text) for date in find_dates(text, extraction.description.language)]
    for start, end, words in dates:
        if not any(told[start:end]) and _DIGITS.search(words):
            told[start:end] = b"\1" * (end - start)
            yield Explanation(start, end, words, "number", "no figure: a date or period")
    for match in _DIGITS.finditer(text):
        if not any(told[slice(*match.span())]):
            yield Explanation(
                match.start(), match.end(), match[0], "number", "no figure: part of a longer expression that was read as a whole"
            )
