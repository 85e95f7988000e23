"""The dateline at the head of a report: place, day and agency ("TASHKENT, April 5 (Xinhua) --", "本报上海7月10日电")."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from articles.extraction.dates import DateFound, DatePart, find_dates
from articles.extraction.scripts import simplified
from articles.extraction.signatures import NAME_LINE, is_name

_LIMIT = 160
_SHORT_MONTHS = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
_LONGEST_ABBREVIATION = 4  # "RATS: ..." is a headline, "KABUL: ..." a dateline


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline with its span in the paragraph; parts that are not written are empty."""

    end: int
    place: str
    date: DateFound | None
    agency: str
    reporter: str


_PLACE = re.compile(
    r"(?P<place>[A-ZА-ЯЁ][A-ZА-ЯЁ'’\-]+(?:[ /][A-ZА-ЯЁ][A-ZА-ЯЁ'’\-]+){0,3}|[A-ZА-ЯЁ][a-zа-яё'’\-]+(?:"
    r" [A-ZА-ЯЁ][a-zа-яё'’\-]+){0,2})(?=[,.:]|\s)"
)
_MONTH = r"[A-ZА-ЯЁa-zа-яё]{3,9}\.?"
# The parts that may follow the place, in the order in which they are tried at each point.
_PARTS = (
    (
        "day",
        re.compile(
            rf"[,.]? (?P<day>{_MONTH} \d{{1,2}}(?:,? \d{{4}})?(?!\d)|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?(?: г\.| года)?"
            rf"|\d{{2}}\.\d{{2}}\.\d{{4}})"
        ),
    ),
    ("agency", re.compile(r"[,.]?\s?\((?P<agency>[^()\n\d]{2,40})\)")),
    ("slash", re.compile(r"[,.]?\s?/(?P<agency>[^/]{2,50})/")),
    ("dash", re.compile(r"[.,]?\s*(?P<dash>[-–—]{1,3}(?=\s)|:(?=\s))")),
    (
        "bare",
        re.compile(
            r"[,.]?\s?(?P<agency>[A-ZА-ЯЁ]{4,20}|Sputnik|BelTA|Xinhua|Kabar|AKIpress|РИА Новости|Синьхуа|Кабар|Казинформ"
            r"|[A-ZА-ЯЁ][\w\-]+(?: [A-ZА-ЯЁ][\w\-]+)?(?=\s[–—-]{1,2}\s))(?=[.,]?\s)"
        ),
    ),
    (
        "land",
        re.compile(
            r",? \[[A-Z][A-Za-z ]{2,30}\]|, (?!\d)[A-ZА-ЯЁ][A-Za-zА-Яа-яё]+(?: [A-ZА-ЯЁ][A-Za-zА-Яа-яё]+){0,2}(?=[,. ])(?=[,."
            r" ]{0,2}[\d(/A-Z—–-])"
        ),
    ),
)
_ZH = re.compile(
    r"[(（【]?(?:据|據)?(?P<agency>本报|本报讯|新华社|新华网|人民网|人民網|新華社|中新网|中新社|中國新聞網|光明网|央视网|国际在线|环球网|法治日报|"
    r"(?=[\u4e00-\u9fff]{2,12}[社网網]?讯)[\u4e00-\u9fff]{2,10}?[社网網]"
    r"|[\u4e00-\u9fff]{2,6}[网網](?=[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日(?:电|讯|消息)))(?P<place>[\u4e00-\u9fff]{0,10}?)"
    r"(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)?(?:电|電|讯|訊|消息)[)）】]?"
    r"\s*(?:[(（](?:总台|本报|新华社)?(?:记者|記者|通讯员)\s?(?P<reporter>[^()（）\n]{2,40})[)）]"
    r"|(?:本报|新华社)?(?:记者|記者)\s?(?P<told>[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}){0,3}?)"
    r"(?:(?:报道|報道|摄影报道)[:：,，。]?|(?=\s)))?\s*"
)
# "- РИА Новости, Имя Фамилия." behind an agency, "Агентство, И. Фамилия" and "Корр. Агентства Имя Фамилия" between strokes.
_SIGNED = re.compile(rf",\s(?P<name>{NAME_LINE.pattern})\.(?=\s)")
_CORRESPONDENT = re.compile(rf"(?:[Кк]орр|[Cc]orr)\.\s*(?P<agency>.{{2,30}}?)\s(?P<name>{NAME_LINE.pattern})")
# A crawler's day, and a name, glued to the first words ("date 2017-06-27 By Jane Sample The post ..."). They stay in the text.
CRAWLER_NOTE = re.compile(
    r"date (?P<day>\d{4}-\d{2}-\d{2}) (?:By (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}?) (?=[A-Z][a-z]+ [a-z]))?(?=\S)"
)
# "11 июля, Минск /Корр. БЕЛТА/."
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}} {_MONTH}(?:,? \d{{4}})?),? (?P<place>[A-ZА-ЯЁ][\w\-]+(?: [A-ZА-ЯЁ][\w\-]+)?)"
    rf" ?[/(](?P<agency>[^/()\n]{{2,40}})[/)]\.?\s*[-–—]?\s*"
)
# "Бишкек. 16 ноября. Пример-Новости. ...", "Минск, 5 июня 2015 г. ...": parts that end in full stops.
_STOPPED = re.compile(
    rf"(?P<place>[A-ZА-ЯЁ][\w\-]+(?:[ -][A-ZА-ЯЁ][\w\-]+)?)[.,] "
    rf"(?P<day>\d{{1,2}} {_MONTH}(?:,? \d{{4}})?(?: года| г)?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?)\."
    r"(?:\s(?P<agency>[«\"]?[A-ZА-ЯЁ][\w\-]{2,20}(?: [«\"]?[A-ZА-ЯЁ][\w\-]{1,20}){0,2}[»\"]?)(?:\.|\s[—–-]))?\s+(?=[A-ZА-ЯЁ«\"“\d])"
)
# "阿拉山口1月15日电": an agency that is not listed, or none.
_ZH_DAY = re.compile(r"[(（【]?[\u4e00-\u9fff]{2,14}?(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:电|讯)[)）】]?\s*")
_REPORTER_ZH = re.compile(r"[(（](?:本报|新华社)?(?:记者|記者)\s?(?P<reporter>[^()（）\n]{2,40})[)）]")


def find_dateline(paragraph: str, language: str) -> Dateline | None:
    """Return the dateline with which a paragraph begins, or ``None``."""
    return _find(paragraph[: _LIMIT + 1], language)


def find_datelines(text: str, language: str) -> list[tuple[int, int]]:
    """Return the spans of all datelines of a clean text."""
    spans, position = [], 0
    for paragraph in text.split("\n\n"):
        dateline = find_dateline(paragraph, language)
        if dateline is not None:
            spans.append((position, position + dateline.end))
        position += len(paragraph) + 2
    return spans


@lru_cache(maxsize=512)
def _find(head: str, language: str) -> Dateline | None:
    note = CRAWLER_NOTE.match(head)
    if note is None:
        return _find_chinese(head) if language == "zh" else _find_spaced(head, language)
    rest = head[note.end() :]
    inner = _find_chinese(rest) if language == "zh" else _find_spaced(rest, language)
    if inner is None:
        return Dateline(note.end(), "", None, "", note["name"] or "")
    return replace(inner, end=note.end() + inner.end)


def _find_chinese(head: str) -> Dateline | None:
    plain = simplified(head)
    match = _ZH.match(plain)
    if match is None:
        plainer = _ZH_DAY.match(plain)
        dates = find_dates(plainer["day"], "zh") if plainer else []
        return Dateline(plainer.end(), "", dates[0], "", "") if plainer and dates else None
    dates = find_dates(match["day"], "zh") if match["day"] else []
    named = "reporter" if match["reporter"] else "told"
    reporter = head[slice(*match.span(named))] if match[named] else ""
    if not reporter:
        later = _REPORTER_ZH.search(head)
        reporter = later["reporter"] if later else ""
    return Dateline(match.end(), match["place"] or "", dates[0] if dates else None, head[slice(*match.span("agency"))], reporter)


def _find_spaced(head: str, language: str) -> Dateline | None:
    return _find_parts(head, language) or _find_stopped(head, language)


def _find_stopped(head: str, language: str) -> Dateline | None:
    match = _STOPPED.match(head)
    day = _day(match["day"], language) if match else None
    return Dateline(match.end(), match["place"], day, _bare(match["agency"] or ""), "") if match and day else None


def _find_parts(head: str, language: str) -> Dateline | None:
    reversed_order = _DAY_FIRST.match(head)
    if reversed_order:
        day = _day(reversed_order["day"], language)
        return Dateline(reversed_order.end(), reversed_order["place"], day, _bare(reversed_order["agency"]), "") if day else None
    place = _PLACE.match(head)
    if place is None:
        return None
    position, parts = place.end(), {"place": place["place"]}
    date: DateFound | None = None
    while True:
        found = next(((name, match) for name, pattern in _PARTS if name not in parts and (match := pattern.match(head, position))), None)
        if found is None:
            break
        name, match = found
        if name == "day":
            date = _day(match["day"], language)
            if date is None:
                break
        position = match.end()
        parts[name] = next((value for value in match.groups() if value), "-")
    agency, reporter = _agency_and_reporter(parts)
    signed = _SIGNED.match(head, position) if agency and not reporter else None
    if signed and is_name(signed["name"]):
        position, reporter = signed.end(), signed["name"]
    while position < len(head) and head[position] in " .,:–—-":
        position += 1
    if not _is_dateline(parts, len(head), position) or head[position:].isupper():
        return None  # what goes on in capitals to its end is a headline
    return Dateline(position, parts["place"], date, agency, reporter)


def _agency_and_reporter(parts: dict[str, str]) -> tuple[str, str]:
    """Return the agency of a dateline and who reports for it, where that is said between its strokes."""
    written = " ".join((parts.get("agency") or parts.get("slash") or parts.get("bare") or "").split())
    told = _CORRESPONDENT.fullmatch(written)
    if told and is_name(told["name"]):
        return _bare(told["agency"]), told["name"]
    agency, comma, name = written.rpartition(", ")
    return (_bare(agency), name) if comma and is_name(name) else (_bare(written), "")


def _day(text: str, language: str) -> DateFound | None:
    """Return the day of a dateline; agencies shorten months that reports write out ("7 ноя")."""
    dates = find_dates(text, language)
    if dates:
        return dates[0]
    short = re.fullmatch(r"(?P<day>\d{1,2}) (?P<month>[а-яё]{3})\.?", text)
    if short is None or short["month"] not in _SHORT_MONTHS or not 1 <= int(short["day"]) <= 31:
        return None
    return DateFound(0, len(text), text, "partial", DatePart(month=_SHORT_MONTHS.index(short["month"]) + 1, day=int(short["day"])))


def _bare(agency: str) -> str:
    return re.sub(r"^(?:Корр|корр|Corr)\.\s*", "", agency).strip(" .")


def _is_dateline(parts: dict[str, str], length: int, end: int) -> bool:
    """Tell a dateline from a sentence that merely begins with a name: it needs a day, an agency or capitals, and a break after it."""
    if end >= length:
        return "slash" in parts and "day" in parts  # some agencies set the dateline on a line of its own
    capitals = parts["place"].isupper() and len(parts["place"]) > 2
    if "agency" in parts or "day" in parts:
        return "dash" in parts or "slash" in parts or (capitals and "day" in parts)
    if "slash" in parts or ("bare" in parts and ("dash" in parts or capitals)):
        return True
    return capitals and "dash" in parts and (parts["dash"] != ":" or len(parts["place"]) > _LONGEST_ABBREVIATION)
