"""Scores of what happened: figures, numbered meetings, named operations."""

from collections.abc import Iterable
from typing import Any

from articles.evaluation.board import Board
from articles.evaluation.comparing import (
    counts_occurrences,
    dates_agree,
    ends_of,
    in_base_unit,
    letters,
    quotes_overlap,
    same_number,
    squash,
    stated_number,
)
from articles.evaluation.gold import GoldArticle
from articles.evaluation.tallies import Share
from articles.evaluation.vocabulary import QUALIFIERS, SERIES

Rows = list[dict[str, Any]]


def score_statistics(gold: GoldArticle, read: Rows, board: Board) -> None:
    """Score the reported figures: value and dimension at the annotated words, then qualifier, unit, measure and period of each hit."""
    tally, text, free = board.tallies["statistics"], squash(gold.raw), list(read)
    for want in _required_first(gold.statistics):
        hit = next((have for have in free if _same_figure(want, have, text)), None)
        if hit is not None:
            free.remove(hit)
        if want.get("optional"):
            continue
        if hit is None:
            tally.count(missed=1, note=f"{gold.ident} missed: {want['metric']} {want['value']} {want['unit']} | {want['quote']}")
            continue
        tally.count(right=1)
        _score_details(gold.ident, want, hit, board.shares)
    for have in free:
        value = stated_number(have)
        if value is None or not _repeats(gold.statistics, have, value):
            note = f"{gold.ident} extra: {have.get('measure')} {value} {have.get('unit')} | {have.get('quote')}"
            tally.count(extra=1, note=note)


def score_meetings(gold: GoldArticle, read: Rows, board: Board) -> None:
    """Score the meetings that carry a number; country and date of each hit."""
    tally, shares, ident = board.tallies["meetings (numbered)"], board.shares, gold.ident
    free = [row for row in read if row.get("ordinal")]
    for want in _required_first(row for row in gold.meetings if row["ordinal"]):
        slug = SERIES.get(want["series"])
        hit = next((have for have in free if have["ordinal"] == want["ordinal"] and slug in (None, have.get("series"))), None)
        if hit is not None:
            free.remove(hit)
        if want.get("optional"):
            continue
        if hit is None:
            tally.count(missed=1, note=f"{ident} missed meeting {want['series']} no {want['ordinal']}")
            continue
        tally.count(right=1)
        if want["country"]:
            note = f"{ident} meeting country {hit.get('country')} for {want['country']}"
            shares["meeting country"].add(hit.get("country") == want["country"], note)
        if want["start"]:
            note = f"{ident} meeting date {hit.get('date')} for {want['start']}"
            shares["meeting date"].add(dates_agree(want["start"], ends_of(hit.get("date"))[0]), note)
    for have in free:
        tally.count(extra=1, note=f"{ident} extra meeting {have.get('series')} no {have.get('ordinal')}")


def score_operations(gold: GoldArticle, read: Rows, board: Board) -> None:
    """Score the operations that carry a name; a name inside the other counts as the same."""
    named = [row for row in gold.operations if row["name"]]
    wanted = {letters(row["name"]) for row in named if not row.get("optional")}
    either_way = {letters(row["name"]) for row in named if row.get("optional")}
    found = {letters(row["name"]) for row in read if row.get("name")} - {""}
    matched = {name for name in wanted if any(name in other or other in name for other in found)}
    extra = {other for other in found if not any(name in other or other in name for name in wanted | either_way)}
    note = f"{gold.ident} operations missed {sorted(wanted - matched)} extra {sorted(extra)}" if wanted - matched or extra else ""
    board.tallies["operations (named)"].count(right=len(matched), extra=len(extra), missed=len(wanted - matched), note=note)


def _required_first(rows: Iterable[dict[str, Any]]) -> Rows:
    """Return rows with the optional ones last, so that they never take a find away from a required one."""
    return sorted(rows, key=lambda row: bool(row.get("optional")))


def _same_figure(want: dict[str, Any], have: dict[str, Any], text: str) -> bool:
    value = stated_number(have)
    if value is None:
        return False
    dimension, wanted = in_base_unit(want["value"], want["unit"])
    found_dimension, found = in_base_unit(value, have.get("unit"))
    return dimension == found_dimension and same_number(wanted, found) and quotes_overlap(text, want["quote"], have.get("quote") or "")


def _score_details(ident: str, want: dict[str, Any], have: dict[str, Any], shares: dict[str, Share]) -> None:
    wanted, found, words = QUALIFIERS[want["qualifier"]], have.get("qualifier"), want["quote"]
    # "at least" for "more than" is the weaker claim and not wrong.
    qualifier_right = found == wanted or (wanted == "more_than" and found == "at_least")
    shares["qualifier"].add(qualifier_right, f"{ident} qualifier {found} for {wanted} | {words}")
    unit_right = counts_occurrences(have.get("unit")) == counts_occurrences(want["unit"])
    shares["unit"].add(unit_right, f"{ident} unit {have.get('unit')} for {want['unit']} | {words}")
    codes = want.get("measure") or []
    shares["measure"].add(have.get("measure") in codes, f"{ident} measure {have.get('measure')} for {codes} | {words}")
    first, last = want.get("period_start"), want.get("period_end")
    if first or last:
        start, end = ends_of(have.get("period"))
        note = f"{ident} period {have.get('period')} for {first}/{last} | {words}"
        shares["period"].add(dates_agree(first, start) and dates_agree(last, end), note)


def _repeats(wanted: Rows, have: dict[str, Any], value: float) -> bool:
    """Tell whether a find repeats an annotated figure in headline, lead or caption: neither right nor wrong."""
    dimension, number = in_base_unit(value, have.get("unit"))
    for want in wanted:
        other, figure = in_base_unit(want["value"], want["unit"])
        if other == dimension and same_number(figure, number) and have.get("measure") in (*(want.get("measure") or []), None):
            return True
    return False
