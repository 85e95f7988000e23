"""Finding dates and periods in a text, and resolving the relative ones against the day of publication.

:func:`find_dates` says what stands in the text: parts that are known and parts that are left open ("27 June" has no year, "last year" has
only a distance). :func:`resolve` turns that into an EDTF text, never finer than the source, or ``None``. Both are pure functions.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from articles.extraction.date_patterns import date_patterns
from articles.extraction.date_resolution import DateFound, DatePart, Kind, resolve
from articles.extraction.gated import Searched
from articles.extraction.lexicon import load_lexicon

__all__ = ["DateFound", "DatePart", "find_dates", "resolve"]
LIMIT = 100_000  # characters read for dates; no article is longer, and hostile text must not take long
_WHENS = {"last": -1, "next": 1, "this": None}
_SINCE = {
    "en": re.compile(
        r"\b(?:since|starting\sfrom|starting\sin|from)\s(?:the\s(?:very\s)?(?:start|beginning)\sof\s)?(?:early\s|late\s|mid-)?\Z(?<!from\s)",
        re.IGNORECASE,
    ),
    "ru": re.compile(r"\bсо?\s(?:начала\s|конца\s|середины\s)?\Z", re.IGNORECASE),
    "zh": re.compile(r"(?!)"),
}
_START = re.compile(r"\b(?:start|beginning|began)\b|\bначал|so\sfar|to\sdate", re.IGNORECASE)
_ZH_OPENED = re.compile(r"[自从從](?:\d{4}年)?\Z")
_ZH_SINCE = re.compile(r"[^，,。；;]{0,30}?(?:以来|以來|至今)")
_FISCAL = re.compile(r"\b(?:FY\s?'?\d|[Ff]iscal|[Ff]inancial year)")
_AMBIGUOUS = frozenset(
    ["May", "March", "Mar", "Jan", "Feb", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "MAY", "MARCH"]
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|during|until|by|for|from|of|through|last|this|early|late|over|throughout)\s(?:the\s(?:month|end|start|beginning)\sof\s)?"
    r"(?:early\s|late\s|mid-)?\Z",
    re.IGNORECASE,
)
_CHINESE = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
_COUNTS = (
    "two three four five six seven eight nine ten eleven|два три четыре пять шесть семь восемь девять десять одиннадцать"
    "|двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати|двух трех четырех пяти шести семи восьми девяти десяти одиннадцати"
)
_QUARTER_COUNTS = {word: n for n, words in ((2, "two два двух 两 兩 二 2"), (3, "three три трёх трех 三 3")) for word in words.split()}
_MONTH_COUNTS = {word: n for words in _COUNTS.split("|") for n, word in enumerate(words.split(), start=2)}


def find_dates(text: str, language: str) -> list[DateFound]:
    """Return every date and period in the text, in order, none overlapping another; numbers are no dates by their looks alone."""
    return list(_dates(text[:LIMIT], language))


@lru_cache(maxsize=8)  # the stages of one article ask for the same text in turn
def _dates(text: str, language: str) -> tuple[DateFound, ...]:
    taken = bytearray(len(text))
    found = []
    for match in _matches(text, language):
        start, end = match.span()
        while start < end and not text[start].isalnum():
            start += 1
        if any(taken[start:end]):
            continue
        date = _build(match, text, start, end, language)
        if date is not None:
            taken[start:end] = b"\1" * (end - start)
            found.append(date)
    return tuple(sorted(found, key=lambda date: date.start))


def _matches(text: str, language: str) -> Iterator[re.Match[str]]:
    searched = Searched(text)
    for pattern in date_patterns(language):
        yield from pattern.finditer(searched)


@cache
def _words(language: str) -> dict[str, str]:
    """Return what each month name and relative word stands for, by its folded form."""
    rows = (*load_lexicon(language, "months"), *load_lexicon(language, "periods"))
    return {form.casefold(): row.code for row in rows for form in row.forms}


def _code(word: str, language: str) -> str:
    return _words(language)[re.sub(r"\s", " ", word).casefold()]


def _number(word: str | None, language: str) -> int | None:
    """Return a day, month or year written in digits, as a word, or in Chinese characters."""
    if not word:
        return None
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    if language != "zh":
        return int(_code(word, language))
    if len(word) == 4:
        return int("".join(str(_CHINESE.get(sign, 0)) for sign in word))
    tens, ten, ones = word.partition("十")
    if not ten:
        return _CHINESE.get(word)
    return (_CHINESE.get(tens, 1)) * 10 + _CHINESE.get(ones, 0)


def _build(match: re.Match[str], text: str, start: int, end: int, language: str) -> DateFound | None:
    """Return the date that a match stands for, or ``None`` when it is none (31 June, a clause with "may")."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    if (
        match.re.groupindex.get("alone")
        and groups["m"].rstrip(".") in _AMBIGUOUS
        and not _BEFORE_MONTH.search(text[max(0, start - 24) : start])
    ):
        return None
    whole = DateFound(start, end, text[start:end], "absolute")
    if "vague" in groups:
        return replace(whole, kind="vague")
    if "num" in groups:
        part = _numeric(groups["num"])
        return replace(whole, first=part) if part else None
    if "ytd" in groups:
        return replace(whole, kind="relative", first=DatePart(year_offset=0), is_open=True, from_start=True)
    if "fy" in groups:
        return _fiscal(whole, groups["fy"], text)
    first, last = _parts(groups, language)
    if "yy" in groups and _FISCAL.search(text):
        return _fiscal(whole, f"{groups['y']}-{groups['yy']}", text)
    if "yy" in groups:
        last = DatePart(year=(first.year or 0) // 100 * 100 + int(groups["yy"]))
    if groups.keys() == {"r"} and not match.re.groupindex.keys() - {"r"}:
        return _relative(whole, groups["r"], text[match.start() - 1 : match.start()], language)
    if not (_is_day(first) and (last is None or _is_day(last))):
        return None
    before = text[max(0, start - 40) : start]
    since = _SINCE[language].search(before)
    is_open = last is None and ("s" in groups or bool(since) or _is_since(text, start, end, language))
    from_start = is_open and (
        bool(_START.search((since[0] if since else "") + whole.text)) or (language == "zh" and first.year_offset == 0)
    )
    return replace(whole, kind=_kind(first), first=first, last=last, is_open=is_open, from_start=from_start)


def _is_since(text: str, start: int, end: int, language: str) -> bool:
    """Recognise 自去年底…以来: what opens before the date is closed by a word behind the event."""
    return language == "zh" and bool(_ZH_OPENED.search(text[max(0, start - 6) : start]) and _ZH_SINCE.match(text, end))


def _parts(groups: dict[str, str], language: str) -> tuple[DatePart, DatePart | None]:
    """Return first and last part of a match; what only one end states (the year, the month) holds for the other too."""
    first = _part(groups, "", language)
    last = _part(groups, "2", language)
    if "sm" in groups:
        first = replace(first, month=_number(groups["sm"], language))
    if groups.keys() & {"h", "n", "nq"}:
        return _share_of_year(groups, first, language)
    if last == DatePart():
        if "s" in groups and first == DatePart():
            first = DatePart(year_offset=0)
        return first, None
    if last.month is None:
        last = replace(last, month=first.month) if last.day else last
    if last.year is None and last.year_offset is None:
        last = replace(last, year=first.year, year_offset=first.year_offset)
    if first.month is None and first.day:
        first = replace(first, month=last.month)
    if first.year is None and first.year_offset is None:
        first = replace(first, year=last.year, year_offset=last.year_offset)
        if first.month and last.month and first.month > last.month and last.year:
            first = replace(first, year=last.year - 1)
    return first, last


def _part(groups: dict[str, str], suffix: str, language: str) -> DatePart:
    year = groups.get(f"y{suffix}", "").strip("（）()")
    offset = re.fullmatch(r"year([+-]\d)", _code(groups[f"r{suffix}"], language)) if f"r{suffix}" in groups else None
    return DatePart(
        year=_number(year, language),
        month=_number(groups.get(f"m{suffix}"), language),
        day=_number(groups.get(f"d{suffix}"), language),
        year_offset=int(offset[1]) if offset else None,
    )


def _share_of_year(groups: dict[str, str], year: DatePart, language: str) -> tuple[DatePart, DatePart]:
    """Return the months of "first half of 2024", "third quarter" or "nine months of 2024"; the year may be left open."""
    if "nq" in groups:
        quarters = _QUARTER_COUNTS[groups["nq"].casefold()]
        return replace(year, month=1), replace(year, month=3 * quarters)
    if "n" in groups:
        word = groups["n"].casefold()
        months = _MONTH_COUNTS.get(word) or _number(groups["n"], "zh") or 12
        return replace(year, month=1), replace(year, month=min(months, 12))
    name, _, which = _code(groups["h"], language).partition(":")
    length = 6 if name == "half" else 3
    return replace(year, month=length * (int(which) - 1) + 1), replace(year, month=length * int(which))


def _numeric(text: str) -> DatePart | None:
    """Return the part that digits alone make sure of: 10/07/2016 may be October or July, so only its year stands."""
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if "." not in text and day <= 12 and month <= 12 and day != month:
            return DatePart(year=year) if 1950 <= year < 2050 else None
        if month > 12:
            day, month = month, day
    part = DatePart(year=year, month=month, day=day)
    return part if 1950 <= year < 2050 and _is_day(part) else None


def _fiscal(whole: DateFound, written: str, text: str) -> DateFound | None:
    """Return a fiscal year: April to March as in India, July to June where the text is about Pakistan alone."""
    first, *more = (int(number) for number in re.findall(r"\d+", written))
    first = first % 100 + 2000
    if more and more[0] % 100 != (first + 1) % 100:
        return None
    year = first if more else first - 1
    start, end = (7, 6) if "Pakistan" in text and "India" not in text else (4, 3)
    return replace(whole, first=DatePart(year=year, month=start), last=DatePart(year=year + 1, month=end))


def _relative(whole: DateFound, words: str, sign: str, language: str) -> DateFound | None:
    if language != "zh" and (sign.isalnum() or sign == "_"):
        return None
    when, _, day = words.casefold().partition(" ")
    is_told = when in _WHENS and _words(language).get(day, "").startswith("weekday")
    code = _code(day if is_told else words, language)
    if code in ("vague", "habit", "same"):
        return replace(whole, kind=code)  # type: ignore[arg-type]
    if code.startswith("weekday"):
        offset = _WHENS.get(when)
        return replace(whole, kind="relative", first=DatePart(weekday=int(code[-1]), week_offset=offset))
    unit, offset_text = re.fullmatch(r"([a-z]+)([+-]\d)", code).groups()  # type: ignore[union-attr]
    return replace(whole, kind="relative", first=DatePart(**{f"{unit}_offset": int(offset_text)}))


def _kind(part: DatePart) -> Kind:
    if part.is_absolute:
        return "absolute"
    return "partial" if part.month or part.day else "relative"


def _is_day(part: DatePart) -> bool:
    """Tell whether the calendar has such a day; a year is needed only for 29 February."""
    if part.month is not None and not 1 <= part.month <= 12:
        return False
    if part.day is None:
        return True
    try:
        datetime.date(part.year or 2024, part.month or 1, part.day)
    except ValueError:
        return False
    return True
