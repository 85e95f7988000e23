"""Imports: each is a run that can be listed, explained and taken back."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.documented import documented
from events.models.base import choice_rule


class RunStatus(models.TextChoices):
    """How far a run has come."""

    RUNNING = "running", _("running or interrupted")
    FINISHED = "finished", _("finished")
    UNDONE = "undone", _("undone")


class IssueSeverity(models.TextChoices):
    """Whether an issue kept something out."""

    ERROR = "error", _("error: not imported")
    WARNING = "warning", _("warning")


@documented
class ImportRun(models.Model):
    """One run of the importer: who, when, with what, and what came of it."""

    started_at = models.DateTimeField(_("started at"), help_text=_("When the run began."))
    finished_at = models.DateTimeField(
        _("finished at"), null=True, blank=True, help_text=_("When it ended; empty while it runs or if it was killed.")
    )
    status = models.CharField(
        _("status"), max_length=8, choices=RunStatus, default=RunStatus.RUNNING, help_text=_("Running or interrupted, finished, or undone.")
    )
    started_by = models.CharField(
        _("started by"), max_length=150, blank=True, help_text=_("User of the machine or of the site who started it.")
    )
    arguments = models.JSONField(_("arguments"), default=dict, help_text=_("Sources and options as given."))
    code_version = models.CharField(_("code version"), max_length=60, blank=True, help_text=_("Version of the program."))
    lexicon_version = models.CharField(_("lexicon version"), max_length=20, blank=True, help_text=_("Version of rules and word lists."))
    inserted = models.PositiveIntegerField(_("inserted"), default=0, help_text=_("Articles that were new."))
    updated = models.PositiveIntegerField(_("updated"), default=0, help_text=_("Articles that changed."))
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0, help_text=_("Articles met again as they were."))
    failed = models.PositiveIntegerField(_("failed"), default=0, help_text=_("Sources that could not be imported."))
    proposed = models.PositiveIntegerField(_("proposed"), default=0, help_text=_("Meetings and operations proposed as new rows."))
    unmatched = models.PositiveIntegerField(_("unmatched"), default=0, help_text=_("Mentions that could not be tied to one row."))

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="run_ends_after_start",
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                violation_error_message=_("The run ends before it begins."),
            ),
            models.CheckConstraint(
                name="run_finished_has_time",
                condition=Q(status=RunStatus.RUNNING) | Q(finished_at__isnull=False),
                violation_error_message=_("A finished run has an end."),
            ),
            choice_rule("run_status_known", "status", RunStatus, _("Unknown status.")),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}, {self.started_at:%Y-%m-%d %H:%M}"


@documented
class ImportIssue(models.Model):
    """One thing a run could not do or was unsure about, naming file, line, reason and remedy."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="issues", verbose_name=_("import"), help_text=_("The run."))
    severity = models.CharField(
        _("severity"), max_length=7, choices=IssueSeverity, help_text=_("Error: not imported; warning: imported, but look at it.")
    )
    code = models.SlugField(_("code"), max_length=40, help_text=_("Stable word for the kind of issue."))
    source = models.CharField(_("source"), max_length=2000, help_text=_("File, line of a file, or address."))
    line = models.PositiveIntegerField(_("line"), null=True, blank=True, help_text=_("Line of the file, if one is meant."))
    message = models.TextField(_("message"), help_text=_("What is wrong and what to do about it."))
    article = models.ForeignKey(
        "Article",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("article"),
        help_text=_("The article, if it was stored."),
    )

    class Meta:
        verbose_name = _("import issue")
        verbose_name_plural = _("import issues")
        ordering = ["run", "id"]
        constraints = [
            models.CheckConstraint(
                name="issue_explained",
                condition=~Q(message="") & ~Q(source="") & ~Q(code=""),
                violation_error_message=_("An issue names source, kind and reason."),
            ),
            choice_rule("issue_severity_known", "severity", IssueSeverity, _("Unknown severity.")),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


@documented
class RunChange(models.Model):
    """What an article and its evidence were before a run changed them, so that the run can be taken back."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="changes", verbose_name=_("import"), help_text=_("The run."))
    article = models.ForeignKey(
        "Article", on_delete=models.CASCADE, related_name="changes", verbose_name=_("article"), help_text=_("The article it changed.")
    )
    before = models.JSONField(_("before"), help_text=_("The changed columns and rows as they were, by table."))

    class Meta:
        verbose_name = _("change by an import")
        verbose_name_plural = _("changes by imports")
        ordering = ["run", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "article"], name="change_once", violation_error_message=_("A run changes an article once.")
            )
        ]

    def __str__(self) -> str:
        return f"{self.run}: {self.article}"
