"""States named in an article, and whether the article is about them or only lists them in the background.

Names come from the reference data, places and adjectives from ``places.tsv``. A state is a subject when the report tells of it, of a
place in it, or of its part in an event; it is background in a list of members, in a bracket, or where only a dateline or a body's seat
names it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from articles.extraction.datelines import find_datelines
from articles.extraction.names import KnownIndex, NameHit, normal_form
from articles.extraction.records import KnownAlias, StateFound
from articles.extraction.scripts import Words
from articles.extraction.sentences import Sentence
from articles.extraction.wordlists import any_form, load_words

# One-character Chinese names stand for states only in a row of at least two: 中俄哈吉.
_LETTERS = {
    "中": "CN",
    "俄": "RU",
    "哈": "KZ",
    "吉": "KG",
    "塔": "TJ",
    "乌": "UZ",
    "印": "IN",
    "巴": "PK",
    "伊": "IR",
    "白": "BY",
    "蒙": "MN",
    "阿": "AF",
    "缅": "MM",
    "老": "LA",
    "越": "VN",
    "泰": "TH",
}
_ROW = re.compile(
    r"(?<![其集途手心空])[中俄哈吉塔乌印巴伊白蒙阿缅老越泰]{2,10}(?=[两三四五六七八九十]国|联合|边境|边界|边防|双方|关系|等|、|之间|共同|合作|军|执法|国|警|湄公河)"
)
_MANY = 4
_EXCEPTED = 60  # characters between "except" and the state it leaves out
_CODE_LENGTH = 2


@cache
def _own_names(language: str) -> tuple[KnownAlias, ...]:
    """Return the places and adjectives of the project's own list as names."""
    return tuple(
        KnownAlias("place", row.code, language, form.rstrip("*"), "stem" if form.endswith("*") else "place")
        for row in load_words(language, "places")
        for form in row.forms
    )


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A name that stands for a state: of the state itself, a place in it, or an adjective; ``city`` is the key of a known city."""

    start: int
    end: int
    code: str
    rule: str
    city: str | None = None


def find_states(text: str, hits: list[PlaceHit], sentences: Sequence[Sentence], language: str) -> tuple[StateFound, ...]:
    """Return every place that names a state, in the order of the text, each as subject or background."""
    datelines = find_datelines(text, language)
    founds: list[StateFound] = []
    position, after_list = 0, False
    for sentence in sentences:
        inside = []
        while position < len(hits) and hits[position].start < sentence.end:
            inside.append(hits[position])
            position += 1
        words = text[sentence.start : sentence.end]
        after_list = _is_background_list(words, len({hit.code for hit in inside}), language, after_list)
        founds += _judge(text, sentence, inside, datelines, language, listed=after_list)
    return tuple(founds)


def find_places(words: Words, language: str, index: KnownIndex) -> list[PlaceHit]:
    """Return every name of a state, place or adjective, in the order of the text."""
    names = index.index(language, "state", "city", extra=lambda: _own_names(language) + _bodies(language, index))
    hits = []
    for hit in names.find(words):
        code, rule = _code(hit)
        if len(code) == _CODE_LENGTH and not _names_thing(words.text, hit.end, language):
            city = next((name.owner for name in hit.names if name.kind == "city"), None)
            hits.append(PlaceHit(hit.start, hit.end, code, rule, city))
    if language == "zh":
        hits = sorted([*hits, *_letter_rows(words.plain, hits, index)], key=lambda hit: hit.start)
    return hits


def _names_thing(text: str, end: int, language: str) -> bool:
    """Tell whether a place only names a paper that was signed there or a thing made there: "the Astana Declaration", "China-made"."""
    behind = end + (language != "zh")
    is_made = language != "en" or text[end : end + 1] == "-"
    return bool(
        any_form(language, "roles", "paper").match(text, behind) or (is_made and any_form(language, "roles", "made").match(text, behind))
    )


def _letter_rows(text: str, taken: list[PlaceHit], index: KnownIndex) -> list[PlaceHit]:
    """Return the states of rows such as 中俄哈吉, unless a longer name stands there."""
    found = []
    known = index.state_codes | {name.owner for name in _own_names("zh")}
    for match in _ROW.finditer(text):
        if any(hit.start < match.end() and match.start() < hit.end for hit in taken) or len(set(match.group())) < len(match.group()):
            continue
        codes = [_LETTERS[sign] for sign in match.group()]
        found += [PlaceHit(match.start() + n, match.start() + n + 1, code, "letters") for n, code in enumerate(codes) if code in known]
    return found


def _bodies(language: str, index: KnownIndex) -> tuple[KnownAlias, ...]:
    """Return the names of bodies: "Shanghai" in one of several states names no place in China, a state's own service names that state."""
    codes = {state.name: state.code for state in index.known.states}
    own = [name for name in index.known.aliases if name.kind == "body" and name.language == language]
    owners: dict[str, set[str]] = {}
    for name in own:
        # The services of two states may begin alike, "ГКНБ КР" and "ГКНБ РТ", or shorten alike: what they share is neither's.
        for form in {normal_form(name.form), normal_form(name.form.partition(" ")[0]), *_initials(name.form)}:
            owners.setdefault(form, set()).add(_state_of(name.owner) or name.owner)
    bodies = []
    for name in own:
        state = _state_of(name.owner)
        if state is None:
            bodies.append(name)
        elif state in codes and name.form_type == "abbreviation" and len(owners[normal_form(name.form)]) == 1:
            bodies.append(KnownAlias("place", codes[state], language, name.form, "body"))
    return tuple(bodies)


def _initials(name: str) -> list[str]:
    """Return what a name may be shortened to: the first letters of its words, small ones left out, the state's left out too or not."""
    letters = "".join(word[0] for word in name.split() if len(word) > 3)
    return [normal_form(letters), normal_form(letters[:-1])] if len(letters) > 2 else []


def _state_of(body: str) -> str | None:
    """Return the state that the name of a body carries: "Border Troops (Tajikistan)"."""
    found = re.search(r"\((?P<state>[^()]+)\)$", body)
    return found["state"] if found else None


def _code(hit: NameHit) -> tuple[str, str]:
    """Return the state that a name stands for and the rule; a name that only looks like one gives an empty code."""
    owners = {(name.owner if name.kind != "city" else name.country or "") for name in hit.names}
    if "-" in owners or len(owners) > 1:
        return "", ""
    name = hit.names[0]
    rule = {"state": "demonym" if name.form_type == "demonym" else "name", "city": "city"}.get(name.kind, "place")
    return owners.pop(), rule


def _judge(
    text: str, sentence: Sentence, hits: list[PlaceHit], datelines: list[tuple[int, int]], language: str, *, listed: bool
) -> list[StateFound]:
    """Say for the states of one sentence whether they are subjects; in one that only lists members none is."""
    words = text[sentence.start : sentence.end]
    founds = []
    for hit in hits:
        in_dateline = any(start <= hit.start < end for start, end in datelines)
        outside = _in_bracket(text, sentence, hit.start, language) or _is_excepted(text, sentence, hit.start, language)
        background = listed or in_dateline or outside or _is_seat(words, language, hit.rule)
        founds.append(
            StateFound(hit.code, hit.start, hit.end, text[hit.start : hit.end], "background" if background else "subject", hit.rule)
        )
    return founds


def _is_background_list(sentence: str, states: int, language: str, after_list: bool) -> bool:
    """Tell whether a sentence only lists who belongs to the organisation, and nobody in it takes part in anything.

    ``after_list`` says that the sentence before is such a list: then few states are enough ("Two others are observers").
    """
    if states < (1 if after_list else _MANY - 1):
        return False
    if any_form(language, "roles", "takes_part").search(sentence):
        return False
    return bool(any_form(language, "roles", "belongs").search(sentence))


def _in_bracket(text: str, sentence: Sentence, position: int, language: str) -> bool:
    """Tell whether a name stands in a bracket with a date or a denial: where something was signed, who did not take part."""
    opening = max(text.rfind("(", sentence.start, position), text.rfind("（", sentence.start, position))
    if opening < 0:
        return False
    closing = min((n for n in (text.find(")", opening), text.find("）", opening)) if n >= 0), default=sentence.end)
    inside = text[opening:closing]
    return closing > position and bool(re.search(r"\d{4}", inside) or any_form(language, "roles", "absent").search(inside))


def _is_excepted(text: str, sentence: Sentence, position: int, language: str) -> bool:
    """Tell whether a name is what all others are told apart from: "all members with the exception of Uzbekistan"."""
    before = text[max(sentence.start, position - _EXCEPTED) : position]
    ends = [mark.end() for mark in any_form(language, "roles", "except").finditer(before)]
    return bool(ends) and not re.search(r"[,.;:—，；：]", before[ends[-1] :])


def _is_seat(sentence: str, language: str, rule: str) -> bool:
    """Tell whether a place is named only as the seat of a body."""
    return rule in ("city", "place") and bool(any_form(language, "roles", "seat").search(sentence))


def main_states(founds: tuple[StateFound, ...]) -> tuple[str, ...]:
    """Return the states the article is about, in the order in which they are first named as subjects."""
    return tuple(dict.fromkeys(found.code for found in founds if found.role == "subject"))


def states_between(founds: tuple[StateFound, ...], start: int, end: int) -> tuple[str, ...]:
    """Return the states named in a span of the text, in order, each once."""
    return tuple(dict.fromkeys(found.code for found in founds if start <= found.start < end))
