"""The pages of series and meetings, and the page of all gaps."""

import re

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.models import Membership
from tests.factories import SOURCE, make_article, make_meeting, make_series, make_state, mention_meeting, mention_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def tiles(text: str) -> list[str]:
    return re.findall(r'class="tile[^"]*"[^>]*><b>([^<]+)</b>', text)


def test_the_series_of_border_heads_draws_eleven_numbers_and_the_next(reference: None, client: Client) -> None:
    text = page(client, "/meetings/border-heads/")
    assert tiles(text) == [str(number) for number in range(1, 13)]
    assert "The 1st is not in the archive; it falls before the 2nd, 25–27 June 2013." in text
    assert "The 4th is not in the archive; it falls between the 3rd, 25–26 June 2014, and the 5th, 29 June 2017." in text
    assert "заседание глав пограничных ведомств стран ШОС" in text
    assert "contradict" not in text


def test_every_series_page_opens(reference: None, client: Client) -> None:
    for slug in ("heads-of-state", "rats-council", "foreign-ministers", "defence-ministers", "anti-drug-heads", "rats-conference"):
        text = page(client, f"/meetings/{slug}/")
        assert " style=" not in text


def test_a_series_without_meetings_says_so(client: Client) -> None:
    make_series("empty", "An empty series")
    assert "No meeting of this series is in the archive." in page(client, "/meetings/empty/")


def test_all_gaps_of_all_series_stand_on_one_page(reference: None, client: Client) -> None:
    text = page(client, "/gaps/")
    assert "72 numbers are missing" in text
    assert "the 4th is not in the archive" in text.lower()
    assert "The 1st to the 16th are not in the archive; they fall before the 17th, 12 October 2018." in text
    assert "The 20th is not in the archive; it falls between the 19th, 30 November 2020, and the 21st, 1 November 2022." in text


def test_no_gap_is_said_plainly(client: Client) -> None:
    make_meeting(ordinal=1, date="2011")
    assert "No number is missing and none contradicts another." in page(client, "/gaps/")


def test_a_report_that_gives_another_meeting_the_number_is_flagged_on_all_three_pages(client: Client) -> None:
    tenth = make_meeting(ordinal=10, date="2024-07-10")
    article = make_article("An older report", body="The tenth meeting was held in 2022.")
    reading = {"series": "border-heads", "ordinal": 10, "date": "2022-06-15"}
    mention_meeting(article, "tenth meeting", None, reading=reading)
    for path in ("/meetings/border-heads/", tenth.get_absolute_url(), "/gaps/"):
        text = page(client, path)
        assert "Two meetings are called the 10th: those of 15 June 2022 and 10 July 2024." in text or path == tenth.get_absolute_url()
    assert article.get_absolute_url() in page(client, "/meetings/border-heads/")
    assert article.get_absolute_url() in page(client, tenth.get_absolute_url())


def test_a_meeting_that_reports_number_differently_is_flagged(client: Client) -> None:
    eleventh = make_meeting(ordinal=11, date="2011-06-15")
    article = make_article("The anniversary summit", body="The tenth summit opened.")
    mention_meeting(article, "tenth summit", eleventh, reading={"series": "border-heads", "ordinal": 10, "date": "2011-06-15"})
    assert "The meeting of 15 June 2011 is called the 10th and 11th." in page(client, "/meetings/border-heads/")
    assert "The meeting of 15 June 2011 is called the 10th and 11th." in page(client, eleventh.get_absolute_url())


def test_a_rejected_reading_raises_no_flag(client: Client, admin_user: object) -> None:
    make_meeting(ordinal=10, date="2024-07-10")
    article = make_article(body="The tenth meeting was held.")
    rejected = {"review_state": "rejected", "reviewer": admin_user, "reviewed_at": "2026-01-01T00:00:00Z"}
    mention_meeting(article, "tenth meeting", None, reading={"series": "border-heads", "ordinal": 10, "date": "2022"}, **rejected)
    assert "contradict" not in page(client, "/meetings/border-heads/")


@pytest.mark.parametrize(
    "reading", [{}, {"series": "border-heads"}, {"ordinal": "ten"}, {"series": 5, "ordinal": -1, "date": 7}, {"date": "soon"}]
)
def test_a_reading_of_any_shape_breaks_nothing(client: Client, reading: dict) -> None:
    meeting = make_meeting(ordinal=10, date="2024-07-10")
    mention_meeting(make_article(body="The tenth meeting was held."), "tenth meeting", meeting, reading=reading)
    for path in ("/meetings/border-heads/", meeting.get_absolute_url(), "/gaps/"):
        assert "contradict one another</h2>" not in page(client, path)


def test_a_meeting_shows_what_each_article_says(client: Client) -> None:
    meeting = make_meeting(ordinal=5, date="2017-06-29", city="Dalian", venue="A hall", host="China")
    article = make_article(
        "Border chiefs meet", body="At the fifth meeting more than 30 officials from Kazakhstan spoke.", date="2017-06-30"
    )
    text = article.text
    start = text.index("more than 30")
    attendance = {"attendance_low": 30, "attendance_qualifier": "more_than", "attendance_start": start, "attendance_end": start + 12}
    mention_meeting(article, "fifth meeting", meeting, **attendance)
    for code in ("KZ", "PK"):
        Membership.objects.create(state=make_state(code, code), status="member", start="2017-06-09", source_url=SOURCE)
    mention_state(article, "Kazakhstan", make_state("KZ"))
    found = page(client, meeting.get_absolute_url())
    assert "fifth meeting</blockquote>" in found
    assert "Attendance as reported: more than 30 persons" in found
    assert "named in the report: KZ. Not named: PK." in found
    assert "Read by machine, not yet reviewed" in found


def test_a_withheld_article_is_named_but_not_quoted(client: Client) -> None:
    meeting = make_meeting(ordinal=5, date="2017-06-29")
    article = make_article(body="At the fifth meeting they spoke.", access="withheld", access_reason="asked to")
    mention_meeting(article, "fifth meeting", meeting)
    found = page(client, meeting.get_absolute_url())
    assert article.get_absolute_url() in found
    assert "fifth meeting</blockquote>" not in found


def test_a_meeting_without_a_number_is_found_by_its_first_day(client: Client) -> None:
    meeting = make_meeting(ordinal=None, date="2013-06-26/2013-06-27")
    assert meeting.get_absolute_url() == "/meetings/border-heads/2013-06-26/"
    assert "26–27 June 2013" in page(client, meeting.get_absolute_url())


@pytest.mark.parametrize("key", ["0", "2", "99999999999999999999", "2013-06-27", "2013-13-01", "x", "-1", "1e3"])
def test_a_meeting_that_is_not_there_is_not_found(client: Client, key: str) -> None:
    make_meeting(ordinal=1, date="2011")
    make_meeting(ordinal=None, date="2013-06-26")
    assert client.get(f"/meetings/border-heads/{key}/").status_code == 404


def test_a_meeting_only_proposed_by_a_rejected_reading_is_not_shown(client: Client) -> None:
    proposed = make_meeting(ordinal=3, date="2014", origin="import")
    make_meeting(ordinal=1, date="2011")
    assert client.get(proposed.get_absolute_url()).status_code == 404
    assert tiles(page(client, "/meetings/border-heads/")) == ["1", "2"]


def count_queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connections["default"]) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["/meetings/border-heads/", "/meetings/border-heads/1/", "/gaps/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, path: str) -> None:
    def add(number: int, date: str) -> None:
        meeting = make_meeting(ordinal=number, date=date)
        for ordinal, target in ((number, meeting), (number + 1, meeting), (1, make_first)):
            article = make_article(body="The meeting of Kazakhstan took place.")
            mention_meeting(article, "meeting", target, reading={"series": "border-heads", "ordinal": ordinal, "date": date})
            mention_state(article, "Kazakhstan", make_state("KZ"))

    make_first = make_meeting(ordinal=1, date="2030")
    Membership.objects.create(state=make_state("KZ"), status="member", start="2001-06-15", source_url=SOURCE)
    add(3, "2011")
    before = count_queries(client, path)
    for number, year in ((6, 2013), (7, 2012), (9, 2019)):
        add(number, str(year))
    assert count_queries(client, path) == before
    assert before <= 12
