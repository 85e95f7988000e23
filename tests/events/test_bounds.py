"""Bounds keep the qualifier: what may be concluded from a reported number, and what may not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.bounds import QUALIFIERS, Bounds
from events.units import base_factor, counts_occurrences, dimension_of, is_currency

NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2)


def bounds(qualifier: str, number: int | str, other: int | str | None = None) -> Bounds:
    return Bounds.from_qualifier(qualifier, Decimal(number), Decimal(other if other is not None else number))


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "sign", "words"),
    [
        ("exact", 75, 75, "", ""),
        ("more_than", 75, None, ">", "more than"),
        ("at_least", 75, None, "≥", "at least"),
        ("less_than", None, 75, "<", "less than"),
        ("at_most", None, 75, "≤", "at most"),
        ("about", 75, 75, "≈", "about"),
    ],
)
def test_the_qualifier_decides_the_bounds_and_how_they_are_written_and_spoken(
    qualifier: str, low: int | None, high: int | None, sign: str, words: str
) -> None:
    read = bounds(qualifier, 75)
    assert (read.low, read.high, read.sign, read.words, read.qualifier) == (low, high, sign, words, qualifier)
    assert read.point == 75


def test_a_range_has_two_bounds() -> None:
    read = bounds("between", 20, 99)
    assert (read.low, read.high, read.qualifier, read.point) == (20, 99, "between", 20)


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        (bounds("more_than", 500), bounds("exact", 512), True),
        (bounds("more_than", 500), bounds("exact", 500), False),
        (bounds("at_least", 500), bounds("exact", 500), True),
        (bounds("less_than", 500), bounds("exact", 500), False),
        (bounds("at_most", 500), bounds("exact", 500), True),
        (bounds("more_than", 500), bounds("less_than", 400), False),
        (bounds("about", 500), bounds("exact", 512), True),
        (bounds("about", 500), bounds("exact", 700), False),
        (bounds("between", 20, 99), bounds("exact", 50), True),
        (bounds("exact", 75), bounds("exact", 75), True),
        (bounds("exact", 75), bounds("exact", 76), False),
    ],
)
def test_two_reports_go_together_when_some_number_fits_both(a: Bounds, b: Bounds, together: bool) -> None:
    assert a.intersects(b) is together
    assert b.intersects(a) is together


@given(st.sampled_from([q for q in QUALIFIERS if q != "between"]), NUMBERS)
def test_every_qualifier_comes_back_from_its_bounds(qualifier: str, number: Decimal) -> None:
    assert Bounds.from_qualifier(qualifier, number, number).qualifier == qualifier


@given(st.sampled_from(QUALIFIERS), NUMBERS, NUMBERS)
def test_every_report_goes_together_with_itself(qualifier: str, a: Decimal, b: Decimal) -> None:
    low, high = sorted([a, b]) if qualifier == "between" else (a, a)
    read = Bounds.from_qualifier(qualifier, low, high)
    assert read.intersects(read)


@given(st.sampled_from(QUALIFIERS), NUMBERS)
def test_changing_the_unit_keeps_the_qualifier(qualifier: str, number: Decimal) -> None:
    read = Bounds.from_qualifier(qualifier, number, number + 1 if qualifier == "between" else number)
    assert read.scaled(Decimal(1000)).qualifier == read.qualifier


def test_an_unknown_qualifier_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown qualifier"):
        Bounds.from_qualifier("roughly", Decimal(1), Decimal(1))


def test_bounds_without_a_bound_have_no_point() -> None:
    with pytest.raises(ValueError, match="without a bound"):
        _ = Bounds(None, None).point


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("t", "mass"),
        ("kg", "mass"),
        ("g", "mass"),
        ("km", "length"),
        ("l", "volume"),
        ("KZT", "money:KZT"),
        ("persons", "count"),
        ("person-times", "times:person-times"),
    ],
)
def test_units_of_different_dimensions_never_meet(unit: str, dimension: str) -> None:
    assert dimension_of(unit) == dimension


def test_a_ton_is_metric_and_occurrences_are_no_heads() -> None:
    assert base_factor("t") == 1000
    assert base_factor("persons") == 1
    assert counts_occurrences("person-times")
    assert counts_occurrences("sorties")
    assert counts_occurrences("times")
    assert not counts_occurrences("persons")
    assert is_currency("USD")
    assert not is_currency("kg")
