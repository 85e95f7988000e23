"""Why a quantity is no figure: a comparison, a difference, a price, a name, a plan, the size of something that is not security work."""

from collections.abc import Sequence

from articles.extraction.grammar import GRAMMARS
from articles.extraction.quantities import Quantity
from articles.extraction.selection import trait
from articles.extraction.tokens import Token

_NEAR = 4
_CLAUSE = 14  # tokens of a Chinese clause before a number
_SCENE = 40  # tokens on either side in which a scenario is told of
_MORE = frozenset(["more", "less", "fewer", "больше", "меньше"])
_OR_MORE = frozenset(("以上", "以下"))
_UNKNOWN_UNITS = frozenset(("lb", "jin", "mile", "ha", "m"))
_DIFFERENCE = {"en": ("by",), "ru": ("на",), "zh": ()}
_FORCES = frozenset(["troops", "participant", "official", "equipment", "aircraft", "helicopter", "drone", "vehicle", "vessel", "exercise"])
_UP = frozenset(["up", "down"])


def trap(tokens: Sequence[Token], quantity: Quantity, language: str) -> str:
    """Return the reason why a quantity is no figure, or an empty text."""
    if quantity.rejected:
        return quantity.rejected
    if quantity.unit in _UNKNOWN_UNITS:
        return "a unit outside the set of this archive"
    if quantity.noun == "nothing":
        return "counts something that is no figure of security work"
    if trait("objects", quantity.noun, "cls") == "none":
        return "counts inhabitants, users or the like"
    if (
        quantity.qualifier_span
        and quantity.right + 1 < len(tokens)
        and tokens[quantity.right].text in _OR_MORE
        and tokens[quantity.right + 1].text == "的"
    ):
        return "a threshold, not a count"
    if any(_role(token) == ("stock", "before") for token in tokens[max(0, quantity.left - 3) : quantity.left]):
        return "how many there are, not what was done"
    return (
        _compared(tokens, quantity, language)
        or _staged(tokens, quantity)
        or _priced(tokens, quantity)
        or _labelled(tokens, quantity)
        or _bracketed_year(tokens, quantity)
    )


def _role(token: Token) -> tuple[str, str]:
    code = token.roles.get("qualifiers")
    if code is None:
        return "", ""
    return trait("qualifiers", code, "role"), trait("qualifiers", code, "place")


def _compared(tokens: Sequence[Token], quantity: Quantity, language: str) -> str:
    if any(_role(token) == ("compare", "sentence") for token in tokens[:3]):
        return "another time or place, for comparison"
    if language == "zh" and _is_surplus(tokens, quantity):
        return "a difference"
    before = tokens[max(0, quantity.left - 3) : quantity.left]
    is_by = bool(before) and before[-1].text in _DIFFERENCE[language]
    if is_by and (_rises_near(tokens, quantity) or any(token.text in _MORE for token in before)):
        return "a difference"
    for token in reversed(before):
        if token.kind in ("punct", "number") or token.action():
            break
        if token.text.split()[-1] in ("than", "чем"):
            return "another time or place, for comparison"
        if _role(token) == ("compare", "before"):
            if token.text in ("from", "с", "从", "由") and not _rises_near(tokens, quantity):
                break
            if token.text in ("against", "против") and any(
                t.action() in ("charge", "open_case", "convict") for t in tokens[max(0, quantity.left - 8) : quantity.left]
            ):
                break
            return "another time or place, for comparison"
    following = tokens[quantity.right + 1 : quantity.right + 1 + _NEAR]
    if _is_more(following) and quantity.where != "elided" and (quantity.noun or quantity.unit):
        return "a difference"
    for place, token in enumerate(following):
        if token.text.split()[-1] in ("than", "чем", "比", "较") and any(t.kind == "date" for t in following[place + 1 : place + 3]):
            return "a difference"
        if _role(token) == ("compare", "after"):
            return "a difference or another time, for comparison"
        if (
            token.kind == "number"
            or token.text in GRAMMARS[language].dashes
            or token.text in (",", "，", ";", "；", "and")
            or token.action()
        ):
            break
    return ""


def _is_surplus(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Recognise 比去年同期多破2.1万起: "than ... more" in the clause before a Chinese number."""
    has_more = False
    for token in reversed(tokens[max(0, quantity.left - _CLAUSE) : quantity.left]):
        if token.kind in ("punct", "number"):
            return False
        has_more = has_more or token.text in ("多", "少")
        if token.text in ("比", "较"):
            return has_more
    return False


def _is_more(following: Sequence[Token]) -> bool:
    """Recognise "(10,776 tablets more)" and "14 more than": what follows a number says that it is a difference."""
    if not following or following[0].text not in _MORE:
        return False
    return len(following) == 1 or following[1].kind == "punct" or following[1].text in ("than", "чем")


def _staged(tokens: Sequence[Token], quantity: Quantity) -> str:
    """Recognise what an exercise only plays: its scenario's militants and weapons; the forces that take part are real."""
    near = tokens[max(0, quantity.left - _SCENE) : quantity.right + _SCENE]
    if quantity.noun in _FORCES or not any(_role(token)[0] == "staged" for token in near):
        return ""
    return "part of an exercise's scenario"


def _rises_near(tokens: Sequence[Token], quantity: Quantity) -> bool:
    window = tokens[max(0, quantity.left - 8) : quantity.right + 4]
    return any(
        trait("actions", token.action(), "role") == "rise" or token.text in _UP or _role(token) == ("compare", "after") for token in window
    )


def _priced(tokens: Sequence[Token], quantity: Quantity) -> str:
    for token in tokens[quantity.right + 1 : quantity.right + 3]:
        if _role(token) == ("rate", "after"):
            return "a price or a rate"
        if token.kind != "word":
            break
    return ""


def _labelled(tokens: Sequence[Token], quantity: Quantity) -> str:
    i = quantity.left - 1
    while quantity.unit is None and i >= 0 and (tokens[i].kind == "number" or tokens[i].text in (",", "and", "и", "или", "or", "、", "和")):
        i -= 1
    if quantity.unit is None and i >= 0 and _role(tokens[i]) == ("label", "before"):
        return "the number of a thing"
    return "an age" if quantity.noun not in _FORCES and _is_age(tokens, quantity) else ""


def _is_age(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Recognise "a resident of 26" and "a resident (56)"."""
    if quantity.where != "before" or quantity.noun_at is None or quantity.low >= 100 or trait("objects", quantity.noun, "cls") != "person":
        return False
    return any(token.text in ("of", "(", ",") for token in tokens[quantity.noun_at : quantity.at])


def _bracketed_year(tokens: Sequence[Token], quantity: Quantity) -> str:
    """Recognise "(2020 - 543 kg)" and "2 tons (3 tons) of drugs": a bracket of another year, or of the same kind again, compares."""
    if quantity.where in ("none", "elided") and quantity.dimension != "money" and _repeats_the_kind(tokens, quantity):
        return "another time, in brackets"
    for i in range(quantity.left - 1, max(-1, quantity.left - 5), -1):
        if tokens[i].text in (")", "）"):
            return ""
        if tokens[i].text in ("(", "（"):
            return "another time, in brackets" if tokens[i + 1].kind == "date" else ""
    return ""


def _repeats_the_kind(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a quantity fills a bracket that stands directly behind one of the same unit."""
    before, after = tokens[max(0, quantity.left - 2) : quantity.left], tokens[quantity.right + 1 : quantity.right + 2]
    if len(before) < 2 or before[1].text != "(" or not after or after[0].text != ")":
        return False
    return before[0].kind == "number" or (quantity.unit is not None and before[0].roles.get("units") == quantity.unit)


def is_planned(tokens: Sequence[Token], at: int | None) -> bool:
    """Tell whether the verb at ``at`` speaks of what has not happened ("will deploy")."""
    if at is None:
        return False
    return any(trait("actions", token.action(), "role") == "plan" for token in tokens[max(0, at - 3) : at])
