"""The forms a date takes in English, Russian and Chinese, as regular expressions with named groups.

Group names are read by :mod:`articles.extraction.dates`: ``y``, ``m``, ``d`` for year, month and day of the first date, the same with ``2``
for the last, ``r`` a relative word, ``h`` a half or quarter, ``n`` a number of months counted from January, ``nq`` of quarters, ``s`` the
mark of an open end ("since"), ``fy`` a fiscal year, ``num`` a numeric date, ``vague`` a time that no calendar tells ("over the past three
years"). The words come from ``months.tsv`` and ``periods.tsv``. Every repetition is bounded, so that no text takes long.
"""

import re
from functools import cache

from articles.extraction.alternatives import alternatives, beginning
from articles.extraction.gated import Gated
from articles.extraction.lexicon import load_lexicon

_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_DAY_EN = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
_DAY_RU = r"(?:3[01]|[12]\d|0?[1-9])(?:-?го)?(?![\d%:]|[.,]\d)"
_DASH = r"\s?[-–—~]\s?"
_NUMERIC = (  # a lookbehind stands behind the first digit, so that the search may leap from digit to digit
    r"(?P<num>\d(?<![\d.,/+-]\d)(?:\d{3}-\d{2}-\d{2}(?!\d)|\d{3}[/.]\d{1,2}[/.]\d{1,2}(?![\d/])"
    r"|\d?[/.]\d{1,2}[/.]\d{4}(?![\d/])|\d?-\d{1,2}-\d{4}(?!\d)))"
)


def _forms(language: str, kind: str, codes: str) -> list[str]:
    return [form for row in load_lexicon(language, kind) if re.match(codes, row.code) for form in row.forms]


def _english() -> list[str]:
    months = _forms("en", "months", ".")
    month = alternatives(months + [form.upper() for form in months]) + r"(?![A-Za-z])"
    years = alternatives(_forms("en", "periods", "year"))
    half = alternatives(_forms("en", "periods", "half|quarter"))
    year = rf"(?:,?\s(?:of\s)?(?:the\s)?(?:year\s)?(?:(?P<y{{0}}>{_YEAR})|(?P<r{{0}}>{years})))"
    to = rf"(?:{_DASH}|\s(?:to|until|till|through|and|up\sto|into)\s)"
    opening = (
        r"(?P<s>(?:(?:[Ss]ince|[Ss]tarting\sfrom|[Ss]tarting\sin)\s(?:the\s(?:very\s)?(?:start|beginning)\sof\s)?"
        r"|[Ff]rom\sthe\s(?:start|beginning)\sof\s)(?:early\s|late\s|mid-)?)"
    )
    count = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    return [
        rf"\b(?P<vague>(?:[Pp]ast|[Ll]ast|[Pp]revious|[Pp]receding|[Rr]ecent)\s(?:(?:{count}|\d{{1,2}}|couple\sof|several|few)[\s-])?"
        r"(?:years?(?<=s)|months(?<=s)|weeks(?<=s)|days(?<=s)|decades?|hours(?<=s)))\b",
        rf"\b(?P<d>{_DAY_EN})\s(?P<m>{month})(?:,?\s(?P<y>{_YEAR}))?{to}(?P<d2>{_DAY_EN})\s(?P<m2>{month}){year.format(2)}?",
        rf"\b(?P<m>{month})\s(?P<d>{_DAY_EN})(?:,?\s(?P<y>{_YEAR}))?,?{to}(?P<m2>{month})\s(?P<d2>{_DAY_EN}){year.format(2)}?",
        rf"(?:(?<=[Ff]rom\s)|(?<=etween\s))(?P<m>{month})(?:\s(?P<y>{_YEAR}))?{to}(?P<d2>{_DAY_EN})\s(?P<m2>{month}){year.format(2)}?",
        rf"(?:(?<=[Ff]rom\s)|(?<=etween\s))(?P<m>{month})(?:\s(?P<y>{_YEAR}))?{to}(?P<m2>{month})\s(?P<d2>{_DAY_EN}){year.format(2)}?",
        rf"\b(?P<d>{_DAY_EN}){to}(?P<d2>{_DAY_EN})\s(?:of\s)?(?P<m2>{month}){year.format(2)}?",
        rf"\b(?P<m2>{month})\s(?P<d>{_DAY_EN}){to}(?P<d2>{_DAY_EN})(?!\s(?:{month})){year.format(2)}?",
        rf"{_NUMERIC}",
        rf"\b(?P<d>{_DAY_EN})\s(?:of\s)?(?P<m>{month}){year.format('')}?",
        rf"\b(?P<m>{month})\s(?P<d>{_DAY_EN}){year.format('')}?",
        rf"\b(?P<m>{month})(?:,?\s(?:of\s)?(?P<y>{_YEAR}))?{to}(?P<m2>{month}){year.format(2)}?",
        rf"\b(?P<m>{month}){year.format('')}",
        rf"\b(?P<h>{half})\s(?:of|in)\s(?:the\syear\s)?(?:the\s)?(?:(?P<y>{_YEAR})|(?P<r>{years})|(?:(?:fiscal\s)?year\b))",
        rf"\b(?:(?P<y>{_YEAR})|(?P<r>{years}))['’]s\s(?P<h>{half})(?!\w)",
        rf"(?:(?<=[Ii]n\sthe\s)|(?<=for\sthe\s)|(?<=during\sthe\s)|(?<=over\sthe\s)|(?<=For\sthe\s)|(?<=During\sthe\s)|(?<=Over\sthe\s)|"
        rf"(?<=year['’]s\s))(?P<h>(?!last){half})(?![\w-]|\sof\s|\s(?:year|phase|stage|round|hour|day|week|month))",
        rf"\b[Ff]irst\s(?P<nq>two|three|2|3)\squarters(?:,?\s(?:of\s)?(?:the\s)?(?:(?P<y>{_YEAR})|(?P<r>{years})|year\b))?",
        rf"\b(?P<h>[HQ][1-4])(?:,|\sof|\sin)?\s(?P<y>{_YEAR})",
        rf"\b(?P<y>{_YEAR})\s(?P<h>[HQ][1-4])\b",
        rf"\b(?P<n>{count}|\d{{1,2}})[\s-](?:full\s)?months\s(?:of|in)\s(?:the\s)?(?:(?P<y>{_YEAR})|(?P<r>{years})|year\b)",
        rf"\b[Ff]irst\s(?P<n>{count}|\d{{1,2}})\s(?:full\s)?months(?!\s(?:of|in|since|after)\b)(?:,?\s(?P<y>{_YEAR}))?",
        r"\b(?:FY\s?'?|(?:[Ff]iscal|[Ff]inancial)\s(?:year\s)?(?:FY\s?)?)(?P<fy>(?:20)?\d{2}(?:[-–/](?:20)?\d{2})?)(?!\d)",
        r"\b(?P<fy>20\d{2}[-–/]\d{2}(?!\d))\s(?:[Ff]iscal|[Ff]inancial)",
        rf"\b(?P<y>{_YEAR})(?:{to}|\sto\sthe\send\sof\s|\sto\searly\s|\sto\slate\s)(?:the\s(?:end|start|beginning)\sof\s)?(?:(?P<y2>{_YEAR})|(?P<r2>{years}))",
        rf"\b(?P<y>{_YEAR})[-–](?P<yy>\d{{2}})(?![\d-])",
        rf"\b{opening}(?:(?P<y>{_YEAR})(?!\s(?:[-–]|\d))|(?P<r>{years})|(?P<sm>{month})|(?:the\s|this\s)?year(?:'s\s(?:start|beginning))?\b)",
        rf"\b(?P<s>(?:[Ss]o\sfar|[Tt]o\sdate)\s(?:in|during)\s)(?P<y>{_YEAR})(?![\w%]|[.,]\d)",
        r"\b(?P<ytd>[Ss]o\sfar\s(?:in\s)?(?:this|the\scurrent)\syear"
        r"|[Tt]his\syear\s(?:so\sfar|to\sdate)|[Tt]o\sdate\sthis\syear|year[- ]to[- ]date)",
        rf"\b(?P<m>{month})(?P<alone>)(?!\s?\d|['’]s\s[A-Z])",
        rf"(?P<y>{_YEAR})(?<![\w.,/$€£+-]\d{{4}})(?![\w%/]|[.,:-]\d|-[a-z])",
    ]


def _russian() -> list[str]:
    month = alternatives(_forms("ru", "months", ".")) + r"(?![а-яё])"
    years = alternatives(_forms("ru", "periods", "year"))
    half = alternatives(_forms("ru", "periods", "half|quarter"))
    mark = r"(?:\s?(?:годов|годах|годы|года|году|годом|год|гг\.|г\.)(?![а-яё]))"
    year = rf"(?:\s(?:(?P<y{{0}}>{_YEAR}){mark}?|(?P<r{{0}}>{years})))"
    to = rf"(?:{_DASH}|\s(?:по|до|и)\s)"
    vague = (
        r"(?P<vague>(?:последни[ехй]|последнее|последнем|прошедши[ех]|минувши[ех]|предыдущи[ех])\s(?:(?:"
        + r"дв[ау]х?|тр[иёе]х?|четыр[её]х?|четыре|пят[иь]|шест[иь]|"
        r"сем[иь]|восемь|восьми|девят[иь]|десят[иь]|несколько|нескольких|пару|полтора|\d{1,2})[\s-])?"
        r"(?:лет|года|годы|годах|месяц(?:а|ев|ы)|недел[ьи]|дней|дня|дни|суток|сутки|десятилети[йеяи]))(?![а-яё])"
    )
    count = r"дв[ау]х?|тр[иёе]х?|четыр[её]х?|четыре|пят[иь]|шест[иь]|сем[иь]|восьми|восемь|девят[иь]|десят[иь]|одиннадцат[иь]|\d{1,2}"
    since = r"(?P<s>[Сс]о?\s(?:начала\s|конца\s|середины\s)?)"
    return [
        rf"\b{vague}",
        rf"\b(?P<d>{_DAY_RU})\s(?P<m>{month})(?:\s(?P<y>{_YEAR}){mark}?)?{to}(?P<d2>{_DAY_RU})\s(?P<m2>{month}){year.format(2)}?",
        rf"\b(?P<d>{_DAY_RU}){to}(?P<d2>{_DAY_RU})\s(?P<m2>{month}){year.format(2)}?",
        rf"(?<=[Сс]\s)(?P<m>{month})(?:\s(?P<y>{_YEAR}){mark}?)?{to}(?P<d2>{_DAY_RU})\s(?P<m2>{month}){year.format(2)}?",
        rf"{_NUMERIC}",
        rf"\b(?P<d>{_DAY_RU})\s(?P<m>{month}){year.format('')}?",
        rf"\b(?P<m>{month})(?:\s(?P<y>{_YEAR}){mark}?)?{to}(?P<m2>{month}){year.format(2)}?",
        rf"\b(?P<h>{half})(?:\s(?:(?P<y>{_YEAR}){mark}?|(?P<r>{years})|года))?(?![а-яё])",
        rf"\b(?P<n>{count})\s(?:полных\s)?месяц(?:ев|а|ах|ы)?\s(?:(?P<y>{_YEAR}){mark}?|(?P<r>{years})|года)",
        r"(?:(?<=\bза\s)|(?<=\bзa\s)|(?<=итогам\s))(?:первы[ех]\s)?(?P<n>пять|шесть|семь|восемь|девять|десять|одиннадцать|[56789]|1[01]|пяти|шести|семи|восьми|девяти|десяти|"
        r"одиннадцати)(?:-ти|-и)?\sмесяцев(?!\s(?:с\s|со\s|после|до\s))",
        rf"\b(?P<nq>два|двух|три|трёх|трех|2|3)\sквартал(?:а|ов)(?:\s(?:(?P<y>{_YEAR}){mark}?|(?P<r>{years})|года))?(?![а-яё])",
        rf"\b(?:первы[ехм]{{1,2}})\s(?P<n>{count})\sмесяц(?:ев|а|ах|ы)?(?![а-яё])",
        rf"\b(?P<ytd>[Сс]\sначала\s(?:{alternatives(_forms('ru', 'periods', 'year[+]0'))}|года))",
        rf"\b{since}(?:(?P<y>{_YEAR})\s(?:года|г\.)|(?P<r>{years}))(?!\s(?:по|до)\s)",
        rf"\b(?P<m>{month}){year.format('')}?",
        rf"(?<![\w,.])(?P<y>{_YEAR}){mark}?(?:{_DASH}|\s(?:по|до|и)\s)(?P<y2>{_YEAR}){mark}",
        rf"(?<![\w.,/$€№+-])(?P<y>{_YEAR}){mark}",
        rf"\b(?:[Вв]|[Зз]а|[Сс]|[Дд]о)\s(?P<y>{_YEAR})-(?:м|й|го)(?![а-яё])",
        rf"\b(?:[Вв]|[Зз]а|[Дд]о|[Пп]о)\s(?P<y>{_YEAR})(?=[,.;:)\s–—]|$)(?!\s[а-яё]{{3,}}|\s\d)",
        rf"\((?P<y>{_YEAR})\)",
    ]


def _chinese() -> list[str]:
    years = alternatives(_forms("zh", "periods", "year"))
    half = alternatives(_forms("zh", "periods", "half|quarter"))
    number = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    to = r"\s?(?:至|到|—{1,2}|–|-|~|～|－)\s?"
    since = r"(?P<s>以来|以來|至今|来|來|起)"
    first, last = (rf"(?:(?P<y{n}>(?:(?<!\d)\d{{4}}|[一二][一二三四五六七八九〇零○]{{3}}))\s?年|(?P<r{n}>{years}))" for n in ("", "2"))
    vague = (
        r"(?P<vague>近\s?(?:\d{1,2}|[一二两三四五六七八九十]{1,3}|几|数)\s?(?:多)?(?:年|个月|天)来?|过去\s?(?:的)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3}|几|数)\s?(?:年|个月|天)(?:间|来|里)?"
        r"|(?<![\d今去上前本明])(?:\d{1,2}|[一二两三四五六七八九十]{1,3}|几|数)\s?(?:个多?月|年多?|多年)(?:以来|以來|来|來)|(?<![\d一二三四五六七八九〇零])(?:\d{1,2}|[一二两三四五六七八九十]{1,3})年间)"
    )
    month, last_month = (rf"(?P<m{n}>(?<!\d){number})\s?月(?:份)?" for n in ("", "2"))
    return [
        rf"{vague}",
        rf"{first}?\s?(?P<m>(?<![\d第]){number}){to}(?P<m2>{number})\s?月(?:份)?(?!\s?\d{{1,2}}\s?[日号號])",
        rf"{first}?\s?{month}\s?(?P<d>{number})\s?[日号號]?{to}(?:{last}?\s?{last_month}\s?)?(?P<d2>(?<!\d){number})\s?[日号號]",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s(?P<m>{number})月份?\s(?P<y>\d{{4}})(?!\d)",
        rf"{_NUMERIC}",
        rf"{first}?\s?{month}{to}{last}?\s?{last_month}",
        rf"{first}?\s?{month}\s?(?P<d>(?<!\d){number})\s?[日号號]{since}?",
        rf"{first}?\s?前(?P<nq>[两兩二三23])个?個?季度",
        rf"{first}\s?(?:的)?(?P<h>{half})",
        rf"{first}\s?(?:的)?前(?P<n>{number})\s?个?個?月",
        rf"(?P<h>{half})(?!\S?年)",
        rf"{first}?\s?{month}{since}?",
        rf"(?P<y>\d{{4}})年?{to}(?P<y2>\d{{4}})\s?年",
        rf"{first}{to}{last}",
        rf"{first}{since}?",
        r"(?<![\d月第])(?P<d>3[01]|[12]\d|[1-9])\s?[日号號](?!元|本|均|常|益|内|內|游|间)",
        r"(?P<y>[（(](?:19[5-9]\d|20[0-4]\d)[)）])",
    ]


# What a pattern cannot match without, by a word of its source; the first that applies is taken.
_NEEDLES = {
    "en": (
        ("<fy>", ("fy", "fiscal", "financial")),
        ("<sm>", ("since", "start", "beginning")),
        ("<vague>", ("past", "last", "previous", "preceding", "recent")),
        ("<n>", ("months",)),
        ("<nq>", ("quarters",)),
        ("<h>", ("half", "quarter", "six months", "h1", "h2", "q1", "q2", "q3", "q4")),
        (r"[Ss]o\sfar", ("far", "date")),
    ),
    "ru": (
        ("<vague>", ("последни", "прошедши", "минувши", "предыдущи")),
        ("<n>", ("месяц",)),
        ("<nq>", ("квартал",)),
        ("<h>", ("полугод", "квартал", "половин")),
        ("<ytd>", ("с начала",)),
    ),
    "zh": (("<vague>", ("近", "过去", "来", "來", "年间")), ("<nq>", ("季度",)), ("<h>", ("半年", "季", "前")), ("<y>[（", ("（", "("))),
}
_NO_WIDTH = re.compile(r"\(\?<[=!][^()]*\)|\\b")
_DIGIT = re.compile(r"\d(?<!\w\d)")


@cache
def date_patterns(language: str) -> tuple[Gated, ...]:
    """Return the patterns of a language in the order in which they are tried; an earlier one keeps its span."""
    sources = {"en": _english, "ru": _russian, "zh": _chinese}[language]()
    flags = re.IGNORECASE if language == "ru" else 0
    forms = _forms(language, "months", ".")
    months = tuple({form.casefold().strip(".")[:3] for form in forms}) if language != "zh" else ("月",)
    month = re.compile(beginning(forms))
    gated = []
    for source in sources:
        needles: tuple[str, ...] = next((needles for mark, needles in _NEEDLES[language] if mark in source), ())
        if not needles and "<m" in source and "<sm>" not in source:
            needles = months
        gated.append(Gated(re.compile(source, flags), needles, None if language == "zh" else _begin_of(source, month)))
    return (*gated, _relative_pattern(language))


def _begin_of(source: str, month: re.Pattern[str]) -> re.Pattern[str] | None:
    """Return what a pattern begins with, if that is a month or a number of its own."""
    first = _NO_WIDTH.sub("", source).removeprefix("(?:|)")
    if first.startswith(("(?P<m>", "(?P<m2>")):
        return month
    return _DIGIT if first.startswith(("(?P<d>", "(?P<y>")) else None


def _relative_pattern(language: str) -> Gated:
    """Return the pattern of the words that mean a time relative to the day of publication.

    Whether the match begins a word is for the caller to see.
    """
    words = _forms(language, "periods", "year|month|week|day|vague|habit|same")
    if language == "en":
        words += [f"{when} {day}" for when in ("last", "next", "this") for day in _forms("en", "periods", "weekday")]
    capitals = [form[0].upper() + form[1:] for form in words]
    apart = "" if language == "zh" else r"(?!\w|\s(?:earlier|ago|before|later|after|old|prior))"
    return Gated(re.compile(rf"(?P<r>{alternatives(words + capitals)}){apart}"), begin=re.compile(beginning(words)))
