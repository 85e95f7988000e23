"""Meetings read from a text: which series, which number, where and when, joined over the whole article.

An ordinal beside a word for a meeting makes a numbered meeting; the body is named around it, or earlier in the article when the text only
says "their 10th meeting". Place and date come from the meeting's own sentence, else from the lead.
"""

import re
from dataclasses import dataclass, replace

from articles.extraction.context import ArticleText, Ordered
from articles.extraction.dates import DateFound
from articles.extraction.ordinals import OrdinalFound, find_ordinals
from articles.extraction.states import PlaceHit
from articles.extraction.wordlists import PhraseHit, any_form, phrase_index

_BETWEEN = 60  # characters between an ordinal and its word for a meeting
_AFTER = 70
_BEFORE = 170
_FAR = 600  # from the number to the body it belongs to
_MOST = 200  # meetings read from one article
_LEAD = 3  # sentences at the head of an article in which its own meeting is placed and dated


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting as the text has it, before its date is resolved and it is matched."""

    series: str | None
    ordinal: int | None
    start: int
    end: int
    sentence: int
    rule: str
    city: str | None = None
    country: str | None = None
    date: DateFound | None = None
    venue: str | None = None
    is_remote: bool = False
    is_date_near: bool = False


def find_meetings(article: ArticleText) -> list[MeetingDraft]:
    """Return the meetings of an article, one draft for each series and number."""
    nouns = Ordered([hit for hit in phrase_index(article.language, "meetings").find(article.words) if hit.code in (*_NOUNS, "time")])
    series = Ordered(phrase_index(article.language, "series").find(article.words))
    drafts: list[MeetingDraft] = []
    for ordinal in find_ordinals(article.text, article.language):
        draft = _numbered(ordinal, nouns, series, article, drafts)
        if draft is not None and len(drafts) < _MOST:
            drafts.append(draft)
    drafts += _unnumbered(nouns, series, article, {draft.series for draft in drafts})
    return _joined([_placed(draft, drafts, article) for draft in drafts])


def _numbered(
    ordinal: OrdinalFound, nouns: Ordered[PhraseHit], series: Ordered[PhraseHit], article: ArticleText, earlier: list[MeetingDraft]
) -> MeetingDraft | None:
    """Return the meeting that an ordinal numbers, or ``None`` when it numbers something else; ``earlier`` are those read before it."""
    number = article.number_at(ordinal.start)
    first, last = article.inside(number)
    sentence = article.text[first:last]
    noun = _noun(ordinal, nouns, series, article, last)
    if noun is None:
        return None
    body, rule = _body(ordinal, noun, series.between(max(first, ordinal.start - _FAR), min(last, ordinal.start + _FAR)), article)
    if body is None and noun.code != "forum":
        body, rule = _earlier_body(ordinal, series, article, number), _CARRIED
    beside = next((draft.series for draft in earlier if draft.ordinal and abs(draft.ordinal - ordinal.value) == 1), None)
    if body is None and beside is not None:
        # "The 19th meeting will be held in 2024", far from the 18th whose body is told.
        return MeetingDraft(beside, ordinal.value, ordinal.start, noun.end, number, _CARRIED)
    if body is not None and body.code.startswith("other:"):
        code = None if any_form(article.language, "meetings", "sco").search(sentence) and body.code not in _FOREIGN else "-"
    else:
        code = body.code if body is not None else None
    unnamed = noun.code == "forum" or not any_form(article.language, "meetings", "sco").search(sentence)
    if code == "-" or (code is None and unnamed):
        return None
    near = body is not None and first <= body.start < last and abs(body.start - noun.end) < _AFTER
    end = max(noun.end, body.end) if near and body is not None else noun.end
    start = min(ordinal.start, body.start) if article.language == "zh" and near and body is not None else ordinal.start
    return MeetingDraft(code, ordinal.value, start, end, number, rule)


_CARRIED = "number and earlier body"
_NOUNS = ("meeting", "forum")  # a council has meetings; a seminar or a forum is only that of a body named beside it
_FOREIGN = frozenset({"other:un", "other:cis", "other:csto"})


def _noun(
    ordinal: OrdinalFound, nouns: Ordered[PhraseHit], series: Ordered[PhraseHit], article: ArticleText, last: int
) -> PhraseHit | None:
    """Return the word for a meeting that an ordinal counts: right after it, with no comma and no other noun between."""
    reach = min(ordinal.end + (12 if article.language == "zh" else _BETWEEN), last) + 1
    near = [*nouns.between(ordinal.end - 1, reach), *series.between(ordinal.end - 1, reach)]
    for hit in sorted(near, key=lambda hit: hit.start):
        between = article.text[ordinal.end : hit.start]
        if re.search(r"[,;:()«»\"“”，；：、]|\b(?:and|of|in|to|и|в|на)\b", between) or len(between.split()) > 6:
            return None
        if hit.code == "time":
            first = article.inside(article.number_at(ordinal.start))[0]
            return hit if any_form(article.language, "meetings", "gather").search(article.text[first:last]) else None
        if hit.code not in _NOUNS:
            later = [noun for noun in nouns.between(hit.start, hit.end + 13) if noun.code in _NOUNS]
            if later:
                return later[-1]
            # "The 9th council of heads" is counted, "the first deputy head of the border service" is not.
            is_counted = not between.strip() or any_form(article.language, "meetings", "council").search(article.text[hit.start : hit.end])
            return hit if is_counted and article.language != "zh" else None
        return hit
    return None


def _body(ordinal: OrdinalFound, noun: PhraseHit, inside: list[PhraseHit], article: ArticleText) -> tuple[PhraseHit | None, str]:
    """Return the body whose meeting is counted: named right behind the meeting, before the number, or farther behind."""
    behind = [hit for hit in inside if hit.start >= ordinal.start and hit.start - noun.end <= _AFTER]
    if behind and re.search(r"[,;，；]", article.text[noun.end : behind[0].start]):
        behind = []  # another clause speaks of another body
    before = [hit for hit in inside if hit.end <= ordinal.start and ordinal.start - hit.end <= _BEFORE]
    if article.language == "zh" and before:
        return before[-1], "body before number"
    if behind:
        return behind[0], "number before body"
    if before:
        return before[-1], "body before number"
    later = [hit for hit in inside if hit.start > noun.end]
    return (later[0], "number before body") if later else (None, "")


def _earlier_body(ordinal: OrdinalFound, series: Ordered[PhraseHit], article: ArticleText, number: int) -> PhraseHit | None:
    """Return the body the article spoke of last before the number, or first after it: "at their 10th meeting"."""
    before = series.before(ordinal.start)
    if before is not None and number - article.number_at(before.start) <= _LEAD:
        return before
    return series.after(ordinal.end) if before is None and number <= _LEAD else None


def _unnumbered(
    nouns: Ordered[PhraseHit], series: Ordered[PhraseHit], article: ArticleText, numbered: set[str | None]
) -> list[MeetingDraft]:
    """Return meetings of known series that carry no number but a place or a date of their own."""
    drafts = []
    for hit in series.items[:_MOST]:
        if hit.code in numbered or hit.code.startswith("other:"):
            continue
        number = article.number_at(hit.start)
        first, last = article.inside(number)
        noun = next(
            (
                noun
                for noun in nouns.between(max(first, hit.start - _FAR), min(last, hit.start + _FAR))
                if -30 <= hit.start - noun.end <= 40 or hit.start <= noun.start < hit.end
            ),
            None,
        )
        if noun is None or any_form(article.language, "meetings", "next").search(article.text[max(first, hit.start - 40) : hit.start]):
            continue
        drafts.append(MeetingDraft(hit.code, None, min(hit.start, noun.start), max(hit.end, noun.end), number, "body without number"))
    return drafts


def _placed(draft: MeetingDraft, drafts: list[MeetingDraft], article: ArticleText) -> MeetingDraft:
    """Return the draft with city, country and date from its sentence; the article's own meeting may take them from the lead."""
    first, last = article.inside(draft.sentence)
    sentence = article.text[first:last]
    others = [other.start for other in drafts if other.sentence == draft.sentence and other.start != draft.start]
    low = max((start for start in others if start < draft.start), default=first)
    high = min((start for start in others if start > draft.start), default=last)
    remote = bool(any_form(article.language, "meetings", "remote").search(sentence))
    city, country = _place(draft, article, low, high)
    date = _date(draft, article, low, high)
    near = date is None
    if date is None:
        date = _date_nearby(draft, article)
    if city is None and country is None and (draft.sentence <= _LEAD or draft.ordinal is not None):
        city, country = _place_in_lead(draft, article)
    if remote:
        city = country = None
    venue = _VENUE[article.language].search(article.text, draft.end, high)
    return replace(
        draft, city=city, country=country, date=date, is_date_near=near, venue=venue["venue"].strip() if venue else None, is_remote=remote
    )


_VENUE = {
    "en": re.compile(
        r"\bat (?:the )?(?P<venue>(?:[A-Z][\w'’\-]+ (?:of (?:the )?)?){1,6}?(?:Center|Centre|Hall|Palace|Hotel|Residence|House|Complex"
        r"|Resort|Building|Congress Hall|Headquarters|Sanatorium))\b"
    ),
    "ru": re.compile(
        r"\b(?:в|во) (?P<venue>(?:конгресс-центре|Конгресс-центре|Дворце|дворце|отеле|гостинице|санатории|резиденции|пансионате)(?:"
        r" [«\"]?[А-ЯЁ][\w\-]+[»\"]?| независимости){0,4})"
    ),
    "zh": re.compile(r"在(?P<venue>[\u4e00-\u9fff]{2,12}(?:会议中心|国际会议中心|会展中心|饭店|酒店|宫|大厦|宾馆|国宾馆))"),
}
_IN = {
    "en": re.compile(
        r"\b(?:in|at|to|near|city of|capital of|capital,)\s(?:the\s(?:capital\s"
        r"|city\sof\s)?)?(?:[\w'’]+\s(?:capital\s(?:city\s)?(?:of\s)?))?(?:downtown\s|central\s)?$",
        re.IGNORECASE,
    ),
    "ru": re.compile(r"\b(?:в|во|на|под|городе|г\.)\s(?:городе\s|г\.\s?|столице\s\w+\s)?$", re.IGNORECASE),
    "zh": re.compile(r"(?:在|于|抵达|赴)[\u4e00-\u9fff]{0,8}$"),
}
_IN_STATE = {"en": re.compile(r"\b(?:in|hosted by|capital of)\s(?:the\s)?$", re.IGNORECASE), "ru": _IN["ru"], "zh": _IN["zh"]}


def _place(draft: MeetingDraft, article: ArticleText, low: int, high: int) -> tuple[str | None, str | None]:
    """Return the city and state of a meeting's sentence: the nearest city, preferred behind the number and after "in"."""
    hits = [hit for hit in article.places_in(low, high) if not draft.start <= hit.start < draft.end and not article.in_dateline(hit.start)]
    best: tuple[float, PlaceHit] | None = None
    for hit in hits:
        patterns = _IN if hit.city else _IN_STATE
        placed = bool(patterns[article.language].search(article.text[max(low, hit.start - 40) : hit.start]))
        if hit.rule == "demonym" or hit.rule == "letters" or (hit.city is None and not placed):
            continue
        distance = hit.start - draft.end if hit.start >= draft.end else (draft.start - hit.end) * 1.5
        score = distance - (60 if placed else 0) - (40 if hit.city else 0)
        if best is None or score < best[0]:
            best = (score, hit)
    return (best[1].city, best[1].code) if best else (None, None)


def _place_in_lead(draft: MeetingDraft, article: ArticleText) -> tuple[str | None, str | None]:
    """Return the place of the sentence before, of the title or of the first sentences: where the article's own meeting was."""
    near = [n for n in (draft.sentence - 1, draft.sentence + 1) if 0 <= n < len(article.sentences)]
    for number in dict.fromkeys([*near, *range(min(_LEAD, len(article.sentences)))]):
        low, high = article.inside(number)
        for hit in article.places:
            if low <= hit.start < high and hit.city and _IN[article.language].search(article.text[max(low, hit.start - 30) : hit.start]):
                return hit.city, hit.code
    return next(((hit.city, hit.code) for hit in article.places if hit.city and article.in_dateline(hit.start)), (None, None))


def _is_day(date: DateFound) -> bool:
    part = date.first
    return (part.day is not None or part.weekday is not None or part.day_offset is not None) and not date.is_open


def _of_saying(date: DateFound, article: ArticleText) -> bool:
    """Tell whether a weekday says when something was said, and not when it took place."""
    before = article.text[max(0, date.start - 40) : date.start]
    return date.first.weekday is not None and (
        "according to" in before or bool(any_form(article.language, "speech", "says").search(before))
    )


def _date(draft: MeetingDraft, article: ArticleText, low: int, high: int) -> DateFound | None:
    """Return the date nearest to the meeting in its sentence: a day, else a month."""
    inside = [
        date
        for date in article.dates_in(low, high)
        if not date.is_open and not article.in_dateline(date.start) and not _of_saying(date, article)
    ]
    for wanted in (
        [date for date in inside if _is_day(date)],
        [date for date in inside if date.first.month or date.first.month_offset is not None],
    ):
        if wanted:
            return min(wanted, key=lambda date: min(abs(date.start - draft.end), abs(draft.start - date.end)))
    years = [date for date in inside if date.first.year is not None and date.start >= draft.end]
    return years[0] if years and _is_ahead(draft, article) else None


def _is_ahead(draft: MeetingDraft, article: ArticleText) -> bool:
    """Tell whether a meeting of the sentence is still to come, so that no day told beside it is its own."""
    return bool(any_form(article.language, "meetings", "ahead").search(article.sentence_at(draft.start)))


def _date_nearby(draft: MeetingDraft, article: ArticleText) -> DateFound | None:
    """Return the day named in the sentence before or, for a meeting of the lead, in the first sentences of the article."""
    told_there = re.search(
        r"\b(?:remarks?|speaking|speech|comments?|statement|выступая|выступлени)", article.sentence_at(draft.start), re.IGNORECASE
    )
    lead = range(min(_LEAD, len(article.sentences))) if draft.sentence <= _LEAD + 1 else ()
    for number in dict.fromkeys([max(draft.sentence - 1, 0), *lead]):
        low, high = article.inside(number)
        if any_form(article.language, "meetings", "next").search(article.text[low:high]):
            continue
        days = [date for date in article.dates_in(low, high) if _is_day(date) and not article.in_dateline(date.start)]
        days = [date for date in days if told_there or not _of_saying(date, article)]
        if len(days) == 1:
            return days[0]
    return None


def _joined(drafts: list[MeetingDraft]) -> list[MeetingDraft]:
    """Join drafts of one series and number: the first that names its body keeps its words, the others fill what it lacks."""
    joined: dict[tuple[str | None, int | None], MeetingDraft] = {}
    for draft in drafts:
        key = (draft.series, draft.ordinal)
        known = joined.get(key)
        if known is None:
            joined[key] = draft
        else:
            plain = draft if known.rule == _CARRIED and draft.rule != _CARRIED else known
            joined[key] = replace(
                plain,
                city=known.city or draft.city,
                country=known.country or draft.country,
                date=known.date or draft.date,
                is_date_near=known.is_date_near if known.date else draft.is_date_near,
                venue=known.venue or draft.venue,
                is_remote=known.is_remote or draft.is_remote,
            )
    return list(joined.values())
