"""The numbers of a series: which are expected, which are missing and where they fall, and which contradict one another."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.humanize.templatetags.humanize import ordinal
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from events.models import Meeting
from events.partial_dates import PartialDate
from events.wording import date_text

MOST_TILES = 60
DAYS_APART = 45


@dataclass(frozen=True, slots=True)
class Gap:
    """Consecutive numbers of a series that no meeting held has, and the meetings between which they fall."""

    first: int
    last: int
    before: Meeting | None
    after: Meeting | None

    @property
    def numbers(self) -> list[int]:
        """The missing numbers."""
        return list(range(self.first, self.last + 1))

    @property
    def label(self) -> str:
        """The numbers, short: "4" or "1–8"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def where(self) -> str:
        """Where the numbers fall, for a small space."""
        before, after = (_month(meeting) for meeting in (self.before, self.after))
        if before and after:
            return _("between %(before)s and %(after)s") % {"before": before, "after": after}
        if after:
            return _("before %(after)s") % {"after": after}
        return _("not in the archive")

    @property
    def sentence(self) -> str:
        """The gap in words: what is missing, and between which meetings it falls."""
        one = self.first == self.last
        missing = _("the %(number)s is not in the archive") % {"number": ordinal(self.first)}
        if not one:
            span = {"first": ordinal(self.first), "last": ordinal(self.last)}
            two = self.last == self.first + 1
            text = (
                _("the %(first)s and the %(last)s are not in the archive")
                if two
                else _("the %(first)s to the %(last)s are not in the archive")
            )
            missing = text % span
        if self.before and self.after:
            words = {"missing": missing, "before": cited(self.before), "after": cited(self.after)}
            text = (
                _("%(missing)s; it falls between %(before)s, and %(after)s")
                if one
                else _("%(missing)s; they fall between %(before)s, and %(after)s")
            )
            return text % words
        if self.after:
            text = _("%(missing)s; it falls before %(after)s") if one else _("%(missing)s; they fall before %(after)s")
            return text % {"missing": missing, "after": cited(self.after)}
        return missing


@dataclass(frozen=True, slots=True)
class Sighting:
    """A number of a series as a row or a report gives it: the number, the date, the row it belongs to if any, and an article's id."""

    number: int
    date: PartialDate | None
    meeting: int | None = None
    article: Any = None
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """Something wrong with numbers: the kind, the sentence, and the articles (by primary key) that show it."""

    kind: str
    sentence: str
    articles: tuple[Any, ...] = ()


def cited(meeting: Meeting) -> str:
    """Cite a meeting by number and date: "the 3rd, 25–26 June 2014"."""
    words = {"number": ordinal(meeting.ordinal), "date": date_text(meeting.partial_date) or _("date not known")}
    return _("the %(number)s, %(date)s") % words


def _month(meeting: Meeting | None) -> str:
    return date_text(PartialDate.parse(f"{meeting.start:%Y-%m}"), short=True) if meeting and meeting.start else ""


def gaps_of(meetings: Iterable[Meeting]) -> list[Gap]:
    """Return the missing numbers below the highest known one, consecutive ones together."""
    numbered = sorted((meeting for meeting in meetings if meeting.ordinal), key=lambda meeting: meeting.ordinal or 0)
    gaps = []
    before: Meeting | None = None
    for meeting in numbered:
        expected = (before.ordinal or 0) + 1 if before else 1
        if (meeting.ordinal or 0) > expected:
            gaps.append(Gap(expected, (meeting.ordinal or 0) - 1, before, meeting))
        before = meeting
    return gaps


def every_number(meetings: Sequence[Meeting], gaps: Sequence[Gap]) -> list[tuple[str, Meeting | None, Gap | None]]:
    """Return every expected number in order, as (number, meeting or none, gap or none); a very long gap stays one entry."""
    entries: list[tuple[int, str, Meeting | None, Gap | None]] = [(m.ordinal, str(m.ordinal), m, None) for m in meetings if m.ordinal]
    for gap in gaps:
        if len(gap.numbers) <= MOST_TILES:
            entries += [(number, str(number), None, gap) for number in gap.numbers]
        else:
            entries.append((gap.first, gap.label, None, gap))
    return [entry[1:] for entry in sorted(entries, key=lambda entry: entry[0])]


def flags_of(meetings: Sequence[Meeting], sightings: Sequence[Sighting]) -> list[Flag]:
    """Return two meetings with one number, one meeting with two numbers, and numbers out of date order."""
    rows = [Sighting(m.ordinal, m.partial_date, m.pk) for m in meetings if m.ordinal]
    return [*_one_number_twice([*rows, *sightings]), *_two_numbers(meetings, sightings), *_out_of_order([*rows, *sightings])]


def _one_number_twice(sightings: Sequence[Sighting]) -> Iterable[Flag]:
    by_number: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.date:
            by_number[sighting.number].append(sighting)
    for number, held in sorted(by_number.items()):
        apart = [one for one in held if any(not _may_be_one(one.date, other.date) for other in held)]
        if apart:
            dates = list(dict.fromkeys(date_text(one.date) for one in sorted(apart, key=_first_day)))
            words = {"number": ordinal(number), "dates": get_text_list(dates, _("and"))}
            yield Flag("one_number", _("two meetings are called the %(number)s: those of %(dates)s") % words, _articles(apart))


def _two_numbers(meetings: Sequence[Meeting], sightings: Sequence[Sighting]) -> Iterable[Flag]:
    by_meeting: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.meeting:
            by_meeting[sighting.meeting].append(sighting)
    for meeting in meetings:
        held = by_meeting.get(meeting.pk, [])
        numbers = {sighting.number for sighting in held} | ({meeting.ordinal} if meeting.ordinal else set())
        if len(numbers) > 1:
            words = {
                "date": date_text(meeting.partial_date),
                "numbers": get_text_list([str(ordinal(n)) for n in sorted(numbers)], _("and")),
            }
            differing = [sighting for sighting in held if sighting.number != meeting.ordinal]
            yield Flag("two_numbers", _("the meeting of %(date)s is called the %(numbers)s") % words, _articles(differing))


def _out_of_order(sightings: Sequence[Sighting]) -> Iterable[Flag]:
    """Compare each number with the latest date that a smaller number has."""
    dated = sorted((one for one in sightings if one.date), key=lambda one: (one.number, _first_day(one)))
    latest: Sighting | None = None
    said = set()
    for sighting in dated:
        if latest and sighting.number > latest.number and _last_day(sighting) < _first_day(latest):
            if (latest.number, sighting.number) not in said:
                said.add((latest.number, sighting.number))
                words = {
                    "later": ordinal(sighting.number),
                    "later_date": date_text(sighting.date),
                    "earlier": ordinal(latest.number),
                    "earlier_date": date_text(latest.date),
                }
                text = _("the %(later)s, %(later_date)s, would come before the %(earlier)s, %(earlier_date)s") % words
                yield Flag("order", text, _articles([latest, sighting]))
        elif latest is None or _first_day(sighting) > _first_day(latest):
            latest = sighting


def _may_be_one(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether two dates may mean one meeting; reports that are some days apart differ about the date, not about the meeting."""
    if one is None or other is None or one.overlaps(other):
        return True
    ends = [(one.end, other.start), (other.end, one.start)]
    return any(abs((first - second).days) <= DAYS_APART for first, second in ends if first and second)


def _first_day(sighting: Sighting) -> datetime.date:
    date = sighting.date
    return (date.start or date.end if date else None) or datetime.date.max


def _last_day(sighting: Sighting) -> datetime.date:
    date = sighting.date
    return (date.end or date.start if date else None) or datetime.date.max


def _articles(sightings: Iterable[Sighting]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(one.article for one in sightings if one.article is not None))
