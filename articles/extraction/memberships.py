"""What an article says about membership, checked against the known memberships on every day on which it may have appeared.

Counts ("10 full member states, 2 observer states, and 14 dialogue partners"), the founding, the newest member, a state called a member,
and a list of members. The verdict is in words a reader can check; a fact that dated the article is not checked against that date.
"""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from articles.extraction.context import ArticleText
from articles.extraction.dates import resolve
from articles.extraction.evidence import span_of
from articles.extraction.names import KnownIndex
from articles.extraction.records import KnownMembership, MembershipFound, Verdict
from articles.extraction.states import PlaceHit
from articles.extraction.wordlists import PhraseHit, any_form, phrase_index

_STATUSES = ("member", "observer", "dialogue_partner", "partner")
_NAMES = {
    "member": "members",
    "observer": "observers",
    "dialogue_partner": "dialogue partners",
    "partner": "SCO partners",
    "predecessor": "Shanghai Five states",
}
_WORDS = {
    "en": ("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen",),
    "ru": (
        "один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать",
        "одна|две|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати",
        "одно|двух|трёх|четырёх",
    ),
    "zh": ("一|二|三|四|五|六|七|八|九|十|十一|十二|十三|十四|十五|十六|十七|十八", "一|两", "一|兩"),
}
_NUMBERS = {language: {form: n for words in rows for n, form in enumerate(words.split("|"), start=1)} for language, rows in _WORDS.items()}
_NEAR = 45
_SHORTEST_LIST = 3
# What may stand between a status word and its list, and between two states of a list.
_LEAD_IN = re.compile(
    r"(?:\s?[-–—:(,（：]\s?|\s(?:are|is|include|including|comprise|now|currently|such as|namely)\s|\s?(?:包括|有|为|是)\s?|\s(?:являются"
    r"|входят)\s|\s)(?:the\s)?(?:(?:People's\s|Islamic\s|Kyrgyz\s)?Republic of\s)?"
)
_JOINT = re.compile(r"(?:\s?[,、，;]\s?(?:and\s|и\s)?|\s(?:and|и)\s|\s?[和与及]\s?)(?:the\s)?(?:(?:People's\s|Islamic\s)?Republic of\s)?")
_LEAD_OUT = re.compile(
    r"\s(?:are|have|has|hold|as|were|belong to|now are|are the|имеют|являются|—|–|-)\s?(?:the\s|its\s|SCO\s|статус\s)?|\s?(?:是|为|等)\s?"
    r"|\s?[—–-]\s?"
)
_FOUNDED = datetime.date(2001, 6, 15)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about membership before it is checked."""

    kind: str
    start: int
    end: int
    rule: str
    numbers: tuple[tuple[str, int], ...] = ()
    status: str | None = None
    states: tuple[str, ...] = ()
    date: str | None = None


def find_memberships(article: ArticleText, published: str | None, used: tuple[str, ...], index: KnownIndex) -> tuple[MembershipFound, ...]:
    """Return the statements of an article about membership with their verdicts; ``used`` names the facts that dated the article."""
    hits = phrase_index(article.language, "memberships").find(article.words)
    sco = any_form(article.language, "meetings", "sco")
    by_sentence: dict[int, list[PhraseHit]] = {}
    for hit in hits:
        by_sentence.setdefault(article.number_at(hit.start), []).append(hit)
    statements: list[Statement] = []
    for number, inside in by_sentence.items():
        low, high = article.inside(number)
        near = article.text[max(0, article.inside(max(number - 2, 0))[0]) : high]
        if sco.search(near):
            statements += _of_sentence(article, low, high, inside, published)
    name = index.once("state names", lambda: {state.code: state.name for state in index.known.states})
    return tuple(
        _checked(statement, article, published, used, index.known.memberships, lambda code: name.get(code, code))
        for statement in statements
    )


def _of_sentence(article: ArticleText, low: int, high: int, hits: list[PhraseHit], published: str | None) -> Iterable[Statement]:
    """Return the statements of one sentence."""
    count = _count(article, low, high, hits)
    if count is not None:
        yield count
    listed = _listed(article, low, high, hits)
    if listed is not None:
        yield listed
    codes = {hit.code for hit in hits}
    if "founded" in codes:
        founding = _founding(article, low, high, hits, published)
        if founding is not None:
            yield founding
    for hit in hits:
        if hit.code in ("newest", "named_as"):
            named = _named(article, low, high, hit, published)
            if named is not None:
                yield named
                break


def _count(article: ArticleText, low: int, high: int, hits: list[PhraseHit]) -> Statement | None:
    """Return the numbers of members, observers and partners that a sentence states."""
    numbers: list[tuple[str, int, int, int]] = []
    for hit in hits:
        if hit.code not in _STATUSES:
            continue
        number = _number_before(article, low, hit)
        if number is not None and not any(code == hit.code for code, *_ in numbers):
            numbers.append((hit.code, *number, hit.end))
    if not numbers or not _counts_all(article, low, numbers):
        return None
    start, end = min(row[2] for row in numbers), max(row[3] for row in numbers)
    return Statement(
        "count",
        start,
        end,
        "number before status",
        tuple((code, value) for code, value, _, _ in numbers),
        numbers[0][0] if len(numbers) == 1 else None,
    )


def _listed(article: ArticleText, low: int, high: int, hits: list[PhraseHit]) -> Statement | None:
    """Return a list of states that a sentence gives as the members, observers or partners: "SCO members - India, Kazakhstan, ..."."""
    places = [place for place in article.places_in(low, high) if place.rule == "name"]
    for hit in hits:
        if hit.code not in _STATUSES:
            continue
        run = _run_after(article.text, hit.end, places) or _run_before(article.text, hit.start, places)
        codes = tuple(dict.fromkeys(place.code for place in run))
        if len(codes) >= _SHORTEST_LIST:
            return Statement("named_as", min(hit.start, run[0].start), max(hit.end, run[-1].end), "list of a status", (), hit.code, codes)
    return None


def _run_after(text: str, start: int, places: list[PlaceHit]) -> list[PlaceHit]:
    """Return the list of states that begins right behind a status word."""
    run: list[PlaceHit] = []
    for place in places:
        if place.start < start:
            continue
        between = text[run[-1].end if run else start : place.start]
        if not (_JOINT if run else _LEAD_IN).fullmatch(between):
            break
        run.append(place)
    return run


def _run_before(text: str, end: int, places: list[PlaceHit]) -> list[PlaceHit]:
    """Return the list of states that ends right before a status word: "Afghanistan, Belarus and Iran are observers"."""
    run: list[PlaceHit] = []
    for place in reversed([place for place in places if place.end <= end]):
        between = text[place.end : run[0].start if run else end]
        if not (_JOINT if run else _LEAD_OUT).fullmatch(between):
            break
        run.insert(0, place)
    return run


def _number_before(article: ArticleText, low: int, hit: PhraseHit) -> tuple[int, int] | None:
    """Return the number right before a status word as (value, start)."""
    before = article.text[max(low, hit.start - _NEAR) : hit.start]
    if article.language == "zh":
        match = (
            re.search(r"(?P<n>\d{1,2}|[一二两兩三四五六七八九十]{1,3})\s?(?:个|個)?(?:正式)?$", before)
            if not article.text[hit.start].isdigit()
            else None
        )
    else:
        match = re.search(
            r"(?<![\w.,-])(?P<n>\d{1,2}|[^\W\d_]+)(?:\s(?:full|SCO|permanent|current|полноправных|постоянных|full-fledged"
            r"|independent))?[\s-]$",
            before,
            re.IGNORECASE,
        )
    if match is None:
        return None
    text = match["n"]
    value = int(text) if text.isdigit() else _NUMBERS[article.language].get(text.casefold())
    return (value, hit.start - len(before) + match.start("n")) if value is not None and 0 < value < 40 else None


def _counts_all(article: ArticleText, low: int, numbers: list[tuple[str, int, int, int]]) -> bool:
    """Tell whether a number means all of a status: "the six members", "has 10 members", and not "five members took part"."""
    if len(numbers) > 1:
        return True
    before = article.text[low : numbers[0][2]].rstrip()[-30:]
    after = article.text[numbers[0][3] : numbers[0][3] + 25]
    if article.language == "en":
        return bool(
            re.search(
                r"(?:\b(?:the|its|all|has|have|with|of|currently|now|comprises|includes|unites|comprising|grown to|to)(?:\s(?:all|the"
                r"|its|SCO'?s?|now|organization's))*)$",
                before,
                re.IGNORECASE,
            )
        ) and not re.match(r"\s(?:took|take|will take|participat)", after)
    if article.language == "ru":
        return bool(
            re.search(r"(?:\b(?:все|всех|из|насчитывает|объединяет|входят|сейчас|включает|состоит из|являются))$", before, re.IGNORECASE)
        )
    return bool(re.search(r"(?:有|共|现有|拥有|包括|全部|增至|增加到|为|是|已有)$", before))


def _founding(article: ArticleText, low: int, high: int, hits: list[PhraseHit], published: str | None) -> Statement | None:
    """Return the founding of the organisation with the date and the founders the sentence names; another body's founding is left out."""
    hit = next(hit for hit in hits if hit.code == "founded")
    dates = [date for date in article.dates_in(low, high) if date.first.year is not None and abs(date.start - hit.end) < 80]
    if not dates or not any_form(article.language, "meetings", "sco").search(article.text[low:high]):
        return None
    date = resolve(dates[0], published)
    if date is None or not date.startswith(("1996", "2001", "2000", "2002")):
        return None
    states = tuple(dict.fromkeys(place.code for place in article.places_in(hit.start, high) if place.rule == "name"))
    states = states if len(states) > 2 else ()
    ends = [dates[0].end, *(place.end for place in article.places_in(hit.start, high) if states and place.rule == "name")]
    return Statement("founding", min(hit.start, dates[0].start), max(ends), "founding", (), "member" if states else None, states, date)


def _named(article: ArticleText, low: int, high: int, hit: PhraseHit, published: str | None) -> Statement | None:
    """Return "Belarus became the newest member" or "Iran, a full member": one state before the words, or "as a member"."""
    places = [place for place in article.places_in(low, high) if place.rule in ("name", "demonym") and place.end <= hit.start]
    codes = list(dict.fromkeys(place.code for place in places if hit.start - place.end < 80))
    if len(codes) != 1:
        return None
    between = article.text[places[-1].end : hit.start]
    if re.search(r"[.;]|\bnot\b|\bне\b|\bwants?\b|\bapplied\b|\bseek|\bhop|\bwould\b|\bwill\b|希望|申请|хочет|намерен", between):
        return None
    words = article.text[hit.start : hit.end].casefold()
    status = (
        "observer"
        if re.search("observer|наблюдат|观察员", words)
        else "dialogue_partner"
        if re.search("dialog|диалог|对话", words)
        else "member"
    )
    date = next((found for found in article.dates_in(low, high)), None)
    when = resolve(date, published) if date is not None else None
    kind = "newest" if hit.code == "newest" else "named_as"
    start = places[-1].start
    end = max(hit.end, date.end) if date is not None and 0 <= date.start - hit.end < 25 else hit.end
    return Statement(kind, start, end, f"{kind.replace('_', ' ')}", (), status, (codes[0],), when)


def _checked(
    statement: Statement,
    article: ArticleText,
    published: str | None,
    used: tuple[str, ...],
    memberships: tuple[KnownMembership, ...],
    name: Callable[[str], str],
) -> MembershipFound:
    """Return a statement with its verdict and the explanation in words."""
    if any(f"membership:{code}" in used for code in statement.states) and statement.kind in ("newest", "named_as"):
        verdict: Verdict = "used_to_date"
        explanation = (
            f"this statement about {name(statement.states[0])} was used to date the article, so it is not checked against that date"
        )
    else:
        verdict, explanation = verdict_of(statement, published, memberships, name)
    return MembershipFound(
        kind=statement.kind,  # type: ignore[arg-type]
        numbers=statement.numbers,
        status=statement.status,
        states=statement.states,
        date=statement.date,
        quote=article.text[statement.start : statement.end],
        start=statement.start,
        end=statement.end,
        rule=statement.rule,
        verdict=verdict,
        explanation=explanation,
    )


def verdict_of(
    statement: Statement, published: str | None, memberships: tuple[KnownMembership, ...], name: Callable[[str], str]
) -> tuple[Verdict, str]:
    """Check a statement against the memberships; also asked again when the reference data has changed."""
    if statement.kind == "founding":
        return _check_founding(statement, memberships, name)
    numbers = tuple(sorted(statement.numbers, key=lambda counted: _STATUSES.index(counted[0])))
    return _check_days(replace(statement, numbers=numbers), published, memberships, name)


def _check_founding(statement: Statement, memberships: tuple[KnownMembership, ...], name: Callable[[str], str]) -> tuple[Verdict, str]:
    span = span_of(statement.date)
    founders = {row.state for row in memberships if row.founder}
    start = min((row.start for row in memberships if row.status == "member"), default=_FOUNDED.isoformat())
    founded = datetime.date.fromisoformat(start)
    faults = []
    if span is not None and not span[0] <= founded <= span[1]:
        faults.append(f"says {statement.date}; the organization was founded on {_spoken(founded)}")
    said = set(statement.states)
    if said and said != founders:
        missing, extra = sorted(map(name, founders - said)), sorted(map(name, said - founders))
        faults.append(
            "; ".join(
                part
                for part in (
                    f"founders not named: {', '.join(missing)}" if missing else "",
                    f"no founders: {', '.join(extra)}" if extra else "",
                )
                if part
            )
        )
    if faults:
        return "differs", "; ".join(faults)
    return "agrees", f"the organization was founded on {_spoken(founded)}" + (f" by the {len(founders)} states named" if said else "")


def _check_days(
    statement: Statement, published: str | None, memberships: tuple[KnownMembership, ...], name: Callable[[str], str]
) -> tuple[Verdict, str]:
    """Check a statement on every day of its own date, else of the article's; it must come out the same on all of them."""
    span = span_of(published)
    if span is None or (span[1] - span[0]).days > _LONGEST:
        return (
            "cannot_tell",
            "the day of publication is not known" if span is None else f"the day of publication is only known as {published}",
        )
    days = [span[0] + datetime.timedelta(days=n) for n in range((span[1] - span[0]).days + 1)]
    results = [_on_day(statement, day, memberships, name) for day in days]
    if all(agrees for agrees, _ in results):
        return "agrees", results[0][1] + (
            f", on every day from {_spoken(span[0])} to {_spoken(span[1])}" if len(days) > 1 else f", on {_spoken(span[0])}"
        )
    if not any(agrees for agrees, _ in results):
        return "differs", results[-1][1]
    return "cannot_tell", f"true on some days of {published}, not on others"


def _on_day(
    statement: Statement, day: datetime.date, memberships: tuple[KnownMembership, ...], name: Callable[[str], str]
) -> tuple[bool, str]:
    """Return whether a statement is true on a day, and what to say of it."""
    on = day.isoformat()
    now = [row for row in memberships if row.start <= on and (row.until is None or on < row.until)]
    if statement.kind == "count":
        known = {status: sum(1 for row in now if row.status == status) for status, _ in statement.numbers}
        wrong = [
            f"says {number} {_NAMES[status]}; on that date there were {known[status]}"
            for status, number in statement.numbers
            if number != known[status]
        ]
        said = ", ".join(f"{number} {_NAMES[status]}" for status, number in statement.numbers)
        return not wrong, "; ".join(wrong) or said
    if len(statement.states) > 1:
        return _list_on_day(statement, now, name)
    code = statement.states[0]
    status = next((row.status for row in now if row.state == code), None)
    if statement.kind == "newest":
        members = sorted((row for row in now if row.status == "member"), key=lambda row: row.start)
        newest = [row.state for row in members if members and row.start == members[-1].start]
        return code in newest, f"the newest member was {' and '.join(map(name, newest)) or 'none'}"
    stated = "no status" if status is None else _NAMES.get(status, status).removesuffix("s")
    return status == statement.status, f"{name(code)} had the status: {stated}"


def _list_on_day(statement: Statement, now: list[KnownMembership], name: Callable[[str], str]) -> tuple[bool, str]:
    """Return whether every state of a list had the status, and which others had it and are not named; a list need not be complete."""
    known = {row.state for row in now if row.status == statement.status}
    wrong = sorted(name(code) for code in statement.states if code not in known)
    unnamed = sorted(name(code) for code in known - set(statement.states))
    label = _NAMES[statement.status or "member"]
    if wrong:
        return False, f"named as {label}, but without that status on that date: {', '.join(wrong)}"
    return True, f"all {len(statement.states)} named were {label}; not named: {', '.join(unnamed) or 'none'}"


def _spoken(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
