"""Who said what: quotations and reported speech with speaker and role."""

import pytest

from tests.articles.extraction.reading import read

HEAD = "A note on the border\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "role", "direct", "words"),
    [
        (
            HEAD + '"The post will be open all the year," said Jane Sample, head of the customs service.',
            "Jane Sample",
            "head of the customs service",
            True,
            "The post will",
        ),
        (
            HEAD + "The post will be open all the year, Jane Sample, head of the customs service, said on Monday.",
            "Jane Sample",
            "head of the customs service",
            False,
            "The post will",
        ),
        (
            HEAD + "Deputy Head of the Customs Service Jane Sample noted that the post will be open all the year.",
            "Jane Sample",
            "Deputy Head of the Customs Service",
            False,
            "the post will",
        ),
        (
            "О границе\n\n«Пост будет открыт круглый год и без выходных», — сообщил начальник заставы Иван Примеров.",
            "Иван Примеров",
            "начальник заставы",
            True,
            "Пост будет",
        ),
        (
            'О границе\n\n"Итоги операции "Горный щит" подведены, и они нас радуют", — сказал Примеров журналистам.',
            "Примеров",
            "",
            True,
            'Итоги операции "Горный щит"',
        ),
    ],
)
def test_a_statement_has_speaker_role_and_words(text: str, speaker: str, role: str, direct: bool, words: str):
    found = read(text).statements[0]
    assert (found.speaker, found.role, found.direct) == (speaker, role, direct)
    assert found.quote.startswith(words)


def test_a_family_name_later_means_the_speaker_named_before():
    text = (
        HEAD
        + '"The post will be open all the year," said Jane Sample, head of the service. "We shall build a second one soon," Sample said.'
    )
    assert {row.speaker for row in read(text).statements} == {"Jane Sample"}


def test_a_sentence_without_a_speaker_is_no_statement():
    assert read(HEAD + "The post is open all the year, and the road to it was paved in the spring by both sides.").statements == ()
