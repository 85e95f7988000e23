"""Membership statements: judged anew when the reference data changes, listed with their verdicts; corrections listed."""

import csv
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.membership_checks import recompute_verdicts
from articles.models import Correction, MembershipStatement
from events.models import State
from tests.factories import correct, make_article, state_membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(db: None) -> None:
    call_command("load_reference", verbosity=0)


def page(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def judged(article_date: str, **fields: object) -> MembershipStatement:
    states = fields.pop("states", ())
    article = make_article(body="The organization has some members.", date=article_date)
    statement = state_membership(article, "some members", verdict="cannot_tell", **fields)
    statement.states.set(State.objects.filter(code__in=states))
    recompute_verdicts()
    statement.refresh_from_db()
    return statement


@pytest.mark.parametrize(
    "date, numbers, verdict, words",
    [
        ("2016-07-01", {"member": 8}, "differs", "says 8 members; on that date there were 6"),
        ("2016-07-01", {"member": 6}, "agrees", "6 members"),
        ("2024-07-03", {"member": 10}, "differs", "says 10 members; on that date there were 9"),
        ("2024-07-04", {"member": 10, "observer": 2, "dialogue_partner": 14}, "agrees", "10 members, 2 observers, 14 dialogue partners"),
        ("2024-07-01/2024-07-10", {"member": 10}, "cannot_tell", "true on some days"),
        ("2017-06-09", {"member": 8}, "agrees", "8 members"),
        ("2017-06-08", {"member": 8}, "differs", "on that date there were 6"),
        ("", {"member": 8}, "cannot_tell", "not known"),
    ],
)
def test_a_count_is_judged_on_every_day_of_the_articles_date(
    reference: None, date: str, numbers: dict[str, int], verdict: str, words: str
) -> None:
    statement = judged(date, numbers=numbers)
    assert statement.verdict == verdict
    assert words in statement.explanation


@pytest.mark.parametrize(
    "date, kind, status, states, verdict",
    [
        ("2024-07-10", "newest", "member", ["BY"], "agrees"),
        ("2024-07-01", "newest", "member", ["BY"], "differs"),
        ("2021-09-20", "named_as", "member", ["IR"], "differs"),
        ("2023-07-04", "named_as", "member", ["IR"], "agrees"),
        ("2023-07-04", "named_as", "observer", ["BY"], "agrees"),
    ],
)
def test_a_state_named_as_something_is_judged_by_its_status_on_the_day(
    reference: None, date: str, kind: str, status: str, states: list[str], verdict: str
) -> None:
    assert judged(date, kind=kind, status=status, states=states).verdict == verdict


def test_a_statement_that_dated_its_article_is_not_judged_again(reference: None) -> None:
    article = make_article(body="It has some members.", date="2016")
    statement = state_membership(article, "some members", kind="newest", status="member", verdict="used_to_date", explanation="dated it")
    assert recompute_verdicts() == 0
    statement.refresh_from_db()
    assert (statement.verdict, statement.explanation) == ("used_to_date", "dated it")


def test_a_second_judgement_changes_nothing(reference: None) -> None:
    judged("2016-07-01", numbers={"observer": 6, "member": 6, "dialogue_partner": 6})
    assert recompute_verdicts() == 0


def test_a_change_of_the_reference_data_changes_the_verdict(reference: None, tmp_path: Path) -> None:
    statement = judged("2024-07-06", numbers={"member": 10})
    assert statement.verdict == "agrees"
    folder = tmp_path / "reference"
    shutil.copytree(settings.BASE_DIR / "seeds" / "reference", folder)
    path = folder / "memberships.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows:
        if row[:2] == ["BY", "observer"]:
            row[3] = "2024-07-08"
        if row[:2] == ["BY", "member"]:
            row[2] = "2024-07-08"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    call_command("load_reference", dir=folder, verbosity=0)
    statement.refresh_from_db()
    assert statement.verdict == "differs"


def test_the_checks_page_lists_statements_with_verdict_and_explanation(client: Client) -> None:
    article = make_article("Eight members", body="The eight members met.", date="2016-07-01")
    state_membership(article, "eight members", verdict="differs", explanation="says 8 members; on that date there were 6")
    text = page(client, "/states/checks/")
    assert "Says 8 members; on that date there were 6" in text
    assert "“eight members”" in text
    assert article.get_absolute_url() in text
    assert "Differs" in text
    assert "says 8" not in page(client, "/states/checks/", verdict="agrees").lower()
    assert "Says 8" in page(client, "/states/checks/", verdict="differs")


@pytest.mark.parametrize("query", [{"verdict": "wrong"}, {"page": "7"}, {"page": "x"}, {"verdict": "\0"}])
def test_a_value_that_cannot_be_read_is_said_plainly(client: Client, query: dict[str, str]) -> None:
    article = make_article(body="The eight members met.")
    state_membership(article, "eight members")
    text = page(client, "/states/checks/", **query)
    assert "Nothing is shown:" in text
    assert "eight members" not in text


def test_a_rejected_statement_and_a_withheld_quote_are_not_shown(client: Client, admin_user: object) -> None:
    rejected = make_article(body="The nine members met.")
    decision = {"review_state": "rejected", "reviewer": admin_user, "reviewed_at": "2026-01-01T00:00:00Z"}
    state_membership(rejected, "nine members", **decision)
    withheld = make_article(body="The ten members met.", access="withheld", access_reason="asked to")
    state_membership(withheld, "ten members", explanation="10 members")
    text = page(client, "/states/checks/")
    assert "nine members" not in text
    assert "“ten members”" not in text
    assert withheld.get_absolute_url() in text


def test_corrections_are_listed_with_words_right_value_and_evidence(client: Client) -> None:
    article = make_article(body="The embassy stands in Dushanbe.")
    correct(article, "Dushanbe", "Bishkek", kind="place", explanation="It stood in Bishkek.")
    text = page(client, "/corrections/")
    for words in (
        "Wrong place",
        "Dushanbe</s>",
        "<b>Bishkek</b>",
        "It stood in Bishkek.",
        article.get_absolute_url(),
        "example.org/source",
    ):
        assert words in text


def test_a_correction_without_its_article_is_listed_as_waiting(reference: None, client: Client) -> None:
    text = page(client, "/corrections/")
    assert "No article held is corrected." in text
    assert "Waiting for their article" in text
    assert Correction.objects.get().right_value in text


def test_the_seeds_stand_on_both_pages(seeded: None, client: Client) -> None:
    checks, corrections = page(client, "/states/checks/"), page(client, "/corrections/")
    assert "10 members, 2 observers, 14 dialogue partners" in checks
    assert "Used to date the article" in checks
    assert "Bishkek, Kyrgyzstan" in corrections
    assert "Waiting for their article" not in corrections


def count_queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connections["default"]) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", ["/states/checks/", "/corrections/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, path: str) -> None:
    def add() -> None:
        article = make_article(body="The eight members met in Osh.")
        state_membership(article, "eight members")
        correct(article, "Osh", "Batken")

    add()
    before = count_queries(client, path)
    for _ in range(4):
        add()
    assert count_queries(client, path) == before
    assert before <= 12
