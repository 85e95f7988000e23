"""Tying numbers to events: figures to the operation they are told of, attendance to the meeting it belongs to."""

from collections.abc import Sequence
from dataclasses import replace

from articles.extraction.context import ArticleText
from articles.extraction.doers import with_doers
from articles.extraction.evidence import span_of
from articles.extraction.meetings import MeetingDraft
from articles.extraction.records import Attendance, OperationFound, StatisticFound
from articles.extraction.statistics import QuantityFound
from articles.extraction.wordlists import any_form

_SENTENCES_APART = 2
_BARE_RUPEES = frozenset(("rs", "rs.", "re", "₹", "rupees", "rupee", "рупий", "рупии", "рупия", "卢比"))
_BARE_ROUBLES = frozenset(("rubles", "roubles", "ruble", "rouble", "рублей", "рубля", "рубль", "рублях", "руб", "руб.", "卢布", "盧布"))
_SHARED = (
    ("PK", "IN", "PKR", "INR", _BARE_RUPEES),
    ("BY", "RU", "BYN", "RUB", _BARE_ROUBLES),
)  # two countries with one name for their money
_ATTENDANCE = "attendance of a meeting"


def link_figures(
    figures: Sequence[StatisticFound], operations: Sequence[OperationFound], article: ArticleText
) -> tuple[StatisticFound, ...]:
    """Return the figures with the operation of their sentence, of their paragraph before them, or of exactly their period; else with the
    states that act in their sentence."""
    known = [row for row in operations if row.slug is not None]
    figures = _in_own_currency(figures, article)
    linked = (figure if figure.operation else replace(figure, operation=_operation(figure, known, article)) for figure in figures)
    return tuple(with_doers(figure, article) for figure in linked)


def _in_own_currency(figures: Sequence[StatisticFound], article: ArticleText) -> Sequence[StatisticFound]:
    """Read bare rupees and roubles as those of the country that the text names, where it never names the other one."""
    codes = {place.code for place in article.places}
    for own, other, unit, usual, names in _SHARED:
        if own in codes and other not in codes:
            figures = [replace(row, unit=unit) if row.unit == usual and row.unit_text.casefold() in names else row for row in figures]
    return figures


def _operation(figure: StatisticFound, operations: list[OperationFound], article: ArticleText) -> str | None:
    number = article.number_at(figure.start)
    low, high = article.inside(number)
    paragraph = article.text.rfind("\n", 0, figure.start) + 1
    same_sentence = [row for row in operations if low <= row.start < high]
    before = [row for row in operations if paragraph <= row.start < figure.start]
    if any(low <= date.start < high for date in article.dates):
        before = [row for row in before if figure.period is not None and row.date is not None]
    for rows in (same_sentence, before):
        fitting = [row for row in rows if _fits(figure, row)]
        if fitting:
            return min(fitting, key=lambda row: abs(row.start - figure.start)).slug
    slugs = {row.slug for row in operations}
    if (
        figure.period is not None
        and len(slugs) == 1
        and any(row.date is not None and span_of(row.date) == span_of(figure.period) for row in operations)
    ):
        return next(iter(slugs))
    return None


def _fits(figure: StatisticFound, operation: OperationFound) -> bool:
    """Tell whether a figure's period may be an operation's: unknown, or overlapping."""
    said, known = span_of(figure.period), span_of(operation.date)
    return said is None or known is None or (said[0] <= known[1] and known[0] <= said[1])


def place_attendance(drafts: Sequence[MeetingDraft], quantities: Sequence[QuantityFound], article: ArticleText) -> dict[int, Attendance]:
    """Return the attendance of each meeting by its place in ``drafts``: people of rank who took part in the nearest meeting before them."""
    placed: dict[int, Attendance] = {}
    takes_part = any_form(article.language, "roles", "takes_part")
    for found in quantities:
        number = article.number_at(found.start)
        of_rank = found.measure is None and (found.noun == "official" or found.reason == _ATTENDANCE)
        if not of_rank or not takes_part.search(article.sentence_at(found.start)):
            continue
        row = Attendance(found.low, found.high, found.qualifier, found.quote, found.start, found.end)
        near = [n for n, draft in enumerate(drafts) if draft.sentence <= number or draft.sentence - number <= _SENTENCES_APART]
        if not near:
            continue
        best = min(near, key=lambda n: (abs(drafts[n].sentence - number), abs(drafts[n].start - row.start)))
        placed.setdefault(best, row)
    return placed
