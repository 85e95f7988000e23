"""Numbers of a series: what is missing, where it falls, and what contradicts itself."""

from collections.abc import Iterable

import pytest

from events.models import Meeting, MeetingSeries
from events.partial_dates import PartialDate
from events.series import MOST_TILES, Sighting, every_number, flags_of, gaps_of
from events.series_plot import plot_of


def meeting(number: int | None, date: str = "", pk: int | None = None) -> Meeting:
    row = Meeting(pk=pk or number, series=MeetingSeries(slug="s", name="S"), ordinal=number)
    row.set_date(date)
    return row


def seen(number: int, date: str = "", meeting: int | None = None, article: int = 1) -> Sighting:
    return Sighting(number, PartialDate.parse(date) if date else None, meeting, article)


def sentences(meetings: list[Meeting], sightings: Iterable[Sighting] = ()) -> list[str]:
    return [flag.sentence for flag in flags_of(meetings, list(sightings))]


def test_a_gap_says_between_which_meetings_it_falls() -> None:
    (first, fourth) = gaps_of([meeting(2, "2013-06-25/2013-06-27"), meeting(3, "2014-06-25/2014-06-26"), meeting(5, "2017-06-29")])
    assert first.sentence == "the 1st is not in the archive; it falls before the 2nd, 25–27 June 2013"
    assert fourth.sentence == "the 4th is not in the archive; it falls between the 3rd, 25–26 June 2014, and the 5th, 29 June 2017"


def test_a_run_of_missing_numbers_is_one_gap() -> None:
    (gap,) = gaps_of([meeting(1, "2001"), meeting(9, "2009")])
    assert (gap.first, gap.last, gap.label) == (2, 8, "2–8")
    assert gap.sentence == "the 2nd to the 8th are not in the archive; they fall between the 1st, 2001, and the 9th, 2009"


def test_two_missing_numbers_are_both_named() -> None:
    _before, gap = gaps_of([meeting(29, "2016-09-13"), meeting(32, "2018-04-05")])
    assert gap.sentence.startswith("the 30th and the 31st are not in the archive; they fall between the 29th, 13 September 2016,")


def test_a_crowded_gap_is_drawn_as_one_circle() -> None:
    crowded = [meeting(9, "2007-03-28"), meeting(10, "2025")]
    roomy = [meeting(1, "2001"), meeting(4, "2025")]
    drawn = [[circle.label for circle in plot_of(rows, gaps_of(rows)).circles if not circle.held] for rows in (crowded, roomy)]
    assert drawn == [["1–8"], ["2", "3"]]


def test_a_series_without_a_date_is_not_drawn() -> None:
    assert plot_of([meeting(1)], []) is None


def test_a_neighbour_without_a_date_says_so() -> None:
    (gap,) = gaps_of([meeting(1), meeting(3, "2009")])
    assert "the 1st, date not known" in gap.sentence


def test_meetings_without_a_number_make_no_gap() -> None:
    assert gaps_of([meeting(None, "2009", pk=5), meeting(None, "2011", pk=6)]) == []


def test_every_expected_number_is_drawn_in_order() -> None:
    meetings = [meeting(5, "2017"), meeting(2, "2013"), meeting(3, "2014"), meeting(None, "2015", pk=99)]
    entries = every_number(meetings, gaps_of(meetings))
    assert [(number, row is None) for number, row, _gap in entries] == [("1", True), ("2", False), ("3", False), ("4", True), ("5", False)]


def test_a_number_read_wrongly_does_not_draw_a_thousand_tiles() -> None:
    meetings = [meeting(1, "2001"), meeting(2000, "2002")]
    entries = every_number(meetings, gaps_of(meetings))
    assert [number for number, *_ in entries] == ["1", "2–1999", "2000"]
    assert len(entries) < MOST_TILES


def test_consistent_numbers_raise_no_flag() -> None:
    meetings = [meeting(1, "2011"), meeting(2, "2013-06"), meeting(3, "2014-06-25/2014-06-26")]
    assert sentences(meetings, [seen(3, "2014-06", meeting=3), seen(3, "2014-06-27", meeting=3), seen(2, meeting=2)]) == []


def test_two_meetings_with_one_number_are_flagged_with_their_articles() -> None:
    meetings = [meeting(10, "2024-07-10")]
    (flag,) = flags_of(meetings, [seen(10, "2022-06-15", article=7), seen(10, "2024-07-10", meeting=10, article=8)])
    assert flag.kind == "one_number"
    assert flag.sentence == "two meetings are called the 10th: those of 15 June 2022 and 10 July 2024"
    assert flag.articles == (7, 8)


def test_reports_some_days_apart_differ_about_the_date_not_about_the_meeting() -> None:
    assert sentences([meeting(10, "2024-07-10")], [seen(10, "2024-07-12", meeting=10), seen(10, "2024-06-28", meeting=10)]) == []


def test_one_meeting_with_two_numbers_is_flagged() -> None:
    (flag,) = flags_of(
        [meeting(11, "2011-06-15")], [seen(10, "2011-06-15", meeting=11, article=4), seen(11, "2011-06", meeting=11, article=5)]
    )
    assert flag.kind == "two_numbers"
    assert flag.sentence == "the meeting of 15 June 2011 is called the 10th and 11th"
    assert flag.articles == (4,)


def test_an_unnumbered_meeting_that_reports_number_differently_is_flagged() -> None:
    row = meeting(None, "2013-06-26", pk=3)
    assert sentences([row], [seen(10, "2013-06-26", meeting=3), seen(11, "2013-06-26", meeting=3)]) == [
        "the meeting of 26 June 2013 is called the 10th and 11th"
    ]


def test_numbers_out_of_date_order_are_flagged() -> None:
    meetings = [meeting(1, "2011"), meeting(2, "2013"), meeting(3, "2012"), meeting(4, "2014")]
    assert sentences(meetings) == ["the 3rd, 2012, would come before the 2nd, 2013"]


def test_dates_that_may_be_in_order_are_not_flagged() -> None:
    assert sentences([meeting(1, "2013-06"), meeting(2, "2013"), meeting(3, "2013-09")]) == []


@pytest.mark.parametrize("text", ["../2013", "2013/.."])
def test_an_open_date_breaks_nothing(text: str) -> None:
    assert sentences([meeting(1, "2011"), meeting(2, text), meeting(3, "2020")], [seen(2, text, meeting=2)]) == []
