"""Sums of money: what was worth them. A sum alone (a budget, a price, a sum of transactions) is no figure of security work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.extraction.selection import trait
from articles.extraction.tokens import Token

if TYPE_CHECKING:
    from articles.extraction.reading import Reading

_REACH = 18
_CLAUSES = 80  # tokens on either side among which the deed is looked for
_WORTH = 8
_GOODS = ("mass", "goods", "money", "item")


def money_measure(reading: Reading, action: str | None, noun: str | None) -> None:
    """Give a sum its measure: a fine, smuggled currency, or the value of contraband; else the reason why it has none."""
    quantity, tokens = reading.quantity, reading.tokens
    before = tokens[max(0, quantity.left - _REACH) : quantity.left]
    after = tokens[quantity.right + 1 : quantity.right + 7]
    nearest = [*reversed(before), *after]
    rival = next((token for token in nearest[:_WORTH] if trait("actions", token.action(), "role") == "rival"), None)
    if rival is not None:
        reading.reason = f"belongs to another verb: {rival.text}"
        return
    if any(token.object() == "harm" for token in before[-_WORTH:]):
        reading.reason = "the sum of a damage or of transactions"
        return
    if _is_fine(before, after):
        reading.measure = "fines_imposed"
    else:
        reading.measure = _contraband(reading, action, noun)
    if reading.measure is None:
        reading.reason = "a sum without goods, cash or fines"
        return
    is_worth = any(token.action() == "value" or token.object() == "value" for token in before[-_WORTH:])
    is_worth = is_worth or (bool(before) and before[-1].text in ("for", "на"))
    is_near = any(trait("objects", token.object(), "cls") in _GOODS for token in [*before[-_WORTH:], *after[:3]])
    reading.rule = "money of " + ("worth" if is_worth else "goods near")
    reading.lane = "sure" if is_worth and is_near and reading.measure == "contraband_value" else "check"


def _is_fine(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether a sum is that of fines: the word before it, with no goods between, or behind it in the same clause."""
    for token in reversed(before):
        if token.object() == "fine" or token.action() == "fine":
            return True
        if token.object() != "value" and trait("objects", token.object(), "cls") in _GOODS:
            break
    for token in after:
        if token.kind in ("number", "punct"):
            return False
        if token.object() == "fine" or token.action() == "fine":
            return True
    return False


def _is_goods_itself(left: int, right: int, tokens: Sequence[Token]) -> bool:
    """Recognise "confiscated $200,000": the verb stands right before the sum, and no goods behind it."""
    behind = tokens[right + 1 : right + 5]
    return (
        left > 0
        and tokens[left - 1].action() in ("smuggle", "seize", "find")
        and not any(trait("objects", one.object(), "cls") in _GOODS for one in behind)
    )


def _contraband(reading: Reading, action: str | None, noun: str | None) -> str | None:
    quantity, tokens = reading.quantity, reading.tokens
    deeds = ("seize", "stop", "prevent", "find", "identify", "smuggle", "arrest", "destroy", "open_case", "block", "return", "check")
    near = tokens[max(0, quantity.left - _CLAUSES) : quantity.right + _CLAUSES]
    has_deed = any(token.action() in deeds for token in near) or action in deeds
    # The goods of a sum stand before it ("goods for 12 billion tenge") or straight behind it ("$2 million of heroin").
    beside = [*reversed(tokens[max(0, quantity.left - _REACH) : quantity.left]), *tokens[quantity.right + 1 : quantity.right + 4]]
    kinds = [(token.object(), trait("objects", token.object(), "cls")) for token in beside if token.object()]
    goods = [(code, kind) for code, kind in kinds if kind in _GOODS and code != "value"]
    if _is_goods_itself(quantity.left, quantity.right, tokens):
        return "currency_smuggled_value"
    is_case = any(trait("objects", token.object(), "cls") == "event" for token in near)
    if not goods and not is_case and not (noun and trait("objects", noun, "cls") in _GOODS):
        return None
    if not (has_deed or is_case):
        return None
    first = goods[0][0] if goods else noun
    return "currency_smuggled_value" if first == "currency" else "contraband_value"
