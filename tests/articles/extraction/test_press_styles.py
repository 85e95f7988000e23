"""Ways of agencies and ministries to head, date and number what they report, each in a text of our own."""

import pytest

from articles.extraction.datelines import find_dateline
from tests.articles.extraction.reading import read

BODY = "\n\nNEW TOWN, 10 March 2025: The exercise commenced today and will run for two weeks, the ministry said on Monday."


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("RIVERLAND JOINT SPECIAL FORCES EXERCISE BEGINS", BODY),
        (
            "Учения «Заслон-2031» проходят в Кыргызстане",
            "\n\n7 сентября 2031, 10:15\nУчение «Заслон-2031» началось на полигоне, сообщили военные.",
        ),
    ],
)
def test_a_headline_in_capitals_or_with_a_quoted_name_is_a_headline(title: str, body: str) -> None:
    assert read(title + body).description.title == title


@pytest.mark.parametrize(
    ("language", "text", "day", "agency"),
    [
        ("ru", "Нур-Султан, 12 декабря 2019. КазПример. За последние пять лет ничего не случилось.", "12 декабря 2019", "КазПример"),
        ("ru", "Минск, 5 июня 2015 г. Учение органов безопасности завершилось.", "5 июня 2015", ""),
        ("ru", "Ташкент. 9 октября. Пример-Инфо. С января выявлено многое.", "9 октября", "Пример-Инфо"),
        ("zh", "阿拉山口1月15日电（边城记者 赵明）记者15日获悉", "1月15日", ""),
    ],
)
def test_a_dateline_may_end_in_full_stops_or_name_no_known_agency(language: str, text: str, day: str, agency: str) -> None:
    dateline = find_dateline(text, language)
    assert dateline is not None
    assert dateline.date is not None
    assert (dateline.date.text, dateline.agency) == (day, agency)


def test_the_next_session_belongs_to_the_series_of_its_neighbour_and_takes_no_day_of_it() -> None:
    text = (
        "Border chiefs meet\n\nBISHKEK, June 4, 2031 (Example Wire) -- The 18th meeting of the heads of border services "
        "of the SCO opened here on Wednesday.\n\n"
        "Guests came by train. They spoke of trade. They spoke of rivers. They dined.\n\n"
        "The next, 19th meeting will be held in Kazakhstan in 2033."
    )
    found = [(row.series, row.ordinal, row.country, row.date) for row in read(text).meetings]
    assert found == [("border-heads", 18, "KG", "2031-06-04"), ("border-heads", 19, "KZ", "2033")]


@pytest.mark.parametrize(("place", "unit"), [("QUETTA, Pakistan", "PKR"), ("AMRITSAR, India", "INR")])
def test_bare_rupees_are_those_of_the_country_that_the_text_names(place: str, unit: str) -> None:
    text = f"Customs stop smugglers\n\n{place} -- Officers in the port seized contraband goods worth Rs 310 million on Monday."
    assert [row.unit for row in read(text).statistics] == [unit]
