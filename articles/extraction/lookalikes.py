"""What only looks like a number that counts: percentages, times, telephone numbers, ordinals, compounds, tables of digits."""

import re

from articles.extraction.gated import Gated, Searched
from articles.extraction.records import NumberLeft

_COUNTING = frozenset("零〇一二两兩三四五六七八九十百千")
_RUN = "[0-9０-９.,:;/()+*#%$€£¥₽–— -]"
_TABLE = re.compile(rf"(?<!{_RUN}){_RUN}{{120,}}")  # digits and signs without a word: a table or noise, and no figure is read from it
_TRAPS = (  # a lookbehind stands behind the first digit, so that the search may leap from digit to digit
    (
        "percentage",
        Gated(
            re.compile(r"\d(?<!\d\d)[\d.,]{0,20}\s?(?:%|％|percent|per\scent|pct|процент|п\.\s?п\.|个百分点|個百分點)", re.I),
            ("%", "％", "percent", "per cent", "pct", "процент", "п.", "百分"),
        ),
    ),
    ("percentage", Gated(re.compile(r"百分之[\d.〇一二三四五六七八九十百]{1,9}"), ("百分之",))),
    ("how many times as much", Gated(re.compile(r"(?<=\bв\s)\d[\d,.]{0,8}(?=\s?раза?\b)", re.I), ("раз",))),
    (
        "how many times as much",
        Gated(
            re.compile(
                r"\d(?<![\d.]\d)[\d.]{0,8}(?=(?:\s|-)(?:times\s(?:more|higher|larger|greater|bigger|less|lower|as|the)|fold)\b)", re.I
            ),
            ("times", "fold"),
        ),
    ),
    ("time of day", Gated(re.compile(r"\d(?<!\d\d)\d?:\d{2}(?::\d{2})?(?!\d)"), (":",))),
    ("time of day", Gated(re.compile(r"\d(?<![\d.]\d)\d?(?:\.\d{2})?\s?[ap]\.?m\.?(?!\w)", re.I), ("am", "pm", "a.m", "p.m"))),
    ("address on the web", Gated(re.compile(r"(?:https?://|www\.)\S{1,500}|\S{1,80}@\S{1,80}"), ("http", "www.", "@"))),
    ("telephone number", Gated(re.compile(r"\+\d[\d\s()-]{6,20}\d"), ("+",))),
    ("telephone number", Gated(re.compile(r"\(?\d{3,5}\)\s?\d[\d-]{4,12}"), (")",))),
    (
        "telephone number",
        Gated(re.compile(r"\d(?<![\d-]\d)(?:\d{1,3}-\d{2}-\d{2}(?!\d)|-\d{3}-\d{3}-\d{2,4}(?:-\d{2})?)"), ("-",)),
    ),
    (
        "telephone number",
        Gated(
            re.compile(
                r"(?:\b(?:tel|phone|fax|hotline|тел|факс|телефон[а-я]*(?:\s[а-я]+)?)\b|电话|電話|热线|熱線|传真|撥打|拨打)[.:：\s]{0,4}\+?\d[\d\s()-]{2,20}",
                re.I,
            ),
            ("tel", "phone", "fax", "hotline", "тел", "факс", "电话", "電話", "热线", "熱線", "传真", "撥打", "拨打"),
        ),
    ),
    ("ordinal", Gated(re.compile(r"第\s?[\d一二三四五六七八九十百千零〇]{1,9}"), ("第",))),
    (
        "ordinal",
        Gated(re.compile(r"\d(?<!\d\d)\d{0,8}(?:st|nd|rd|th|-?(?:й|я|е|го|му|м|х|ый|ой|ая|ое|ые|ых|ом|ого))(?!\w)", re.I)),
    ),
    (
        "part of a whole",
        Gated(
            re.compile(
                r"[\d一二三四五六七八九十]{1,6}成|[\d一二三四五六七八九十百]{1,6}分之[\d一二三四五六七八九十]{1,6}|[数數几幾][十百千万萬亿億]{1,3}|十大|双百"
            ),
            ("成", "分之", "数", "數", "几", "幾", "十大", "双百"),
        ),
    ),
    (
        "compound",
        Gated(
            re.compile(
                r"\d(?<!\d\d)[\d,.]{0,20}\s?-(?!\s)(?!(?:kgs?|kilos?|kilogram\w*|grams?|gms?|g)\b)(?:[A-Za-zА-Яа-яЁё]{2,})(?:-[A-Za-z]+)?",
                re.I,
            ),
            ("-",),
        ),
    ),
    (
        "compound",
        Gated(
            re.compile(
                r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)-(?!(?:one|two|three|four|five|six|seven|eight|nine)\b)[a-z]+",
                re.I,
            ),
            ("one-", "two-", "three-", "four-", "five-", "six-", "seven-", "eight-", "nine-", "ten-", "twelve-"),
        ),
    ),
    (
        "number of a thing",
        Gated(re.compile(r"(?:№|\bno\.|#)\s?\d+[\d/-]*|\d(?<!\d\d)\d{0,8}\s?(?:号|號)", re.I), ("№", "no.", "#", "号", "號")),
    ),
    (
        "exchange rate",
        Gated(
            re.compile(r"[$€£¥]\s?1\s?[–=-]\s?[\d.,]+|(?:USD|EUR|RUB|CNY)\s\d+[.,]\d{2,4}(?=\s(?:USD|EUR|RUB|CNY)|$)", re.M),
            ("$1", "$ 1", "€1", "£1", "usd", "eur", "rub", "cny"),
        ),
    ),
)


def without_tables(text: str) -> str:
    """Return the text with long runs of digits and signs blanked; every other character keeps its place."""
    return _TABLE.sub(lambda run: "\0" * len(run[0]), text)


def find_lookalikes(text: str, taken: bytearray) -> list[NumberLeft]:
    """Return what looks like a number and is none, with the reason, and mark its characters as taken."""
    found = []
    searched = Searched(text)
    for reason, pattern in _TRAPS:
        for match in pattern.finditer(searched):
            start, end = match.span()
            if any(taken[start:end]) or not any(sign.isdigit() or sign in _COUNTING for sign in match[0]):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(NumberLeft(start, end, match[0].strip(), reason))
    return found
