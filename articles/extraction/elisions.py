"""What a number counts whose noun is left out: the noun of the figure before it, of its verb, or of the next figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.extraction.grammar import GRAMMARS
from articles.extraction.quantities import Quantity
from articles.extraction.selection import compose, trait
from articles.extraction.tokens import Token

if TYPE_CHECKING:
    from articles.extraction.reading import Context

_STEP = 6  # tokens between a number without a noun and the next that may bring it
_NEAR = 80  # tokens on either side among which a left-out noun is looked for
_WAY = 5  # tokens between a distance and the verb of covering it
_FORCES = frozenset(("troops", "person", "participant", "exercise_troops"))
_FURTHER = frozenset(("another", "a further", "an additional", "ещё", "еще"))
_CARRIED = 8  # tokens between the verb of smuggling and a weight
_CONTINGENT = 10  # people of the smallest contingent told without a noun


def share_forward(quantity: Quantity, following: Quantity | None, tokens: Sequence[Token], language: str) -> None:
    """Give "208 staff and 196 tactical exercises" one noun: a number with only adjectives before "and" counts what the next one counts."""
    if following is None or quantity.noun is not None or quantity.rejected or quantity.unit or following.noun is None or following.unit:
        return
    between = tokens[quantity.right + 1 : following.left]
    joins = GRAMMARS[language].joins
    is_near = 2 <= len(between) <= 4 and between[-1].text in joins and following.where == "after"
    # "17 killed and 39 smugglers arrested", "уничтожены 17 и задержаны 39 контрабандистов".
    has_own_verb = len(between) == 2 and between[0].text in joins and bool(between[1].action())
    if (
        has_own_verb
        and trait("objects", following.noun, "cls") == "person"
        or is_near
        and all(token.kind == "word" and token.text not in GRAMMARS[language].stops and not token.action() for token in between[:-1])
    ):
        quantity.base, quantity.noun, quantity.where = following.base, following.noun, "elided"


def fill_elided(quantity: Quantity, following_quantity: Quantity | None, tokens: Sequence[Token], context: Context, language: str) -> None:
    """Give a number without a noun the noun of the figure before it, where the words after it show that one is left out."""
    if _is_partial(quantity, tokens, context):
        take(quantity, context.noun)
        return
    if context.noun and _is_part_of_those(quantity, tokens, language):
        quantity.noun_at, quantity.right, quantity.modifiers = None, quantity.at + 2, ()
        take(quantity, context.noun)
        return
    if quantity.noun is not None or quantity.rejected or quantity.dimension == "money":
        return
    if quantity.dimension == "mass":
        take(quantity, _near_noun(quantity, tokens, "mass", "goods") or context.mass_noun or _unnamed_goods(quantity, tokens))
        return
    if quantity.dimension in ("length", "volume"):
        is_way = quantity.unit == "km" and any(
            token.action() == "cover" for token in tokens[max(0, quantity.left - _WAY) : quantity.right + _WAY]
        )
        take(quantity, "distance" if is_way else _near_noun(quantity, tokens, "length" if quantity.dimension == "length" else "goods"))
        return
    grammar = GRAMMARS[language]
    following = [token for token in tokens[quantity.right + 1 : quantity.right + 4] if token.text not in grammar.passives]
    action = following[0].action() if following else None
    person = trait("actions", action, "object")
    before = tokens[quantity.left - 1] if quantity.left else None
    if (
        not person
        and before is not None
        and (following == [] or following[0].kind == "punct" or following[0].text in grammar.stops | grammar.joins)
    ):
        person = trait("actions", before.action(), "object")
    if person:
        near = following_quantity if following_quantity and following_quantity.left - quantity.right < _STEP else None
        nouns = [noun for noun in (context.noun, near.noun if near else None) if trait("objects", noun, "cls") == "person"]
        take(quantity, compose(next((noun for noun in nouns if noun), person), _modifiers_near(quantity, tokens)))
    elif quantity.unit in ("pieces", "knives"):
        take(quantity, _near_noun(quantity, tokens, "item", "goods", "mass") if language != "zh" else None)
    elif context.about == "exercise" and context.noun in _FORCES and _is_share(quantity, tokens, before, language):
        take(quantity, context.noun)
    elif context.noun and _is_elided(quantity, tokens, language):
        base = context.base or context.noun
        narrowed = compose(base, _modifiers_near(quantity, tokens))
        take(quantity, narrowed if narrowed != base else base if _begins_clause(quantity, tokens, language) else context.noun)


def take(quantity: Quantity, noun: str | None) -> None:
    """Give a quantity a noun that is not written beside it."""
    if noun:
        quantity.noun, quantity.where = noun, "elided"


def _unnamed_goods(quantity: Quantity, tokens: Sequence[Token]) -> str | None:
    """Return goods for a weight that was to be carried across, whatever it is of («пытались вывезти 63 тонны лука»)."""
    before = tokens[max(0, quantity.left - _CARRIED) : quantity.left]
    return "goods" if any(token.action() == "smuggle" for token in before) else None


def _is_partial(quantity: Quantity, tokens: Sequence[Token], context: Context) -> bool:
    """Recognise "395 cases of rare animals, 265 of foreign waste": the second number counts cases too."""
    following = [token.text for token in tokens[quantity.right - 1 : quantity.right + 3]]
    after = tokens[quantity.at + 1 : quantity.at + 3]
    if quantity.unit or not context.noun or trait("objects", context.noun, "cls") != "event" or len(after) < 2 or not following:
        return False
    return after[0].text == "of" and after[1].text not in ("the", "these", "those", "them", "which", "whom", "its", "their", "all")


def _is_share(quantity: Quantity, tokens: Sequence[Token], before: Token | None, language: str) -> bool:
    """Recognise "China sent more than 700, India 200": forces of one country after another, the noun said once."""
    grammar = GRAMMARS[language]
    after = tokens[quantity.right + 1] if quantity.right + 1 < len(tokens) else None
    is_last = after is None or after.kind == "punct" or after.text in grammar.joins
    if before is None or quantity.unit or quantity.low < _CONTINGENT or not is_last:
        return False
    is_name = before.kind == "word" and not before.roles and before.text not in grammar.stops | grammar.joins | grammar.of | grammar.skips
    return before.action() in ("deploy", "participate") or is_name


def _is_part_of_those(quantity: Quantity, tokens: Sequence[Token], language: str) -> bool:
    """Recognise "182 militants, 44 of them leaders": the second number counts what the first one does."""
    after = tokens[quantity.at + 1 : quantity.at + 3]
    grammar = GRAMMARS[language]
    return quantity.unit is None and len(after) == 2 and after[0].text in grammar.of and after[1].text in grammar.those


def _begins_clause(quantity: Quantity, tokens: Sequence[Token], language: str) -> bool:
    """Tell whether a number without a noun is followed by words that narrow it anew ("238 for illegal crossing")."""
    after = tokens[quantity.right + 1] if quantity.right + 1 < len(tokens) else None
    return after is not None and after.text in ("for", "on", "по", "за", "о", "об")


def _near_noun(quantity: Quantity, tokens: Sequence[Token], *kinds: str) -> str | None:
    """Return the nearest noun of some classes in the sentence, before the number first."""
    before = range(quantity.left - 1, max(-1, quantity.left - _NEAR), -1)
    for i in (*before, *range(quantity.right + 1, min(len(tokens), quantity.right + _NEAR))):
        code: str | None = tokens[i].object()
        if code and trait("objects", code, "cls") in kinds:
            return code
    return None


def _modifiers_near(quantity: Quantity, tokens: Sequence[Token]) -> list[str]:
    window = [*tokens[quantity.right + 1 : quantity.right + 10], *tokens[max(0, quantity.left - 10) : quantity.right + 1]]
    return [
        code for token in window if (code := token.object()) and (trait("objects", code, "role") == "modifier" or code == "wanted_person")
    ]


def _is_elided(quantity: Quantity, tokens: Sequence[Token], language: str) -> bool:
    after = tokens[quantity.right + 1] if quantity.right + 1 < len(tokens) else None
    if tokens[quantity.left].text in _FURTHER and (after is None or after.kind == "punct"):
        return True
    if after is None or tokens[quantity.at].text in ("one", "both", "один", "одна", "одно"):
        return False
    before = tokens[quantity.left - 1] if quantity.left else None
    if before is not None and before.text in (*GRAMMARS[language].dashes, "-"):
        return language == "ru" or bool(quantity.left > 1 and tokens[quantity.left - 2].action())  # "solved - 16,548"
    return after.text.split()[0] in GRAMMARS[language].elisions or bool(after.action() and not trait("actions", after.action(), "role"))
