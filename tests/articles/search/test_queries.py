"""The table of queries: the same words find the same articles on every database."""

import pytest

from articles.search.search import RELEVANCE, search

TABLE = [
    ("exercise", {1, 2, 6, 8}),
    ("exercises", {1, 2, 6, 8}),
    ("EXERCISE", {1, 2, 6, 8}),
    ('"joint exercise"', {1, 2}),
    ('"joint exercise" -navy', set()),
    ("joint exercise", {1, 2, 6, 8}),
    ("joint exercise -navy", {6, 8}),
    ("navy OR customs", {1, 2, 3}),
    ("patrol navy OR customs", {1, 3}),
    ('"joint exercise" -navy OR patrol', {1}),
    ('"joint exercise" -navy OR patrol title:border', {1}),
    ("title:exercise", {1, 2}),
    ("-title:exercise", {3, 4, 5, 6, 7, 8}),
    ('title:"joint exercise"', {1}),
    ("учение", {4}),
    ("учений", {4}),
    ("пограничник", {4}),
    ("边防", {5}),
    ("边境合作", {5}),
    ("合作边境", set()),
    ("边", {5}),
    ("作", {5}),
    ("Tashkent", {3, 4, 5}),
    ("Ташкент", {3, 4, 5}),
    ("塔什干", {3, 4, 5}),
    ("-Tashkent border", {1}),
    ('"Tashkent"', {3, 4, 5}),
    ("13,800", {3, 4}),
    ("13800", {3, 4}),
    ("13 800", {3, 4}),
    ("cafe", {7}),
    ("CAFÉ", {7}),
    ("china", {7}),
    ("xian", {6}),
    ("Xi’an", {6}),
    ("anti-terror", {6}),
    ("counter-terrorism", {6}),
    ("terror-anti", set()),
    ("nothingofthekind", set()),
    ("-nothingofthekind", {1, 2, 3, 4, 5, 6, 7, 8}),
    ("the", {1, 2, 3, 4, 5, 6, 7, 8}),
    ('"joint exercise', {1, 2, 6, 8}),
    ("joint OR", {1, 2, 6, 8}),
    ("OR joint", {1, 2, 6, 8}),
    ("''; DROP TABLE articles_article; --", set()),
    ("border\0 customs", {3}),
    ("title:", set()),
    ("()*:^~", {1, 2, 3, 4, 5, 6, 7, 8}),
    ("exercise AND NEAR(joint)", set()),
    (" ".join(["exercise"] * 1000), {1, 2, 6, 8}),
    ("边境" * 600, set()),
]


@pytest.mark.parametrize(("words", "expected"), TABLE, ids=[words[:40] for words, _expected in TABLE])
def test_words_find_their_articles(words: str, expected: set[int], library: None) -> None:
    assert set(search(words).hits) == expected


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("the and of", "too common"),
        ('"joint exercise', "quotation mark"),
        ("joint OR", "OR stands between"),
        ("OR OR joint", "OR stands between"),
        ("?!", "no word"),
        ("word " * 40, "first 32 words"),
        ("word" * 1000, "first 2000 characters"),
    ],
)
def test_what_is_left_out_is_said(words: str, part: str, library: None) -> None:
    assert part in " ".join(search(words).query.notes)


@pytest.mark.parametrize("words", ["", "border", '"joint exercise" -navy OR patrol title:border', "Tashkent"])
def test_a_sound_query_carries_no_note(words: str, library: None) -> None:
    assert search(words).query.notes == []


def test_a_name_tells_what_else_it_finds(library: None) -> None:
    assert set(search("Ташкент").query.names) == {"Tashkent", "Ташкент", "塔什干"}


def test_newest_come_first_and_undated_last(library: None) -> None:
    assert search("").numbers(0, 20) == [4, 3, 7, 1, 2, 5, 8, 6]


def test_oldest_first_turns_the_dated_round(library: None) -> None:
    assert search("").numbers(0, 20, "oldest") == [8, 5, 2, 1, 7, 3, 4, 6]


@pytest.mark.parametrize("sort", ["newest", "oldest", RELEVANCE])
def test_pages_put_together_are_the_list(sort: str, library: None) -> None:
    result = search("exercise OR patrol OR Tashkent")
    whole = result.numbers(0, 100, sort)
    assert sorted(whole) == sorted(result.hits)
    assert [number for start in range(0, 8, 2) for number in result.numbers(start, 2, sort)] == whole


def test_a_word_in_the_headline_is_more_relevant_than_one_in_the_text(library: None) -> None:
    assert search("patrol").numbers(0, 20, RELEVANCE) == [3, 1]


def test_a_list_too_long_to_rank_comes_by_date(library: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.search.search.RANKED_AT_MOST", 1)
    result = search("patrol OR exercise")
    assert result.numbers(0, 20, RELEVANCE) == result.numbers(0, 20)
