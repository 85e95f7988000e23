"""The head of a page: which line is the headline, and what stands between it and the first sentence of the report."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from articles.extraction import furniture
from articles.extraction.datelines import find_dateline
from articles.extraction.dates import find_dates
from articles.extraction.lines import Line
from articles.extraction.scripts import HAN, WORD, key_of, simplified
from articles.extraction.signatures import NAME_BEFORE_MARK, is_name

_LONGEST_TITLE = 250
_BODY_WIDTH = 150
_LONGEST_SENTENCE = 120  # a longer first sentence is a lead
_STANDFIRST_WORDS = 5
_FIRST_WORDS = 14
_ENOUGH = 3
_NAME_WITHIN = 4  # lines of the body among which a name line may still stand
_LONGEST_NAME = 5
_LONGEST_MENU = 60  # a longer line under the headline is taken for the article's own
# "By Jane Sample in Town | Outlet | Updated: ...": a name with other notes behind it.
_COMBINED = re.compile(
    r"^[Bb][Yy]\s(?P<name>[A-Z][\w.'’\-]+(?: (?:and )?[A-Z][\w.'’\-]+){0,4}|[A-Z]{2,4} (?:[Ss]taff [Rr]eporters?|[Ss]taff))(?=\s(?:in"
    r"|\||Published|Updated|for|of)\b|\s?[|,–-])"
)
_HEAD_LINES = 12
_LONGEST_OUTLET = 60


@dataclass(slots=True)
class Head:
    """What the head of a page says. ``lines`` are the other lines around the headline, the nearest first."""

    title: str = ""
    title_line: Line | None = None
    title_is_lead: bool = False
    standfirst: str | None = None
    byline: str | None = None
    lines: list[str] = field(default_factory=list)

    def with_first_words(self, lines: list[Line], language: str) -> "Head":
        """Return the head with the first words of the text in place of a headline; the line itself stays in the text."""
        first = next((line.text for line in lines if line.kind == "text"), "")
        dateline = find_dateline(first, language)
        lead = first[dateline.end :] if dateline else first
        sentence = re.split(r"(?<=[.!?])\s|(?<=[。！？])", lead, maxsplit=1)[0]
        words = sentence.split()
        short = sentence[:40] if HAN.search(sentence) else " ".join(words[:_FIRST_WORDS])
        title = short if short == sentence else short.rstrip(",;:，、") + " …"
        return replace(self, title=title, title_is_lead=True)


def find_head(lines: list[Line], language: str, given: str | None, is_outlet: Callable[[str], bool]) -> Head:
    """Find the headline and mark what stands around it; without a headline the head's title is empty."""
    for line in lines[:_HEAD_LINES]:
        if line.kind == "text" and len(line.text) < _LONGEST_OUTLET and is_outlet(line.text):
            line.kind = "outlet"
    start = _first_of_body(lines, language)
    candidates = [
        n
        for n in range(start)
        if lines[n].kind == "text" and len(lines[n].text) <= _LONGEST_TITLE and re.search(r"[^\W\d_]{2}", lines[n].text)
    ]
    first: int | None
    if given:
        at = next((n for n, line in enumerate(lines) if _same(line.text, given)), None)
        head = Head(given, lines[at] if at is not None else None)
        first = at if at is not None else -1
    else:
        first = _without_site(_best(candidates, lines, start, language), candidates, lines)
        head = Head(lines[first].text, lines[first]) if first is not None else Head()
    if head.title_line is not None:
        head.title_line.kind = "text"
    _read_between(head, lines, -1 if first is None else first, start, language)
    return head


def _first_of_body(lines: list[Line], language: str) -> int:
    """Return the number of the first line of the report; a short sentence with a name or date line under it is a headline in full stop."""
    body = [n for n, line in enumerate(lines) if line.kind == "text" and _is_body(line, language)]
    if len(body) > _ENOUGH and body[1] > body[0] + 1 and len(lines[body[0]].text) <= _LONGEST_SENTENCE:
        first, under = lines[body[0]], lines[body[0] + 1]
        sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ])|(?<=[。！？])(?=.)", first.text)
        is_signed = under.kind in ("date", "credit") or is_name(under.text) or NAME_BEFORE_MARK.match(under.text)
        if len(sentences) == 1 and is_signed and not find_dateline(first.text, language):
            return body[1]
    return body[0] if body else len(lines)


def _is_body(line: Line, language: str) -> bool:
    """Tell whether a line belongs to the report itself: a sentence, or too long for a headline."""
    width = len(line.text) + 2 * len(HAN.findall(line.text))
    return furniture.is_sentence(line.text) or width >= _BODY_WIDTH


def _same(a: str, b: str) -> bool:
    return re.sub(r"[\W_]+", "", a.casefold()) == re.sub(r"[\W_]+", "", b.casefold())


def _keys(text: str) -> set[str]:
    """Return what makes a text recognisable in another: its longer words, or its pairs of Chinese characters."""
    if HAN.search(text):
        runs = re.findall(r"[\u4e00-\u9fff]+", simplified(text))
        return {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
    return {key_of(m.group())[:6] for m in WORD.finditer(text) if len(m.group()) > 3 or m.group().isupper()}


def _best(candidates: list[int], lines: list[Line], start: int, language: str) -> int | None:
    """Return the first candidate that shares words enough with the first paragraphs of the body, else the one that shares most."""
    body = _keys(" ".join(line.text for line in lines[start : start + 5] if line.kind == "text"))
    best: int | None = None
    best_score = 0.0
    earlier: int | None = None  # a line right above that could be the headline too
    for n in candidates:
        text = lines[n].text
        if (
            find_dateline(text, language)
            or is_name(text)
            or furniture.begins(text, "photo", language)
            or furniture.begins(text, "credit", language)
        ):
            continue
        keys = _keys(text)
        size = len(WORD.findall(text)) if language != "zh" else len(HAN.findall(text)) // 2
        shared = len(keys & body)
        if shared >= _ENOUGH or (shared == _ENOUGH - 1 and size > _ENOUGH):
            return n if earlier is None else earlier
        earlier = n if size > _ENOUGH + 1 + (not shared) and n + 1 in candidates else None
        score = shared + min(size, 12) * 0.25 - (2.0 if size < 3 else 0.0)
        if score > best_score + 0.3 or best is None:
            best, best_score = n, score
    return best


def _without_site(best: int | None, candidates: list[int], lines: list[Line]) -> int | None:
    """Return the line that repeats the headline without the site's name behind it, if there is one."""
    if best is None:
        return None
    for n in candidates:
        rest = lines[best].text.removeprefix(lines[n].text)
        if n != best and rest != lines[best].text and re.fullmatch(r"\s?[-–—|]\s.{2,40}", rest):
            lines[best].kind = "menu"
            return n
    return best


def _read_between(head: Head, lines: list[Line], first: int, start: int, language: str) -> None:
    """Take name line, standfirst, datelines and dates from around the headline; what is left there is a menu."""
    above = [n for n in range(max(first, 0)) if n < start]
    below = list(range(first + 1, start))
    previous = first
    for n in below:
        line = lines[n]
        if line.kind == "text" and _same(line.text, head.title):
            line.kind = "repeat"
        if line.kind == "text":
            _read_below(head, line, language, directly=n == previous + 1)
        if line.kind == "date" and head.byline is None:
            head.byline = _name_beside_date(line.text, language)
        if line.kind in ("date", "credit", "outlet", "repeat") and previous == n - 1:
            previous = n
        head.lines.append(line.text)
    for n in reversed(above):
        head.lines.append(lines[n].text)
        if lines[n].kind == "text":
            lines[n].kind = "text" if find_dateline(lines[n].text, language) else "menu"
    if start < len(lines) and start > 0:
        _read_sandwich(head, lines, start)
    for line in lines[start : start + _NAME_WITHIN]:
        marked = furniture.begins(line.text, "byline", language)
        if marked == "by" and line.kind == "text" and len(line.text.split()) <= _LONGEST_NAME and line.text.split()[-1][0].isupper():
            head.byline = head.byline or line.text[len(marked) :].strip()
            line.kind = "credit"


def _name_beside_date(line: str, language: str) -> str | None:
    """Return the name that stands before the day of a line: "Jane Sample 03-06-2017", "By Jane Sample | Outlet | Updated: ..."."""
    combined = _COMBINED.match(line)
    if combined:
        return combined["name"]
    named = re.match(r"(?P<name>\D{5,40}?)[\s,|–—-]*\d", line)
    name = named["name"].strip() if named else ""
    return name if is_name(name) and not find_dates(line[: len(name)], language) else None


def _read_below(head: Head, line: Line, language: str, *, directly: bool) -> None:
    """Read one line between the headline and the body: its kind says afterwards whether it stays in the text."""
    if furniture.begins(line.text, "credit", language):
        line.kind = "furniture"
        return
    marked = furniture.begins(line.text, "byline", language)
    named = NAME_BEFORE_MARK.match(line.text)
    if find_dateline(line.text, language) or furniture.begins(line.text, "photo", language):
        return
    if marked and len(line.text) < 80 and len(line.text.casefold().replace(marked, "", 1).split()) <= 6:
        head.byline = head.byline or line.text[len(marked) + line.text.casefold().index(marked) :].strip(" :：/")
        line.kind = "credit"
    elif is_name(line.text) or named:
        if head.byline is None or (named and not is_name(head.byline)):
            head.byline = named["name"] if named else line.text
        line.kind = "credit"
    elif marked and (combined := _COMBINED.match(line.text)):
        head.byline = head.byline or combined["name"]
        line.kind = "credit"
    elif directly and head.standfirst is None and _width(line.text) >= _STANDFIRST_WORDS and not _repeats(line.text, head.title):
        head.standfirst = line.text
    elif len(line.text) < _LONGEST_MENU:
        line.kind = "menu"


def _read_sandwich(head: Head, lines: list[Line], start: int) -> None:
    """Take a sentence between the headline and a repeated name line as the standfirst: the body begins after the name."""
    if start + 1 < len(lines) and head.byline and lines[start + 1].text == head.byline and lines[start].kind == "text":
        head.standfirst = lines[start].text


def _repeats(text: str, title: str) -> bool:
    """Tell whether a line says the headline over again in other words."""
    keys = _keys(text)
    return len(keys & _keys(title)) >= 0.7 * len(keys)


def _width(text: str) -> int:
    return len(HAN.findall(text)) // 2 if HAN.search(text) else len(text.split())
