"""Names in three scripts, ordinals, and the word lists behind them."""

from pathlib import Path

import pytest

from articles.extraction.lexicon import LANGUAGES, LexiconError
from articles.extraction.names import known_index, normal_form
from articles.extraction.ordinals import find_ordinals
from articles.extraction.scripts import SIMPLIFIED, key_of, language_of, simplified, words_of
from articles.extraction.wordlists import PhraseIndex, load_words, phrase_index
from tests.known import known_from_seeds

LISTS = ("meetings", "memberships", "operations", "series", "topics")


@pytest.mark.parametrize(
    ("text", "language", "city"),
    [
        ("in Tashkent on Monday", "en", "Tashkent"),
        ("заседание прошло в Ташкенте", "ru", "Tashkent"),
        ("会议在塔什干举行", "zh", "Tashkent"),
        ("под Оренбургом", "ru", "Orenburg"),
    ],
)
def test_a_city_is_one_in_every_script_and_case(text: str, language: str, city: str):
    hits = known_index(known_from_seeds()).index(language, "city").find(words_of(text))
    assert [hit.names[0].owner for hit in hits] == [city]


@pytest.mark.parametrize(
    "name",
    [
        "Китай Китая Китаю Китаем Китае",
        "Россия России Россией",
        "Киргизия Киргизии Киргизией",
        "Иран Ирана Ираном",
        "Астана Астаны Астане Астаной",
    ],
)
def test_the_cases_of_a_russian_name_share_one_key(name: str):
    assert len({key_of(form) for form in name.split()}) == 1


def test_an_abbreviation_keeps_its_capitals_so_that_no_common_word_meets_it():
    assert key_of("РК") == "РК" and key_of("are") != key_of("ARE")


def test_a_chinese_name_is_found_in_traditional_characters_too():
    assert normal_form("烏茲別克斯坦") == normal_form("乌兹别克斯坦")
    assert all(len(chr(sign)) == len(plain) == 1 for sign, plain in SIMPLIFIED.items())
    assert len(simplified("國家邊防")) == 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Guards met.", "en"),
        ("Пограничники встретились.", "ru"),
        ("边防部门会晤。SCO RATS", "zh"),
        ("Операция SCO прошла", "ru"),
        ("123", "en"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("the 9th meeting and the thirty-second session", "en", [9, 32]),
        ("девятое заседание, II заседание, двадцать первого саммита, 40-е заседание", "ru", [9, 2, 21, 40]),
        ("пять человек и шесть машин", "ru", []),
        ("第十次会议、第四十一次会议、第9次会议、第三季度", "zh", [10, 41, 9]),
        ("the 1,000th and 4 men", "en", []),
    ],
)
def test_ordinals_are_read_in_digits_words_and_roman_numerals(text: str, language: str, values: list[int]):
    assert [found.value for found in find_ordinals(text, language)] == values


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_a_list_holds_a_form_of_its_row(kind: str, language: str):
    for row in load_words(language, kind):
        assert PhraseIndex(language, [row]).find(words_of(row.example)), row.place


def test_the_longest_form_wins_and_hits_do_not_overlap():
    hits = phrase_index("en", "operations").find(words_of("a joint counter-terrorism exercise of the armed forces"))
    assert [hit.code for hit in hits] == ["joint", "terror", "noun", "military"]
    assert all(a.end <= b.start for a, b in zip(hits, hits[1:], strict=False))


def test_a_bad_row_names_file_and_line(tmp_path: Path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "topics.tsv").write_text("code\tforms\texample\ndrugs\theroin|heroin\tHeroin was found\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"topics\.tsv:2"):
        load_words("en", "topics", tmp_path)
