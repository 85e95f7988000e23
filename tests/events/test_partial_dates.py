"""Dates that know how precise they are."""

import datetime
import time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from events.partial_dates import BadDate, PartialDate

DAYS = st.dates(min_value=datetime.date(1990, 1, 1), max_value=datetime.date(2100, 12, 31))
ATOMS = DAYS.flatmap(lambda day: st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"]))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "spoken"),
    [
        ("2001", "2001-01-01", "2001-12-31", "year", "2001"),
        ("2001-06", "2001-06-01", "2001-06-30", "month", "June 2001"),
        ("2024-02", "2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2001-06-15", "2001-06-15", "2001-06-15", "day", "15 June 2001"),
        ("2024-07-04/2024-07-31", "2024-07-04", "2024-07-31", "interval", "4 to 31 July 2024"),
        ("2023-08-15/2023-10-31", "2023-08-15", "2023-10-31", "interval", "15 August to 31 October 2023"),
        ("2023-08/2023-10", "2023-08-01", "2023-10-31", "interval", "August to October 2023"),
        ("2019/2021", "2019-01-01", "2021-12-31", "interval", "2019 to 2021"),
        ("2017-06-29/2018-01-02", "2017-06-29", "2018-01-02", "interval", "29 June 2017 to 2 January 2018"),
        ("2025-09/..", "2025-09-01", None, "interval", "from September 2025"),
        ("../2025-09", None, "2025-09-30", "interval", "until September 2025"),
    ],
)
def test_a_date_means_these_days_and_is_said_so(text: str, start: str | None, end: str | None, precision: str, spoken: str) -> None:
    date = PartialDate.parse(text)
    assert (date.start and date.start.isoformat(), date.end and date.end.isoformat(), date.precision, str(date)) == (
        start,
        end,
        precision,
        spoken,
    )


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("10.07.2024", "write YYYY"),
        ("2024-13", "months run from 01 to 12"),
        ("2023-02-29", "February 2023 has 28 days"),
        ("2024-07-31/2024-07-04", "put the earlier date first"),
        ("../..", "leave the date empty"),
        ("1066", "check the year"),
        ("2024-7", "write YYYY"),
        ("", "write YYYY"),
        ("2024-07-10\n", ""),
    ],
)
def test_anything_else_is_refused_with_the_remedy(text: str, remedy: str) -> None:
    if remedy:
        with pytest.raises(BadDate, match=remedy):
            PartialDate.parse(text)
    else:
        assert PartialDate.parse(text).text == text.strip()


@given(ATOMS)
def test_our_days_are_those_of_the_edtf_library(text: str) -> None:
    ours, theirs = PartialDate.parse(text), parse_edtf(text)
    assert ours.start is not None
    assert ours.end is not None
    assert ours.start.timetuple()[:3] == theirs.lower_strict()[:3]
    assert ours.end.timetuple()[:3] == theirs.upper_strict()[:3]


@given(DAYS, DAYS)
def test_a_date_made_from_days_means_exactly_these_days(a: datetime.date, b: datetime.date) -> None:
    start, end = sorted([a, b])
    made = PartialDate.from_days(start, end)
    assert (made.start, made.end) == (start, end)
    assert PartialDate.parse(made.text) == made


@given(ATOMS, DAYS)
def test_a_date_covers_a_day_just_if_it_overlaps_it(text: str, day: datetime.date) -> None:
    date = PartialDate.parse(text)
    assert date.covers(day) == date.overlaps(PartialDate.parse(day.isoformat()))


def test_june_2001_covers_any_day_in_june_2001() -> None:
    june = PartialDate.parse("2001-06")
    assert june.covers(datetime.date(2001, 6, 15))
    assert not june.covers(datetime.date(2001, 7, 1))
    assert june.days() == 30


def test_an_open_interval_has_no_number_of_days_and_overlaps_what_comes_later() -> None:
    date = PartialDate.parse("2025-09/..")
    assert date.days() is None
    assert date.overlaps(PartialDate.parse("2031"))
    assert not date.overlaps(PartialDate.parse("2024"))


def test_parsing_is_far_faster_than_the_library() -> None:
    started = time.perf_counter()
    for _ in range(1000):
        PartialDate.parse("2023-08-15/2023-10-31")
    assert time.perf_counter() - started < 1
