"""The original bytes."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.documented import documented
from events.models import Editable


@documented
class Capture(Editable):
    """The original bytes of an article as they were met, with their hash."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True, help_text=_("SHA-256 of the bytes, in hexadecimal digits."))
    body = models.BinaryField(_("bytes"), help_text=_("The bytes as they were read, unchanged."))
    size = models.PositiveIntegerField(_("size"), help_text=_("Number of bytes."))
    media_type = models.CharField(
        _("media type"), max_length=100, default="text/plain", help_text=_("Media type as declared or recognised.")
    )
    charset = models.CharField(_("encoding"), max_length=40, blank=True, help_text=_("Character encoding the bytes were read in."))
    url = models.URLField(_("address"), max_length=2000, blank=True, help_text=_("Address the bytes came from, if any."))
    archived_url = models.URLField(
        _("archived address"),
        max_length=2000,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Address of a copy of the same page in a public web archive; empty if none is known."),
    )
    http_status = models.PositiveSmallIntegerField(
        _("HTTP status"), null=True, blank=True, help_text=_("Status of the response, for a fetched page.")
    )
    name = models.CharField(
        _("file name"), max_length=500, blank=True, help_text=_("Path inside the imported folder, or line of the imported file.")
    )
    fetched_at = models.DateTimeField(_("fetched at"), help_text=_("When the bytes were fetched or read."))

    history = HistoricalRecords(excluded_fields=["body"])

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["-fetched_at"]
        constraints = [
            models.CheckConstraint(
                name="capture_hash_is_sha256",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("The hash is 64 hexadecimal digits."),
            ),
            models.CheckConstraint(
                name="capture_archived_url_is_web_address",
                condition=Q(archived_url="") | Q(archived_url__regex=r"^https?://\S+$"),
                violation_error_message=_("The archived address is a full http or https address."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.name or self.url})"
