"""A second reading of an article against what is stored: what is new, what has changed, what goes, and what a person's decision keeps.

The table this follows, row by row (tests/articles/importer/test_second_import.py has one test for each):

===========  ==================================  =========  ===================================================
text         machine's reading                   reviewed?  what happens
===========  ==================================  =========  ===================================================
same         same                                any        nothing
same         new                                 no         the machine's columns are replaced
same         new                                 yes        the review is kept; issue ``review-differs``
changed      same quote, moved                   yes        the span moves, the review is kept
changed      gone or different                   yes        back to pending, the old decision in the log
any          gone                                no         the mention is removed
===========  ==================================  =========  ===================================================
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.importer.evidence import PLACES, Table
from articles.models import Evidence, ReviewState

EDITOR = "editor"


@dataclass(slots=True)
class Difference:
    """What one reading changes in one table of one article."""

    create: list[Evidence] = field(default_factory=list)
    update: list[Evidence] = field(default_factory=list)
    delete: list[Evidence] = field(default_factory=list)
    reopen: list[Evidence] = field(default_factory=list)  # decided rows that go back to pending, before they are updated
    forget: list[Evidence] = field(default_factory=list)  # decided rows whose words are gone altogether
    kept: list[Evidence] = field(default_factory=list)  # decided rows that the machine now reads otherwise

    def __bool__(self) -> bool:
        """Tell whether anything is written."""
        return bool(self.create or self.update or self.delete or self.reopen or self.forget)


def compare(table: Table, old: Sequence[Evidence], new: Sequence[Evidence], text: str, *, text_changed: bool) -> Difference:
    """Return what a new reading changes; ``text`` is the article's text as it will stand."""
    difference = Difference()
    if not old:
        difference.create = list(new)
        return difference
    pairs, left, fresh = match_rows(table, old, new, text_changed=text_changed)
    for row, reading in pairs:
        _apply(table, row, reading, difference, text_changed=text_changed)
    for row in left:
        _leave(row, text, difference, text_changed=text_changed)
    difference.create = fresh
    return difference


def match_rows(
    table: Table, old: Sequence[Evidence], new: Sequence[Evidence], *, text_changed: bool
) -> tuple[list[tuple[Evidence, Evidence]], list[Evidence], list[Evidence]]:
    """Pair stored rows with readings, and return the pairs, the stored rows left over and the readings left over."""
    pairs: list[tuple[Evidence, Evidence]] = []
    left, fresh = list(old), list(new)

    def pair_by(identity: Any, *, only_decided: bool = False) -> None:
        waiting: dict[Hashable, list[Evidence]] = defaultdict(list)
        for reading in sorted(fresh, key=_place):
            waiting[identity(reading)].append(reading)
        for row in sorted(left, key=_place):
            if identity(row) is not None and waiting[identity(row)] and (not only_decided or is_decided(row)):
                reading = waiting[identity(row)].pop(0)
                pairs.append((row, reading))
                left.remove(row)
                fresh.remove(reading)

    if not text_changed:
        pair_by(lambda row: (row.start, row.end, table.key_of(row)))
    pair_by(lambda row: (row.quote, table.key_of(row)))
    if text_changed:
        # The words are others: a decision on "75 firearms" is taken up again at the figure that stands in its place.
        pair_by(table.subject_of, only_decided=True)
    else:
        _pair_overlapping(left, fresh, pairs)
    return pairs, left, fresh


def is_decided(row: Evidence) -> bool:
    """Tell whether a person has decided on a row or made it."""
    return row.review_state != ReviewState.PENDING or row.rule == EDITOR


def changed_columns(table: Table, row: Evidence, reading: Evidence, *, places: bool = True) -> list[str]:
    """Return the columns in which a reading differs from what is stored."""
    names = ("start", "end", *table.columns, *table.key)
    differing = [name for name in names if (places or name not in PLACES) and getattr(row, name) != getattr(reading, name)]
    if getattr(reading, "state_ids", None) is not None and row.state_ids != reading.state_ids:  # type: ignore[attr-defined]
        differing.append("state_ids")
    return differing


def _pair_overlapping(left: list[Evidence], fresh: list[Evidence], pairs: list[tuple[Evidence, Evidence]]) -> None:
    """Pair decided rows with readings of partly the same words, so that a decision is not doubled by a longer quote."""
    for row in [row for row in left if is_decided(row)]:
        reading = next((reading for reading in fresh if reading.start < row.end and row.start < reading.end), None)
        if reading is not None:
            pairs.append((row, reading))
            left.remove(row)
            fresh.remove(reading)


def _apply(table: Table, row: Evidence, reading: Evidence, difference: Difference, *, text_changed: bool) -> None:
    """Bring a stored row to its new reading, as far as a person's decision allows."""
    differing = changed_columns(table, row, reading)
    if not differing:
        return
    meaning = changed_columns(table, row, reading, places=False)
    if is_decided(row):
        if not text_changed:
            difference.kept.append(row)
            return
        if meaning:
            difference.reopen.append(row)
    _take_over(table, row, reading)
    difference.update.append(row)


def _take_over(table: Table, row: Evidence, reading: Evidence) -> None:
    for name in ("start", "end", *table.columns, *table.key):
        setattr(row, name, getattr(reading, name))
    if getattr(reading, "state_ids", None) is not None:
        row.state_ids = reading.state_ids  # type: ignore[attr-defined]


def _leave(row: Evidence, text: str, difference: Difference, *, text_changed: bool) -> None:
    """Decide about a stored row that no reading meets any more."""
    if not is_decided(row):
        difference.delete.append(row)
    elif not text_changed:
        if row.rule != EDITOR and row.review_state != ReviewState.REJECTED:
            difference.kept.append(row)
    else:
        start = nearest(text, row.quote, row.start)
        if start is None:
            difference.forget.append(row)
            return
        _move(row, start - row.start)
        difference.update.append(row)
        if row.rule != EDITOR and row.review_state != ReviewState.REJECTED:
            difference.reopen.append(row)


def _move(row: Evidence, distance: int) -> None:
    """Move a row's own span; spans of other words (verb, attendance) cannot be followed and are let go."""
    row.start, row.end = row.start + distance, row.end + distance
    if distance:
        for names, empty in (
            (("verb_start", "verb_end"), None),
            (("attendance_start", "attendance_end", "attendance_low", "attendance_high"), None),
        ):
            for name in names:
                if hasattr(row, name):
                    setattr(row, name, empty)
        if hasattr(row, "attendance_qualifier"):
            row.attendance_qualifier = ""


def nearest(text: str, quote: str, place: int) -> int | None:
    """Return where a quote stands in a text nearest to a place, or ``None`` when it does not."""
    found, position = [], text.find(quote)
    while position >= 0:
        found.append(position)
        position = text.find(quote, position + 1)
    return min(found, key=lambda start: abs(start - place), default=None)


def _place(row: Evidence) -> tuple[int, int]:
    return row.start, row.end
