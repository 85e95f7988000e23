"""The timeline of statuses and the tile map, as positions for SVG attributes; no inline style is needed or allowed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.models import Membership, State, Status
from events.partial_dates import PartialDate
from events.wording import date_text

# Class of the drawing of each status: filled, hatched, outlined.
SHAPES = {
    Status.MEMBER: "st-m",
    Status.OBSERVER: "st-o",
    Status.DIALOGUE_PARTNER: "st-p",
    Status.PARTNER: "st-p",
    Status.PREDECESSOR: "st-p",
}
NO_STATUS = "st-n"
TILE, STEP = 58, 62
# Column and row of each state's tile, roughly where the state lies.
PLACES = {
    "BY": (1, 0), "RU": (5, 0), "KZ": (5, 1), "MN": (8, 1), "TR": (1, 2), "AM": (2, 2), "AZ": (3, 2), "UZ": (5, 2), "KG": (6, 2),
    "CN": (8, 2), "KW": (2, 3), "IR": (3, 3), "AF": (5, 3), "TJ": (6, 3), "EG": (0, 4), "SA": (1, 4), "BH": (2, 4), "QA": (3, 4),
    "PK": (5, 4), "NP": (7, 4), "AE": (3, 5), "IN": (6, 5), "MM": (8, 5), "LA": (9, 5), "MV": (5, 6), "LK": (6, 6), "KH": (9, 6),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """One status of one state on the time scale, in per cent of its width."""

    shape: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One state on the map: its place in pixels and how it is drawn."""

    state: State
    label: str
    shape: str
    x: int
    y: int

    @property
    def text_x(self) -> int:
        """Middle of the tile."""
        return self.x + TILE // 2

    @property
    def text_y(self) -> int:
        """Base line of the letters."""
        return self.y + 37

    @property
    def pad(self) -> tuple[int, int]:
        """Corner of the clear ground under letters on hatching."""
        return self.x + 10, self.y + 16


class Scale:
    """Days as per cent of a width, from the first day of one year to the last of another."""

    def __init__(self, first_year: int, last_year: int) -> None:
        """Take the years shown, both whole."""
        self.first_year, self.last_year = first_year, last_year
        self.first = datetime.date(first_year, 1, 1)
        self.days = (datetime.date(last_year, 12, 31) - self.first).days + 1

    def at(self, day: datetime.date) -> float:
        """Return where a day begins, in per cent, kept within the scale."""
        return min(max((day - self.first).days / self.days * 100, 0.0), 100.0)

    def x(self, day: datetime.date) -> str:
        """Return the same for an SVG attribute."""
        return f"{self.at(day):.2f}%"

    def bar(self, membership: Membership) -> Bar:
        """Return the bar of a membership; one that lasts reaches to the end."""
        start = self.at(membership.start)
        end = self.at(membership.until) if membership.until else 100.0
        return Bar(SHAPES[Status(membership.status)], f"{start:.2f}%", f"{max(end - start, 0.2):.2f}%")

    def grid(self, every: int = 5) -> list[tuple[int, str]]:
        """Return the years divisible by ``every`` with their places."""
        years = [year for year in range(self.first_year + 1, self.last_year + 1) if year % every == 0]
        return [(year, self.x(datetime.date(year, 1, 1))) for year in years]


def bar_words(memberships: Iterable[Membership]) -> str:
    """Say a state's statuses in words: "observer from 5 Jul 2005; member from 9 Jun 2017"."""
    parts = []
    for membership in memberships:
        words = {"status": membership.get_status_display(), "start": day_text(membership.start, short=True)}
        parts.append(_("%(status)s from %(start)s") % words)
        last = membership
    if parts and last.until:
        parts.append(_("none from %(until)s") % {"until": day_text(last.until, short=True)})
    return "; ".join(parts)


def day_text(day: datetime.date, *, short: bool = False) -> str:
    """Write a day as the reader's language does."""
    return date_text(PartialDate.parse(day.isoformat()), short=short)


def tiles(states: Iterable[tuple[State, Membership | None]]) -> list[Tile]:
    """Return the tiles of the states that have a place on the map."""
    found = []
    for state, membership in states:
        if state.code in PLACES:
            column, row = PLACES[state.code]
            label = membership.get_status_display() if membership else _("no status on this date")
            shape = SHAPES[Status(membership.status)] if membership else NO_STATUS
            found.append(Tile(state, label, shape, 2 + column * STEP, 2 + row * STEP))
    return found
