"""The article page: marks, cards, access, corrections, neighbours, and a number of queries that does not grow."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from articles.models import Article, ArticleAddress, Capture, StatisticMention
from tests.factories import (
    correct,
    make_article,
    make_figure,
    make_measure,
    make_meeting,
    make_operation,
    make_outlet,
    make_state,
    make_topic,
    mention_meeting,
    mention_operation,
    mention_state,
    quote_speaker,
    report_figure,
    state_membership,
)
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db
BODY = (
    "The border services of Kazakhstan reviewed Operation Harvest at the tenth session.\n\n"
    "They seized 75 firearms and more than 300 knives, an officer said. The weather was fair.\n\n"
    "More than 30 officials came to the hall."
)


def full_article(**fields: object) -> Article:
    article = make_article(body=BODY, topics=[make_topic("arms")], **fields)
    operation = make_operation()
    report_figure(article, "75 firearms", make_figure(operation=operation), period_text="this autumn")
    knives = make_measure("knives_seized", unit="items")
    many = make_figure(knives, 300, None, operation=operation, low_strict=True)
    report_figure(article, "more than 300 knives", many, qualifier_text="more than")
    start = article.text.index("More than 30 officials")
    mention_meeting(
        article,
        "tenth session",
        make_meeting(city="Almaty", state=make_state()),
        attendance_low=30,
        attendance_qualifier="more_than",
        attendance_start=start,
        attendance_end=start + len("More than 30 officials"),
    )
    mention_operation(article, "Operation Harvest", operation)
    mention_state(article, "Kazakhstan", make_state())
    state_membership(article, "border services of Kazakhstan", kind="named_as", explanation="Kazakhstan was a member.")
    quote_speaker(article, "They seized 75 firearms and more than 300 knives", "an officer", role="of the service")
    return article


def test_every_span_of_evidence_is_a_mark_that_leads_to_its_card_and_back(client: Client) -> None:
    article = full_article()
    html = client.get(article.get_absolute_url()).content.decode()
    for card in ("f1", "f2", "m1", "m2", "o1"):
        assert f'id="in-{card}" href="#{card}"' in html
        assert f'id="{card}"' in html
        assert f'href="#in-{card}"' in html
    assert 'id="s1"' in html
    assert len(re.findall(r'<section class="card ', html)) == 6


def test_marked_words_are_the_quoted_words(client: Client) -> None:
    html = client.get(full_article().get_absolute_url()).content.decode()
    assert re.search(r'id="in-f1"[^>]*>75 firearms<sup', html)
    assert re.search(r'id="in-f2"[^>]*>more than 300 knives<sup', html)


def test_the_attendance_belongs_to_the_meeting_and_has_words_of_its_own(client: Client) -> None:
    html = client.get(full_article().get_absolute_url()).content.decode()
    assert re.search(r'id="in-m2"[^>]*>More than 30 officials<sup', html)
    assert "Attendance of 10th meeting" in html


def test_what_no_person_has_seen_is_said_to_be_read_by_machine(client: Client) -> None:
    assert "Read by machine, not yet reviewed" in client.get(full_article().get_absolute_url()).content.decode()


def test_a_rejected_reading_shows_nowhere(client: Client) -> None:
    article = full_article()
    reviewer = get_user_model().objects.create_user("reviewer")
    StatisticMention.objects.filter(quote="75 firearms").update(review_state="rejected", reviewer=reviewer, reviewed_at=timezone.now())
    html = client.get(article.get_absolute_url()).content.decode()
    assert "Firearms seized" not in html
    assert "more than 300 knives<sup" in html


def test_a_withheld_text_shows_its_facts_but_none_of_its_words(client: Client) -> None:
    article = full_article(access="withheld", access_reason="the publisher asked")
    html = client.get(article.get_absolute_url()).content.decode()
    assert "the publisher asked" in html
    assert "The weather was fair" not in html
    assert "more than 300 knives" not in html
    assert "Knives seized" in html


def test_quotes_only_shows_the_sentences_of_the_evidence_and_no_others(client: Client) -> None:
    html = client.get(full_article(access="quotes", access_reason="licence").get_absolute_url()).content.decode()
    assert "75 firearms" in html
    assert "The weather was fair" not in html
    assert "[…]" in html


def test_corrected_words_are_struck_and_explained_below_their_paragraph(client: Client) -> None:
    article = full_article()
    correct(article, "300", "200", explanation="The service said 200.")
    html = client.get(article.get_absolute_url()).content.decode()
    assert '<s class="corr-text">300</s>' in html
    assert 'id="c1"' in html
    assert "The service said 200." in html
    assert article.text == Article.objects.get(pk=article.pk).text


def test_the_page_says_how_an_inferred_date_was_found(client: Client) -> None:
    article = make_article(basis="inferred", basis_note="The summit was held that week.")
    html = client.get(article.get_absolute_url()).content.decode()
    assert "The summit was held that week." in html
    assert "inferred" in html


def test_words_of_an_article_are_escaped(client: Client) -> None:
    article = make_article(title="<script>alert(1)</script>", body="They said <b>75 firearms</b> & left.")
    report_figure(article, "75 firearms", make_figure())
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in html
    assert "&lt;b&gt;" in html


def test_copies_and_articles_on_the_same_event_are_named(client: Client) -> None:
    article = full_article(duplicate_group="abc")
    make_article("A copy elsewhere", duplicate_group="abc", outlet=make_outlet("second"))
    other = make_article("Another view", body="Operation Harvest went on.")
    mention_operation(other, "Operation Harvest", article.operationmentions.get().operation)
    text = text_of(client.get(article.get_absolute_url()))
    assert "A copy elsewhere" in text
    assert "Another view" in text


def test_newer_and_older_articles_are_next_to_each_other(client: Client) -> None:
    make_article("The first", date="2023-01-01")
    middle = make_article("The middle", date="2023-06-01")
    make_article("The last", date="2024-01-01")
    html = client.get(middle.get_absolute_url()).content.decode()
    assert re.search(r'rel="prev">.*The last', html)
    assert re.search(r'rel="next">.*The first', html)


def test_the_number_of_queries_does_not_depend_on_the_article(client: Client) -> None:
    few = count_queries(client, full_article().get_absolute_url())
    busy = full_article_with_more()
    assert count_queries(client, busy.get_absolute_url()) == few <= 12


def full_article_with_more() -> Article:
    body = "\n\n".join(f"Sentence {number} tells of {number} knives seized by the services." for number in range(100, 130))
    article = make_article(body=body)
    for number in range(100, 130):
        report_figure(article, f"{number} knives", make_figure(make_measure("knives_seized", unit="items"), number, number))
    mention_state(article, "services", make_state("KG", "Kyrgyzstan"))
    return article


def test_an_archived_copy_is_told_from_the_original_and_named_only_when_it_is_known(client: Client) -> None:
    article = full_article()
    original, copy = "https://example.org/news/1", "https://web.archive.org/web/20240711/https://example.org/news/1"
    ArticleAddress.objects.create(article=article, url=original, canonical=True)
    assert "Archived copy" not in text_of(client.get(article.get_absolute_url()))
    ArticleAddress.objects.create(article=article, url=copy)
    text = text_of(client.get(article.get_absolute_url()))
    words = "The same page as a public web archive keeps it, should the original change or vanish."
    assert f"Original {original} Archived copy {copy} {words} Captured" in text
    Capture.objects.filter(articles=article).update(archived_url="https://archive.example.org/7")
    text = text_of(client.get(article.get_absolute_url()))
    assert f"Original {original} Archived copy https://archive.example.org/7 {copy} {words} Captured" in text
    assert 'href="https://archive.example.org/7" rel="noopener"' in client.get(article.get_absolute_url()).content.decode()


def test_an_article_that_is_not_held_is_a_friendly_404(client: Client) -> None:
    response = client.get("/articles/0123456789ab/")
    assert response.status_code == 404
    assert "Nothing stands at this address" in response.content.decode()


def test_the_page_sets_no_cookie(client: Client) -> None:
    assert not client.get(full_article().get_absolute_url()).cookies


def test_foreign_text_carries_its_language(client: Client) -> None:
    article = make_article("Сводка", body="Изъято 75 стволов.", language="ru")
    assert '<h1 lang="ru">' in client.get(article.get_absolute_url()).content.decode()
