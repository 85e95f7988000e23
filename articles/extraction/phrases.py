"""The noun phrase beside a number: which noun is its head, and what narrows it.

English heads stand last ("drug smuggling cases" are cases), Russian heads first ("случаев контрабанды наркотиков"), Chinese heads before
the number or straight behind the counting word. Nouns of the phrase that are not the head narrow it, as do the words after it up to the
next sign ("238 people suspected of terrorism").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.extraction.grammar import Grammar
from articles.extraction.selection import trait
from articles.extraction.tokens import Token

_REACH = 9  # words of a phrase looked at
_BACK = 14
_BRACKET = 9
_PREPOSITIONS = frozenset(["о", "об", "обо", "по", "за", "в", "во", "на", "для", "от", "из", "со", "с", "при"])
_THEIR = frozenset(("их", "его", "её", "ее"))
_OWNERS = frozenset(("their", "its", "his"))
_UNITS = frozenset(("единиц", "единицы", "единица", "единицу", "ед.", "ед", "units", "unit"))
_ADJECTIVES = frozenset(("extremist", "terrorist", "militant", "separatist", "criminal", "radical"))
_FROM = frozenset(("from", "с", "со"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Head noun with its token, the last token of the phrase, and the codes that narrow it."""

    noun: str | None = None
    at: int | None = None
    right: int = -1
    modifiers: tuple[str, ...] = ()
    is_copula: bool = False
    is_units: bool = False  # "units of" stands before the noun


def noun_after(tokens: Sequence[Token], start: int, grammar: Grammar, language: str) -> Phrase:
    """Return the noun phrase that begins at ``start``, directly behind a number or its unit."""
    if language == "zh":
        return _chinese_after(tokens, start, grammar)
    start = _behind_bracket(tokens, start)
    head: str | None = None
    at: int | None = None
    right = start - 1
    modifiers: list[str] = []
    linked = start - 1  # last token of an unbroken run of nouns and modifiers
    is_open = True  # the phrase may still bring a head
    if language == "ru" and start < len(tokens) and tokens[start].text in grammar.dashes:
        start += 1  # "151 — холодного оружия"
    for i in range(start, min(len(tokens), start + _REACH)):
        token = tokens[i]
        if token.kind in ("number", "trap") or (token.kind == "punct" and token.text not in grammar.quotes):
            break
        code = token.object()
        role = "modifier" if language == "en" and _is_adjective(tokens, i, grammar) else trait("objects", code, "role")
        if code and role in ("", "shadow", "event") and is_open:
            if head is None or (language == "en" and (_is_compound(tokens, at, i, linked) or head == "nothing")):
                if head is not None:
                    modifiers.append(head)
                head, at, right = code if role == "" else "nothing", i, i
                linked = i
            else:
                modifiers.append(code)
                right = i if tokens[i - 1].action() is None else right
        elif code:
            if role in ("modifier", ""):
                modifiers.append(code)
            linked = i if linked == i - 1 else linked
        elif token.text in grammar.of:
            is_open = head is None or head == "container"
        elif token.text in _OWNERS and i > start and tokens[i - 1].text in grammar.of or language == "ru" and token.text in _THEIR:
            continue  # "1,900 of their members", «612 принимавших их лиц»
        elif token.text in grammar.stops or token.text in grammar.joins:
            if i == start or not (token.text in grammar.joins and _goes_on(tokens, i, head, language)):
                break
        elif token.action() and not _is_participle_before_noun(tokens, i, grammar, head):
            break
        elif head is not None and language == "en" and i == linked + 1:
            is_open = False
    modifiers += _narrowing(tokens, i if start < len(tokens) else start, grammar)
    is_units = any(token.text in _UNITS for token in tokens[max(0, start - 1) : start + 1])
    return Phrase(head, at, right, tuple(modifiers), is_units=is_units)


def _is_adjective(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Tell whether "extremist" or "criminal" only describes the word behind it ("12 extremist acts")."""
    if tokens[i].text not in _ADJECTIVES or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    is_plain = after.text not in grammar.stops | grammar.joins | grammar.passives | grammar.of
    return after.kind == "word" and is_plain and after.action() is None


def _is_compound(tokens: Sequence[Token], at: int | None, i: int, linked: int) -> bool:
    """Tell whether an English noun stands directly behind another, whose compound it then heads ("drug cases", not "cases of drug")."""
    return at is not None and i == linked + 1 and " of " not in tokens[at].text


def _behind_bracket(tokens: Sequence[Token], start: int) -> int:
    """Return where a phrase goes on behind a bracket that only compares ("6698 (in 2013 - 7680) drug crimes")."""
    if start >= len(tokens) or tokens[start].text != "(":
        return start
    for i in range(start + 1, min(len(tokens), start + _BRACKET)):
        if tokens[i].text == ")":
            inside = tokens[start + 1 : i]
            is_count = any(token.kind in ("number", "trap") for token in inside) and not any(token.object() for token in inside)
            return i + 1 if is_count else start
    return start


def _goes_on(tokens: Sequence[Token], i: int, head: str | None, language: str) -> bool:
    """Tell whether "and" joins two nouns under one number ("members and accomplices") rather than two figures."""
    if i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    if following.kind == "number":
        return False
    if head in (None, "nothing"):
        return True
    code = following.object()
    return (
        language == "ru"
        and bool(code)
        and trait("objects", code, "role") == ""
        and trait("objects", code, "cls") == trait("objects", head, "cls")
    )


def _is_participle_before_noun(tokens: Sequence[Token], i: int, grammar: Grammar, head: str | None) -> bool:
    """Tell whether a verb form is an adjective of a noun still to come ("30 wanted criminals", "12 задержанных лиц")."""
    if head is not None:
        return False
    for token in tokens[i + 1 : i + 4]:
        if token.kind != "word" or token.text in grammar.stops or token.text in grammar.joins:
            return False
        if token.object():
            return True
    return False


def _narrowing(tokens: Sequence[Token], start: int, grammar: Grammar) -> list[str]:
    """Return the codes that stand behind the phrase up to the next sign or number."""
    codes = []
    if start + 1 < len(tokens) and tokens[start].text == "," and tokens[start + 1].object() in ("wanted_person", "m_wanted"):
        codes.append("wanted_person")  # «318 человек, находящихся в розыске»
    for token in tokens[start : start + _REACH]:
        if token.kind == "number" or (token.kind == "punct" and token.text not in grammar.quotes):
            break
        code = token.object()
        if code and trait("objects", code, "role") == "modifier":
            codes.append(code)
    return codes


def noun_before(tokens: Sequence[Token], start: int, grammar: Grammar, language: str, used: set[int]) -> Phrase:
    """Return the noun that stands before a number: "heroin 49 kg", "оружия — 24 ед.", "cases numbered 14", 枪支75支."""
    if language == "zh":
        return _chinese_before(tokens, start, grammar, used)
    modifiers: list[str] = []
    has_copula = has_gap = False
    for i in range(start, max(-1, start - _BACK), -1):
        token = tokens[i]
        if token.kind == "number":
            if i and tokens[i - 1].text in _FROM:
                continue
            break
        if token.text in _FROM and tokens[i + 1].kind == "number" and i < start:
            continue
        code, action = token.object(), token.action()
        role = trait("objects", code, "role")
        if trait("actions", action, "role") in ("copula", "rise") and not has_gap:
            return _subject(tokens, i, grammar, used)
        if code and role == "" and i not in used and language == "ru" and i and tokens[i - 1].text in _PREPOSITIONS:
            modifiers.append(code)
        elif code and role == "" and i not in used:
            return Phrase(code, i, start, (*modifiers, *_left_modifiers(tokens, i, grammar)), has_copula)
        if code and role == "modifier":
            modifiers.append(code)
        elif (
            token.text in grammar.dashes
            or token.text in grammar.skips
            or token.kind == "trap"
            or (action and language == "ru")
            or language == "ru"
            and token.text in _PREPOSITIONS
        ):
            continue
        elif (
            token.kind == "punct"
            and token.text not in grammar.quotes
            or action
            or token.text in grammar.stops
            or token.text in grammar.joins
        ):
            break
        else:
            has_gap = True
            if start - i > 3:
                break
    return Phrase(modifiers=tuple(modifiers))


def _left_modifiers(tokens: Sequence[Token], at: int, grammar: Grammar) -> list[str]:
    codes = []
    for token in tokens[max(0, at - 4) : at]:
        code = token.object()
        if code and token.kind == "word":
            codes.append(code)
    return codes


def _subject(tokens: Sequence[Token], copula: int, grammar: Grammar, used: set[int]) -> Phrase:
    """Return the subject of "numbered", "came to", "rose to": the first noun of the clause before the verb."""
    first = copula
    while first > 0 and tokens[first - 1].text not in (";", ":") and tokens[first - 1].kind != "number" and copula - first < 40:
        first -= 1
    nouns: list[tuple[int, str]] = []
    modifiers = []
    for i in range(first, copula):
        code = tokens[i].object()
        role = trait("objects", code, "role")
        if code and role == "":
            nouns.append((i, code))
        elif code and role == "modifier":
            modifiers.append(code)
        if nouns and tokens[i].kind == "word" and (tokens[i].text in grammar.stops or tokens[i].text in grammar.of):
            break
    if not nouns:
        return Phrase(modifiers=tuple(modifiers), is_copula=True)
    at, noun = nouns[-1]
    return Phrase(noun, at, copula, (*modifiers, *(code for _, code in nouns[:-1])), True)


def _chinese_after(tokens: Sequence[Token], start: int, grammar: Grammar) -> Phrase:
    """Return the noun behind a counting word: 40名犯罪嫌疑人, 5.3吨的毒品."""
    modifiers: list[str] = []
    head: str | None = None
    at: int | None = None
    for i in range(start, min(len(tokens), start + _REACH)):
        token = tokens[i]
        code = token.object()
        role = trait("objects", code, "role")
        if token.kind != "word" or (token.text in grammar.stops or token.text in grammar.joins) or (token.action() and not code):
            break
        if code and role in ("", "shadow", "event"):
            if head:
                modifiers.append(head)
            head, at = code if role == "" else "nothing", i
        elif code:
            modifiers.append(code)
    return Phrase(head, at, at if at is not None else start - 1, tuple(modifiers))


def _chinese_before(tokens: Sequence[Token], start: int, grammar: Grammar, used: set[int]) -> Phrase:
    """Return the noun before a number in the same part of the clause, with what narrows it: 走私毒品犯罪案件1037起."""
    head: str | None = None
    at: int | None = None
    modifiers: list[str] = []
    for i in range(start, max(-1, start - _BACK), -1):
        token = tokens[i]
        code = token.object()
        role = trait("objects", code, "role")
        if token.kind in ("number", "date") or (token.kind == "punct" and token.text not in grammar.quotes):
            break
        if code == "nothing" and head is None and i == start and len(token.text) > 1:
            return Phrase(code, i, start)  # 化解矛盾纠纷130起
        if code and role == "" and head is None and i not in used:
            head, at = code, i
        elif code and role != "shadow":
            modifiers.append(code)
        elif token.action() and head is not None and token.action() != "smuggle":
            break
        if token.text in grammar.joins and head is None:
            break
    return Phrase(head, at, start, tuple(modifiers))
