"""The table "a second import, row by row": what a new reading does to what is stored and to what a person decided."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

from articles import review
from articles.models import Article, ArticleVersion, ImportRun, ReviewState, RunChange, StatisticMention
from events.models import OperationStatistic
from tests.articles.importer.conftest import run_command
from tests.articles.importer.readings import TEXT, figure, meeting, membership, operation, reading, state, statement, store

pytestmark = pytest.mark.usefixtures("reference")
MOVED = TEXT.replace("Patrols of Kazakhstan", "In a long summer, patrols of Kazakhstan")
CHANGED = TEXT.replace("75 firearms", "76 firearms")


@pytest.fixture
def reviewer(reference: None) -> AbstractBaseUser:
    return get_user_model().objects.create_user("reviewer")


def first_import(**changes: Any) -> StatisticMention:
    store(reading(statistics=(figure(TEXT, "75 firearms", **changes),)))
    return StatisticMention.objects.get()


def issue_codes(outcomes: list[Any]) -> list[str]:
    return [issue.code for outcome in outcomes for issue in outcome.issues]


def every_row() -> dict[str, list[Any]]:
    """Return every stored row but runs and the archive's own counters."""
    models = {relation.related_model for relation in Article._meta.related_objects} | {Article, OperationStatistic}
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models if model.__name__ != "SearchTerms"}


def test_same_text_and_same_reading_write_nothing() -> None:
    full = {
        "states": (state(TEXT, "Kazakhstan", "KZ"),),
        "meetings": (meeting(TEXT, "tenth meeting", attendance="More than 30 officials"),),
        "statistics": (figure(TEXT, "75 firearms"),),
        "statements": (statement(TEXT, "the service said", "the service"),),
        "memberships": (membership(TEXT, "Kazakhstan", "KZ"),),
    }
    store(reading(**full))
    before = every_row()
    _, outcomes = store(reading(**full))
    assert [outcome.result for outcome in outcomes] == ["unchanged"]
    assert every_row() == before


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_same_text_and_same_reading_leave_a_decision_alone(reviewer: AbstractBaseUser, decision: str) -> None:
    getattr(review, decision)(first_import(), reviewer)
    _, outcomes = store(reading(statistics=(figure(TEXT, "75 firearms"),)))
    assert [outcome.result for outcome in outcomes] == ["unchanged"]
    assert StatisticMention.objects.get().review_state == {"accept": "accepted", "reject": "rejected"}[decision]


def test_a_new_reading_of_the_same_text_replaces_the_machines_columns() -> None:
    old = first_import()
    _, outcomes = store(reading(statistics=(figure(TEXT, "75 firearms", low=75.0, high=None, qualifier="more_than"),)))
    mention = StatisticMention.objects.get()
    assert outcomes[0].result == "updated"
    assert mention.pk == old.pk
    assert mention.statistic == mention.machine_statistic
    assert mention.statistic.low_strict
    assert mention.run == ImportRun.objects.latest("pk")


def test_a_figure_that_nobody_reports_any_more_goes_with_its_last_mention() -> None:
    first_import()
    store(reading(statistics=(figure(TEXT, "75 firearms", period="2022"),)))
    assert OperationStatistic.objects.get().date == "2022"


def test_a_figure_that_a_person_edited_stays_without_mentions() -> None:
    statistic = first_import().statistic
    OperationStatistic.objects.update(edited_at="2025-01-01T00:00Z", edited_fields=["period"])
    store(reading())
    assert OperationStatistic.objects.get() == statistic


@pytest.mark.parametrize("decision", ["accept", "reject"])
def test_a_new_reading_of_the_same_text_leaves_a_review_and_says_so(reviewer: AbstractBaseUser, decision: str) -> None:
    mention = first_import()
    getattr(review, decision)(mention, reviewer)
    kept = StatisticMention.objects.values().get()
    _, outcomes = store(reading(statistics=(figure(TEXT, "75 firearms", period="2022"),)))
    assert StatisticMention.objects.values().get() == kept
    assert "review-differs" in issue_codes(outcomes)


def test_a_longer_quote_of_the_same_words_does_not_double_a_reviewed_figure(reviewer: AbstractBaseUser) -> None:
    review.accept(first_import(), reviewer)
    _, outcomes = store(reading(statistics=(figure(TEXT, "75 firearms in 2023"),)))
    assert StatisticMention.objects.get().quote == "75 firearms"
    assert issue_codes(outcomes) == ["review-differs"]


def test_a_corrected_reading_keeps_its_correction(reviewer: AbstractBaseUser) -> None:
    mention = first_import()
    store(reading(TEXT.replace("75", "80"), "pages/b.txt", statistics=(figure(TEXT.replace("75", "80"), "80 firearms"),)))
    right = OperationStatistic.objects.get(low=80)
    review.correct(mention, reviewer, right)
    store(reading(statistics=(figure(TEXT, "75 firearms", period="2022"),)))
    mention.refresh_from_db()
    assert (mention.statistic, mention.review_state) == (right, ReviewState.CORRECTED)


def test_a_moved_quote_takes_its_review_along(reviewer: AbstractBaseUser) -> None:
    review.accept(first_import(), reviewer)
    _, outcomes = store(reading(MOVED, statistics=(figure(MOVED, "75 firearms"),)))
    mention = StatisticMention.objects.get()
    assert MOVED[mention.start : mention.end] == "75 firearms"
    assert mention.review_state == ReviewState.ACCEPTED
    assert mention.reviewer == reviewer
    assert issue_codes(outcomes) == []


def test_a_changed_figure_goes_back_to_pending_and_the_decision_to_the_log(reviewer: AbstractBaseUser) -> None:
    review.accept(first_import(), reviewer)
    _, outcomes = store(reading(CHANGED, statistics=(figure(CHANGED, "76 firearms"),)))
    mention = StatisticMention.objects.get()
    assert (mention.quote, mention.review_state, mention.reviewer) == ("76 firearms", ReviewState.PENDING, None)
    assert mention.statistic.low == 76
    assert "accepted" in mention.history.values_list("review_state", flat=True)
    assert issue_codes(outcomes) == ["review-reset"]


def test_same_words_read_otherwise_in_a_changed_text_go_back_to_pending(reviewer: AbstractBaseUser) -> None:
    review.accept(first_import(), reviewer)
    store(reading(MOVED, statistics=(figure(MOVED, "75 firearms", period="2022"),)))
    mention = StatisticMention.objects.get()
    assert mention.review_state == ReviewState.PENDING
    assert mention.statistic.date == "2022"


def test_reviewed_words_that_are_gone_leave_their_decision_in_the_log(reviewer: AbstractBaseUser) -> None:
    review.accept(first_import(), reviewer)
    without = TEXT.replace("75 firearms", "many things")
    _, outcomes = store(reading(without))
    assert not StatisticMention.objects.exists()
    assert StatisticMention.history.filter(history_type="-", review_state="accepted", quote="75 firearms").exists()
    assert issue_codes(outcomes) == ["review-reset"]


def test_reviewed_words_that_still_stand_but_are_not_read_go_back_to_pending(reviewer: AbstractBaseUser) -> None:
    review.accept(first_import(), reviewer)
    store(reading(MOVED))
    mention = StatisticMention.objects.get()
    assert (MOVED[mention.start : mention.end], mention.review_state) == ("75 firearms", ReviewState.PENDING)


def test_a_rejected_reading_is_not_proposed_anew_when_the_text_moves(reviewer: AbstractBaseUser) -> None:
    review.reject(first_import(), reviewer)
    store(reading(MOVED, statistics=(figure(MOVED, "75 firearms"),)))
    assert StatisticMention.objects.get().review_state == ReviewState.REJECTED


@pytest.mark.parametrize("text", [TEXT, MOVED], ids=["same text", "changed text"])
def test_an_unreviewed_mention_that_is_no_longer_read_is_removed(text: str) -> None:
    first_import()
    store(reading(text))
    assert not StatisticMention.objects.exists()
    assert not StatisticMention.history.exists()


def test_a_mention_that_an_editor_made_stays_and_moves_with_its_words(reviewer: AbstractBaseUser) -> None:
    mention = first_import()
    StatisticMention.objects.update(rule="editor", run=None)
    store(reading(MOVED))
    mention.refresh_from_db()
    assert MOVED[mention.start : mention.end] == "75 firearms"
    assert run_command("verify_archive").status == 0


def test_two_mentions_can_change_places() -> None:
    one = "Seizures\n\nThey took 75 firearms here and 80 firearms there."
    other = "Seizures\n\nThey took 80 firearms here and 75 firearms there."
    store(reading(one, statistics=(figure(one, "75 firearms"), figure(one, "80 firearms"))))
    before = dict(StatisticMention.objects.values_list("quote", "pk"))
    store(reading(other, statistics=(figure(other, "75 firearms"), figure(other, "80 firearms"))))
    assert dict(StatisticMention.objects.values_list("quote", "pk")) == before
    assert run_command("verify_archive").status == 0


def test_the_same_words_twice_in_an_article_are_two_mentions_of_one_figure() -> None:
    twice = f"{TEXT}\n\nAll in all 75 firearms came together."
    store(reading(twice, statistics=(figure(twice, "75 firearms"), figure(twice, "75 firearms", occurrence=1))))
    assert StatisticMention.objects.count() == 2
    assert OperationStatistic.objects.count() == 1


def test_a_changed_text_is_a_new_version_of_the_same_article() -> None:
    first_import()
    before = Article.objects.get()
    store(reading(CHANGED, statistics=(figure(CHANGED, "76 firearms"),)))
    article, version = Article.objects.get(), ArticleVersion.objects.get()
    assert (article.pk, article.public_id, article.text) == (before.pk, before.public_id, CHANGED)
    assert (version.number, version.text, version.capture) == (1, TEXT, before.capture)
    assert version.capture != article.capture
    assert RunChange.objects.get().article == article


def test_what_a_person_edited_in_an_article_is_not_overwritten() -> None:
    store(reading(described={"byline": "Machine", "published": "2024", "published_basis": "text"}))
    Article.objects.update(byline="Person", edited_fields=["byline", "date"], edited_at="2025-01-01T00:00Z")
    store(reading(described={"byline": "Machine 2", "published": "2023", "published_basis": "text"}))
    article = Article.objects.get()
    assert (article.byline, article.date) == ("Person", "2024")


def test_only_other_bytes_with_the_same_text_change_nothing() -> None:
    first_import()
    before = every_row()
    _, outcomes = store(reading(body=b"the same article inside other furniture", statistics=(figure(TEXT, "75 firearms"),)))
    assert outcomes[0].result == "unchanged"
    assert every_row() == before


def test_membership_statements_follow_their_states() -> None:
    store(reading(memberships=(membership(TEXT, "Kazakhstan", "KZ"),)))
    store(reading(memberships=(membership(TEXT, "Kazakhstan", "KZ", "UZ", verdict="differs"),)))
    said = Article.objects.get().membershipstatements.get()
    assert sorted(said.states.values_list("code", flat=True)) == ["KZ", "UZ"]
    assert said.verdict == "differs"


def test_a_proposed_operation_is_known_to_the_next_article() -> None:
    text = "Drill\n\nThe drill Steppe Shield-2031 was held."
    found = operation(text, "Steppe Shield-2031", "steppe-shield-2031", match="proposed", date="2031")
    writer, _ = store(reading(text, operations=(found,)), reading(text + " It ended.", "pages/b.txt", operations=(found,)))
    assert writer.tally.proposed == 1
    assert (
        Article.objects.filter(
            operationmentions__operation__slug="steppe-shield-2031", operationmentions__operation__origin="import"
        ).count()
        == 2
    )
