"""Words become terms by their script, and both databases take the terms as they are."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import SearchTerms
from articles.search.analyser import STOP_WORDS, analyse, term_of, terms_in
from articles.search.names import Names, build_names, is_owner, owner_term
from articles.search.query import Leaf
from articles.search.snippets import snippet


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Patrols patrolled", ["patrol", "patrol"]),
        ("Пограничники пограничников", ["пограничник", "пограничник"]),
        ("учёт", ["учет"]),
        ("边防部门", ["边防", "防部", "部门", "门"]),
        ("the of and", []),
        ("Café CAFE", ["cafe", "cafe"]),
        ("China’s China's", ["china", "china"]),
        ("Xi'an", ["xian"]),
        ("13,800 rounds", ["13800", "round"]),
        ("１３８ ＳＣＯ", ["138", "sco"]),
        ("anti-terror", ["anti", "terror"]),
        ("SCO上合组织", ["sco", "上合", "合组", "组织", "织"]),
        ("", []),
    ],
)
def test_a_text_gives_its_terms(text: str, terms: list[str]) -> None:
    assert [token.term for token in analyse(text)] == terms


@given(st.text(max_size=200))
def test_every_token_lies_where_it_says(text: str) -> None:
    for token in analyse(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.term and token.term == token.term.strip()


@given(st.text("aé ,.'1３边防Я\u0301the", max_size=40))
def test_the_terms_alone_are_those_with_places(text: str) -> None:
    """The index and the snippets read a text alike."""
    assert terms_in(text) == [token.term for token in analyse(text)]


def test_stop_words_are_folded_as_words_are() -> None:
    assert {term_of(word) for word in STOP_WORDS} == {""}


WORDS = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=8)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(words=WORDS)
def test_postgresql_takes_a_term_for_one_word(words: list[str]) -> None:
    terms = [token.term for token in analyse(" ".join(words)) if token.term.isascii() or token.term[0] in "абвгд中文边防"]
    if connection.vendor != "postgresql":
        assert SearchTerms._meta.pk.name == "search_no"
        return
    with connection.cursor() as cursor:
        for term in terms:
            cursor.execute("SELECT to_tsvector('simple', %s)::text", [term])
            assert cursor.fetchone()[0] == f"'{term}':1"


def test_a_thing_has_one_term_whatever_its_name() -> None:
    names = build_names([("city", "Tashkent", "Tashkent"), ("city", "Tashkent", "Ташкент"), ("city", "Tashkent", "塔什干")])
    terms = {text: names.in_terms([token.term for token in analyse(text)]) for text in ("В Ташкенте", "in Tashkent", "在塔什干召开")}
    assert set(map(tuple, terms.values())) == {(owner_term("city", "Tashkent"),)}
    assert is_owner(owner_term("city", "Tashkent"))
    assert not is_owner("0") and not is_owner("007")


def fragments(paragraphs: list[str], *terms: str) -> str:
    leaves = [Leaf((term,)) for term in terms]
    return "".join(f"[{part.text}]" if part.is_marked else part.text for part in snippet(paragraphs, leaves, Names()))


def test_a_snippet_marks_words_by_their_stem() -> None:
    assert fragments(["Two patrols met."], "patrol") == "Two [patrols] met."


def test_a_snippet_takes_the_paragraph_with_most_of_the_words() -> None:
    assert fragments(["A patrol left.", "The patrol reached the border."], "patrol", "border") == "The [patrol] reached the [border]."


def test_a_long_paragraph_is_cut_at_words() -> None:
    cut = fragments([f"{'before ' * 80}patrol {'after ' * 80}".strip()], "patrol")
    assert cut.startswith("… before") and cut.endswith(" …") and "[patrol]" in cut
    assert len(cut) < 320


def test_overlapping_pairs_are_one_mark() -> None:
    leaves = [Leaf(("边防", "防部", "部门"))]
    parts = snippet(["会议由边防部门召开。"], leaves, Names())
    assert [part.text for part in parts if part.is_marked] == ["边防部门"]


def test_without_words_the_snippet_is_the_beginning() -> None:
    assert fragments(["First.", "Second."]) == "First."
    assert fragments([]) == ""
