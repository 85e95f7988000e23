"""A person's decision: machine and reviewed reading stay apart, and the log begins with what the machine read."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from articles import review
from articles.models import StatisticMention
from events.models import OperationStatistic
from tests.rows import make_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows() -> dict[str, Any]:
    return make_rows()


@pytest.fixture
def mention(rows: dict[str, Any]) -> StatisticMention:
    """A mention as an import leaves it: without history."""
    mention = rows["statisticmention"]
    mention.history.all().delete()
    return StatisticMention.objects.get(pk=mention.pk)


@pytest.fixture
def other_figure(rows: dict[str, Any]) -> OperationStatistic:
    figure = rows["operationstatistic"]
    return OperationStatistic.objects.create(
        key="other", public_id="ffffffffffff", measure=figure.measure, low=76, high=76, value_text="76", unit="firearms"
    )


def test_accepting_signs_the_row_and_keeps_the_machines_reading(mention: StatisticMention, rows: dict[str, Any]) -> None:
    review.accept(mention, rows["user"], "checked against the page")
    mention.refresh_from_db()
    assert (mention.review_state, mention.reviewer, mention.review_note) == ("accepted", rows["user"], "checked against the page")
    assert mention.reviewed_at is not None
    assert mention.statistic == mention.machine_statistic == rows["operationstatistic"]


def test_a_correction_shows_the_reviewed_record_and_keeps_the_machines(
    mention: StatisticMention, rows: dict[str, Any], other_figure: OperationStatistic
) -> None:
    review.correct(mention, rows["user"], other_figure)
    mention.refresh_from_db()
    assert mention.statistic == mention.reviewed_statistic == other_figure
    assert mention.machine_statistic == rows["operationstatistic"]


def test_a_rejected_reading_is_never_shown(mention: StatisticMention, rows: dict[str, Any]) -> None:
    review.reject(mention, rows["user"])
    assert not StatisticMention.objects.shown().filter(pk=mention.pk).exists()
    assert StatisticMention.objects.decided().filter(pk=mention.pk).exists()


def test_the_history_begins_with_what_the_machine_read(mention: StatisticMention, rows: dict[str, Any]) -> None:
    review.reject(mention, rows["user"])
    assert [row.review_state for row in mention.history.order_by("history_id")] == ["pending", "rejected"]


def test_reopening_forgets_the_decision_but_not_its_log(
    mention: StatisticMention, rows: dict[str, Any], other_figure: OperationStatistic
) -> None:
    review.correct(mention, rows["user"], other_figure)
    review.reopen([mention], "the words have changed")
    mention.refresh_from_db()
    assert (mention.review_state, mention.reviewer, mention.reviewed_statistic) == ("pending", None, None)
    assert mention.statistic == rows["operationstatistic"]
    assert [row.review_state for row in mention.history.order_by("history_id")] == ["pending", "corrected", "pending"]
    assert mention.history.first().history_change_reason == "the words have changed"


def test_a_statement_points_to_no_record_that_could_be_corrected(rows: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="edit their fields"):
        review.correct(rows["statement"], rows["user"], rows["state"])
