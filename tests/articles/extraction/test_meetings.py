"""Meetings: series, number, place and date, and the known row they are."""

import pytest

from tests.articles.extraction.reading import read

EN = "Border chiefs come together\n\n"
RU = "Пограничники собрались вместе\n\n"
ZH = "边防部门举行会议\n\n"


def meetings(text: str, **fields: object) -> list[tuple[object, ...]]:
    return [(row.series, row.ordinal, row.city, row.country, row.date, row.match) for row in read(text, **fields).meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            EN + "The 9th meeting of the heads of border services of the SCO member states took place in Almaty on July 5, 2023, it said.",
            ("border-heads", 9, "Almaty", "KZ", "2023-07-05", "known"),
        ),
        (
            EN + "The SCO RATS Council came together for its thirty-second session in Tashkent on April 5, 2018.",
            ("rats-council", 32, "Tashkent", "UZ", "2018-04-05", "known"),
        ),
        (
            RU + "Девятое заседание руководителей пограничных служб государств-членов ШОС состоялось в Алматы 5 июля 2023 года.",
            ("border-heads", 9, "Almaty", "KZ", "2023-07-05", "known"),
        ),
        (
            RU + "II заседание руководителей пограничных служб государств-членов ШОС идёт в Екатеринбурге.",
            ("border-heads", 2, "Yekaterinburg", "RU", None, "known"),
        ),
        (
            ZH + "上海合作组织成员国主管机关边防部门领导人第十次会议2024年7月10日在上海举行。",
            ("border-heads", 10, "Shanghai", "CN", "2024-07-10", "known"),
        ),
        (
            EN + "Culture ministers of the Shanghai Cooperation Organization will meet for the 13th time in Tashkent on June 21, 2016.",
            (None, 13, "Tashkent", "UZ", "2016-06-21", "unmatched"),
        ),
        (
            EN + "The 51st session of the SCO RATS Council will be held in Bishkek in May 2030, the secretariat said.",
            ("rats-council", 51, "Bishkek", "KG", "2030-05", "proposed"),
        ),
    ],
)
def test_a_numbered_meeting_is_read_with_place_and_day(text: str, expected: tuple[object, ...]):
    assert meetings(text) == [expected]


def test_a_number_that_contradicts_the_known_day_is_a_conflict_with_a_warning():
    extraction = read(EN + "Tashkent received the 15th SCO summit on June 23, 2016, and the leaders signed papers there.")
    (meeting,) = extraction.meetings
    assert (meeting.ordinal, meeting.match) == (15, "conflict")
    assert any("2015-07-09" in warning for warning in extraction.warnings)


def test_a_meeting_by_video_link_has_no_city():
    (meeting,) = read(EN + "The 36th session of the SCO RATS Council was held by video link on 18 March 2021 from Tashkent.").meetings
    assert (meeting.ordinal, meeting.city) == (36, None)


def test_the_day_of_a_dateline_or_of_a_saying_is_not_the_day_of_the_meeting():
    text = (
        EN
        + "MOSCOW, July 9 (Xinhua) -- The 9th meeting of the heads of border services of the SCO was in Almaty, an officer said on Sunday."
    )
    (meeting,) = read(text, published="2023-07-09").meetings
    assert (meeting.city, meeting.date, meeting.match) == ("Almaty", None, "known")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ninth joint exercise of SCO border services ended in the hills on Monday, and all units went home by train.",
        "The agency marked its 67th foundation day with a report on smuggling that all SCO papers printed the next morning.",
        "The 70th session of the UN General Assembly heard a report on the SCO and on the work of its structures this year.",
    ],
)
def test_other_ordinals_are_no_meetings(sentence: str):
    assert meetings(EN + sentence) == []


def test_a_body_named_before_carries_the_number_that_follows():
    text = EN + "The heads of border services of the SCO gathered in Shanghai in July. At their 10th meeting they passed a plan."
    (meeting,) = read(text).meetings
    assert (meeting.series, meeting.ordinal, meeting.lane) == ("border-heads", 10, "check")


def test_a_body_of_another_clause_does_not_take_the_number():
    text = EN + "SCO interior ministers met in Samarkand for their 7th meeting, while the UN General Assembly was in its session."
    assert [(row.series, row.ordinal) for row in read(text).meetings] == [("interior-ministers", 7)]


def test_a_rough_date_that_meets_another_number_is_no_conflict():
    text = EN + "The 41st session of the SCO RATS Council will come together in Tashkent in March 2023, the structure said."
    (meeting,) = read(text).meetings
    assert meeting.match == "proposed"
