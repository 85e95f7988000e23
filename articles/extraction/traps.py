"""Why a quantity is no figure: a comparison, a difference, a price, a name, a plan, the size of something that is not security work."""

from collections.abc import Sequence

from articles.extraction.quantities import Quantity
from articles.extraction.selection import trait
from articles.extraction.tokens import Token

_NEAR = 4
_DIFFERENCE = {"en": ("by",), "ru": ("на",), "zh": ()}
_UP = frozenset("up down".split())


def trap(tokens: Sequence[Token], quantity: Quantity, language: str) -> str:
    """Return the reason why a quantity is no figure, or an empty text."""
    if quantity.rejected:
        return quantity.rejected
    if quantity.noun == "nothing":
        return "counts something that is no figure of security work"
    if trait("objects", quantity.noun, "cls") == "none":
        return "counts inhabitants, users or the like"
    return _compared(tokens, quantity, language) or _priced(tokens, quantity) or _labelled(tokens, quantity) or _bracketed_year(tokens, quantity)


def _role(token: Token) -> tuple[str, str]:
    code = token.roles.get("qualifiers")
    return trait("qualifiers", code, "role"), trait("qualifiers", code, "place")


def _compared(tokens: Sequence[Token], quantity: Quantity, language: str) -> str:
    before = tokens[max(0, quantity.left - 3) : quantity.left]
    if before and before[-1].text in _DIFFERENCE[language] and _rises_near(tokens, quantity):
        return "a difference"
    for token in reversed(before):
        if token.kind == "punct" or token.action():
            break
        if _role(token) == ("compare", "before"):
            if token.text in ("from", "с") and not _rises_near(tokens, quantity):
                break
            return "another time or place, for comparison"
    for token in tokens[quantity.right + 1 : quantity.right + 1 + _NEAR]:
        if _role(token) == ("compare", "after"):
            return "a difference or another time, for comparison"
        if token.kind == "number" or token.text in (",", "，", ";", "and") or token.action():
            break
    return ""


def _rises_near(tokens: Sequence[Token], quantity: Quantity) -> bool:
    window = tokens[max(0, quantity.left - 8) : quantity.right + 4]
    return any(trait("actions", token.action(), "role") == "rise" or token.text in _UP or _role(token) == ("compare", "after") for token in window)


def _priced(tokens: Sequence[Token], quantity: Quantity) -> str:
    for token in tokens[quantity.right + 1 : quantity.right + 3]:
        if _role(token) == ("rate", "after"):
            return "a price or a rate"
        if token.kind != "word":
            break
    return ""


def _labelled(tokens: Sequence[Token], quantity: Quantity) -> str:
    if quantity.unit is None and quantity.left and _role(tokens[quantity.left - 1]) == ("label", "before"):
        return "the number of a thing"
    return ""


def _bracketed_year(tokens: Sequence[Token], quantity: Quantity) -> str:
    """Recognise "(2020 - 543 kg)": a bracket that opens with another year only compares."""
    for i in range(quantity.left - 1, max(-1, quantity.left - 5), -1):
        if tokens[i].text in ")）":
            return ""
        if tokens[i].text in "(（":
            return "another time, in brackets" if tokens[i + 1].kind == "date" else ""
    return ""


def is_planned(tokens: Sequence[Token], at: int | None) -> bool:
    """Tell whether the verb at ``at`` speaks of what has not happened ("will deploy")."""
    if at is None:
        return False
    return any(trait("actions", token.action(), "role") == "plan" for token in tokens[max(0, at - 3) : at])
