"""Names compared in three scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.names import normalise_name


@pytest.mark.parametrize(
    "one, other",
    [
        ("Ташкент", "ТАШКЕНТ"),
        ("Tashkent", " tashkent "),
        ("Türkiye", "Turkiye"),
        ("Xi'an", "Xi’an"),
        ("Xi'an", "Xian"),
        ("Malé", "Male"),
        ("Ёлкино", "Елкино"),
        ("Solidarity-2023", "Solidarity – 2023"),
        ("Solidarity-2023", "“Solidarity 2023”"),
        ("государств – членов ШОС", "государств-членов ШОС"),
        ("天山-3号(2017)", "天山-3号 （２０１７）"),
        ("团结协作—2023", "团结协作2023"),
        ("İstanbul", "Istanbul"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert normalise_name(one) == normalise_name(other)


@pytest.mark.parametrize("one, other", [("Solidarity-2023", "Solidarity-2024"), ("Иран", "Ираи"), ("Май", "Маи"), ("塔什干", "塔吉克")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert normalise_name(one) != normalise_name(other)


def test_a_text_without_letters_and_digits_is_no_name() -> None:
    assert normalise_name(" — ’ ") == ""


@given(st.text(max_size=60))
def test_comparing_twice_changes_nothing(text: str) -> None:
    assert normalise_name(normalise_name(text)) == normalise_name(text)
