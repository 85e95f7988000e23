"""History begins with the first human act: the state it found is written before the change."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_REASON = _("before the first edit by a person")


def remember_prior_state(record: models.Model) -> None:
    """Write the stored state of a record to its history if the history is still empty.

    Imports and reloads write no history (the run accounts for them), so the first human act first saves what it found.
    Records without a history (links, spans) are passed over.
    """
    history: Any = getattr(type(record), "history", None)
    if history is None:
        return
    stored: Any = type(record)._default_manager.filter(pk=record.pk).first()
    if stored is not None and not stored.history.exists():
        history.bulk_history_create([stored], default_change_reason=str(FIRST_REASON))
