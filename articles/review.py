"""The one place that writes what a person decided about a reading.

Machine and reviewed reading are separate columns; the shown record follows the reviewed one. Every decision first writes the state it
found to the history, so that the log begins with what the machine read.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Evidence, MeetingMention, OperationMention, ReviewState, StateMention, StatisticMention
from events.history import remember_prior_state

TARGETS: dict[type[Evidence], str] = {
    StateMention: "state",
    MeetingMention: "meeting",
    OperationMention: "operation",
    StatisticMention: "statistic",
}


def target_name(mention: Evidence | type[Evidence]) -> str | None:
    """Return the name of the column that points to the fact, or ``None`` for evidence without one (statements)."""
    return TARGETS.get(mention if isinstance(mention, type) else type(mention))


def accept(mention: Evidence, reviewer: AbstractBaseUser, note: str = "") -> None:
    """Record that a person found the machine's reading right."""
    _decide(mention, ReviewState.ACCEPTED, reviewer, note)


def correct(mention: Evidence, reviewer: AbstractBaseUser, target: models.Model, note: str = "") -> None:
    """Record that the words speak of ``target`` and not of what the machine read."""
    name = target_name(mention)
    if name is None:
        raise ValidationError(_("Statements point to no record; edit their fields instead."))
    _decide(mention, ReviewState.CORRECTED, reviewer, note, {f"reviewed_{name}": target})


def reject(mention: Evidence, reviewer: AbstractBaseUser, note: str = "") -> None:
    """Record that the reading is wrong; it is never shown again, and the row keeps an import from proposing it anew."""
    _decide(mention, ReviewState.REJECTED, reviewer, note)


@transaction.atomic
def reopen(mentions: Iterable[Evidence], reason: str) -> None:
    """Put decided rows back to pending, the old decisions in the log; used when the words themselves have changed."""
    for mention in mentions:
        remember_prior_state(mention)
        _set(mention, ReviewState.PENDING, None, reason)
        setattr(mention, "_change_reason", reason)  # noqa: B010 (simple_history reads it; no class declares it)
        mention.save()


@transaction.atomic
def _decide(mention: Evidence, state: ReviewState, reviewer: AbstractBaseUser, note: str, values: dict[str, Any] | None = None) -> None:
    remember_prior_state(mention)
    _set(mention, state, reviewer, note)
    for column, value in (values or {}).items():
        setattr(mention, column, value)
    _follow(mention)
    mention.full_clean(exclude=["article", "run"])
    mention.save()


def _set(mention: Evidence, state: ReviewState, reviewer: AbstractBaseUser | None, note: str) -> None:
    """Set the review columns; a reviewed target of an earlier decision does not outlive it."""
    mention.review_state = state
    mention.reviewer = reviewer  # type: ignore[assignment]  # the account model is a setting
    mention.reviewed_at = timezone.now() if reviewer else None
    mention.review_note = note[:300]
    name = target_name(mention)
    if name:
        setattr(mention, f"reviewed_{name}", None)
        _follow(mention)


def _follow(mention: Evidence) -> None:
    """Let the shown record follow the reviewed one, else the machine's."""
    name = target_name(mention)
    if name:
        setattr(mention, name, getattr(mention, f"reviewed_{name}") or getattr(mention, f"machine_{name}"))
