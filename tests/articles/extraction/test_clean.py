"""Cleaning: furniture goes, sentences stay, and what cannot be an article is refused with its reason."""

import pytest

from articles.extraction.clean import UnreadableText, clean_text, repair_text
from articles.extraction.furniture import is_breadcrumb, is_date_line, is_furniture, is_sentence
from articles.extraction.lexicon import LANGUAGES
from articles.extraction.records import SourceText
from articles.extraction.wordlists import load_words

BODY = "Border services of two states opened a joint post at the river on Monday, the press office said in a note."
MORE = "Officers from both sides will work there in shifts and share a radio channel until the end of the year."


def clean(text: str, url: str | None = "https://example.org/a", **fields: object):
    return clean_text(SourceText("t", text, url=url, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Related News", "en"),
        ("Share", "en"),
        ("Subscribe to our channel", "en"),
        ("Read also: Two trucks stopped at the pass", "en"),
        ("Tel. +7 000 00-00", "en"),
        ("© 2024 Sample News", "en"),
        ("USD 89.10 EUR 96.20 RUB 0.97", "ru"),
        ("Подписывайтесь на наш Telegram", "ru"),
        ("Просмотров: 311", "ru"),
        ("Главная / Общество", "ru"),
        ("责任编辑:某某", "zh"),
        ("相關新聞", "zh"),
        ("版权所有 未经许可不得转载", "zh"),
        ("4711", "en"),
        ("01:26", "ru"),
    ],
)
def test_a_line_of_furniture_is_known(line: str, language: str):
    assert is_furniture(line, language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Views on the situation at the border were exchanged by all who came.", "en"),
        ("Contacts between the two services will grow, the general said.", "en"),
        ("Главная задача учений — закрыть горные тропы для нарушителей.", "ru"),
        ("关注边境安全的代表出席了会议,并就下一步工作交换了意见。", "zh"),
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(line: str, language: str):
    assert not is_furniture(line, language)


@pytest.mark.parametrize(
    "line",
    [
        "27 Oct 2016 12:14",
        "Town 13/10/2024",
        "вторник, 16 апреля 2024",
        "19 июля 2015 13:26 Просмотров: 7458",
        "发布时间:2024-11-02 05:16:20 来源: 某报",
    ],
)
def test_a_line_that_holds_a_day_and_little_more_is_a_date_line(line: str):
    language = "zh" if "发" in line else "ru" if any("а" <= sign <= "я" for sign in line) else "en"
    assert is_date_line(line, language)


def test_a_sentence_with_a_day_in_it_is_no_date_line():
    assert not is_date_line("The post was opened on 13 October 2024.", "en")


def test_a_breadcrumb_is_told_from_a_headline():
    assert is_breadcrumb("Home – News")
    assert not is_breadcrumb("Guards stop two trucks - nine people held at the northern pass")


def test_headline_standfirst_body_and_nothing_else_make_the_text():
    page = (
        f"Home | World | Sport\n\nBorder post opens at the river\n\nA first for both services in the valley\n\n3 May"
        f" 2021\n\n{BODY}\n\n{MORE}\n\nRelated News\nTwo held with contraband\nSnow closes the pass\n"
    )
    result = clean(page)
    assert result.text == f"Border post opens at the river\n\nA first for both services in the valley\n\n{BODY}\n\n{MORE}"
    assert result.standfirst == "A first for both services in the valley"
    assert "3 May 2021" in result.head_lines


def test_lines_broken_inside_sentences_are_joined():
    page = (
        "Border post opens at the river\n\nBorder services of two states opened a joint post at the river\n"
        "on Monday, the press office said in a\n"
        "note to all papers of the region.\n\nOfficers from both sides will work in shifts and share a\nradio channel until the year ends."
    )
    assert clean(page).text.split("\n\n")[1].endswith("a note to all papers of the region.")
    assert len(clean(page).text.split("\n\n")) == 3


def test_trailing_headlines_of_other_articles_go_and_a_sentence_that_breaks_off_stays():
    page = f"Border post opens at the river\n{BODY}\nGuards find gold in a bus\nIs the pass open again?\nFirst snow in the valley"
    assert clean(page).text == f"Border post opens at the river\n\n{BODY}"
    broken = f"Border post opens at the river\n{BODY}\nBy a first count, 640 kg of narcotic drugs were"
    assert clean(broken).text.endswith("drugs were")


def test_the_headline_is_the_line_that_the_body_speaks_of():
    page = f"Castle of the Counts\nCastle by night\n6 July 2023\nTwo states open a border post at the river\n{BODY}\n{MORE}"
    assert clean(page).title == "Two states open a border post at the river"


def test_a_repeated_headline_stands_once():
    page = f"Border post opens at the river\n\nBorder post opens at the river\n\n{BODY}"
    assert clean(page).text.count("Border post opens at the river") == 1


def test_a_name_line_is_kept_apart_from_the_text():
    result = clean(f"Border post opens at the river\nJane Sample\n{BODY}")
    assert result.byline == "Jane Sample" and "Jane Sample" not in result.text


def test_an_inline_credit_goes_to_the_captions_record():
    result = clean(f"Border post opens at the river\n\nGuards raise a flag at the new post. (Photo by Jane Sample/Agency)\n\n{BODY}")
    (caption,) = result.captions
    assert result.text[caption.start : caption.end] == "Guards raise a flag at the new post."
    assert caption.credit == "Jane Sample/Agency"


def test_a_crawlers_day_in_front_of_the_first_words_dates_the_page_and_loses_no_sentence():
    result = clean(f" date 2017-06-27 {BODY}\n\n{MORE}")
    assert BODY in result.text and "date 2017-06-27" in result.head_lines
    assert result.title.startswith("Border services")


def test_encoding_is_repaired_and_nothing_else_of_the_spelling_changes():
    assert repair_text("cafÃ© â€” “quoted”\r\nend\u200b\u202e.") == "café — “quoted”\nend."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("12345 67 890", "no words"),
        ("x y " * 90_000, "more than one article"),
        ("Border post opens at the river", "nothing under it"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(text: str, reason: str):
    with pytest.raises(UnreadableText, match=reason):
        clean(text)


def test_a_text_without_a_headline_needs_an_address_to_be_known_by():
    with pytest.raises(UnreadableText, match="headline"):
        clean(f"{BODY}\n\n{MORE}", url=None)
    result = clean(f"{BODY}\n\n{MORE}")
    assert result.title.endswith("…") and not result.text.startswith(result.title)


@pytest.mark.parametrize(
    "text", ["«(" * 500 + "\n" + BODY, "\u202e" + BODY + "\u0000\n" + MORE, "А" * 5000 + ". " + BODY, "塔" * 3000 + "。"]
)
def test_hostile_text_gives_a_result_or_a_refusal(text: str):
    try:
        result = clean(text)
    except UnreadableText as refusal:
        assert refusal.reason
    else:
        assert result.text.strip() and "\u202e" not in result.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_the_furniture_list_holds(language: str):
    for row in load_words(language, "furniture"):
        folded = row.example.casefold()
        assert any(form.casefold() in folded for form in row.forms), row.place
        if row.code in ("line", "section", "always", "start"):
            assert is_furniture(row.example, language), row.place


def test_prose_is_told_from_headlines():
    assert is_sentence("Guards stopped two trucks at the northern pass.")
    assert not is_sentence("Guards stop two trucks at pass")
    assert not is_sentence("Is the pass open again?")
