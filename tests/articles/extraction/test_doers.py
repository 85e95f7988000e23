"""Whose figure it is: states that act together, never those that things come from."""

import pytest

from articles.extraction.read import read_article
from articles.extraction.records import SourceText, StatisticFound
from tests.known import known_from_seeds

HEAD = "Border services report\n\nASTANA, May 3, 2021 - "


def figures(text: str, head: str = HEAD) -> list[StatisticFound]:
    return list(read_article(SourceText("x", head + text, url="https://example.org/a"), known_from_seeds()).statistics)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("A search between Kazakhstan and Russia led to the arrest of 31 smugglers.", ("KZ", "RU")),
        ("Kazakhstan, Kyrgyzstan and Tajikistan conducted 14 joint patrols in 2020.", ("KG", "KZ", "TJ")),
        ("India and Pakistan met here. The two countries exchanged 45 pieces of intelligence in 2020.", ("IN", "PK")),
        ("Officers seized 40 kg of drugs from Afghanistan and Pakistan in 2020.", ()),
        ("Officers detained 40 citizens of Uzbekistan and Tajikistan in 2020.", ()),
        ("Officers seized 40 kg of drugs in 2020.", ()),
    ],
)
def test_a_figure_belongs_to_the_states_that_act_together(text: str, states: tuple[str, ...]) -> None:
    assert [figure.states for figure in figures(text)] == [states]


def test_russian_states_that_act_together_are_read_too() -> None:
    head = "Пограничники отчитались\n\nАСТАНА, 3 мая 2021 года. "
    found = figures("Казахстан и Россия провели 14 совместных патрулирований в 2020 году.", head)
    assert [figure.states for figure in found] == [("KZ", "RU")]


def test_a_figure_without_doers_is_only_that_of_its_own_words() -> None:
    ours = figures("Officers seized 40 kg of drugs in 2020.")
    same = figures("Officers seized 40 kg of drugs in 2020. They went home.")
    other = figures("Police in the south seized 40 kg of drugs in 2020.")
    assert ours[0].scope == same[0].scope != ""
    assert ours[0].scope != other[0].scope
