"""Joint operations and exercises read from a text: by name, with the year in the name, and unnamed ones by their words.

A name counts when it is known, stands in quotation marks beside a word for an operation, or carries its year ("Sahand-2025").
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from articles.extraction.context import ArticleText
from articles.extraction.dates import DateFound
from articles.extraction.names import KnownIndex, NameIndex
from articles.extraction.records import KnownAlias
from articles.extraction.scripts import HAN, WORD, key_of, words_of
from articles.extraction.wordlists import PhraseHit, any_form, phrase_index

_YEAR = r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?"
_DASH = r"\s?[-–—·:]\s?|\s"
_CAPITAL = r"[A-ZА-ЯЁ][\w'’]*"
# A name with its year inside quotation marks, joined by a dash, or as capitals before the year.
_QUOTED_YEAR = re.compile(rf"[\"“„«‘'‹《](?P<name>[^\"“”„«»‘’'‹›《》\n]{{2,60}}?(?:{_DASH}|\s?\(){_YEAR}\)?)[,.]?[\"”“»’'›》]")
_HYPHENED_YEAR = re.compile(rf"(?<![\w-])(?P<name>(?:{_CAPITAL}(?:\s|\s?[-–—]\s?)){{0,3}}{_CAPITAL}\s?[-–—]\s?{_YEAR})(?![\w-])")
_SPACED_YEAR = re.compile(rf"(?<![\w-])(?P<name>(?:{_CAPITAL}(?:\s|-)){{1,4}}{_YEAR})(?![\w-])")
# "exercise KHANJAR-XII": an edition counted in Roman figures stands for the year.
_ROMAN_EDITION = re.compile(r"(?<![\w-])(?P<name>[A-Z][A-Za-z]{2,}(?:\s[A-Z][A-Za-z]{2,})?\s?[-–—]\s?[IVXL]{1,6})(?![\w-])")
_QUOTED = re.compile(r"[\"“„«‘‹《](?P<name>[^\"“”„«»‘’‹›《》\n]{2,40})[,.]?[\"”“»’›》](?P<year>\s?[-–—]\s?(?:19|20)\d\d)?")
_BODY_BETWEEN = re.compile(r"\s(?:\(?[A-ZА-ЯЁ]{2,8}\)?\s)?")
_FRAMEWORKS = ("CSTO", "CIS", "SCO", "other")
_NEAR = 60
_NEAR_ZH = 12
_NEAR_ZH_YEAR = 24  # a quoted name with its year may have the states taking part between it and the word for an exercise
_UNQUOTED = re.compile(rf"\b(?:[Oo]peration|[Ee]xercise|[Dd]rill|code-?named)\s(?P<name>{_CAPITAL}(?:[ -]{_CAPITAL}){{0,3}})(?![\w’'-])")
_EVILS = "counter-terrorism+extremism~+separatism~"  # what is fought and often quoted: the "three evils" name no operation
_TITLE_CASE = 0.6  # a line with more capitalised words than this is a headline in capitals, and any word may begin with one
_MOST = 100  # an article that names more operations than this is a list, and the rest of the names are left
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec|FY|Since|In|By|Year"
    r"|Summit|Olympics?|Strategy|Program(?:me)?|Plan|Agenda|Expo|Forum|Report|Convention|Resolution|Law|Act|Vision|Conference|Meeting"
    r"|Session|Q[1-4]|Cent(?:er|re)|Command(?:er)?|Group|Room|Director|Headquarters|Department|Division|Results?|Committee|Zone)\b"
)


@dataclass(frozen=True, slots=True)
class OperationDraft:
    """An operation as the text has it: ``aliases`` are the known operations its name may mean."""

    name: str | None
    start: int
    end: int
    sentence: int
    rule: str
    aliases: tuple[KnownAlias, ...] = ()
    date: DateFound | None = None
    states: tuple[str, ...] = ()
    kind: str = "other"
    framework: str = "other"
    place: str | None = None


def find_operations(article: ArticleText, index: KnownIndex) -> list[OperationDraft]:
    """Return the operations of an article: named ones once for each name, then unnamed ones that carry a date."""
    nouns = phrase_index(article.language, "operations").find(article.words)
    drafts = _known(article, index, nouns)
    taken = [(draft.start, draft.end) for draft in drafts]
    others = [*_with_year(article, index, nouns), *_families(article, index, nouns), *_quoted(article, index, nouns)]
    others += _unquoted(article, nouns)
    for draft in others[:_MOST]:
        if not any(start < draft.end and draft.start < end for start, end in taken):
            taken.append((draft.start, draft.end))
            drafts.append(draft)
    named = _joined([_described(draft, article, nouns) for draft in sorted(drafts, key=lambda draft: draft.start)])
    return named + [_described(draft, article, nouns) for draft in _unnamed(article, nouns, taken)]


def plain_name(name: str) -> str:
    """Return a name as it is compared: the keys of its words, or its Chinese characters, dashes and marks left out."""
    if HAN.search(name):
        return "".join(WORD.findall(name.replace("号", "")))
    return " ".join(key_of(word) for word in WORD.findall(name))


def _by_name(index: KnownIndex) -> dict[str, tuple[KnownAlias, ...]]:
    """Return the known operations by each of their names in any language, and by the name without its year."""

    def build() -> dict[str, tuple[KnownAlias, ...]]:
        table: dict[str, list[KnownAlias]] = {}
        for alias in index.known.aliases:
            if alias.kind == "operation":
                table.setdefault(plain_name(alias.form), []).append(alias)
        return {name: tuple(aliases) for name, aliases in table.items()}

    return index.once("operations by name", build)


def family_names(index: KnownIndex) -> dict[str, tuple[KnownAlias, ...]]:
    """Return the known operations by their names without year and number: "Spider Web", "Солидарность", "和平使命"."""

    def build() -> dict[str, tuple[KnownAlias, ...]]:
        table: dict[str, list[KnownAlias]] = {}
        for alias in index.known.aliases:
            if alias.kind == "operation":
                family = re.sub(r"[\s\-–—·(]*(?:,? stage \d|(?:19|20)\d\d.*)$", "", alias.form).strip(" -–—·")
                if family and family != alias.form and not re.search(r"\d", family) and not _only_says_kind(family, alias.language):
                    table.setdefault(family, []).append(alias)
        return {name: tuple(aliases) for name, aliases in table.items()}

    return index.once("operation families", build)


def _only_says_kind(name: str, language: str) -> bool:
    """Tell whether a name is made of words for operations alone and so names none: "Joint Border Operation"."""
    words = words_of(name)
    hits = phrase_index(language, "operations").find(words)
    covered = sum(1 for start in words.starts if any(hit.start <= start < hit.end for hit in hits))
    return covered == len(words.starts) and any(hit.code == "noun" for hit in hits)


def _known(article: ArticleText, index: KnownIndex, nouns: list[PhraseHit]) -> list[OperationDraft]:
    """Return every known name that stands in the text in full."""
    return [
        OperationDraft(article.text[hit.start : hit.end], hit.start, hit.end, article.number_at(hit.start), "known name", hit.names)
        for hit in index.index(article.language, "operation").find(article.words)
    ]


def _with_year(article: ArticleText, index: KnownIndex, nouns: list[PhraseHit]) -> list[OperationDraft]:
    """Return names that carry their year and stand beside a word for an operation, or are known."""
    drafts = []
    for pattern, rule in (
        (_QUOTED_YEAR, "quoted name with year"),
        (_HYPHENED_YEAR, "name with year"),
        (_SPACED_YEAR, "name with year"),
        (_ROMAN_EDITION, "name with edition"),
    ):
        for match in pattern.finditer(article.text):
            name = match["name"].strip()
            aliases = _by_name(index).get(plain_name(name), ())
            if not aliases and (_MONTHS.search(name) or (pattern is _SPACED_YEAR and len(WORD.findall(name)) < 3)):
                continue
            reach = _NEAR if pattern is not _SPACED_YEAR else _NEAR // 2
            if article.language == "zh":
                reach = _NEAR_ZH_YEAR if pattern is _QUOTED_YEAR else _NEAR_ZH
            if aliases or _beside(article, nouns, match.start("name"), match.end("name"), reach):
                start = match.start("name") + (len(match["name"]) - len(match["name"].lstrip()))
                start, name = _without_noun(article, start, name)
                drafts.append(OperationDraft(name, start, start + len(name), article.number_at(start), rule, aliases))
    return drafts


def _without_noun(article: ArticleText, start: int, name: str) -> tuple[int, str]:
    """Leave off a word for an operation in front of a name ("Operation Web-2025", "International Anti-Drug Operation Spider Web")."""
    match = re.match(
        r"(?:The\s|SCO\s|International\s|Joint\s|Anti-\w+\s|Military\s)*(?:Operations?|Exercises?|Drills?|Операция|Учения)\s(?=\S)", name
    )
    return (start + match.end(), name[match.end() :]) if match and len(name) - match.end() > 5 else (start, name)


def _families(article: ArticleText, index: KnownIndex, nouns: list[PhraseHit]) -> list[OperationDraft]:
    """Return known names without their year, in quotation marks or right beside a word for an operation."""
    drafts = []
    told = {alias.owner for hit in index.index(article.language, "operation").find(article.words) for alias in hit.names}
    families = index.once(f"family index {article.language}", lambda: _family_index(article.language, index))
    for hit in families.find(article.words):
        quoted = article.text[max(hit.start - 1, 0)] in "\"“„«‘'《" and article.text[hit.end : hit.end + 1] in "\"”“»’'》,."
        if (quoted or " " in hit.names[0].form) and _beside(
            article, nouns, hit.start, hit.end, _NEAR_ZH if article.language == "zh" else _NEAR if quoted else _NEAR // 2
        ):
            aliases = family_names(index).get(hit.names[0].form, ())
            if told & {alias.owner for alias in aliases}:
                continue  # the name stands in full elsewhere
            drafts.append(
                OperationDraft(
                    article.text[hit.start : hit.end], hit.start, hit.end, article.number_at(hit.start), "name without year", aliases
                )
            )
    return drafts


def _family_index(language: str, index: KnownIndex) -> NameIndex:
    names = [
        KnownAlias("operation", "", language, family, "short")
        for family, aliases in family_names(index).items()
        if any(a.language == language for a in aliases)
    ]
    return NameIndex(language, names)


def _quoted(article: ArticleText, index: KnownIndex, nouns: list[PhraseHit]) -> list[OperationDraft]:
    """Return other quoted names right beside a word for an operation: «рейд «Кара-Курай»», “使命”专项行动."""
    drafts: list[OperationDraft] = []
    if not {hit.code for hit in nouns} & set(_FRAMEWORKS):
        return drafts  # a state's own campaigns are no joint operations
    for match in _QUOTED.finditer(article.text):
        name = match["name"].strip(" ,.")
        words = len(name.split())
        if _is_family(plain_name(name), index) or any(name in (draft.name or "") for draft in drafts):
            continue
        if words > 4 or not (name[:1].isupper() or HAN.match(name)) or not _touches(article, nouns, match.start(), match.end()):
            continue
        if (
            any_form(article.language, "topics", _EVILS).fullmatch(name)
            or len(HAN.findall(name)) > 6
            or (match["year"] is None and re.search(r"[.!?。，,]", name))
        ):
            continue
        start = match.start("name")
        end = match.end("year") if match["year"] else start + len(match["name"].rstrip(" ,."))
        drafts.append(
            OperationDraft(
                article.text[start:end],
                start,
                end,
                article.number_at(start),
                "quoted name",
                _by_name(index).get(plain_name(article.text[start:end]), ()),
            )
        )
    return drafts


def _unquoted(article: ArticleText, nouns: list[PhraseHit]) -> list[OperationDraft]:
    """Return capitalised names right behind "operation" or "exercise" in a text on a body of several states."""
    drafts: list[OperationDraft] = []
    if article.language != "en" or not {hit.code for hit in nouns} & set(_FRAMEWORKS):
        return drafts
    for match in _UNQUOTED.finditer(article.text):
        if not _MONTHS.search(match["name"]) and not match["name"].isupper() and not _is_title_case(article.sentence_at(match.start())):
            start, end = match.span("name")
            drafts.append(OperationDraft(match["name"], start, end, article.number_at(start), "name behind its kind"))
    return drafts


def _is_title_case(sentence: str) -> bool:
    """Tell whether a sentence writes most of its words with a capital."""
    words = [match.group() for match in WORD.finditer(sentence) if match.group()[0].isalpha()]
    return sum(1 for word in words if word[0].isupper()) > _TITLE_CASE * len(words)


def _is_family(name: str, index: KnownIndex) -> bool:
    """Tell whether a name is a known one without its year: it is matched by time or not at all."""
    return name in index.once("plain families", lambda: frozenset(plain_name(family) for family in family_names(index)))


def _beside(article: ArticleText, nouns: list[PhraseHit], start: int, end: int, reach: int) -> bool:
    """Tell whether a word for an operation stands near a name in its sentence."""
    first, last = article.inside(article.number_at(start))
    return any(hit.code in ("noun", "coded") for hit in _starting(nouns, max(first, start - reach), min(last, end + reach)))


def _starting(nouns: list[PhraseHit], first: int, last: int) -> list[PhraseHit]:
    """Return the words that begin in a span; they stand in the order of the text."""
    return nouns[bisect_left(nouns, first, key=_start) : bisect_left(nouns, last, key=_start)]


def _start(hit: PhraseHit) -> int:
    return hit.start


def _touches(article: ArticleText, nouns: list[PhraseHit], start: int, end: int) -> bool:
    """Tell whether a word for an operation stands right before or behind a quotation."""
    behind, before = (8, 0) if article.language == "zh" else (0, 2)
    for hit in _starting(nouns, start - _NEAR, end + _NEAR):
        if hit.code == "noun" and 0 <= start - hit.end <= 12 and _BODY_BETWEEN.fullmatch(article.text, hit.end, start):
            return True
        if hit.code == "noun" and (0 <= start - hit.end <= before or (behind and 0 <= hit.start - end <= behind)):
            return True
        if hit.code == "coded" and 0 <= start - hit.end <= 2:
            return True
    return article.language == "en" and any(hit.code == "noun" for hit in _starting(nouns, end, end + 13))


def _joined(drafts: list[OperationDraft]) -> list[OperationDraft]:
    """Keep one draft for each name; a later mention gives a date or states that the first lacks."""
    joined: dict[str, OperationDraft] = {}
    for draft in drafts:
        key = draft.aliases[0].owner if len({alias.owner for alias in draft.aliases}) == 1 else plain_name(draft.name or "")
        known = joined.get(key)
        if known is None:
            joined[key] = draft
        else:
            date = draft.date if draft.date is not None and draft.date.last is not None else known.date or draft.date
            joined[key] = replace(known, date=date, states=known.states or draft.states)
    names = {plain_name(draft.name or "") for draft in joined.values()}
    return [
        draft
        for draft in joined.values()
        if draft.aliases or not any(name != (own := plain_name(draft.name or "")) and name.startswith(own) for name in names)
    ]


def _unnamed(article: ArticleText, nouns: list[PhraseHit], taken: list[tuple[int, int]]) -> list[OperationDraft]:
    """Return sentences that tell of a joint operation or exercise without a name but with a date."""
    drafts, seen = [], {article.number_at(start) for start, _ in taken}
    for hit in nouns:
        number = article.number_at(hit.start)
        if hit.code != "noun" or number in seen:
            continue
        first, last = article.inside(number)
        window = article.text[max(first, hit.start - 60) : hit.end]
        kinds = {other.code for other in _starting(nouns, first, last)}
        states = {place.code for place in article.places_in(first, last)}
        if not article.dates_in(first, last) or not (
            any_form(article.language, "operations", "joint").search(window) or (len(states) > 1 and "terror" in kinds)
        ):
            continue
        seen.add(number)
        start = _phrase_start(article, nouns, hit, first)
        drafts.append(OperationDraft(None, start, hit.end, number, "unnamed"))
    return drafts


def _phrase_start(article: ArticleText, nouns: list[PhraseHit], hit: PhraseHit, first: int) -> int:
    """Return where the phrase around a word for an operation begins: "joint border defense operations"."""
    start = hit.start
    for other in reversed(_starting(nouns, first, hit.start)):
        between = article.text[other.end : start]
        if len(between.split()) > 2 or re.search(r"[,.;:]|\b(?:of|by|in|и|в)\b", between):
            break
        start = other.start
    return start


def _described(draft: OperationDraft, article: ArticleText, nouns: list[PhraseHit]) -> OperationDraft:
    """Return the draft with date, states, kind and framework from its sentence."""
    first, last = article.inside(draft.sentence)
    dates = [
        date for date in article.dates_in(first, last) if not draft.start <= date.start < draft.end and not article.in_dateline(date.start)
    ]
    dates = [
        date
        for date in dates
        if date.first.month or date.first.weekday is not None or date.last is not None or date.first.day_offset is not None
    ]
    date = min(dates, key=lambda found: abs(found.start - draft.end)) if dates else None
    places = article.places_in(first, last)
    states = tuple(dict.fromkeys(place.code for place in places if place.rule in ("name", "letters", "demonym")))
    city = next((place.city for place in places if place.city), None)
    codes = {hit.code for hit in _starting(nouns, first, last)}
    phrase = {hit.code for hit in _starting(nouns, draft.start, draft.end)} if draft.name is None else set()
    everywhere = {hit.code for hit in nouns}
    framework = next(
        (code for code in _FRAMEWORKS if code in codes), next((code for code in _FRAMEWORKS[:-1] if code in everywhere), "other")
    )
    return replace(
        draft,
        date=date,
        states=states,
        kind=_kind(phrase, codes, everywhere, article.text[draft.start : last]),
        framework=framework,
        place=city,
    )


_KINDS = (
    ("cyber", "cyber exercise"),
    ("drug", "anti-drug operation"),
    ("border", "border operation"),
    ("terror", "anti-terror exercise"),
    ("military", "military exercise"),
    ("migration", "border operation"),
)


def _kind(phrase: set[str], codes: set[str], everywhere: set[str], words: str) -> str:
    """Return the kind of an operation by the words of its phrase, its sentence, else of the article."""
    is_drill = re.search(r"exercise|drill|учени|演习|演练", words)
    for present in (phrase, codes, everywhere):
        for code, kind in _KINDS:
            if code in present and not (is_drill and kind == "border operation" and "terror" in present):
                return kind
    return "other"
