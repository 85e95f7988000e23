"""The evidence of one article, numbered as its page shows it: every shown reading with its mark, its name and the record it leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.marks import Mark
from articles.models import Article, Evidence, MeetingMention, MembershipStatement, OperationMention, StatisticMention
from articles.sentences import in_context, shortened
from events.bounds import Bounds
from events.naming import meeting_name

CONTEXT = 70


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One piece of evidence as a card: its mark, what it is evidence of, and the words around the quoted ones."""

    mark: Mark
    evidence: Any
    record: Any
    before: str
    quote: str
    after: str
    bounds: Bounds | None = None
    is_attendance: bool = False

    @property
    def name(self) -> str:
        """What the words are evidence of."""
        return self.mark.name


def exhibits_of(article: Article) -> list[Exhibit]:
    """Return what the public may see of an article's evidence, numbered by kind in the order of the text, in five queries."""
    meetings = list(article.meetingmentions.shown().select_related("meeting__series", "meeting__state"))
    return [
        *_number("f", figures_of(article).prefetch_related("statistic__states"), article),
        *_number_meetings(meetings, article),
        *_number("o", operations_of(article), article),
        *_number("s", article.membershipstatements.shown(), article),
    ]


def figures_and_operations(article: Article) -> list[Exhibit]:
    """Return the same without meetings and membership, in two queries."""
    return [*_number("f", figures_of(article), article), *_number("o", operations_of(article), article)]


def figures_of(article: Article) -> QuerySet[StatisticMention]:
    """Return an article's shown figures with their records."""
    figures: QuerySet[StatisticMention] = article.statisticmentions.shown()
    return figures.select_related("statistic__measure", "statistic__operation")


def operations_of(article: Article) -> QuerySet[OperationMention]:
    """Return an article's shown operations with their records."""
    operations: QuerySet[OperationMention] = article.operationmentions.shown()
    return operations.select_related("operation")


def _number(letter: str, rows: Iterable[Evidence], article: Article) -> list[Exhibit]:
    ordered = sorted(rows, key=lambda row: (row.start, row.end, row.pk))
    return [_exhibit(letter, number, row, article) for number, row in enumerate(ordered, start=1)]


def _number_meetings(mentions: list[MeetingMention], article: Article) -> list[Exhibit]:
    """Number meetings and the attendances they report together, since an attendance has words of its own."""
    spots: list[tuple[int, int, bool, MeetingMention]] = [(mention.start, mention.end, False, mention) for mention in mentions]
    spots += [(m.attendance_start or 0, m.attendance_end or 0, True, m) for m in mentions if m.attendance_qualifier]
    spots.sort(key=lambda spot: (spot[0], spot[2], spot[3].pk))
    return [
        _exhibit("m", number, mention, article, (start, end) if of_attendance else None)
        for number, (start, end, of_attendance, mention) in enumerate(spots, start=1)
    ]


def _exhibit(letter: str, number: int, row: Any, article: Article, attendance: tuple[int, int] | None = None) -> Exhibit:
    start, end = attendance or (row.start, row.end)
    before, quote, after = in_context(article.text, start, end)
    before, after = shortened(before, after, CONTEXT)
    name, record, bounds = _attendance(row) if attendance else NAMING[type(row)](row)
    return Exhibit(Mark(letter, number, start, end, name), row, record, before, quote, after, bounds, attendance is not None)


def _figure(row: StatisticMention) -> tuple[str, Any, Bounds | None]:
    figure = row.statistic
    if figure is None:
        return f"{row.qualifier_text} {row.value_text} {row.unit_text}".strip(), None, None
    return str(figure.measure or figure.unit_text or figure.unit), figure, figure.bounds


def _meeting(row: MeetingMention) -> tuple[str, Any, None]:
    if row.meeting:
        return meeting_name(row.meeting), row.meeting, None
    return _("A meeting not tied to a record"), None, None


def _attendance(row: MeetingMention) -> tuple[str, Any, Bounds]:
    bounds = Bounds.from_qualifier(row.attendance_qualifier, *_ends(row))
    name = _("Attendance of %(meeting)s") % {"meeting": meeting_name(row.meeting)} if row.meeting else _("Attendance of the meeting")
    return name, row.meeting, bounds


def _ends(row: MeetingMention) -> tuple[Any, Any]:
    return row.attendance_low, row.attendance_high


def _operation(row: OperationMention) -> tuple[str, Any, None]:
    return (row.operation.name, row.operation, None) if row.operation else (_("An operation not tied to a record"), None, None)


def _membership(row: MembershipStatement) -> tuple[str, None, None]:
    names = {"count": _("How many belong"), "founding": _("The founding"), "newest": _("The newest member"), "named_as": _("Named as")}
    if row.kind == "named_as" and row.status:
        return _("Named as %(status)s") % {"status": row.get_status_display()}, None, None
    return names[row.kind], None, None


NAMING: dict[type[Evidence], Any] = {
    StatisticMention: _figure,
    MeetingMention: _meeting,
    OperationMention: _operation,
    MembershipStatement: _membership,
}
