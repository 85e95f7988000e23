"""Addresses that once led to a record and now lead elsewhere or nowhere, with the reason."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.documented import documented


@documented
class RetiredAddress(models.Model):
    """The address of a removed or merged record, which answers with a redirect or with 410 Gone and a reason."""

    path = models.CharField(
        _("path"), max_length=300, unique=True, help_text=_("The record's former address on this site, beginning with a slash.")
    )
    target = models.CharField(
        _("leads to"), max_length=300, blank=True, help_text=_("Address of the record it was merged into; empty if the record was removed.")
    )
    reason = models.CharField(_("reason"), max_length=300, help_text=_("Why the record was removed or merged."))
    retired_at = models.DateTimeField(_("retired at"), auto_now_add=True, help_text=_("When the address was retired."))

    class Meta:
        verbose_name = _("retired address")
        verbose_name_plural = _("retired addresses")
        ordering = ["-retired_at"]
        constraints = [
            models.CheckConstraint(
                name="retired_path_begins_with_slash",
                condition=Q(path__startswith="/"),
                violation_error_message=_("The path begins with a slash."),
            ),
            models.CheckConstraint(
                name="retired_reason_required", condition=~Q(reason=""), violation_error_message=_("Say why the address was retired.")
            ),
            models.CheckConstraint(
                name="retired_not_to_itself", condition=~Q(path=F("target")), violation_error_message=_("An address cannot lead to itself.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} → {self.target or 'gone'}"
