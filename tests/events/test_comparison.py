"""Verdicts over reports of one figure."""

import datetime
from decimal import Decimal

import pytest

from events.bounds import Bounds
from events.comparison import Report, compare, difference


def report(
    low: str | None, high: str | None = "same", unit: str = "persons", source: str = "a", day: int = 1, article: str = "", **flags: bool
) -> Report:
    upper = low if high == "same" else high
    bounds = Bounds(None if low is None else Decimal(low), None if upper is None else Decimal(upper), **flags)
    return Report(bounds, unit, source, datetime.date(2024, 7, day), article=article)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (report("75"), report("75", source="b"), "consistent"),
        (report("500", None, low_strict=True), report("512", source="b"), "consistent"),
        (report("6000", None, low_strict=True), report("6500", source="b", approximate=True), "consistent"),
        (report("8.8", unit="t"), report("8800", unit="kg", source="b"), "consistent"),
        (report("40", None, low_strict=True), report("40", source="b"), "conflicting"),
        (report("120"), report("135", source="b"), "conflicting"),
        (report("0"), report("12", source="b"), "conflicting"),
        (report("75"), report("750", source="b"), "possible_slip"),
        (report("13800"), report("138", source="b"), "possible_slip"),
        (report("8.8", unit="t"), report("8.8", unit="kg", source="b"), "possible_slip"),
        (report("8800", unit="kg"), report("17600", unit="kg", source="b"), "possible_slip"),
        (report("9600", None, low_strict=True), report("9600", None, unit="person-times", source="b", low_strict=True), "possible_slip"),
        (report("9600"), report("9000", unit="person-times", source="b"), "one_source"),
        (report("75"), report("75"), "one_source"),
        (report("40", None, low_strict=True), report("40"), "conflicting"),
    ],
)
def test_two_reports_get_the_verdict_that_their_bounds_give(one: Report, other: Report, verdict: str) -> None:
    assert compare([one, other]).verdict == verdict
    assert compare([other, one]).verdict == verdict


def test_a_single_report_has_one_source() -> None:
    assert compare([report("75")]).verdict == "one_source"


def test_one_conflict_outweighs_slips_and_agreements() -> None:
    comparison = compare([report("75"), report("750", source="b"), report("82", source="c"), report("75", source="d")])
    assert comparison.verdict == "conflicting"
    assert {found.kind for found in comparison.differences} == {"digits", "conflict"}


def test_copies_count_as_one_source() -> None:
    comparison = compare([report("75", source="wire"), report("75", source="wire"), report("75", source="own")])
    assert comparison.independent == 2
    assert comparison.verdict == "consistent"


def test_the_factor_of_a_slip_is_named() -> None:
    found = difference(report("75"), report("75000"))
    assert found is not None
    assert (found.kind, found.factor) == ("digits", 1000)


def test_a_short_ton_taken_for_a_tonne_is_a_slip_of_the_unit() -> None:
    found = difference(report("907.185", unit="kg"), report("1", unit="t"))
    assert found is not None
    assert (found.kind, found.unit) == ("mass", "short tons")


def test_masses_are_never_taken_for_heads() -> None:
    assert difference(report("75", unit="kg"), report("75", unit="persons")) is None


def test_revisions_follow_the_days_of_publication_and_skip_repetitions() -> None:
    line = compare([report("500", day=9), report("300", day=1), report("300", source="b", day=3), report("0.5", unit="t", day=4)]).revisions
    assert [(str(r.bounds.low), r.published.day) for r in line if r.published] == [("300", 1), ("0.5", 4), ("500", 9)]


def test_the_same_mass_in_another_unit_is_no_revision() -> None:
    assert not compare([report("8.8", unit="t"), report("8800", unit="kg", source="b", day=2)]).has_revisions


def test_two_figures_of_one_article_are_parts_and_no_conflict() -> None:
    assert compare([report("1422", article="x"), report("4471", article="x")]).verdict == "one_source"


def test_one_article_that_gives_a_number_with_two_bounds_contradicts_itself() -> None:
    assert compare([report("40", None, low_strict=True, article="x"), report("40", article="x")]).verdict == "conflicting"


def test_parts_that_a_second_article_repeats_agree() -> None:
    parts = [report(number, source=source, article=source) for source in "ab" for number in ("11700", "33600")]
    assert compare(parts).verdict == "consistent"
    assert not compare(parts).has_revisions


def test_a_copy_with_one_changed_number_contradicts_its_original() -> None:
    parts = [report("11700", article="x"), report("33600", article="x"), report("11700", article="y"), report("36600", article="y")]
    comparison = compare(parts)
    assert (comparison.verdict, comparison.independent) == ("conflicting", 1)
    assert [(str(found.one.bounds.low), str(found.other.bounds.low)) for found in comparison.differences] == [("33600", "36600")]


def test_the_same_pair_of_figures_in_many_articles_is_one_reason() -> None:
    reports = [report("75", source="a", article="a"), report("82", source="b", article="b"), report("75", source="c", article="c")]
    comparison = compare(reports)
    assert (len(comparison.differences), len(comparison.reasons)) == (2, 1)


def test_persons_told_as_person_times_are_a_slip_and_no_revision() -> None:
    comparison = compare([report("9600", article="x"), report("9600", unit="person-times", source="b", article="y", day=2)])
    assert (comparison.verdict, comparison.has_revisions) == ("possible_slip", False)
