"""A gated pattern finds what the bare pattern finds, only sooner."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.extraction.alternatives import alternatives, beginning
from articles.extraction.date_patterns import date_patterns
from articles.extraction.gated import Gated, Searched

PIECES = {
    "en": ["from the start of ", "since ", "the past ", "May", "may ", "JUNE", "Sept. ", "3", "12", " 2024", "2023-24", "th", " to ", "–"]
    + [", ", "\n", "last year", "Last Monday", "first half of ", "Q3 ", "so far this year", "FY 24", "x", "İ", " "],
    "ru": ["с начала ", "С ", "мая", "Мая ", "СЕНТЯБРЯ", "янв. ", "3", "12", " 2024", "-го ", " года", "г.", " по ", "–", ", ", "\n", " "]
    + ["прошлого года", "В прошлом году", "первом полугодии ", "последние три года", "месяцев ", "ы", "x"],
}
TEXTS = st.sampled_from(sorted(PIECES)).flatmap(
    lambda language: st.tuples(st.just(language), st.lists(st.sampled_from(PIECES[language]), max_size=14).map("".join))
)


@settings(deadline=None)
@given(TEXTS)
def test_dates_are_found_at_the_same_places_as_by_trying_every_place(case: tuple[str, str]) -> None:
    """Needles and beginnings leave nothing out."""
    language, text = case
    for gated in date_patterns(language):
        assert [match.span() for match in gated.finditer(Searched(text))] == [match.span() for match in gated.pattern.finditer(text)]


@given(st.lists(st.text("ab .", min_size=1, max_size=4), min_size=1, max_size=8), st.text("abAB .x", max_size=30))
def test_forms_in_one_pattern_match_the_longest_first(forms: list[str], text: str) -> None:
    """A tree of forms finds what the plain list finds, and nothing begins outside its beginnings."""
    plain = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=len, reverse=True))
    found = [match.span() for match in re.finditer(alternatives(forms), text)]
    assert found == [match.span() for match in re.finditer(plain, text)]
    assert {start for start, _ in found} <= set(Searched(text).beginnings(re.compile(beginning(forms))))


@pytest.mark.parametrize(("text", "expected"), [("no such word", []), ("fiscal 24", [(0, 9)])])
def test_a_pattern_waits_for_its_needle(text: str, expected: list[tuple[int, int]]) -> None:
    """Without the needle the pattern is not run at all."""
    gated = Gated(re.compile(r"\w+ \d\d"), needles=("fiscal",))
    assert [match.span() for match in gated.finditer(Searched(text))] == expected
