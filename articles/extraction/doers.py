"""Whose figure it is: the states that a report names as acting together, and nothing guessed beyond them.

A row of states counts as acting when it opens its sentence or clause or stands behind "between" or "by"; "the two countries" stands for the
two named last in the sentence before. States that things come from or go to act in neither way and are passed over.
"""

import hashlib
import re
from dataclasses import replace

from articles.extraction.context import ArticleText
from articles.extraction.records import StatisticFound
from articles.extraction.states import PlaceHit
from articles.extraction.wordlists import any_form

_JOINED = re.compile(r"\s*(?:,|、|;|\band\b|\bи\b|\bс\b|和|与|及|同|-|–|—|,\s*and\b)?\s*(?:the\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:^|[,;:，；：。.!?]|\s[-–—]|\bthat\b|\bчто\b)\s*[\"“«„]?\s*(?:the\s+)?\Z", re.IGNORECASE)
_BACK = 60
_NAMES = ("name", "letters")


def with_doers(figure: StatisticFound, article: ArticleText) -> StatisticFound:
    """Return the figure with the states that its sentence says act together.

    A figure that names neither operation nor states gets the fingerprint of its sentence instead: only a copy of the same words then
    reports the same figure.
    """
    if figure.operation or figure.states:
        return figure
    number = article.number_at(figure.start)
    low, high = article.inside(number)
    states = _acting(article, low, figure.start) or _both(article, number, low, high)
    if states:
        return replace(figure, states=states)
    return replace(figure, scope=_fingerprint(article.text[low:high]))


def _acting(article: ArticleText, low: int, before: int) -> tuple[str, ...]:
    """Return the row of acting states nearest before an offset of a sentence."""
    for row in reversed(_rows(article, low, before)):
        lead = article.text[max(low, row[0].start - _BACK) : row[0].start]
        behind = list(any_form(article.language, "doers", "led_by").finditer(lead))
        if _CLAUSE.search(lead) or (behind and not lead[behind[-1].end() :].strip(" \u00a0").removeprefix("the").strip()):
            return tuple(sorted({hit.code for hit in row}))
    return ()


def _both(article: ArticleText, number: int, low: int, high: int) -> tuple[str, ...]:
    """Return the pair that "the two countries" of a sentence stands for."""
    if number == 0 or not any_form(article.language, "doers", "both").search(article.text[low:high]):
        return ()
    first, last = article.inside(number - 1)
    if "\n" in article.text[first:low]:
        return ()
    pairs = [codes for row in _rows(article, first, last) if len(codes := {hit.code for hit in row}) == 2]
    return tuple(sorted(pairs[-1])) if pairs else ()


def _rows(article: ArticleText, low: int, high: int) -> list[list[PlaceHit]]:
    """Return the rows of two or more states that stand side by side in a span."""
    rows: list[list[PlaceHit]] = []
    for hit in article.places_in(low, high):
        if hit.rule not in _NAMES or hit.city:
            continue
        if rows and _JOINED.fullmatch(article.text[rows[-1][-1].end : hit.start]):
            rows[-1].append(hit)
        else:
            rows.append([hit])
    return [row for row in rows if len({hit.code for hit in row}) > 1]


def _fingerprint(sentence: str) -> str:
    return hashlib.sha256(re.sub(r"\W+", "", sentence).casefold().encode()).hexdigest()[:12]
