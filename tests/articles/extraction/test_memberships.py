"""Statements on membership and their verdicts on every day on which the article may have appeared."""

import pytest

from tests.articles.extraction.reading import read

HEAD = "A note on the organization\n\n"


def statement(sentence: str, published: str | None = "2024-07-20"):
    return read(HEAD + sentence, published=published).memberships[0]


@pytest.mark.parametrize(
    ("sentence", "published", "verdict", "words"),
    [
        ("The SCO has 10 full member states, 2 observer states and 14 dialogue partners.", "2024-07-20", "agrees", "10 members"),
        ("The SCO has eight member states and four observers.", "2018-06-10", "agrees", "8 members"),
        ("The SCO has eight member states and four observers.", "2016-06-10", "differs", "says 8 members; on that date there were 6"),
        ("The SCO has eight member states and four observers.", None, "cannot_tell", "not known"),
        ("The SCO has nine member states and three observers.", "2024-06-20/2024-07-20", "cannot_tell", "some days"),
        ("ШОС объединяет 10 государств-членов, 2 наблюдателя и 14 партнёров по диалогу.", "2024-07-20", "agrees", "10 members"),
        ("目前,上合组织有10个成员国、2个观察员国和14个对话伙伴。", "2024-07-20", "agrees", "14 dialogue partners"),
    ],
)
def test_counts_are_checked_on_the_day_of_publication(sentence: str, published: str | None, verdict: str, words: str):
    found = statement(sentence, published)
    assert (found.kind, found.verdict) == ("count", verdict)
    assert words in found.explanation


def test_the_founding_is_checked_by_date_and_founders():
    right = statement("The SCO was founded on 15 June 2001 by China, Kazakhstan, Kyrgyzstan, Russia, Tajikistan and Uzbekistan.")
    wrong = statement("The SCO was founded on 15 June 2001 by China, India, Kazakhstan, Kyrgyzstan, Russia and Tajikistan.")
    assert (right.kind, right.verdict) == ("founding", "agrees")
    assert wrong.verdict == "differs" and "Uzbekistan" in wrong.explanation and "India" in wrong.explanation


@pytest.mark.parametrize(
    ("sentence", "published", "verdict"),
    [
        ("Iran is the newest member of the SCO.", "2023-08-01", "agrees"),
        ("Iran is the newest member of the SCO.", "2024-08-01", "differs"),
        ("Belarus is a full member of the SCO.", "2024-06-01", "differs"),
        ("Belarus is a full member of the SCO.", "2024-08-01", "agrees"),
    ],
)
def test_a_state_called_a_member_is_checked(sentence: str, published: str, verdict: str):
    assert statement(sentence, published).verdict == verdict


def test_a_list_with_a_state_that_had_not_the_status_differs():
    found = statement("The SCO members are China, Kazakhstan, Kyrgyzstan, Mongolia, Russia and Tajikistan.", "2015-06-01")
    assert found.verdict == "differs" and "Mongolia" in found.explanation


def test_a_number_of_states_that_took_part_is_no_count_of_members():
    assert read(HEAD + "Five SCO members took part in the drill, which lasted two weeks.", published="2020-01-01").memberships == ()
