"""Looking only at paragraphs that may contain a word finds the same snippet as reading them all."""

import pytest

from articles.benchmarks.corpus import make_text
from articles.search import snippets
from articles.search.names import build_names
from articles.search.query import parse_query, positive_leaves
from articles.search.snippets import hopes_of, snippet

NAMES = build_names([("city", "Tashkent", "Tashkent"), ("city", "Tashkent", "Ташкент"), ("city", "Tashkent", "塔什干")])
PARAGRAPHS = [
    "Ministers met in the capital and spoke of trade.",
    "In Ташкенте the studies of borders were published.",
    "The Turkish delegation from Türkiye carried 13 800 rounds.",
    "They were dying to publish.",
]


@pytest.mark.parametrize(
    "words", ["border", "border patrol", "2016 border detained", "seizure", '"border services"', "патруль", "查获", "-border patrol"]
)
def test_the_snippet_is_that_of_reading_everything(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leaves = positive_leaves(parse_query(words, NAMES).tree)
    texts = [make_text(number).text.split("\n\n") for number in range(1, 120)]
    quick = [snippet(text, leaves, NAMES) for text in texts]
    monkeypatch.setattr(snippets, "hopes_of", lambda paragraphs, leaves, names: [len(leaves)] * len(paragraphs))
    assert quick == [snippet(text, leaves, NAMES) for text in texts]
    assert any(fragment.is_marked for fragments in quick for fragment in fragments)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("study", "studies"),
        ("Tashkent", "Ташкенте"),
        ("turkiye", "Türkiye"),
        ("13800", "13 800"),
        ("die", "dying"),
        ("minister", "Ministers"),
    ],
)
def test_words_that_stand_otherwise_in_the_text_are_marked(words: str, marked: str) -> None:
    leaves = positive_leaves(parse_query(words, NAMES).tree)
    assert marked in [fragment.text for fragment in snippet(PARAGRAPHS, leaves, NAMES) if fragment.is_marked]


def test_paragraphs_without_the_word_are_passed_over() -> None:
    leaves = positive_leaves(parse_query("minister", NAMES).tree)
    assert hopes_of(PARAGRAPHS, leaves, NAMES) == [1, 0, 0, 0]


def test_a_paragraph_that_promises_more_is_read_first(monkeypatch: pytest.MonkeyPatch) -> None:
    leaves = positive_leaves(parse_query("published Turkish delegation", NAMES).tree)
    read = []
    every = snippets.marks_in
    monkeypatch.setattr(snippets, "marks_in", lambda text, *rest: read.append(text) or every(text, *rest))
    snippet(PARAGRAPHS[1:], leaves, NAMES)
    assert read == PARAGRAPHS[2:3]
