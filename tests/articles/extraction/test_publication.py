"""The day of publication: from what the source says, never from outside the article, never invented."""

import pytest

from articles.extraction.addresses import date_of_address
from tests.articles.extraction.reading import read

BODY = "Border services of two states opened a joint post at the river on Monday, the press office said in a note."
TITLE = "Border post opens at the river"


@pytest.mark.parametrize(
    ("page", "published", "basis"),
    [
        (f"{TITLE}\n6 July 2023\n{BODY}", "2023-07-06", "text"),
        (f"{TITLE}\nUpdated: 04-11-2024 15:27 IST\n{BODY}", "2024-11-04", "text"),
        (f"{TITLE}\n12:30, 29 августа 2017, Town\n{BODY}", "2017-08-29", "text"),
        (
            "На реке открыт новый пост\nАпрель 27, 2009 14:32\nПограничные службы двух стран открыли пост у реки, сообщили в службе.",
            "2009-04-27",
            "text",
        ),
        (
            "вторник, 16 апреля 2024\nНа реке открыт пограничный пост\n19 июля 2015 13:26 Просмотров: 74\nПограничные службы двух"
            " стран открыли совместный пост у реки, сообщили в пресс-службе.",
            "2015-07-19",
            "text",
        ),
        (f"{TITLE}\nCurrency rates from 25/11/2024\nTown 13/10/2024\n{BODY}", "2024-10-13", "text"),
        (f"{TITLE}\n\nTOWN, 24.06.2021 (Sample) – {BODY}", "2021-06-24", "dateline"),
        (f"{TITLE}\nLast updated: 9 July 2023\nPublished: 6 July 2023 09:12\n{BODY}", "2023-07-06", "text"),
        (f"{TITLE}\n\n{BODY}", None, None),
        (f"{TITLE}\n\nTOWN, July 10 (Sample) -- {BODY}", None, None),
        (
            "边防部门举行会议\n发布时间:2024-11-02 05:16:20 来源: sp20241102\n本报上海7月10日电 10日,两国边防部门在河边开设了联合哨所。",
            None,
            None,
        ),
    ],
)
def test_the_nearest_full_day_beside_the_headline_counts(page: str, published: str | None, basis: str | None):
    described = read(page).description
    assert (described.published, described.published_basis) == (published, basis)


def test_what_the_source_states_comes_first_and_what_the_operator_gives_is_called_given():
    assert read(f"{TITLE}\n6 July 2023\n{BODY}", published="2023-07-05T09:00:00+05:00").description.published == "2023-07-05"
    assert read(f"{TITLE}\n{BODY}", published="2023", given=frozenset({"published"})).description.published_basis == "given"


def test_a_day_after_the_page_was_fetched_is_not_taken():
    assert read(f"{TITLE}\n6 July 2023\n{BODY}", fetched_on="2020-01-01").description.published is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/news/20190712/565195.html", "2019-07-12"),
        ("https://example.org/a/201706/27/WS59.html", "2017-06-27"),
        ("https://example.org/en/2024/07/29/x", "2024-07-29"),
        ("https://example.org/n3/2019/1213/c9-1.html", "2019-12-13"),
        ("https://example.org/2014-08/28/c_1.htm", "2014-08-28"),
        ("https://example.org/news/2407108809", None),
        ("https://example.org/2023/02/31/x", None),
        (None, None),
    ],
)
def test_the_address_may_carry_the_day(url: str | None, day: str | None):
    found = date_of_address(url)
    assert (found if found is None or len(found) == 10 else None) == day


def test_a_dateline_next_to_a_known_meeting_gives_the_year():
    page = (
        f"{TITLE}\n\nALMATY, July 6 (Sample) -- The 9th meeting of the heads of border services of the SCO took place in Almaty,"
        f" the press office said."
    )
    described = read(page).description
    assert (described.published, described.published_basis) == ("2023-07-06", "inferred")
    assert "July 6" in described.published_note


def test_evidence_that_excludes_itself_says_nothing():
    page = (
        f"{TITLE}\n\nTASHKENT, April 5 (Sample) -- The 9th meeting of the heads of border services of the SCO opened in Almaty on"
        f" Wednesday, it was told."
    )
    assert read(page).description.published is None
