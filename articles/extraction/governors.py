"""The verb that governs a quantity, chosen by score: the nearest one that can have this object, list items sharing one verb.

The cost of a verb is the sum of what lies between it and the quantity: words, commas (cheap in a list), clause breaks (dear). Verbs that
cannot have the object cost as much as a break. A rival verb (produce, cost, employ) nearer than any other makes the number no figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.extraction.grammar import GRAMMARS, Grammar
from articles.extraction.quantities import Quantity
from articles.extraction.selection import select, trait
from articles.extraction.tokens import Token

MARKS = {";": 10.0, "；": 10.0, "。": 10.0, ":": 3.0, "：": 3.0, "—": 3.0, "–": 3.0, "(": 2.0, ")": 2.0, "（": 2.0, "）": 2.0, "、": 0.3}
_COMMA = frozenset(",,，")
_CLAUSE_ENDS = frozenset(";；")  # a verb behind one governs nothing before it
_LIMIT = 30.0
_AFTER = {"en": 0.0, "ru": 1.5, "zh": 6.0}
_BEFALLS = ("kill", "injure")  # in Chinese what befalls people stands behind their number
_SUFFERS = frozenset(("被", "遭", "已", "均"))
_DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "their",
        "his",
        "her",
        "its",
        "this",
        "that",
        "these",
        "those",
        "our",
        "more",
        "over",
        "some",
        "about",
        "nearly",
        "almost",
    ]
)


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb that may govern a quantity, with its cost and on which side of the quantity it stands."""

    at: int
    action: str
    cost: float
    side: str  # before, after, inside


def owners(quantities: Sequence[Quantity], size: int) -> list[int]:
    """Return for each token the index of the quantity it belongs to, or -1."""
    owned = [-1] * size
    for index, quantity in enumerate(quantities):
        for i in range(max(0, quantity.left), min(size, quantity.right + 1)):
            owned[i] = index
    return owned


def find_governor(
    tokens: Sequence[Token], quantity: Quantity, owned: Sequence[int], language: str, without: frozenset[str] = frozenset()
) -> tuple[Governor | None, Governor | None]:
    """Return the best verb for a quantity and the nearest rival, ``None`` when there is none; actions in ``without`` are passed over."""
    grammar = GRAMMARS[language]
    inside = _inside(tokens, quantity)
    inside = None if inside and inside.action in without else inside
    best: Governor | None = inside
    rival: Governor | None = None
    for step, start, side in ((-1, quantity.left - 1, "before"), (1, quantity.right + 1, "after")):
        cost = 0.0
        i = start
        while 0 <= i < len(tokens) and cost < _LIMIT:
            token = tokens[i]
            if side == "after" and token.text in _CLAUSE_ENDS:
                break
            action = token.action()
            if action and action not in without and owned[i] != owned[quantity.at]:
                role = trait("actions", action, "role")
                here = cost + _penalty(tokens, i, side, grammar, language)
                if i == quantity.right + 1 and quantity.where == "elided" and _is_finite(token, language):
                    here = 0.5  # "and 33 stopped from leaving"
                if role == "rival" and action != "price" and (rival is None or here < rival.cost):
                    rival = Governor(i, action, here, side)
                elif not role and quantity.noun and select(action, quantity.noun) and (best is None or here < best.cost):
                    best = Governor(i, action, here, side)
            cost += _step_cost(tokens, i, owned, grammar)
            i += step
    return (best if best and best.cost < _LIMIT else None), rival


def _inside(tokens: Sequence[Token], quantity: Quantity) -> Governor | None:
    """Return a participle inside the phrase itself ("30 seized weapons")."""
    for i in range(quantity.left, quantity.right + 1):
        action = tokens[i].action()
        if i < quantity.at and tokens[i].object() is None:
            continue  # before the number only a noun that is a verb too (通报线索2100条)
        if action and quantity.noun and select(action, quantity.noun):
            return Governor(i, action, 1.0, "inside")
    return None


def _penalty(tokens: Sequence[Token], i: int, side: str, grammar: Grammar, language: str) -> float:
    """Return what a verb costs beyond its distance: an active verb behind the number has another object, a finished passive its own."""
    if side == "after":
        if language == "en" and _is_active(tokens, i, grammar):
            return 12.0
        if language == "zh" and i and tokens[i - 1].text in _SUFFERS:
            return 0.0  # 其中1130人已被判刑
        return 0.0 if tokens[i].action() in _BEFALLS else _AFTER[language]
    if language == "zh" and tokens[i].action() in _BEFALLS and i and tokens[i - 1].kind != "punct":
        return 4.0
    if language == "en" and i and tokens[i - 1].text in ("was", "were", "been", "being") and not _opens(tokens, i):
        return 3.0
    return 0.0


def _is_finite(token: Token, language: str) -> bool:
    """Tell whether a verb behind a number is said of it ("19 выдворены") and no participle beside a noun («500 осуждённых»)."""
    return language == "en" or token.text.endswith(("ны", "но", "ты", "то"))


def _opens(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].kind == "number"


def _is_active(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Tell whether an English verb behind a number has an object of its own ("officers seized 3 kg"): no auxiliary, and a noun follows."""
    if i and tokens[i - 1].text in grammar.passives:
        return False
    if tokens[i].text.endswith(("ing", "tion", "ment", "ures", "ure")) or " " in tokens[i].text:
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.kind == "punct":
        return False
    return following.kind == "number" or following.text in _DETERMINERS or (following.object() is not None and following.action() is None)


def _step_cost(tokens: Sequence[Token], i: int, owned: Sequence[int], grammar: Grammar) -> float:
    token = tokens[i]
    if owned[i] >= 0:
        return 0.2
    if token.kind == "date":
        return 0.5
    if token.kind == "punct":
        if token.text in _COMMA:
            return 0.5 if _in_list(tokens, i, owned, grammar) else 3.0
        return 3.0 if token.text == "、" and i and tokens[i - 1].action() else MARKS.get(token.text, 0.1)
    if token.text in grammar.joins:
        return 0.5
    if token.text in grammar.passives:
        return 0.2
    if token.text in grammar.breaks:
        return 5.0
    return 4.0 if token.action() and trait("actions", token.action(), "role") != "copula" else 1.0


def _in_list(tokens: Sequence[Token], i: int, owned: Sequence[int], grammar: Grammar) -> bool:
    """Tell whether a comma divides items of a list of quantities."""
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    return all(owned[j] >= 0 or tokens[j].text in grammar.joins for j in beside)
