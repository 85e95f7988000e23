"""When an article was published: what the source says, the lines around the headline, the dateline, the address, else evidence in the text.

A date outside the article is never taken: a crawler's day above the page, a mirror's time stamp that the dateline contradicts, the day of a
decision. Where nothing is stated, evidence may bound the day (:mod:`articles.extraction.evidence`); else it stays unknown.
"""

import datetime
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from articles.extraction.addresses import date_of_address
from articles.extraction.context import ArticleText
from articles.extraction.datelines import find_dateline
from articles.extraction.dates import DateFound, find_dates, resolve
from articles.extraction.evidence import Evidence, weigh
from articles.extraction.records import Basis, CleanText, SourceText
from events.partial_dates import BadDate, PartialDate

_DATELINE_PARAGRAPHS = 4
_FARTHEST = 10  # days between a dateline and the day of its page; a longer way means that the page is a copy made later
_EARLIEST = 1996
_DAY_FIRST = re.compile(r"(?<![\d.,/-])(?P<d>0?[1-9]|[12]\d|3[01])[/.-](?P<m>0?[1-9]|1[0-2])[/.-](?P<y>(?:19|20)\d\d)(?![\d/])")
# Where pages write the day before the month.
_DAY_FIRST_STATES = frozenset({"UZ", "KZ", "KG", "TJ", "RU", "BY", "IN", "PK", "AZ", "AM", "TM", "TR", "LK", "NP", "AE"})
_MONTH_FIRST_LABELS = frozenset({"us", "cn", "jp", "kr", "tw", "hk", "ir", "ph", "tv", "io", "co", "me"})
_DAY_FIRST_ZONE = re.compile(r"\b(?:IST|PKT|MSK|МСК)\b")  # a clock of India, Pakistan or Moscow
# "Апрель 27, 2009", as Russian pages made with English tools have it.
_MONTH_FIRST_RU = re.compile(r"\b(?P<m>[А-Я][а-я]{2,7}[ьтй])\s(?P<d>\d{1,2}),\s(?P<y>(?:19|20)\d\d)\b")
_LATER_DAY = re.compile(r"^\W*(?:last\s)?(?:updated|modified)|^\W*обновлен", re.IGNORECASE)
_NOT_A_DATE = re.compile(r"\b(?:rates?|currency|copyright|©|курс\w*)\b|[$€₽]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication as EDTF, how it is known, and the reasoning when it is inferred."""

    date: str | None
    basis: Basis | None
    note: str = ""
    used: tuple[str, ...] = ()
    warning: str = ""


def find_publication(
    source: SourceText, clean: CleanText, article: ArticleText, evidence: list[Evidence], country: str | None
) -> Publication:
    """Return when the article was published, never later than the day on which it was fetched; ``country`` is the outlet's."""
    fetched = _day(source.fetched_on)
    stated = _stated(source, fetched)
    if stated is not None:
        return stated
    dateline = _dateline(article)
    head = _from_head(
        clean, article.language, dateline, fetched, country in _DAY_FIRST_STATES or (country is None and _is_day_first(source.url))
    )
    if head is not None:
        return head
    if dateline is not None and dateline.first.year is not None:
        return Publication(resolve(dateline, None), "dateline")
    address = date_of_address(source.url)
    if address is not None and len(address) == 10 and not _contradicts(dateline, address) and not _too_late(address, fetched):
        return Publication(address, "address")
    inferred = weigh(evidence, dateline)
    if inferred is not None and not _too_late(inferred.date, fetched):
        return Publication(inferred.date, "inferred", inferred.note, inferred.used)
    if address is not None and not _too_late(address, fetched) and not _contradicts(dateline, address):
        return Publication(address, "address")
    return Publication(None, None)


def _is_day_first(url: str | None) -> bool:
    """Tell by the country of an unknown host whether its pages write the day before the month."""
    try:
        label = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        return False
    return len(label) == 2 and label not in _MONTH_FIRST_LABELS


def _stated(source: SourceText, fetched: datetime.date | None) -> Publication | None:
    """Return the date that the source's own fields state; one in the future is refused with a warning."""
    text = (source.published or "").strip()
    if not text:
        return None
    value = _edtf(text)
    basis: Basis = "given" if "published" in source.given else "metadata"
    if value is None:
        return None
    if _too_late(value, fetched) and basis != "given":
        return None
    return Publication(value, basis)


def _edtf(text: str) -> str | None:
    """Return an EDTF text for a date of metadata: EDTF itself, an ISO time, or a date in words."""
    iso = re.match(r"(\d{4}-\d{2}-\d{2})[T ]\d", text)
    try:
        return PartialDate.parse(iso[1] if iso else text).text
    except BadDate:
        pass
    for language in ("en", "ru", "zh"):
        for date in find_dates(text, language):
            value = resolve(date, None)
            if value is not None and date.first.year is not None:
                return value
    return None


def _dateline(article: ArticleText) -> DateFound | None:
    """Return the day of the dateline, if the report has one."""
    for paragraph in article.text.split("\n\n", _DATELINE_PARAGRAPHS)[:_DATELINE_PARAGRAPHS]:
        dateline = find_dateline(paragraph, article.language)
        if dateline is not None and dateline.date is not None and dateline.date.first.day is not None:
            return dateline.date
    return None


def _from_head(
    clean: CleanText, language: str, dateline: DateFound | None, fetched: datetime.date | None, day_first: bool
) -> Publication | None:
    """Return the first full date in the lines around the headline, the nearest line first."""
    coarse = None
    for line in sorted(clean.head_lines, key=lambda text: bool(_LATER_DAY.search(text))):
        if _NOT_A_DATE.search(line):
            continue
        line = (
            _DAY_FIRST.sub(lambda found: f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}", line)
            if language == "ru" or day_first or _DAY_FIRST_ZONE.search(line)
            else line
        )
        line = _MONTH_FIRST_RU.sub(lambda found: f"{found['d']} {found['m'].lower()} {found['y']}", line)
        for date in [found for one in dict.fromkeys((language, "en", "ru")) for found in find_dates(line, one)]:
            value = resolve(date, None) if date.last is None and date.first.year is not None else None
            if value is None or date.first.year is None or date.first.year < _EARLIEST or _too_late(value, fetched):
                continue
            if date.first.day is None:
                coarse = coarse or (Publication(value, "text") if date.first.month else None)
            elif not _contradicts(dateline, value):
                return Publication(value, "text")
    return coarse


def _contradicts(dateline: DateFound | None, value: str) -> bool:
    """Tell whether a page's day lies far from the day of the report's dateline, taken in the nearest year."""
    day = _day(value)
    if dateline is None or day is None or dateline.first.month is None or dateline.first.day is None:
        return False
    years = (dateline.first.year,) if dateline.first.year else (day.year, day.year - 1, day.year + 1)
    distances = []
    for year in years:
        try:
            distances.append((day - datetime.date(year, dateline.first.month, dateline.first.day)).days)
        except ValueError:
            continue
    return bool(distances) and not any(-1 <= distance <= _FARTHEST for distance in distances)


def _day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _too_late(value: str, fetched: datetime.date | None) -> bool:
    """Tell whether a date lies after the day on which the page was fetched, or after today when that is unknown."""
    limit = (fetched or datetime.date.today()) + datetime.timedelta(days=1)
    try:
        start = PartialDate.parse(value).start
    except BadDate:
        return True
    return start is not None and start > limit
