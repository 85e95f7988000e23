"""One pass over a text: dates, numbers, tokens, quantities, verbs, measures and periods, sentence by sentence.

What a sentence does not say is taken from before it in narrow bounds: a number without a noun counts what the number before it counted
("238 for …"), a list line has the verb of its head, a figure without a period has its paragraph's. The reason for every outcome is kept,
so that :mod:`statistics` can report it and a reviewer can see it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from articles.extraction.dates import DateFound, find_dates
from articles.extraction.elisions import fill_elided, share_forward, take
from articles.extraction.governors import Governor, find_governor, owners
from articles.extraction.money import money_measure
from articles.extraction.numbers import IN_BRACKETS, PART_OF_NAME, Number, find_numbers
from articles.extraction.period_of import fill_period, operation_days, set_periods
from articles.extraction.periods import Periods, named_years
from articles.extraction.quantities import Quantity, find_quantities_in
from articles.extraction.records import NumberLeft
from articles.extraction.selection import select, trait
from articles.extraction.sentences import Sentence, split_sentences
from articles.extraction.tokens import Token, tokenise
from articles.extraction.traps import is_planned, trap

LIMIT = 50_000  # characters read for figures; a longer text is no article
_IN_EXERCISES = {
    "personnel_deployed": "exercise_participants",
    "vehicles_deployed": "exercise_equipment",
    "helicopter_sorties": "exercise_aircraft",
    "drone_sorties": "exercise_aircraft",
}
_SUBSTANCES = frozenset(("drug", "explosives", "precursor"))
_REACH = 40  # tokens on either side within which something belongs to a number
_VIOLENT = frozenset(("attack", "terrorist", "m_terror", "terror_crime", "terror_suspect", "explosive_device", "foreign_fighter"))
_OPENING = 3  # paragraphs that say what the text is about
_SURE_COST = 7.0
_LIST_SIGNS = frozenset(":—–：")
_EVERY_DAY = frozenset(("daily", "per day", "a day", "every day", "в сутки", "ежедневно", "ежесуточно", "в день", "每天", "日均", "每日"))
_NAME = 8  # letters of a name before its number
_CASES = 10  # tokens before people in which the proceedings against them stand
_AGAINST = frozenset(("against", "отношении"))
_TAKING_PART = frozenset(("participate", "deploy"))
_NO_FORCES = frozenset(("people beside no operation", "people or things beside no exercise"))


@dataclass(slots=True)
class Reading:
    """A quantity with everything that was decided about it; ``measure`` is ``None`` where it became no figure, ``reason`` says why."""

    quantity: Quantity
    tokens: Sequence[Token]
    sentence: Sentence
    governor: Governor | None = None
    measure: str | None = None
    lane: str = "check"
    reason: str = ""
    rule: str = ""
    period: str | None = None
    period_text: str = ""
    is_timeless: bool = False  # its sentence says "every year" or "in recent years"


@dataclass(slots=True)
class Context:
    """What earlier sentences leave to later ones: the last noun counted, the last verb, the kind of gathering the text is about."""

    paragraph: int = -1
    noun: str | None = None
    base: str | None = None
    mass_noun: str | None = None
    action: str | None = None
    channel: str | None = None  # what kind of channels the text has told of
    is_list: bool = False
    is_violent: bool = False  # attacks, militants or bombs have been told of
    about: str = ""  # exercise, operation or meeting, by the last such word
    readings: list[Reading] = field(default_factory=list)


def read_figures(
    text: str, language: str, published: str | None, masked: Sequence[tuple[int, int]], events: Sequence[tuple[int, int, str]]
) -> tuple[list[Reading], list[NumberLeft]]:
    """Return a reading for every number that may count something, and the numbers that cannot."""
    text = text[:LIMIT]
    known = _prepare(text, language)
    periods = Periods(language, published, masked)
    events = sorted([*events, *named_years(text)], key=lambda event: event[0])
    context = Context()
    for sentence, tokens in known.sentences:
        _read_sentence(text, sentence, tokens, known.numbers, known.dates, periods, context, events)
    told = operation_days([tokens for _, tokens in known.sentences], known.dates, text, periods, events)
    if told is not None:
        for reading in context.readings:
            fill_period(reading, told)
    return context.readings, list(known.left)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text as tokens, with its dates and numbers: what does not depend on the article's date."""

    dates: list[DateFound]
    numbers: list[Number]
    left: list[NumberLeft]
    sentences: list[tuple[Sentence, list[Token]]]


@lru_cache(maxsize=2)  # figures and attendance are read from the same text in turn
def _prepare(text: str, language: str) -> Prepared:
    dates = find_dates(text, language)
    numbers, left = find_numbers(text, language, [(date.start, date.end) for date in dates])
    marks = sorted(
        [Token(n.start, n.end, text[n.start : n.end], "number", {}, i) for i, n in enumerate(numbers)]
        + [Token(d.start, d.end, d.text, "date", {}, i) for i, d in enumerate(dates)]
        + [_set_apart(row, text) for row in left if row.reason != IN_BRACKETS],
        key=lambda token: token.start,
    )
    starts = [mark.start for mark in marks]
    sentences = split_sentences(text)
    spans = [(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)) for sentence in sentences]
    read = [
        (sentence, tokenise(text, sentence.start, sentence.end, marks[slice(*spans[place])], language))
        for place, sentence in enumerate(sentences)
        if _matters(place, sentences, spans, text)
    ]
    return Prepared(dates, numbers, left, read)


def _set_apart(row: NumberLeft, text: str) -> Token:
    """Return the token of a number that counts nothing; one that is part of a name is a word with the letters before it ("AK-74")."""
    if row.reason != PART_OF_NAME:
        return Token(row.start, row.end, row.value_text, "trap")
    start = row.start
    while start > max(0, row.start - _NAME) and (text[start - 1].isalpha() or text[start - 1] in "-–"):
        start -= 1
    return Token(start, row.end, text[start : row.end].casefold(), "name")


def _matters(place: int, sentences: Sequence[Sentence], spans: Sequence[tuple[int, int]], text: str) -> bool:
    """Tell whether a sentence can bear on a figure: it has a number or date, or the next one has and may lean on it."""
    if spans[place][0] < spans[place][1] or sentences[place].paragraph < _OPENING:
        return True
    if place + 1 == len(sentences) or spans[place + 1][0] == spans[place + 1][1]:
        return False
    is_list = text[sentences[place].start : sentences[place].end].rstrip()[-1:] in ":;,：；，"
    return is_list or sentences[place + 1].paragraph == sentences[place].paragraph


def _read_sentence(
    text: str,
    sentence: Sentence,
    tokens: list[Token],
    numbers: Sequence[Number],
    dates: Sequence[DateFound],
    periods: Periods,
    context: Context,
    events: Sequence[tuple[int, int, str]],
) -> None:
    if sentence.paragraph != context.paragraph and not context.is_list:
        context.paragraph, context.action = sentence.paragraph, None
    _note_subject(tokens, context)
    found = find_quantities_in(tokens, numbers, periods.language)
    owned = owners(found, len(tokens))
    readings = []
    for previous, quantity, following in zip([None, *found], found, [*found[1:], None], strict=False):
        share_forward(quantity, following, tokens, periods.language)
        if previous and previous.unit == "cases" and quantity.unit == "persons" and quantity.left == previous.right + 1:
            take(quantity, "arrests")  # 毒品案件298起379人: the people caught with the cases
        fill_elided(quantity, following, tokens, context, periods.language)
        reading = Reading(quantity, tokens, sentence)
        if quantity.noun == "channel" and context.channel:
            quantity.noun = context.channel
        _decide(reading, owned, context, periods.language)
        readings.append(reading)
        if quantity.noun and quantity.noun != "nothing":
            context.noun, context.base = quantity.noun, quantity.base
            context.channel = quantity.noun if quantity.noun.endswith("_channel") else context.channel
            if quantity.dimension == "mass":
                context.mass_noun = quantity.noun
        if reading.governor and reading.measure:
            context.action = reading.governor.action
    _note_actions(tokens, context, bool(readings))
    set_periods(text, sentence, tokens, dates, periods, readings, events)
    context.readings += readings
    context.is_list = text[sentence.start : sentence.end].rstrip().endswith((":", ";", ",", "：", "；", "，"))


def _note_subject(tokens: Sequence[Token], context: Context) -> None:
    """Remember whether the text is about an exercise, an operation or a meeting."""
    for token in tokens:
        about = trait("objects", token.object(), "about") or trait("actions", token.action(), "about")
        if about:
            context.about = about
        if token.object() in _VIOLENT:
            context.is_violent = True


def _note_actions(tokens: Sequence[Token], context: Context, has_figures: bool) -> None:
    if not has_figures:
        for token in tokens:
            if (action := token.action()) and not trait("actions", action, "role"):
                context.action = action


def _decide(reading: Reading, owned: Sequence[int], context: Context, language: str) -> None:
    """Choose verb, measure and lane, or note why the number is no figure."""
    quantity, tokens = reading.quantity, reading.tokens
    reading.reason = trap(tokens, quantity, language)
    if reading.reason:
        return
    if quantity.dimension == "money":
        money_measure(reading, context.action, context.noun)
        return
    if quantity.noun is None:
        reading.reason = "no noun that is counted"
        return
    if quantity.noun in _SUBSTANCES and quantity.dimension == "count":
        reading.reason = "a number of packages, not a mass"
        return
    if _is_accused(quantity, tokens, language):
        reading.measure, reading.rule = "persons_charged", "proceedings against people"
        return
    governor, rival = find_governor(tokens, quantity, owned, language)
    if rival and (governor is None or rival.cost < governor.cost - 1):
        reading.reason = f"belongs to another verb: {tokens[rival.at].text}"
        return
    _measure(reading, governor, context)
    if reading.reason in _NO_FORCES:  # "50 citizens involved in banned groups were detained"
        other, _ = find_governor(tokens, quantity, owned, language, without=_TAKING_PART)
        if other is not None:
            governor, reading.reason = other, ""
            _measure(reading, governor, context)
    if reading.measure and governor and is_planned(tokens, governor.at):
        reading.lane = "check"
        if not reading.measure.startswith("exercise_"):  # what an exercise is to bring together is its figure
            reading.measure, reading.reason = None, "planned, not done"


def _is_accused(quantity: Quantity, tokens: Sequence[Token], language: str) -> bool:
    """Recognise "opened 31 cases against 44 people"."""
    before = tokens[max(0, quantity.left - _CASES) : quantity.left]
    if not before or before[-1].text not in _AGAINST or trait("objects", quantity.noun, "cls") != "person":
        return False
    return any(token.action() in ("open_case", "charge") or trait("objects", token.object(), "cls") == "event" for token in before)


def _is_taking_part(tokens: Sequence[Token], governor: Governor | None, noun: str) -> bool:
    """Tell whether verb and noun say by themselves that forces took part, so that no exercise need be named."""
    if governor is None or noun in ("person", "participant", "firearm"):
        return False
    return tokens[governor.at].text not in ("brought", "saw", "present", "included", "gathered", "drew")


def _measure(reading: Reading, governor: Governor | None, context: Context) -> None:
    quantity = reading.quantity
    noun = quantity.noun or ""
    action = governor.action if governor else None
    chosen = select(action, noun) if action else None
    source = governor.side if governor else ""
    if chosen is None and context.action and (chosen := select(context.action, noun)):
        action, source = context.action, "earlier"
    if chosen is None and not (quantity.where == "unit" and quantity.noun_at is None) and (chosen := select(None, noun)):
        action, source = None, "alone"
    if chosen is None and noun == "attempt" and quantity.left and reading.tokens[quantity.left - 1].text in _LIST_SIGNS:
        chosen, action, source = ("crimes_detected", "check"), None, "alone"  # «Валюта: 235 фактов»
    if chosen is None:
        reading.reason = f"no verb of security work governs it ({noun})"
        return
    if action == "participate" and trait("objects", noun, "cls") == "person" and context.about == "meeting":
        reading.reason = "attendance of a meeting"
        return
    measure, lane = chosen
    if action == "cross" and any(token.text in _EVERY_DAY for token in reading.tokens):
        reading.reason = "the traffic of an ordinary day"
        return
    near = reading.tokens[max(0, quantity.left - _REACH) : quantity.right + _REACH]
    if measure == "persons_killed" and any(token.text.startswith("decade") for token in near):
        reading.reason = "the history of decades"
        return
    if measure in ("persons_killed", "persons_injured") and not context.is_violent:
        reading.reason = "victims beside no attack"
        return
    if (
        measure == "personnel_deployed"
        and noun == "person"
        and quantity.unit != "person_times"
        and context.about not in ("exercise", "operation")
    ):
        reading.reason = "people beside no operation"
        return
    is_exercise = context.about in ("exercise", "operation") or _is_taking_part(reading.tokens, governor, noun)
    if measure.startswith("exercise_") and not is_exercise:
        reading.reason = "people or things beside no exercise"
        return
    if measure == "exercise_participants" and context.about == "operation":
        measure = "personnel_deployed"
    elif context.about == "exercise" and quantity.unit != "sorties":
        measure = _IN_EXERCISES.get(measure, measure)
    reading.governor, reading.measure = governor if source not in ("earlier", "alone") else None, measure
    is_near = governor is not None and governor.cost <= _SURE_COST and source in ("before", "after", "inside")
    reading.lane = "sure" if lane == "sure" and is_near and quantity.where in ("after", "before", "unit") else "check"
    reading.rule = f"noun {quantity.where}, verb {source}" + (f": {action}" if action else "")
