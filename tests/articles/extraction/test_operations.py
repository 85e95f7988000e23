"""Operations and exercises: by name, with the year in the name, without it, and by time and states."""

import pytest

from tests.articles.extraction.reading import read

EN = "Units train in the hills\n\n"


def operations(text: str, **fields: object) -> list[tuple[object, ...]]:
    return [(row.name, row.slug, row.match) for row in read(text, **fields).operations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            EN + 'Border services spoke about the joint operation "Solidarity - 2023" and its results when they met in the spring.',
            ("Solidarity - 2023", "solidarity-2023", "known"),
        ),
        (
            EN + "Five states took part in the exercise Peace Mission 2012 of the SCO, which ended with strikes from the air.",
            ("Peace Mission 2012", "peace-mission-2012", "known"),
        ),
        (
            EN + 'The Iranian exercise "Sahand-2025" of the SCO brought together units of ten states in the hills near Tabriz.',
            ("Sahand-2025", "sahand-2025", "known"),
        ),
        (
            "Итоги\n\nПограничники подвели итоги совместной операции «Солидарность – 2023», которая прошла на границах стран ШОС осенью.",
            ("Солидарность – 2023", "solidarity-2023", "known"),
        ),
        (
            "行动总结\n\n各国边防部门实施了“团结协作—2023”联合边防行动,上合组织成员国的有关部门参加了行动。",
            ("团结协作—2023", "solidarity-2023", "known"),
        ),
        (
            "Итоги\n\nПограничники СНГ завершили совместную операцию «Горный щит – 2018», задержаны нарушители, сообщили в службе.",
            ("Горный щит – 2018", "gornyy-shchit-2018", "proposed"),
        ),
    ],
)
def test_a_named_operation_is_found_and_matched_or_proposed(text: str, expected: tuple[object, ...]):
    assert operations(text) == [expected]


def test_a_capitalised_name_behind_its_kind_is_a_name_where_a_body_of_several_states_is_told_of():
    text = EN + "The CSTO operation Channel-Patrol closed several routes of smugglers in the hills, its press office said on Monday."
    (row,) = read(text).operations
    assert (row.name, row.match, row.framework) == ("Channel-Patrol", "proposed", "CSTO")


def test_a_states_own_campaign_is_no_joint_operation():
    assert operations("行动总结\n\n“净网”专项行动中,海关查获毒品五吨,抓获犯罪嫌疑人四十人,行动将继续进行到年底为止。") == []


def test_a_name_without_its_year_is_matched_by_time():
    text = EN + "The anti-drug operation Spider Web of the SCO was carried out on 8-12 July 2019 by police and customs of eight states."
    assert operations(text) == [("Spider Web", "spider-web-2019", "known")]


def test_a_name_that_may_mean_two_operations_stays_unmatched_and_names_both():
    text = "Итоги\n\nАнтинаркотическая операция «Паутина» закрыла несколько маршрутов, сообщили в полиции и таможне стран ШОС на брифинге."
    (row,) = read(text).operations
    assert (row.slug, row.match) == (None, "unmatched")
    assert "spider-web-2019" in row.note and "web-2025" in row.note


def test_an_unnamed_operation_is_matched_by_months_kind_and_body():
    text = EN + "In a joint border operation of the SCO from August to October 2023, guards stopped 40 trucks at the crossings."
    (row,) = read(text).operations
    assert (row.name, row.slug, row.lane) == (None, "solidarity-2023", "check")


@pytest.mark.parametrize(
    "sentence",
    [
        "The programme for 2016-2018 and the Strategy 2025 were discussed, and the SCO operation was not mentioned by anybody.",
        "On 5 June 2019 the drill began and in March 2020 the report came out, the press office of the service said on Monday.",
        'The police operation in the hills was called a "great success" by the general who spoke to the press on Monday.',
    ],
)
def test_years_and_quoted_praise_are_no_operations(sentence: str):
    assert operations(EN + sentence) == []


def test_an_edition_in_roman_figures_and_states_before_the_word_for_an_exercise_belong_to_a_name():
    text = EN + "The joint special forces exercise KESTREL-IX began in Kyrgyzstan on 10 March 2025 and will run for two weeks."
    assert [name for name, _, _ in operations(text)] == ["KESTREL-IX"]
    text = "演习开始\n\n“协同-2031”中国与塔吉克斯坦联合反恐演练18日在杜尚别拉开序幕，两国公安特警部队共约200人参演。"
    assert [name for name, _, _ in operations(text)] == ["协同-2031"]
