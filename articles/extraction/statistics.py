"""Reported figures of a text, each with its words, bounds, unit, measure, verb, period and lane.

The work is done by :mod:`reading`; here its results become records, and the same results answer what else is asked of a text's numbers:
how many people attended a meeting, and why a number became what it became.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from articles.extraction.reading import Reading, read_figures
from articles.extraction.records import Attendance, Lane, NumberLeft, Qualifier, StatisticFound
from articles.extraction.selection import trait
from articles.extraction.tokens import Token

_LONGEST_QUOTE = 150
_COMPARED = 200  # figures among which a headline's are looked for
_ROUND = 2  # digits of a number that a headline rounds to
_WINDOW = 40
_SMALL_WORDS = 2  # a lone "one" or "two" without a noun is no candidate worth a reviewer's time


@dataclass(frozen=True, slots=True)
class QuantityFound:
    """Any quantity of a text, figure or not: what it counts (an object code), the nearest verb's code, and its bounds."""

    start: int
    end: int
    noun: str | None
    action: str | None
    measure: str | None
    reason: str
    low: float | None
    high: float | None
    qualifier: Qualifier
    quote: str


def find_statistics(
    text: str,
    language: str,
    published: str | None = None,
    masked: Sequence[tuple[int, int]] = (),
    events: Sequence[tuple[int, int, str]] = (),
) -> tuple[list[StatisticFound], list[NumberLeft]]:
    """Return the reported figures of a text and the numbers left over, each in order.

    ``masked`` are spans that give no period (captions, datelines); ``events`` are named operations as (start, end, EDTF date), whose date
    holds for the figures told of them.
    """
    readings, left = read_figures(text, language, published, masked, events)
    # A headline repeats in short what the body says in full, so the body's figures come first.
    readings = _without_short_repeats(readings)
    figures = [
        _statistic(text, reading) for reading in sorted(readings, key=lambda reading: reading.sentence.paragraph == 0) if reading.measure
    ]
    for reading in readings:
        number = reading.quantity.number
        if not reading.measure and not (number.is_word and number.low <= _SMALL_WORDS):
            left.append(NumberLeft(number.start, number.end, text[number.start : number.end], reading.reason))
    return figures, sorted(left, key=lambda row: row.start)


def _without_short_repeats(readings: list[Reading]) -> list[Reading]:
    """Take away figures of the headline that round what the body says in full ("over 2 tons" for 2,214 kg)."""
    figures = [reading for reading in readings if reading.measure][:_COMPARED]
    for reading in figures:
        paragraph = reading.sentence.paragraph
        if paragraph <= 1 and any(_rounds(reading, other) for other in figures if other.sentence.paragraph > paragraph):
            reading.measure, reading.reason = None, "repeats in short a figure of the body"
    return readings


def _rounds(short: Reading, full: Reading) -> bool:
    if (
        short.measure != full.measure
        or (short.quantity.qualifier in ("exact", "between") and not short.quantity.number.unit)  # «полтонны» rounds too
        or len(short.quantity.low.normalize().as_tuple().digits) > _ROUND
        or short.quantity.dimension != full.quantity.dimension
    ):
        return False
    factor = {"t": 1000, "g": 0.001}
    a = float(short.quantity.low) * factor.get(short.quantity.unit or "", 1)
    b = float(full.quantity.low) * factor.get(full.quantity.unit or "", 1)
    least, most = {"exact": (0.95, 1.05), "about": (0.95, 1.05), "more_than": (1, 1.2), "at_least": (1, 1.2)}.get(
        short.quantity.qualifier, (0.7, 1)
    )
    return a > 0 and a != b and least <= b / a <= most


def find_quantities(text: str, language: str) -> list[QuantityFound]:
    """Return every quantity of a text with its noun and verb, whether it is a figure or not."""
    readings, _ = read_figures(text, language, None, (), ())
    return [_quantity(text, reading) for reading in readings]


def find_attendance(text: str, language: str) -> list[Attendance]:
    """Return how many people a text says took part in a meeting: officials, delegates, or people beside a word for a meeting."""
    readings, _ = read_figures(text, language, None, (), ())
    found = []
    for reading in readings:
        is_gathering = reading.quantity.noun == "official" or reading.reason == "attendance of a meeting"
        if is_gathering and any(token.action() == "participate" for token in _near(reading)):
            row = _quantity(text, reading)
            found.append(Attendance(row.low, row.high, row.qualifier, row.quote, row.start, row.end))
    return found


def _near(reading: Reading) -> Sequence[Token]:
    quantity = reading.quantity
    return reading.tokens[max(0, quantity.left - _WINDOW) : quantity.right + _WINDOW]


def explain(text: str, language: str, published: str | None = None) -> list[str]:
    """Return one line per number: where it stands, what it became, and by which rule or for which reason not."""
    readings, left = read_figures(text, language, published, (), ())
    rows = [(row.start, f"{row.start}: {row.value_text!r} is no figure: {row.reason}") for row in left]
    for reading in readings:
        number = reading.quantity.number
        head = f"{number.start}: {text[number.start : number.end]!r}"
        if reading.measure:
            row = _statistic(text, reading)
            period = f", period {row.period} ({row.period_text})" if row.period else ""
            rows.append((number.start, f"{head} is {row.measure}, {row.qualifier}, in {row.unit}: {row.rule}; lane {row.lane}{period}"))
        else:
            rows.append((number.start, f"{head} is no figure: {reading.reason}"))
    return [line for _, line in sorted(rows)]


def _quantity(text: str, reading: Reading) -> QuantityFound:
    start, end = _quote_span(text, reading)
    low, high = _bounds(reading)
    action = reading.governor.action if reading.governor else None
    quantity = reading.quantity
    qualifier = cast(Qualifier, quantity.qualifier)
    return QuantityFound(start, end, quantity.noun, action, reading.measure, reading.reason, low, high, qualifier, text[start:end])


def _statistic(text: str, reading: Reading) -> StatisticFound:
    quantity = reading.quantity
    start, end = _quote_span(text, reading)
    low, high = _bounds(reading)
    number = (quantity.number.start, quantity.number.end)
    if "\n" in text[slice(*number)]:
        number = (number[0], number[0] + text[slice(*number)].index("\n"))
        end = min(end, number[1]) if end > number[0] else number[1]
    verb = reading.tokens[reading.governor.at] if reading.governor else None
    if quantity.unit in ("t", "kg", "g") and quantity.unit_span and quantity.right > quantity.at + 1:
        number = _compound_end(reading, number)
    return StatisticFound(
        measure=reading.measure,
        low=low,
        high=high,
        qualifier=cast(Qualifier, quantity.qualifier),
        unit=_unit(reading),
        value_text=text[slice(*number)],
        unit_text=text[slice(*quantity.unit_span)] if quantity.unit_span else "",
        qualifier_text=text[slice(*quantity.qualifier_span)] if quantity.qualifier_span else "",
        quote=text[start:end],
        start=start,
        end=end,
        rule=reading.rule,
        lane=cast(Lane, reading.lane),
        period=reading.period,
        period_text=reading.period_text,
        verb_start=verb.start if verb else None,
        verb_end=verb.end if verb else None,
    )


def _compound_end(reading: Reading, number: tuple[int, int]) -> tuple[int, int]:
    """Return the span of a compound weight up to its last number's unit ("3 tons 96 kg 611 g")."""
    quantity, tokens = reading.quantity, reading.tokens
    last = quantity.at + 1
    while last + 2 < len(tokens) and last + 2 <= quantity.right and tokens[last + 1].kind == "number" and "units" in tokens[last + 2].roles:
        last += 2
    return (number[0], tokens[last].end) if last > quantity.at + 1 else number


def _unit(reading: Reading) -> str:
    """Return the unit code of a figure: the written unit, else what its noun is counted in."""
    quantity = reading.quantity
    unit = trait("units", quantity.unit, "unit")
    if unit:
        return unit
    noun_unit = trait("objects", quantity.noun, "unit", "items")
    if noun_unit == "sorties":
        return "aircraft"
    return "items" if noun_unit in ("kg", "l") else noun_unit


def _bounds(reading: Reading) -> tuple[float | None, float | None]:
    quantity = reading.quantity
    low, high = float(quantity.low), float(quantity.high)
    if quantity.qualifier in ("more_than", "at_least"):
        return low, None
    if quantity.qualifier in ("less_than", "at_most"):
        return None, high
    return low, high


def _quote_span(text: str, reading: Reading) -> tuple[int, int]:
    """Return the shortest span that holds number, qualifier and noun, on one line."""
    quantity, tokens = reading.quantity, reading.tokens
    start, end = tokens[quantity.left].start, tokens[quantity.right].end
    if quantity.noun_at is not None:
        start, end = min(start, tokens[quantity.noun_at].start), max(end, tokens[quantity.noun_at].end)
    if end - start > _LONGEST_QUOTE or "\n" in text[start:end]:
        start, end = tokens[quantity.left].start, max(tokens[quantity.at].end, quantity.unit_span[1] if quantity.unit_span else 0)
    if "\n" in text[start:end]:
        start, end = quantity.number.start, quantity.number.end
    return start, end
