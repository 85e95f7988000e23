"""Quantities of a sentence: [qualifier] number [unit] [of] noun, with the noun before or behind the number.

This module only groups tokens; which verb governs a quantity is decided in :mod:`governors`, what it measures in :mod:`selection`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from articles.extraction.grammar import GRAMMARS, Grammar
from articles.extraction.numbers import Number
from articles.extraction.phrases import Phrase, noun_after, noun_before
from articles.extraction.selection import compose, trait
from articles.extraction.tokens import Token

_GRAMS = {"t": Decimal(10**6), "kg": Decimal(1000), "g": Decimal(1), "mg": Decimal("0.001")}


@dataclass(slots=True)
class Quantity:
    """A number with what belongs to it; ``left`` and ``right`` are its first and last token, ``rejected`` says why it is no figure."""

    at: int
    number: Number
    left: int
    right: int
    low: Decimal
    high: Decimal
    qualifier: str = "exact"
    qualifier_span: tuple[int, int] | None = None
    unit: str | None = None
    unit_span: tuple[int, int] | None = None
    noun: str | None = None
    noun_at: int | None = None
    modifiers: tuple[str, ...] = ()
    where: str = "none"  # after, before, copula, unit, elided, none
    rejected: str = ""
    base: str | None = None  # the noun before anything narrowed it
    parts_end: int = 0  # last token of a compound weight
    notes: list[str] = field(default_factory=list)

    @property
    def dimension(self) -> str:
        """The dimension of the unit: mass, length, volume, money, count, or other."""
        return trait("units", self.unit, "dim", "count")


def find_quantities_in(tokens: Sequence[Token], numbers: Sequence[Number], language: str) -> list[Quantity]:
    """Return a quantity for each number token of a sentence, compound weights joined, with qualifier, unit and noun."""
    grammar = GRAMMARS[language]
    quantities: list[Quantity] = []
    used: set[int] = set()
    at = 0
    while at < len(tokens):
        if tokens[at].kind == "number":
            number = numbers[tokens[at].number]
            quantity = Quantity(at, number, at, at, number.low, number.high)
            _read_unit(quantity, tokens, numbers, grammar)
            if quantity.unit == "q":
                quantity.unit, quantity.low, quantity.high = "kg", quantity.low * 100, quantity.high * 100
            _read_qualifiers(quantity, tokens)
            _read_noun(quantity, tokens, grammar, language, used)
            quantities.append(quantity)
            at = max(at, quantity.parts_end)
        at += 1
    return quantities


def _read_unit(quantity: Quantity, tokens: Sequence[Token], numbers: Sequence[Number], grammar: Grammar) -> None:
    """Take the unit behind the number (or the currency before it), and the smaller parts of a compound weight."""
    if quantity.number.unit:
        quantity.unit, quantity.unit_span = quantity.number.unit, (quantity.number.start, quantity.number.end)
        return
    i = quantity.at + 1
    if i + 1 < len(tokens) and tokens[i].text == "-" and tokens[i + 1].roles.get("units") in _GRAMS:
        i += 1  # "a 5-kg parcel"
    after = tokens[i] if i < len(tokens) else None
    if after and _is_behind(after) and "units" not in after.roles:
        _take_qualifier(quantity, after)
        quantity.right = i
        i += 1
        after = tokens[i] if i < len(tokens) else None
    before = tokens[quantity.at - 1] if quantity.at else None
    if before and trait("units", before.roles.get("units"), "dim") == "money" and not (after and _is_money(after)):
        quantity.unit, quantity.unit_span = before.roles["units"], (before.start, before.end)
        quantity.left -= 1
    elif after and "units" in after.roles:
        quantity.unit, quantity.unit_span = after.roles["units"], (after.start, after.end)
        quantity.right = i
        _join_weights(quantity, tokens, numbers)
    elif after and after.text in grammar.of and i + 1 < len(tokens) and _is_money(tokens[i + 1]):
        quantity.unit, quantity.unit_span = tokens[i + 1].roles["units"], (tokens[i + 1].start, tokens[i + 1].end)
        quantity.right = i + 1


def _is_behind(token: Token) -> bool:
    """Tell whether a token is a qualifier that stands behind its number."""
    code = token.roles.get("qualifiers")
    return trait("qualifiers", code, "place") == "after" and bool(trait("qualifiers", code, "qualifier"))


def _is_money(token: Token) -> bool:
    return trait("units", token.roles.get("units"), "dim") == "money"


def _join_weights(quantity: Quantity, tokens: Sequence[Token], numbers: Sequence[Number]) -> None:
    """Read "3 tons 96 kg 611 g" as one weight, in the second of its units."""
    unit, total = quantity.unit, Decimal(0)
    if unit not in _GRAMS or quantity.low != quantity.high:
        return
    total = quantity.low * _GRAMS[unit]
    smallest = result = unit
    i = quantity.right + 1
    while i + 1 < len(tokens):
        if tokens[i].text in ("and", "и", "又") and i + 2 < len(tokens) and tokens[i + 1].kind == "number":
            i += 1
        part = tokens[i + 1].roles.get("units")
        if tokens[i].kind != "number" or part not in _GRAMS or _GRAMS[part] >= _GRAMS[smallest]:
            break
        value = numbers[tokens[i].number].low
        if value * _GRAMS[part] >= _GRAMS[smallest]:
            break
        total += value * _GRAMS[part]
        result = part if smallest == "t" or result == unit == "t" else result
        smallest = part
        quantity.right = quantity.parts_end = i + 1
        i += 2
    if smallest != unit:
        quantity.unit = "kg" if unit in ("t", "kg") else unit
        quantity.low = quantity.high = total / _GRAMS[quantity.unit]


def _read_qualifiers(quantity: Quantity, tokens: Sequence[Token]) -> None:
    """Take the qualifiers before the number (and before its currency), and the one behind the unit ("100 kg or more", 28亿坚戈以上)."""
    if quantity.number.is_more:
        quantity.qualifier = "more_than"
    elif quantity.number.low != quantity.number.high:
        quantity.qualifier = "between"
    i = quantity.left - 1
    while i >= 0 and tokens[i].kind == "word":
        token = tokens[i]
        place = trait("qualifiers", token.roles.get("qualifiers"), "place")
        name = trait("qualifiers", token.roles.get("qualifiers"), "qualifier")
        is_verb = trait("actions", token.roles.get("actions"), "role") != "copula" and "actions" in token.roles
        if name and place == "before" and not is_verb and not _is_topic(tokens, i, quantity.at):
            _take_qualifier(quantity, token)
            quantity.left = i
        elif not (
            token.text in ("a", "the", "of", "чем") and i and trait("qualifiers", tokens[i - 1].roles.get("qualifiers"), "qualifier")
        ):
            break
        i -= 1
    after = tokens[quantity.right + 1] if quantity.right + 1 < len(tokens) else None
    if after and _is_behind(after):
        _take_qualifier(quantity, after)
        quantity.right += 1


def _is_topic(tokens: Sequence[Token], i: int, number: int) -> bool:
    """Tell "arrested over 12 bombings", which gives the reason, from "arrested over 12 suspects", which counts."""
    if tokens[i].text != "over" or not i or tokens[i - 1].action() not in ("arrest", "charge", "convict"):
        return False
    counted = next((code for token in tokens[number + 1 : number + 6] if (code := token.object())), None)
    return counted is not None and trait("objects", counted, "cls") != "person"


def _take_qualifier(quantity: Quantity, token: Token) -> None:
    """Note a qualifying word; of two ("a total of more than") the one that is not "exact" counts."""
    name = trait("qualifiers", token.roles["qualifiers"], "qualifier")
    if not name:
        return
    if quantity.qualifier == "exact":
        quantity.qualifier = name
    if name != "exact":
        start, end = quantity.qualifier_span or (token.start, token.end)
        quantity.qualifier_span = (min(start, token.start), max(end, token.end))


def _read_noun(quantity: Quantity, tokens: Sequence[Token], grammar: Grammar, language: str, used: set[int]) -> None:
    """Find the noun that is counted: behind the number, before it, or the one the unit itself stands for."""
    if quantity.dimension == "other":
        quantity.rejected = "a unit that never makes a figure"
        return
    if quantity.dimension == "money":
        return
    if trait("units", quantity.unit, "force"):
        quantity.base = quantity.noun = trait("units", quantity.unit, "object")
        quantity.where = "unit"
        return
    owner = tokens[quantity.left - 2] if quantity.left > 1 and tokens[quantity.left - 1].text in grammar.of else None
    if owner is not None and trait("objects", owner.object(), "owned"):
        quantity.base = quantity.noun = owner.object()
        quantity.where, quantity.noun_at = "before", quantity.left - 2
        return
    phrase = noun_after(tokens, quantity.right + 1, grammar, language)
    where = "after"
    if phrase.noun is None or (language == "zh" and phrase.noun == "nothing"):
        before = noun_before(tokens, quantity.left - 1, grammar, language, used)
        if before.noun is not None and not (before.noun == "nothing" and trait("units", quantity.unit, "object") not in ("", "case")):
            phrase, where = before, "copula" if before.is_copula else "before"
    _apply(quantity, phrase, where)
    if quantity.noun is None and (noun := trait("units", quantity.unit, "object")):
        quantity.base, quantity.noun, quantity.where = noun, compose(noun, phrase.modifiers), "unit"
    if quantity.noun_at is not None:
        used.add(quantity.noun_at)


def _apply(quantity: Quantity, phrase: Phrase, where: str) -> None:
    quantity.modifiers = phrase.modifiers
    if phrase.noun is None:
        return
    counted = trait("units", quantity.unit, "object")
    if counted == "person" and trait("objects", phrase.noun, "cls") in ("event", "item", "goods"):
        quantity.modifiers = ()
        return  # 企图 逮捕25名: people are counted, whatever stands before
    if quantity.dimension == "mass" and trait("objects", phrase.noun, "cls") in ("person", "none"):
        return  # people have no weight: the noun belongs to the verb
    quantity.base, quantity.noun = phrase.noun, compose(phrase.noun, phrase.modifiers)
    if quantity.noun == "drug" and quantity.dimension == "count" and phrase.is_units:
        quantity.base = quantity.noun = "drug_unit"  # «663 тысячи единиц психотропных веществ»
    if quantity.dimension == "mass" and quantity.noun == "explosive_device":
        quantity.noun = "explosives"  # explosives told by weight are no devices
    elif quantity.dimension == "count" and phrase.noun == "explosives" and where == "after" and phrase.at == quantity.right + 1:
        quantity.base = quantity.noun = "explosive_device"  # "three explosives" are
    elif quantity.unit == "times" and quantity.noun == "operation":
        quantity.unit = None  # 14次行动 are operations
    elif quantity.dimension == "length" and quantity.noun == "patrol":
        quantity.base = quantity.noun = "patrol_distance"
    quantity.noun_at, quantity.where = phrase.at, where
    if where == "after":
        quantity.right = max(quantity.right, phrase.right)
    elif phrase.at is not None and where == "before":
        quantity.left = min(quantity.left, phrase.at)
