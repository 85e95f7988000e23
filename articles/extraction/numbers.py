"""Finding numbers: digits with any grouping, number words, 万 and lakh, ranges; and telling apart what only looks like a number.

:func:`find_numbers` returns the numbers that may count something and, separately, those that cannot (percentages, times, telephone numbers,
ordinals, names such as "AK-74"), each with the reason. Dates are masked by the caller before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from articles.extraction.alternatives import alternatives, beginning
from articles.extraction.gated import matches_at
from articles.extraction.lexicon import load_lexicon
from articles.extraction.lookalikes import find_lookalikes, without_tables
from articles.extraction.records import NumberLeft

_SPACE = "   "  # no-break, narrow no-break and thin space divide thousands
_DIGITS = {
    "en": (
        r"\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d+)?"
        r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3}){1,6}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
    ),
    "ru": r"\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3}){1,6}(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?",
    "zh": r"\d{1,3}(?:[,，]\d{3}){1,6}(?!\d)(?:\.\d+)?|\d+(?:[.．]\d+)?",
}
_DIGIT = re.compile(r"\d")
_LONGEST = 20
_HALF = "+0.5"  # "and a half", said behind a number and before its scale
IN_BRACKETS = "another time, in brackets"
PART_OF_NAME = "part of a name"
_CHINESE_DIGITS = dict(zip("零〇一二两兩三四五六七八九", (0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_CHINESE_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHINESE_SCALE = r"(?:[十百千]?[万萬亿億]|千(?![克米瓦])|百(?!分))"
_CHINESE_WORDS = r"[零〇一二两兩三四五六七八九十百千万萬亿億]{1,12}"
_ORDINAL_OR_NAME = re.compile(r"[A-Za-zА-Яа-яЁё]+")
_RANGE = {"en": r"\s?[-–—~]\s?|\sto\s|\sand\s|\sor\s", "ru": r"\s?[-–—]\s?|\sдо\s|\sили\s", "zh": r"\s?[-–—~～－至到]\s?"}
_PLURALS = frozenset(["сотни", "тысячи", "миллионы", "миллионов", "миллиарды", "миллиардов", "тысяч"])
_QUALIFIED = re.compile(r"\b(?:более|больше|свыше|около|порядка|почти|до|менее|меньше|примерно|не|чем)\s\Z", re.I)
# One of a unit of weight that no number stands before: "more than a ton of heroin", «более тонны», «полтонны».
_ABOUT_EN = r"(?:more than|over|almost|nearly|about|around|some|at least|up to|less than|under|close to|approximately|roughly|as much as)"
_ONE_OF = {
    "en": re.compile(
        rf"\b(?:{_ABOUT_EN}\s|(?<!half\s))(?P<one>an?)(?=\s(?:(?:metric|whole|full)\s)?(?:tons?|tonnes?|kilos?|kilograms?|kilogrammes?)\b)",
        re.I,
    ),
    "ru": re.compile(
        r"\b(?:более|больше|свыше|около|почти|порядка|менее|меньше|до|примерно|целую|целая|чем)\s(?P<one>тонн[ыау]|килограмма?|кило)(?![а-яё])"
        r"|(?<!за\s)(?<!в\s)\b(?P<alone>тонну|полтонны|полкило(?:грамма)?)(?![а-яё])",
        re.I,
    ),
}
_RISES = {  # "rose from 210 to 260" states two figures, not a range
    "en": re.compile(
        r"\b(?:rose|risen|grew|grown|increas\w*|fell|fallen|drop\w*|declin\w*|decreas\w*|jump\w*|climb\w*|up|down|went|shr[aiu]nk)\b.{0,40}\bfrom\s\Z",
        re.I,
    ),
    "ru": re.compile(r"\bс\s\Z", re.I),
    "zh": re.compile(r"[从從由]\Z"),
}
_RANGE_OPENS = {"en": re.compile(r"between\s\Z", re.I), "ru": re.compile(r"от\s\Z", re.I), "zh": re.compile("(?!)")}


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text; ``high`` differs from ``low`` only for a range ("2,500 to 3,000")."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    is_word: bool = False
    is_more: bool = False  # "more than" stands inside the number (100余万)
    unit: str = ""  # the unit that stands inside the number («полтонны»)


def find_numbers(text: str, language: str, masked: Sequence[tuple[int, int]]) -> tuple[list[Number], list[NumberLeft]]:
    """Return the numbers that may count something, and those that cannot, each list in order; nothing inside ``masked`` is read."""
    taken = bytearray(len(text))
    text = without_tables(text)
    for start, end in masked:
        taken[start:end] = b"\1" * (end - start)
    left = find_lookalikes(text, taken)
    atoms = _chinese_numbers(text, taken, left) if language == "zh" else _spaced_numbers(text, taken, language, left)
    left.sort(key=lambda row: row.start)
    return _join_ranges(text, atoms, language), left


@cache
def _number_words(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return the pattern of digits and number words of a language, that of how a word begins, and what each word stands for."""
    words = {form.casefold(): row.code for row in load_lexicon(language, "numbers") for form in row.forms}
    phrases = alternatives(word for word in words if " " in word) if any(" " in word for word in words) else "(?!)"
    dot = r"(?:(?:(?<=тыс)|(?<=млн)|(?<=млрд)|(?<=трлн))\.)?"
    spelt = rf"\b(?P<word>(?:{phrases})\b|[^\W\d_]+{dot})"
    pattern = re.compile(rf"(?P<digits>{_DIGITS[language]})|{spelt}|(?P<glued>(?<=\d)[^\W\d_]+)", re.IGNORECASE)
    return pattern, re.compile(beginning(words)), words


def _places(text: str, word: re.Pattern[str]) -> list[int]:
    """Return where a part of a number may begin: at a digit, at a letter behind one, and as a number word begins."""
    digits = [match.start() for match in _DIGIT.finditer(text)]
    return sorted({*digits, *(digit + 1 for digit in digits), *(match.start() for match in word.finditer(text))})


def _spaced_numbers(text: str, taken: bytearray, language: str, left: list[NumberLeft]) -> list[Number]:
    """Return numbers of English or Russian: runs of digits and number words with nothing but blanks, a hyphen or "and" between."""
    pattern, word, words = _number_words(language)
    joint = re.compile(r"[\s\u00a0]|-|\sand\s|")
    runs: list[list[tuple[int, int, str]]] = []
    for match in matches_at(pattern, text, _places(text, word)):
        start, end = match.span()
        code = match[0] if match["digits"] else words.get(match[0].casefold().replace("\n", " "), "")
        if not code or any(taken[start:end]):
            continue
        if (
            match[0].casefold() in _PLURALS
            and not (runs and runs[-1][-1][1] >= start - 1)
            and not _QUALIFIED.search(text[max(0, start - 12) : start])
        ):
            continue  # "сотни патронов" is no number, "более сотни" is
        if match["digits"] and (reason := _is_name(text, start, end, language)):
            left.append(NumberLeft(start, end, match[0], reason))
            continue
        last = runs[-1] if runs else None
        if last and joint.fullmatch(text, last[-1][1], start) and _can_join(last, code, bool(match["digits"]), text[last[-1][1] : start]):
            last.append((start, end, code if not match["digits"] else f"={match[0]}"))
        elif code == _HALF:
            continue  # "a year and a half"
        elif not code.startswith("x") or language == "ru" or code in ("x12",):
            runs.append([(start, end, f"={match[0]}" if match["digits"] else code)])
    numbers = [_value(run, language) for run in runs]
    numbers += _ones(text, taken, numbers, language)
    return _without_brackets(text, sorted(numbers, key=lambda number: number.start), language, left)


def _ones(text: str, taken: bytearray, numbers: Sequence[Number], language: str) -> list[Number]:
    """Return the weights that are one or a half of their unit without a number before it."""
    ends = {number.end for number in numbers}
    found = []
    for match in _ONE_OF[language].finditer(text):
        group = match.lastgroup or "one"
        start, end = match.span(group)
        word = match[group].casefold()
        if any(taken[start:end]) or {start - 1, start} & ends:
            continue
        unit = "" if language == "en" else "kg" if "кило" in word else "t"
        value = Decimal("0.5") if word.startswith("пол") else Decimal(1)
        found.append(Number(start, end, value, value, True, unit=unit))
    return found


def _can_join(run: list[tuple[int, int, str]], code: str, is_digits: bool, gap: str) -> bool:
    """Tell whether a number part goes on from the run: a scale after any, a smaller part after a scale, ones after tens."""
    last = run[-1][2]
    if code.startswith("x") and not is_digits:
        return "and" not in gap
    if code == _HALF:
        return not last.startswith("x") and gap.isspace()
    if is_digits:
        return (
            last.startswith("x")
            and "and" not in gap
            and len(run) > 1
            and run[0][2].startswith("=")
            and last in ("x1000", "x1000000", "x1000000000")
        )
    value = Decimal(code)
    if last.startswith("="):
        return False
    if last.startswith("x"):
        return value < Decimal(last[1:])
    return value < 10 and Decimal(last) >= 20 or (Decimal(last) >= 100 and value < 100)


def _without_brackets(text: str, numbers: list[Number], language: str, left: list[NumberLeft]) -> list[Number]:
    """Read "128 (135) thousand offences": the number in brackets is another time's, the scale behind them holds for the first."""
    pattern, words = _bracketed(language)
    kept: list[Number] = []
    for number in numbers:
        if kept and number.start < kept[-1].end:
            left.append(NumberLeft(number.start, number.end, text[number.start : number.end], IN_BRACKETS))
            continue
        match = pattern.match(text, number.end)
        if match and not number.is_word:
            scale = Decimal(words[match["scale"].casefold()][1:]) if match["scale"] else Decimal(1)
            number = replace(
                number, end=match.end("scale") if match["scale"] else match.end(), low=number.low * scale, high=number.high * scale
            )
        kept.append(number)
    return kept


@cache
def _bracketed(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of a bracket that holds nothing but another number, with a scale behind it, and the scales."""
    words = {form.casefold(): row.code for row in load_lexicon(language, "numbers") for form in row.forms if row.code.startswith("x")}
    scales = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    digits = rf"(?:{_DIGITS[language]})"
    return re.compile(rf"\s\([^()\d\n]{{0,12}}{digits}\)(?=\s[^\W\d])(?:\s(?P<scale>{scales})(?!\w))?", re.IGNORECASE), words


def _value(run: list[tuple[int, int, str]], language: str) -> Number:
    total = current = Decimal(0)
    for _, _, part in run:
        if part.startswith("="):
            current += _digits(part[1:], language)
        elif part.startswith("x"):
            scale = Decimal(part[1:])
            if scale <= 100:
                current = (current or Decimal(1)) * scale
            else:
                total += (current or Decimal(1)) * scale
                current = Decimal(0)
        else:
            current += Decimal(part)
    value = total + current
    return Number(run[0][0], run[-1][1], value, value, not any(part.startswith("=") for _, _, part in run))


def _digits(written: str, language: str) -> Decimal:
    plain = re.sub(r"[\s\u00a0\u202f\u2009]", "", written)
    plain = plain.replace(",", ".") if language == "ru" else plain.replace(",", "").replace("，", "").replace("．", ".")
    return Decimal(plain)


def _is_name(text: str, start: int, end: int, language: str) -> str | None:
    """Return why digits that touch letters are no number ("AK-74", "3D"), or ``None`` when they are one ("12kg", "Rs7")."""
    if end - start > _LONGEST:
        return "too long a row of digits"
    before = text[max(0, start - 12) : start]
    glued = re.search(r"([A-Za-zА-Яа-яЁё]+)[-–]?\Z", before)
    if glued and not re.search(r"(?:rs|us|inr|usd|eur|rmb|cny|pkr)\.?\Z", before, re.I):
        return PART_OF_NAME
    if language == "zh" and (re.search(r"[\u4e00-\u9fff][-–]\Z", before) or text[end : end + 1] in ("式", "型")):
        return PART_OF_NAME
    if language == "zh" and text[end : end + 1] in "”」》』" and re.search(r"[“「《『][\u4e00-\u9fff]{1,10}\Z", before):
        return PART_OF_NAME  # “护卫2020”
    if re.search(r"[\d][.,/:]\Z|/\Z", before) or re.match(r"[/:]\d", text[end : end + 2]):
        return "part of a code"
    after = _ORDINAL_OR_NAME.match(text, end)
    if after and after[0].casefold() not in _units_and_scales(language):
        return PART_OF_NAME
    return None


@cache
def _units_and_scales(language: str) -> frozenset[str]:
    """Return the words that may touch the digits before them."""
    rows = (*load_lexicon(language, "units"), *load_lexicon(language, "numbers"))
    return frozenset(form.casefold() for row in rows for form in row.forms)


@cache
def _chinese_pattern() -> re.Pattern[str]:
    units = "|".join(re.escape(form) for row in load_lexicon("zh", "units") for form in row.forms)
    digits = rf"(?:{_DIGITS['zh']})\s?(?:[余餘多](?=[万萬亿億]))?{_CHINESE_SCALE}?(?:(?<=[万萬亿億千])(?:{_DIGITS['zh']})[万萬千百]?)?"
    return re.compile(rf"(?P<digits>{digits})|(?<![每统統唯任专專万萬上])(?P<word>{_CHINESE_WORDS})(?=\s?(?:多|余|餘)?\s?(?:{units}))")


def _chinese_numbers(text: str, taken: bytearray, left: list[NumberLeft]) -> list[Number]:
    numbers = []
    for match in _chinese_pattern().finditer(text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        if match["digits"]:
            reason = _is_name(text, start, end, "zh")
            if reason and not re.match(r"[A-Za-z]", text[end : end + 1]):
                left.append(NumberLeft(start, end, match[0], reason))
                continue
            value: Decimal | None = _chinese_mixed(match[0])
        else:
            value = _chinese_words(match[0]) if len(match[0]) > 1 or _is_rounded(text, start, end) else None
        if value is not None:
            is_more = bool(match["digits"]) and any(sign in match[0] for sign in "余餘多")
            numbers.append(Number(start, end, value, value, not match["digits"], is_more))
    return numbers


def _is_rounded(text: str, start: int, end: int) -> bool:
    """Tell whether a lone 千 or 三 is a number: a scale sign needs "more than" or "about" beside it (千余, 近千)."""
    return (
        text[start] not in _CHINESE_SCALES
        or text[start] == "十"
        or text[end : end + 1] in "余餘多"
        or text[start - 1 : start] in "近逾超约約"
    )


def _chinese_mixed(written: str) -> Decimal:
    """Return the value of "3.36万" or "1亿2000万"."""
    total, at = Decimal(0), Decimal(0)
    for part in re.findall(rf"{_DIGITS['zh']}|[十百千万萬亿億]", written):
        if part in _CHINESE_SCALES:
            at *= _CHINESE_SCALES[part]
        else:
            total += at
            at = _digits(part, "zh")
    return total + at


def _chinese_words(written: str) -> Decimal | None:
    """Return the value of "四千四百七十一", "两万" or "千"; ``None`` for a lone 一 and for digits in a row."""
    if written in ("一", "零", "〇"):
        return None
    total = section = digit = 0
    for sign in written:
        if sign in _CHINESE_DIGITS:
            if digit and sign not in "零〇":
                return None
            digit = _CHINESE_DIGITS[sign]
        elif (scale := _CHINESE_SCALES[sign]) >= 10**4:
            total = (total + section + digit or 1) * scale
            section = digit = 0
        else:
            section += (digit or 1) * scale
            digit = 0
    return Decimal(total + section + digit)


def _join_ranges(text: str, numbers: list[Number], language: str) -> list[Number]:
    """Return the numbers with "2,500 to 3,000" and "20-30" as one; the scale of the second holds for the first ("2-3 thousand")."""
    joint, opening = re.compile(_RANGE[language]), _RANGE_OPENS[language]
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and last.low == last.high and number.start - last.end <= 5 and joint.fullmatch(text, last.end, number.start):
            gap = text[last.end : number.start].strip()
            needs_opening = gap in ("and", "or", "или")
            low = last.low
            if not needs_opening and number.low % 1000 == 0:
                while 0 < low < 1000 and low * 1000 < number.low:
                    low *= 1000
            opened = bool(opening.search(text[max(0, last.start - 9) : last.start]))
            rises = bool(_RISES[language].search(text[max(0, last.start - 60) : last.start]))
            if low < number.low and not rises and (opened or not needs_opening):
                joined[-1] = replace(last, end=number.end, low=low, high=number.low)
                continue
        joined.append(number)
    return joined
