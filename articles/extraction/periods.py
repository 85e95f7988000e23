"""The period a figure holds for: stated beside it, or inherited from the paragraph or from the operation the article is about.

Datelines, captions, the weekday of a statement, the year of a law or a plan, and what figures are compared with give no period. A habit
("every year") or a vague time ("in recent years") gives none either, and nothing is inherited over it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from articles.extraction.dates import DateFound, resolve
from articles.extraction.selection import trait
from articles.extraction.tokens import Token
from events.partial_dates import PartialDate

# Words between "than" or "compared with" and the time that a figure is compared with.
_BETWEEN_EN = (
    r"(?:(?:in|of|for|during|over|the|that|those|same|similar|corresponding|analogous|respective|equivalent|whole|entire|all|figure|figures"
    r"|number|level|result|results|one|ones|period|months?|weeks?|days?|time|previous|first|reported|recorded|seen|registered)\s){0,8}"
)
_BETWEEN_RU = (
    r"(?:(?:в|во|за|с|со|тот|тем|этот|же|аналогичн\w+|соответствующ\w+|период\w*|показател\w+|результат\w+|данн\w+|уровн\w+"
    r"|итог\w+)\s){0,6}"
)
_BEFORE = {
    "en": re.compile(
        rf"(?:\b(?:than|compared\s(?:with|to)|comparison\s(?:with|to)|against|versus|vs\.?|as\sin|as\sfor|number\sof|level\sof|figure\s(?:of|for)"
        rf"|that\sof|rate\sof|relative\sto|unlike)\s{_BETWEEN_EN}$"
        rf"|(?:%|\bpercent|\bper\scent|\btimes|\bup|\bdown|\brise|\bincrease|\bdecrease|\bfall|\bdrop|\bgrowth|\bdecline)\s(?:[a-z]+\s)?(?:on|over|from|to)\s{_BETWEEN_EN}$"
        r"|\b(?:plan|programme|program|strategy|law|decree|resolution|convention|treaty|agreement|roadmap|cycle|season)s?\s(?:of|for|dated|until|to|from)\s(?:the\s)?$"
        r"|\b(?:founded|established|created|set\sup|adopted|signed|elected|launched)\s(?:in|on|back\sin)\s$)",
        re.I,
    ),
    "ru": re.compile(
        rf"(?:\b(?:чем|против|сравнени[юи]\s(?:с|со)|отличие\sот|отношению\sк|относительно|(?:в\s)?аналогичн\w+\sпериод\w*)\s{_BETWEEN_RU}$|"
        r"\b(?:план|программ|стратеги|закон|указ|постановлен|соглашен|договор|резолюц|концепци)\w*\s(?:\w+\s){0,3}(?:на|от|до)\s$|"
        r"\b(?:создан|основан|учрежд|образован|принят|подписан)\w*\s(?:в|во)?\s?$)",
        re.I,
    ),
    "zh": re.compile(
        r"(?:比|较|較|与|與|同比|相比|于|成立于|创立於|規劃|规划|计划|計劃|战略|戰略|纲要|綱要)$",
    ),
}
_OF_A_DAY = re.compile(r"\b(?:statement|report|order)s?\s(?:of|for|dated|from)\s(?:the\s)?$", re.I)
# A day up to which figures are counted: it ends a period and begins none.
_UP_TO = {
    "en": re.compile(
        r"\b(?:as\s(?:of|at|on)|by|until|till|up\sto)\s(?:the\s)?(?:(?:end|beginning|start|middle)\sof\s|early\s|late\s|mid-)?$", re.I
    ),
    "ru": re.compile(r"\b(?:по\sсостоянию\sна|на|к|ко|до)\s(?:(?:конец|конца|концу|начало|начала|началу|середину|середине)\s)?$", re.I),
    "zh": re.compile(r"(?:截至|截止到|截止至|截止|截至到)$"),
}
_AFTER_COMPARED = {
    "en": re.compile(r"\s(?:plan|programme|program|strategy|law|decree|resolution|roadmap|report|edition|anniversary)\b", re.I),
    "ru": re.compile(r"\s(?:выпуск|рождени)", re.I),
    "zh": re.compile(r"(?:同期|出生|规划|規劃|计划|版)"),
}
_NAMED_YEAR = re.compile(r"(?<=[^\W\d_»”」』’\"])\s?[-–—]\s?(20[0-4]\d)(?![\d–—-])(?=[\s»”\"’」』)）,.;，。、]|[^\x00-\x7f]|\Z)")
_NEAREST = 4
_LONG = 27  # days from which a period may hold for later paragraphs


@dataclass(slots=True)
class Periods:
    """What is remembered from sentence to sentence; ``published`` is the article's date, ``masked`` the spans of captions and datelines."""

    language: str
    published: str | None
    masked: Sequence[tuple[int, int]] = ()
    paragraph: tuple[int, str | None, str] = (-1, None, "")
    article: tuple[str | None, str] = (None, "")
    event: tuple[str | None, str] = (None, "")
    day: str | None = None  # the last day told of, for "that day"
    _resolved: dict[int, str | None] = field(default_factory=dict)

    def value(self, date: DateFound) -> str | None:
        """Return the EDTF text of a date; one that lies after the publication is no period of a figure."""
        if date.start not in self._resolved:
            value = resolve(date, self.published) or self._in_year_told_of(date)
            self._resolved[date.start] = None if value and self._is_ahead(value) else value
        return self._resolved[date.start]

    def follow(self, date: DateFound) -> None:
        """Remember a day that the text tells of, whatever it is the day of, and give "that day" the one before it."""
        if date.kind == "same":
            self._resolved[date.start] = self.day
        elif self._is_day(date) and not date.is_open:
            self.day = self.value(date) or self.day

    def _in_year_told_of(self, date: DateFound) -> str | None:
        """Resolve a month or day without a year in an undated article by the one year that the article has told of."""
        years = set(re.findall(r"\d{4}", self.article[0] or ""))
        if self.published or date.kind != "partial" or len(years) != 1 or date.first.year_offset is not None:
            return None
        year = int(years.pop())
        last = replace(date.last, year=year) if date.last else None
        return resolve(replace(date, kind="absolute", first=replace(date.first, year=year), last=last), None)

    def _is_ahead(self, value: str) -> bool:
        if not self.published:
            return False
        start, end = PartialDate.parse(value).start, PartialDate.parse(self.published).end
        return bool(start and end and start > end)

    def usable(self, text: str, date: DateFound, tokens: Sequence[Token], at: int) -> bool:
        """Tell whether a date may be the period of a figure of its sentence."""
        if any(start <= date.start < end for start, end in self.masked):
            return False
        before, after = text[max(0, date.start - 60) : date.start], text[date.end : date.end + 16]
        if before.endswith(("(", "（")) and after.lstrip()[:1] in "-–—:：":
            return False
        if _BEFORE[self.language].search(before) or _AFTER_COMPARED[self.language].match(after):
            return False
        if self.is_limit(text, date) or (self._is_day(date) and _OF_A_DAY.search(before)):
            return False
        return not (self._is_day(date) and _is_said(tokens, at))

    def is_limit(self, text: str, date: DateFound) -> bool:
        """Tell whether a date only says up to when figures are counted ("as of 15 June")."""
        if date.last is not None or date.is_open or not (date.first.month or date.first.day):
            return False
        before = text[max(0, date.start - 40) : date.start]
        return bool(_UP_TO[self.language].search(before)) and not any(start <= date.start < end for start, end in self.masked)

    def _is_day(self, date: DateFound) -> bool:
        part = date.first
        return date.last is None and (part.day is not None or part.weekday is not None or part.day_offset is not None)

    def inherit(self, paragraph: int) -> tuple[str | None, str]:
        """Return the period that holds for a figure whose sentence states none."""
        if self.paragraph[0] == paragraph and self.paragraph[2]:
            return self.paragraph[1:]
        return self.article if self.article[0] else self.event

    def remember(self, paragraph: int, value: str | None, words: str, is_event: bool) -> None:
        """Keep a period for what follows: its paragraph, and the whole article when it is long or that of the operation told of."""
        self.paragraph = (paragraph, value, words)
        if value is None:
            return
        if is_event:
            self.event = (value, words)
        if is_event or ((PartialDate.parse(value).days() or _LONG) >= _LONG and not self._is_background(value)):
            self.article = (value, words)

    def _is_background(self, value: str) -> bool:
        """Tell whether a period lies before the one the article is about, or inside it: it holds for its own paragraph alone."""
        told, about = PartialDate.parse(value), PartialDate.parse(self.article[0]) if self.article[0] else None
        if about is None or not (told.start and told.end and about.start):
            return False
        is_inside = about.end is not None and about.start <= told.start and told.end <= about.end and told.text != about.text
        return told.end < about.start or is_inside


def named_years(text: str) -> list[tuple[int, int, str]]:
    """Return the years that stand in names ("Border Shield-2022", «Рубеж – 2018»), for want of a finer date."""
    return [(match.start(), match.end(), match[1]) for match in _NAMED_YEAR.finditer(text)]


def _is_said(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a day stands beside a verb of saying rather than beside a deed."""
    nearest = ""
    for distance in range(1, 8):
        for i in (at - distance, at + distance):
            if 0 <= i < len(tokens) and (action := tokens[i].action()) and not nearest:
                role = trait("actions", action, "role")
                nearest = "speech" if role == "speech" else "deed" if not role else ""
    return nearest == "speech"


def choose(tokens: Sequence[Token], at: int, end: int, dates: Sequence[tuple[int, DateFound]]) -> DateFound | None:
    """Return the date of the sentence that is nearest to a quantity, those before it preferred."""
    best: tuple[float, DateFound] | None = None
    middle = bisect_left(dates, at, key=lambda pair: pair[0])
    for place, date in dates[max(0, middle - _NEAREST) : middle + _NEAREST]:
        inner = tokens[place:at] if place < at else tokens[end:place]
        cost = len(inner) + (0 if place < at else 2) + sum(12 for token in inner if token.text in (";", "；"))
        cost += 0 if place < at else sum(3 for token in inner if token.text in (",", "，"))  # "180 since 2012, in 2017 23"
        if best is None or cost < best[0]:
            best = (cost, date)
    return best[1] if best else None
