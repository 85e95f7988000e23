"""The two seed articles are read exactly as the project's owner listed; every rule behind it is general."""

from functools import cache
from pathlib import Path

import pytest

from articles.extraction.read import read_article
from articles.extraction.records import Extraction, SourceText
from tests.known import known_from_seeds

SEEDS = Path(__file__).parents[3] / "seeds" / "articles"


@cache
def seed(name: str) -> Extraction:
    path = next(SEEDS.glob(f"{name}_*.txt"))
    return read_article(SourceText(path.stem, path.read_text(encoding="utf-8")), known_from_seeds())


def figures(extraction: Extraction) -> list[tuple[object, ...]]:
    return [(row.measure, row.low, row.high, row.unit, row.period, row.operation) for row in extraction.statistics]


@pytest.mark.parametrize(
    ("name", "title", "byline", "outlet", "slug"),
    [
        ("000", "SCO committed to maintaining regional security", "Shen Mengdan", "SHINE", "shine"),
        ("002", "Cooperation aids anti-terrorism efforts", "Dong Zhaohui", "China Daily", "china-daily"),
    ],
)
def test_title_name_line_and_outlet_are_read(name: str, title: str, byline: str, outlet: str, slug: str):
    described = seed(name).description
    assert (described.title, described.byline, described.outlet, described.outlet_slug) == (title, byline, outlet, slug)
    assert seed(name).clean.text.startswith(title + "\n\n")


def test_the_standfirst_of_the_shanghai_article_is_a_paragraph_of_its_own():
    clean = seed("000").clean
    assert clean.standfirst is not None and clean.standfirst.startswith("Heads of the frontier authorities")
    assert clean.text.split("\n\n")[1] == clean.standfirst


def test_captions_stay_as_paragraphs_and_their_credits_go_to_the_record():
    clean = seed("000").clean
    assert [clean.text[caption.start : caption.end][:16] for caption in clean.captions] == ["The 10th meeting", "Liu Haitao (righ"]
    assert {caption.credit for caption in clean.captions} == {"Shen Mengdan / SHINE"}
    (caption,) = seed("002").clean.captions
    assert seed("002").clean.text[caption.start : caption.end].endswith("on June 27, 2017.")
    assert caption.credit == "Zhang Zheng"


@pytest.mark.parametrize(
    ("name", "furniture"), [("000", ["Special Reports", "Top", "Shen Mengdan"]), ("002", ["Related News", "China Daily"])]
)
def test_furniture_is_gone(name: str, furniture: list[str]):
    lines = seed(name).clean.text.splitlines()
    assert not set(furniture) & set(lines)
    assert lines.count(seed(name).clean.title) == 1


def test_the_shanghai_article_is_dated_by_the_change_of_membership_and_the_day_of_the_meeting():
    described = seed("000").description
    assert (described.published, described.published_basis) == ("2024-07-10/2024-07-16", "inferred")
    assert "this month" in described.published_note and "Wednesday" in described.published_note


def test_the_dalian_article_is_dated_by_the_drill_the_weekday_and_the_month_of_the_summit():
    described = seed("002").description
    assert (described.published, described.published_basis) == ("2017-06-29/2017-06-30", "inferred")
    assert (
        "27 June 2017" in described.published_note and "Thursday" in described.published_note and "this month" in described.published_note
    )


def test_the_tenth_border_meeting_is_linked_with_place_and_venue():
    (meeting,) = seed("000").meetings
    assert (meeting.series, meeting.ordinal, meeting.city, meeting.country) == ("border-heads", 10, "Shanghai", "CN")
    assert meeting.venue == "Lujiazui International Conference Center"
    assert (meeting.match, meeting.meeting_key) == ("known", ("border-heads", 10, "2024-07-10"))


def test_both_meetings_of_the_dalian_article_are_linked():
    border, summit = seed("002").meetings
    assert (border.series, border.ordinal, border.city, border.date) == ("border-heads", 5, "Dalian", "2017-06-29")
    assert border.meeting_key == ("border-heads", 5, "2017-06-29")
    assert (summit.series, summit.ordinal, summit.city, summit.date) == ("heads-of-state", 17, "Astana", "2017-06")
    assert summit.meeting_key == ("heads-of-state", 17, "2017-06-08")


def test_the_attendance_of_the_dalian_meeting_has_its_own_words():
    attendance = seed("002").meetings[0].attendance
    assert attendance is not None
    assert (attendance.low, attendance.high, attendance.qualifier) == (30, None, "more_than")
    assert seed("002").clean.text[attendance.start : attendance.end] == attendance.quote


def test_the_seven_figures_of_2023_are_read_and_linked_to_the_operation_of_their_months():
    period, operation = "2023-08/2023-10", "solidarity-2023"
    assert figures(seed("000")) == [
        ("persons_arrested", 12000, None, "persons", period, operation),
        ("border_violators_stopped", 9600, None, "persons", period, operation),
        ("firearms_seized", 75, 75, "firearms", period, operation),
        ("ammunition_seized", 13800, 13800, "rounds", period, operation),
        ("knives_seized", 1000, None, "items", period, operation),
        ("drugs_seized", 8.8, 8.8, "t", period, operation),
        ("smuggled_goods_seized", 1178.3, 1178.3, "t", period, operation),
    ]


def test_the_three_figures_of_the_dalian_article_are_read_without_an_invented_period_or_operation():
    assert figures(seed("002")) == [
        ("persons_arrested", 26, 26, "persons", "2016", None),
        ("joint_patrols", 17, 17, "times", None, None),
        ("intelligence_items_exchanged", 130, None, "items", None, None),
    ]


def test_the_statements_on_membership_carry_their_verdicts():
    founding, newest, count = seed("000").memberships
    assert (founding.kind, founding.date, founding.verdict) == ("founding", "2001-06-15", "agrees")
    assert set(founding.states) == {"CN", "KZ", "KG", "RU", "TJ", "UZ"}
    assert (newest.kind, newest.states, newest.verdict) == ("newest", ("BY",), "used_to_date")
    assert dict(count.numbers) == {"member": 10, "observer": 2, "dialogue_partner": 14}
    assert count.verdict == "agrees" and "every day" in count.explanation


def test_a_member_that_is_not_named_is_told_and_the_list_is_not_corrected():
    (listed,) = seed("002").memberships
    assert set(listed.states) == {"IN", "KZ", "CN", "KG", "RU", "TJ", "UZ"}
    assert listed.verdict == "agrees" and "not named: Pakistan" in listed.explanation


def test_the_operations_of_the_dalian_article_are_linked_by_name_and_by_day_place_and_states():
    named, *drills = seed("002").operations
    assert (named.name, named.slug, named.match, named.lane) == ("United-2017", "solidarity-2017", "known", "sure")
    assert {(row.name, row.slug, row.lane, row.date) for row in drills} == {(None, "tianshan-3-2017", "check", "2017-06-27")}


@pytest.mark.parametrize(
    ("name", "speaker", "role"),
    [
        ("000", "Liu Haitao", "deputy director of the State Migration Administration"),
        ("002", "Chen Dingwu", "head of the Ministry of Public Security's Border Control Department"),
        ("002", "Yevgeniy Sysoev", "director of the SCO Regional Anti-Terrorist Structure"),
    ],
)
def test_who_said_what_is_read_with_the_role(name: str, speaker: str, role: str):
    assert (speaker, role) in {(row.speaker, row.role) for row in seed(name).statements}


@pytest.mark.parametrize("name", ["000", "002"])
def test_every_quote_is_the_text_of_its_span(name: str):
    extraction = seed(name)
    text = extraction.clean.text
    rows = (
        *extraction.meetings,
        *extraction.operations,
        *extraction.statistics,
        *extraction.memberships,
        *extraction.statements,
        *extraction.states,
    )
    assert rows and all(text[row.start : row.end] == row.quote for row in rows)
