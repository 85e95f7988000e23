"""Which of the periods of a text is a figure's: its sentence's, its paragraph's, or the days of the operation told of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.extraction.dates import DateFound, resolve
from articles.extraction.periods import Periods, choose
from articles.extraction.selection import trait
from articles.extraction.sentences import Sentence
from articles.extraction.tokens import Token
from events.partial_dates import PartialDate

if TYPE_CHECKING:
    from articles.extraction.reading import Reading

Event = tuple[int, int, str]
_ABOUT = ("exercise", "operation")
_STOCKS = frozenset(("wanted_list_size",))


def set_periods(
    text: str,
    sentence: Sentence,
    tokens: Sequence[Token],
    dates: Sequence[DateFound],
    periods: Periods,
    readings: Sequence[Reading],
    events: Sequence[Event],
) -> None:
    """Give each figure of a sentence its period and remember what holds for later ones."""
    marked = [(i, dates[token.number]) for i, token in enumerate(tokens) if token.kind == "date"]
    for _, told in marked:
        periods.follow(told)
    is_silent = any(date.kind in ("habit", "vague") for _, date in marked)
    good = [(i, date) for i, date in _usable(text, tokens, marked, periods) if periods.value(date)]
    named = [value for _, _, value in events[_at(events, sentence.start) : _at(events, sentence.end)]]
    figures = [reading for reading in readings if reading.measure]
    for reading in figures:
        date = choose(tokens, reading.quantity.left, reading.quantity.right, good)
        if date is not None:
            reading.period, reading.period_text = periods.value(date), date.text
        elif named:
            reading.period = named[0]
        elif not is_silent:
            reading.period, reading.period_text = periods.inherit(sentence.paragraph)
        reading.is_timeless = is_silent
        _end_at_limit(reading, [value for _, date in marked if periods.is_limit(text, date) and (value := periods.value(date))])
    _remember(sentence, tokens, good, named, is_silent, bool(figures), periods)


def _end_at_limit(reading: Reading, limits: Sequence[str]) -> None:
    """Let "as of 15 June" end the period it lies in; a list or register is counted on that very day."""
    if not limits:
        return
    if reading.measure in _STOCKS:
        reading.period = limits[0]
    elif reading.period:
        period, limit = PartialDate.parse(reading.period), PartialDate.parse(limits[0])
        if period.start and limit.start and period.start < limit.start and (period.end is None or limit.start <= period.end):
            reading.period = f"{reading.period.partition('/')[0]}/{limits[0]}"


def _usable(text: str, tokens: Sequence[Token], marked: Sequence[tuple[int, DateFound]], periods: Periods) -> list[tuple[int, DateFound]]:
    return [(i, date) for i, date in marked if date.kind not in ("habit", "vague") and periods.usable(text, date, tokens, i)]


def _remember(
    sentence: Sentence,
    tokens: Sequence[Token],
    good: Sequence[tuple[int, DateFound]],
    named: Sequence[str],
    is_silent: bool,
    has_figures: bool,
    periods: Periods,
) -> None:
    is_event = _tells_of_operation(tokens)
    is_deed = any(token.action() or (token.object() and token.object() != "nothing") for token in tokens)
    is_span = bool(good) and (good[0][1].last is not None or good[0][1].first.year_offset is not None)
    if good and (has_figures or is_event or is_deed or is_span):
        date = next((date for _, date in good if date.last is not None), good[0][1])  # days say more than the year beside them
        periods.remember(sentence.paragraph, periods.value(date), date.text, is_event)
    elif named:
        periods.remember(sentence.paragraph, named[0], "", True)
    elif is_silent:
        periods.remember(sentence.paragraph, None, "silent", False)


def _tells_of_operation(tokens: Sequence[Token]) -> bool:
    return any(trait("objects", token.object(), "about") in _ABOUT for token in tokens)


def _at(events: Sequence[Event], start: int) -> int:
    return bisect_left(events, start, key=lambda event: event[0])


def operation_days(
    sentences: Sequence[Sequence[Token]], dates: Sequence[DateFound], text: str, periods: Periods, events: Sequence[Event]
) -> str | None:
    """Return the days of the one operation that a text tells of: from the first day of its first stage to the last of its last.

    Reports often give the figures first and the days later ("it had two stages, from 15 to 23 May and from 17 to 25 September"). Where two
    sentences give different days, or the year is not certain, nothing is returned.
    """
    years = {value[:4] for _, _, value in events}
    found: set[str] = set()
    for tokens in sentences:
        if not _tells_of_operation(tokens):
            continue
        marked = [(i, dates[token.number]) for i, token in enumerate(tokens) if token.kind == "date"]
        stages = [date for _, date in _usable(text, tokens, marked, periods) if date.first.day and date.last and date.last.day]
        values = [value for date in stages if (value := _in_year(date, years, periods))]
        if values and len(values) == len(stages):
            found.add(f"{min(value.partition('/')[0] for value in values)}/{max(value.partition('/')[2] for value in values)}")
    return found.pop() if len(found) == 1 else None


def _in_year(date: DateFound, years: set[str], periods: Periods) -> str | None:
    """Return the days of a stage, the year that its own words leave out taken from the operation's name."""
    if date.kind != "partial" or date.first.year_offset is not None or date.last is None or len(years) != 1:
        return periods.value(date)
    year = int(next(iter(years)))
    return resolve(replace(date, kind="absolute", first=replace(date.first, year=year), last=replace(date.last, year=year)), None)


def fill_period(reading: Reading, told: str) -> None:
    """Give a figure the days of the operation where it has no period, or only the year from the operation's name."""
    if not reading.measure or reading.is_timeless:
        return
    is_named_year = reading.period is not None and not reading.period_text and PartialDate.parse(reading.period).precision == "year"
    if reading.period is None or (is_named_year and told.startswith(reading.period or "")):
        reading.period = told
