"""Topics by the weight of their words."""

import pytest

from tests.articles.extraction.reading import read


@pytest.mark.parametrize(
    ("page", "topics"),
    [
        (
            "Customs find heroin in a truck\n\nCustoms officers found 40 kg of heroin and opium; the drugs were burnt.",
            {"drugs"},
        ),
        (
            "На границе изъяли наркотики\n\nПограничники изъяли героин и гашиш; перевозчики наркотиков задержаны, сообщили в службе.",
            {"drugs", "border-control"},
        ),
        ("边防部队查获枪支\n\n边防部队在边境口岸查获枪支和子弹,案件正在办理。", {"border-control", "arms"}),
    ],
)
def test_the_words_of_a_topic_make_the_topic(page: str, topics: set[str]):
    assert topics <= set(read(page).topics)


def test_the_formula_of_the_three_evils_alone_makes_none_of_them_a_topic():
    page = "Delegates meet in the capital\n\nThe delegates spoke of trade and roads; against terrorism, separatism and extremism."
    assert not {"separatism", "extremism"} & set(read(page).topics)


def test_only_topics_of_the_archive_are_given():
    assert read("Delegates meet in the capital\n\nThe delegates spoke of the weather and of the roads to the sea this year.").topics == ()
