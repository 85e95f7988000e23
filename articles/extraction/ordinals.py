"""Ordinal numbers in digits, words, Roman numerals and Chinese characters: "9th", "thirty-second", "II", "девятое", "第十次"."""

import re
from dataclasses import dataclass
from functools import cache

from articles.extraction.alternatives import alternatives, beginning
from articles.extraction.gated import Gated, Searched
from articles.extraction.scripts import simplified
from articles.extraction.wordlists import load_words

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN = r"(?P<roman>(?:X{1,4}|XL|L)?(?:IX|IV|V?I{1,3}|V)|X{1,4}|XL|L)"
_ENDINGS = r"(?:ый|ий|ой|ое|ье|ая|ья|ого|ьего|ему|ому|ьему|ом|ьем|ым|ьим|ую|ью|ей|ые|ых)"
_DIGITS_ZH = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_LARGEST = 199
_FIRST = "0123456789０１２３４５６７８９XLIV"  # with which an ordinal in digits may begin


@dataclass(frozen=True, slots=True)
class OrdinalFound:
    """An ordinal with its value and span; ``counter`` is the Chinese measure word ("次", "届")."""

    start: int
    end: int
    value: int
    counter: str = ""


def find_ordinals(text: str, language: str) -> list[OrdinalFound]:
    """Return every ordinal of a text, in order."""
    if language == "zh":
        return _chinese(simplified(text))
    found = []
    for match in _pattern(language).finditer(Searched(text)):
        value = _value(match, language)
        if value is not None and 0 < value <= _LARGEST:
            found.append(OrdinalFound(match.start(), match.end(), value))
    return found


@cache
def _tables(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the ordinals by word and the tens that stand before one."""
    rows = load_words(language, "ordinals")
    single = {form.rstrip("*"): int(row.code) for row in rows if not row.code.startswith("+") for form in row.forms}
    tens = {form: int(row.code[1:]) for row in rows if row.code.startswith("+") for form in row.forms}
    return single, tens


@cache
def _pattern(language: str) -> Gated:
    single, tens = _tables(language)
    words = rf"(?:(?P<tens>{alternatives(tens)})[\s-])?(?P<word>{alternatives(single)}){_ENDINGS if language == 'ru' else ''}(?!\w)"
    if language == "ru":
        digits = r"(?P<digits>\d{1,3})\s?-\s?(?:е|й|я|го|му|м|ое|ая|ой|ый|ом|ую)(?!\w)"
    else:
        digits = r"(?P<digits>\d{1,3})\s?(?:st|nd|rd|th)(?!\w)"
    pattern = re.compile(rf"(?<![\w-])(?:{digits}|{_ROMAN}(?=\s+[^\W\d_])|(?i:{words}))")
    return Gated(pattern, begin=re.compile(f"{'|'.join(_FIRST)}|{beginning([*single, *tens])}"))


def _value(match: re.Match[str], language: str) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    if match["roman"]:
        return _roman(match["roman"])
    single, tens = _tables(language)
    return single[match["word"].casefold()] + (tens[match["tens"].casefold()] if match["tens"] else 0)


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in text]
    return sum(-value if value < max(values[n + 1 :], default=0) else value for n, value in enumerate(values))


def _chinese(text: str) -> list[OrdinalFound]:
    found = []
    for match in re.finditer(r"第\s?(?P<number>\d{1,3}|[零〇一二两三四五六七八九十百]{1,6})\s?(?P<counter>[次届轮屆輪])", text):
        value = int(match["number"]) if match["number"].isdigit() else _chinese_value(match["number"])
        if 0 < value <= _LARGEST:
            found.append(OrdinalFound(match.start(), match.end(), value, match["counter"]))
    return found


def _chinese_value(text: str) -> int:
    total, digit = 0, 0
    for sign in text:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS_ZH.get(sign, 0)
    return total + digit
