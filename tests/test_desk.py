"""The editorial desk: every record has its page, edits keep history and survive, and lists stay cheap."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import StatisticMention
from events.models import Alias, Meeting, Operation, State
from tests.rows import TEXT, make_rows
from tests.test_rules import own_models

pytestmark = pytest.mark.django_db

WRITTEN_BY_THE_PROGRAM_ONLY = {"ArticleAddress", "ArticleTopic", "ArticleVersion", "Caption", "RunChange", "ShingleHolder", "TextSketch"}


@pytest.fixture
def rows() -> dict[str, Any]:
    return make_rows()


@pytest.fixture
def desk(client: Client, rows: dict[str, Any]) -> Client:
    client.force_login(get_user_model().objects.create_superuser("editor", password="x"))
    return client


def registered() -> list[type]:
    return [model for model in own_models() if model in admin.site._registry]


def test_every_record_is_on_the_desk() -> None:
    missing = {model.__name__ for model in own_models()} - {model.__name__ for model in registered()} - WRITTEN_BY_THE_PROGRAM_ONLY
    search_tables = {name for name in missing if name.startswith("Search") or name in ("FacetChange", "ArchiveVersion", "ArticleTerms")}
    assert missing - search_tables == set()


@pytest.mark.parametrize("model", registered(), ids=lambda model: model.__name__)
def test_list_and_form_of_each_record_open_and_search(model: type, desk: Client, rows: dict[str, Any]) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    with CaptureQueriesContext(connection) as queries:
        assert desk.get(reverse(f"{name}_changelist"), {"q": "border"}).status_code == 200
    assert len(queries) <= 15
    record = rows.get(model._meta.model_name)
    assert record is not None
    assert desk.get(reverse(f"{name}_change", args=[record.pk])).status_code == 200


def _form_of(desk: Client, record: Any) -> dict[str, Any]:
    """Return what a browser would send back unchanged."""
    url = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    page = desk.get(url)
    data: dict[str, Any] = {}
    forms = [page.context["adminform"].form, *(form for formset in page.context["inline_admin_formsets"] for form in formset.formset.forms)]
    forms += [formset.formset.management_form for formset in page.context["inline_admin_formsets"]]
    for form in forms:
        for field in form:
            value = field.value()
            if value is True:
                data[field.html_name] = "on"
            elif value not in (None, False):
                data[field.html_name] = [getattr(item, "pk", item) for item in value] if isinstance(value, list) else value
    return {"url": url, **data}


def _save(desk: Client, record: Any, **changes: Any) -> None:
    form = _form_of(desk, record)
    url = form.pop("url")
    response = desk.post(url, {**form, **changes})
    errors = response.context and response.context.get("errors")
    assert response.status_code == 302, errors


def test_an_edit_is_noted_on_the_row_and_in_the_history(desk: Client, rows: dict[str, Any]) -> None:
    meeting = rows["meeting"]
    meeting.history.all().delete()
    _save(desk, meeting, venue="Lujiazui", date="2024-07")
    meeting = Meeting.objects.get(pk=meeting.pk)
    assert (meeting.venue, meeting.date, str(meeting.end), meeting.precision) == ("Lujiazui", "2024-07", "2024-07-31", "month")
    assert meeting.edited_fields == ["date", "venue"]
    assert meeting.edited_at is not None
    assert [row.venue for row in meeting.history.order_by("history_id")] == ["", "Lujiazui"]


def test_a_wrong_date_gets_a_message_with_the_remedy(desk: Client, rows: dict[str, Any]) -> None:
    form = _form_of(desk, rows["meeting"])
    page = desk.post(form.pop("url"), {**form, "date": "10.07.2024"})
    assert page.status_code == 200
    assert "write YYYY, YYYY-MM, YYYY-MM-DD" in page.content.decode()


def test_a_broken_rule_gets_its_own_message_on_the_desk(desk: Client, rows: dict[str, Any]) -> None:
    form = _form_of(desk, rows["operation"])
    page = desk.post(form.pop("url"), {**form, "date": "1950"})
    assert "outside 1990 to 2100" in page.content.decode()


def test_an_overlapping_membership_gets_a_message_and_no_error_page(desk: Client, rows: dict[str, Any]) -> None:
    page = desk.post(
        reverse("admin:events_membership_add"),
        {
            "state": rows["state"].pk,
            "status": "observer",
            "start": "2010-01-01",
            "source_url": "https://example.org/",
            "confidence": "high",
        },
    )
    assert page.status_code == 200
    assert "has another status at that time" in page.content.decode()


def test_a_new_name_is_normalised_and_knows_its_owner(desk: Client, rows: dict[str, Any]) -> None:
    desk.post(
        reverse("admin:events_alias_add"),
        {"kind": "state", "language": "ru", "form": "Казахстан", "form_type": "name", "state": rows["state"].pk},
    )
    alias = Alias.objects.get(form="Казахстан")
    assert (alias.owner, alias.normalised, alias.origin) == ("KZ", "казахстан", "editor")


def test_a_decision_at_the_desk_is_signed(desk: Client, rows: dict[str, Any]) -> None:
    mention = rows["statisticmention"]
    _save(desk, mention, review_state="rejected", review_note="not a seizure")
    mention = StatisticMention.objects.get(pk=mention.pk)
    assert (mention.review_state, mention.reviewer.username, mention.review_note) == ("rejected", "editor", "not a seizure")


def test_many_readings_are_accepted_at_once(desk: Client, rows: dict[str, Any]) -> None:
    desk.post(
        reverse("admin:articles_statisticmention_changelist"),
        {"action": "accept_selected", "_selected_action": [rows["statisticmention"].pk]},
    )
    assert StatisticMention.objects.get().review_state == "accepted"


def test_a_missed_figure_is_added_by_its_words(desk: Client, rows: dict[str, Any]) -> None:
    data = {"article": rows["article"].pk, "quote": "75", "at": 1, "reviewed_statistic": rows["operationstatistic"].pk, "value_text": "75"}
    assert desk.post(reverse("admin:articles_statisticmention_add"), data).status_code == 302
    added = StatisticMention.objects.exclude(pk=rows["statisticmention"].pk).get()
    assert TEXT[added.start : added.end] == added.quote == "75"
    assert (added.rule, added.review_state, added.reviewer.username, added.statistic) == (
        "editor",
        "corrected",
        "editor",
        rows["operationstatistic"],
    )


def test_words_that_are_not_in_the_article_are_refused(desk: Client, rows: dict[str, Any]) -> None:
    data = {"article": rows["article"].pk, "quote": "76 rifles", "reviewed_statistic": rows["operationstatistic"].pk, "value_text": "76"}
    page = desk.post(reverse("admin:articles_statisticmention_add"), data)
    assert page.status_code == 200
    assert "do not stand in the article" in page.content.decode()


def test_a_correction_is_placed_and_the_text_stays_as_it_was(desk: Client, rows: dict[str, Any]) -> None:
    rows["correction"].delete()
    data = {
        "article": rows["article"].pk,
        "quote": "China",
        "kind": "place",
        "right_value": "Kyrgyzstan",
        "evidence_url": "https://example.org/",
        "author": "Desk",
        "made_on": "2026-11-22",
    }
    assert desk.post(reverse("admin:articles_correction_add"), data).status_code == 302
    article = type(rows["article"]).objects.get()
    correction = article.corrections.get()
    assert article.text == TEXT
    assert TEXT[correction.start : correction.end] == "China"
    assert correction.article_sha256 == article.capture.sha256


def test_topics_set_by_a_person_are_noted_on_the_article(desk: Client, rows: dict[str, Any]) -> None:
    form = _form_of(desk, rows["article"])
    url = form.pop("url")
    response = desk.post(url, {**form, "article_topics-0-DELETE": "on"})
    assert response.status_code == 302
    article = type(rows["article"]).objects.get()
    assert article.edited_fields == ["topics"]
    assert not article.article_topics.exists()


def test_deleting_leaves_the_history(desk: Client, rows: dict[str, Any]) -> None:
    alias = rows["alias"]
    desk.post(reverse("admin:events_alias_delete", args=[alias.pk]), {"post": "yes"})
    assert not Alias.objects.exists()
    assert Alias.history.first().history_type == "-"


def test_a_record_in_use_cannot_be_deleted(desk: Client, rows: dict[str, Any]) -> None:
    page = desk.post(reverse("admin:events_operation_delete", args=[rows["operation"].pk]), {"post": "yes"})
    assert page.status_code in (200, 302)
    assert Operation.objects.exists()


def test_the_desk_is_closed_to_strangers(client: Client) -> None:
    assert client.get(reverse("admin:index")).status_code == 302
    assert State.objects.count() == 0
