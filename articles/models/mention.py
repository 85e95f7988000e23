"""Evidence: spans of articles and the facts they speak of. Machine and reviewed reading are separate columns."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.article import Article
from articles.querysets import MentionQuerySet
from articles.sentences import in_context
from events.documented import documented
from events.models import Meeting, Operation, OperationStatistic, State, Status
from events.models.base import choice_rule


class ReviewState(models.TextChoices):
    """What a person has decided about a reading."""

    PENDING = "pending", _("read by machine, not yet reviewed")
    ACCEPTED = "accepted", _("accepted")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")


class Lane(models.TextChoices):
    """How sure the rule is that read it."""

    SURE = "sure", _("sure")
    CHECK = "check", _("to check")


class Verdict(models.TextChoices):
    """What the check of a membership statement found."""

    AGREES = "agrees", _("agrees")
    DIFFERS = "differs", _("differs")
    CANNOT_TELL = "cannot_tell", _("cannot tell")
    USED_TO_DATE = "used_to_date", _("used to date the article")


class StatementOfMembership(models.TextChoices):
    """What an article can say about membership."""

    COUNT = "count", _("count")
    FOUNDING = "founding", _("founding")
    NEWEST = "newest", _("newest member")
    NAMED_AS = "named_as", _("named as")


class Evidence(models.Model):
    """Quoted words of an article: a span, how it was read, and what a person decided."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="%(class)ss", verbose_name=_("article"), help_text=_("The article that says it.")
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("First character of the quote in the clean text."))
    end = models.PositiveIntegerField(_("end"), help_text=_("First character after the quote."))
    quote = models.TextField(_("quote"), help_text=_("The exact words, equal to the clean text between start and end."))
    rule = models.CharField(_("rule"), max_length=60, help_text=_("Name of the rule that read it, or “editor”."))
    lexicon_version = models.CharField(_("lexicon version"), max_length=20, blank=True, help_text=_("Version of rules and word lists."))
    lane = models.CharField(
        _("lane"), max_length=5, choices=Lane, default=Lane.CHECK, help_text=_("How sure the rule is: sure, or to check.")
    )
    run = models.ForeignKey(
        "articles.ImportRun",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("import"),
        help_text=_("Import that last wrote the machine's columns; empty if an editor entered it."),
    )
    review_state = models.CharField(
        _("review"),
        max_length=9,
        choices=ReviewState,
        default=ReviewState.PENDING,
        help_text=_("Pending, accepted, corrected or rejected."),
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewer"),
        help_text=_("Who decided; empty while pending."),
    )
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True, help_text=_("When it was decided; empty while pending."))
    review_note = models.CharField(_("review note"), max_length=300, blank=True, help_text=_("Why it was decided so."))

    objects = MentionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_span_not_empty", condition=Q(end__gt=F("start")), violation_error_message=_("The span is empty.")
            ),
            models.CheckConstraint(
                name="%(class)s_quote_not_empty",
                condition=~Q(quote="") & ~Q(rule=""),
                violation_error_message=_("Evidence has quoted words and a rule."),
            ),
            models.CheckConstraint(
                name="%(class)s_lane_known", condition=Q(lane__in=Lane.values), violation_error_message=_("Unknown lane.")
            ),
            models.CheckConstraint(
                name="%(class)s_review_known",
                condition=Q(review_state__in=ReviewState.values),
                violation_error_message=_("Unknown review state."),
            ),
            models.CheckConstraint(
                name="%(class)s_decision_signed",
                condition=Q(review_state=ReviewState.PENDING, reviewer__isnull=True, reviewed_at__isnull=True)
                | (~Q(review_state=ReviewState.PENDING) & Q(reviewer__isnull=False, reviewed_at__isnull=False)),
                violation_error_message=_("A decision names its reviewer and time; a pending row has neither."),
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.quote[:60]}”"

    @property
    def in_context(self) -> tuple[str, str, str]:
        """The words before, the quoted words and the words after, within their sentence."""
        return in_context(self.article.text, self.start, self.end)


def mention_rules(target: str, *key: str) -> list[models.BaseConstraint]:
    """Return the constraints of a mention table: natural key, and the shown target follows reviewed before machine reading."""
    return [
        models.UniqueConstraint(
            fields=["article", "start", "end", *key],
            name="%(class)s_once",
            violation_error_message=_("There is already a mention of this at that place."),
        ),
        models.CheckConstraint(
            name="%(class)s_target_follows_review",
            condition=(
                Q(**{f"reviewed_{target}__isnull": False, f"{target}__isnull": False}) & Q(**{target: F(f"reviewed_{target}")})
                | Q(**{f"reviewed_{target}__isnull": True, f"machine_{target}__isnull": False, f"{target}__isnull": False})
                & Q(**{target: F(f"machine_{target}")})
                | Q(**{f"reviewed_{target}__isnull": True, f"machine_{target}__isnull": True, f"{target}__isnull": True})
            ),
            violation_error_message=_("The shown record is the reviewed one, else the machine's."),
        ),
        models.CheckConstraint(
            name="%(class)s_correction_has_value",
            condition=~Q(review_state=ReviewState.CORRECTED) | Q(**{f"reviewed_{target}__isnull": False}),
            violation_error_message=_("A correction names the right record."),
        ),
    ]


def _target(model: type[models.Model], name: str, *, plain: bool = False) -> Any:
    related = "mentions" if plain else "+"
    words = {
        "machine": _("What the machine read; replaced by every import that reads otherwise."),
        "reviewed": _("What a person decided; no import writes it."),
        "": _("What is shown: the reviewed record, else the machine's."),
    }
    prefix = "" if plain else name
    return models.ForeignKey(model, on_delete=models.PROTECT, null=True, blank=True, related_name=related, help_text=words[prefix])


@documented
class StateMention(Evidence):
    """A state named in an article, as its subject or in passing."""

    machine_state = _target(State, "machine")
    reviewed_state = _target(State, "reviewed")
    state = _target(State, "", plain=True)
    is_subject = models.BooleanField(
        _("subject"),
        default=True,
        help_text=_("Whether the article is about the state or names it as venue or participant, not only in a background list."),
    )

    history = HistoricalRecords()

    class Meta(Evidence.Meta):
        verbose_name = _("mention of a state")
        verbose_name_plural = _("mentions of states")
        constraints = [*Evidence.Meta.constraints, *mention_rules("state")]
        indexes = [models.Index(fields=["state", "article", "review_state"], name="statemention_shown")]


@documented
class MeetingMention(Evidence):
    """A meeting spoken of in an article, with what the article says of it and the attendance it reports."""

    machine_meeting = _target(Meeting, "machine")
    reviewed_meeting = _target(Meeting, "reviewed")
    meeting = _target(Meeting, "", plain=True)
    reading = models.JSONField(
        _("reading"),
        default=dict,
        blank=True,
        help_text=_("What the article says: series, ordinal, city, country, venue, date (EDTF), match, note."),
    )
    attendance_low = models.PositiveIntegerField(
        _("attendance, lower bound"),
        null=True,
        blank=True,
        help_text=_("Reported number of participants, lower bound; empty if none or open below."),
    )
    attendance_high = models.PositiveIntegerField(
        _("attendance, upper bound"),
        null=True,
        blank=True,
        help_text=_("Reported number of participants, upper bound; empty if none or open above."),
    )
    attendance_qualifier = models.CharField(
        _("attendance, qualifier"),
        max_length=10,
        blank=True,
        help_text=_("exact, more_than, at_least, less_than, at_most, about or between; empty if none is reported."),
    )
    attendance_start = models.PositiveIntegerField(
        _("attendance, start"), null=True, blank=True, help_text=_("First character of the words that report the attendance.")
    )
    attendance_end = models.PositiveIntegerField(_("attendance, end"), null=True, blank=True, help_text=_("First character after them."))

    history = HistoricalRecords()

    class Meta(Evidence.Meta):
        verbose_name = _("mention of a meeting")
        verbose_name_plural = _("mentions of meetings")
        constraints = [
            *Evidence.Meta.constraints,
            *mention_rules("meeting"),
            models.CheckConstraint(
                name="meetingmention_attendance_whole",
                condition=Q(
                    attendance_qualifier="",
                    attendance_low__isnull=True,
                    attendance_high__isnull=True,
                    attendance_start__isnull=True,
                    attendance_end__isnull=True,
                )
                | (
                    ~Q(attendance_qualifier="")
                    & (Q(attendance_low__isnull=False) | Q(attendance_high__isnull=False))
                    & Q(attendance_start__isnull=False, attendance_end__isnull=False, attendance_end__gt=F("attendance_start"))
                ),
                violation_error_message=_("Attendance has a bound, a qualifier and a span, or none of them."),
            ),
            models.CheckConstraint(
                name="meetingmention_attendance_ordered",
                condition=Q(attendance_low__isnull=True) | Q(attendance_high__isnull=True) | Q(attendance_low__lte=F("attendance_high")),
                violation_error_message=_("The lower bound lies above the upper."),
            ),
        ]
        indexes = [models.Index(fields=["meeting", "article", "review_state"], name="meetingmention_shown")]


@documented
class OperationMention(Evidence):
    """An operation or exercise spoken of in an article, by name or by its time and participants."""

    machine_operation = _target(Operation, "machine")
    reviewed_operation = _target(Operation, "reviewed")
    operation = _target(Operation, "", plain=True)
    reading = models.JSONField(
        _("reading"), default=dict, blank=True, help_text=_("What the article says: name, kind, date (EDTF), states, place, match, note.")
    )

    history = HistoricalRecords()

    class Meta(Evidence.Meta):
        verbose_name = _("mention of an operation")
        verbose_name_plural = _("mentions of operations")
        constraints = [*Evidence.Meta.constraints, *mention_rules("operation")]
        indexes = [models.Index(fields=["operation", "article", "review_state"], name="operationmention_shown")]


@documented
class StatisticMention(Evidence):
    """The words in which an article reports a figure."""

    machine_statistic = _target(OperationStatistic, "machine")
    reviewed_statistic = _target(OperationStatistic, "reviewed")
    statistic = _target(OperationStatistic, "", plain=True)
    measure_code = models.CharField(
        _("measure"),
        max_length=60,
        blank=True,
        help_text=_("Code of the measure the machine read; part of the natural key, as one span may carry two measures."),
    )
    value_text = models.CharField(_("number as written"), max_length=120, help_text=_("The number as this article writes it."))
    unit_text = models.CharField(
        _("unit as written"), max_length=120, blank=True, help_text=_("The unit or counted thing as this article writes it.")
    )
    qualifier_text = models.CharField(
        _("qualifier as written"), max_length=60, blank=True, help_text=_("The qualifying words of this article.")
    )
    period_text = models.CharField(_("period as written"), max_length=160, blank=True, help_text=_("The words that give the period."))
    verb_start = models.PositiveIntegerField(_("verb, start"), null=True, blank=True, help_text=_("First character of the governing verb."))
    verb_end = models.PositiveIntegerField(_("verb, end"), null=True, blank=True, help_text=_("First character after it."))

    history = HistoricalRecords()

    class Meta(Evidence.Meta):
        verbose_name = _("mention of a figure")
        verbose_name_plural = _("mentions of figures")
        constraints = [
            *Evidence.Meta.constraints,
            *mention_rules("statistic", "measure_code"),
            models.CheckConstraint(
                name="statisticmention_verb_whole",
                condition=Q(verb_start__isnull=True, verb_end__isnull=True)
                | Q(verb_start__isnull=False, verb_end__isnull=False, verb_end__gt=F("verb_start")),
                violation_error_message=_("The verb has a start and an end, or neither."),
            ),
        ]
        indexes = [models.Index(fields=["statistic", "article", "review_state"], name="statisticmention_shown")]


@documented
class MembershipStatement(Evidence):
    """What an article says about who belongs to the organization, with the verdict of the check."""

    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=StatementOfMembership,
        help_text=_("A count, the founding, the newest member, or a state named as something."),
    )
    status = models.CharField(
        _("status"), max_length=16, choices=Status, blank=True, help_text=_("Status spoken of; empty for a count of several.")
    )
    numbers = models.JSONField(_("numbers"), default=dict, blank=True, help_text=_("For a count: number by status."))
    states = models.ManyToManyField(
        State, blank=True, related_name="membership_statements", verbose_name=_("states"), help_text=_("States named in the statement.")
    )
    date = models.CharField(_("date stated"), max_length=40, blank=True, help_text=_("Date the words themselves state, EDTF."))
    verdict = models.CharField(
        _("verdict"),
        max_length=12,
        choices=Verdict,
        help_text=_("Agrees, differs, cannot tell, or used to date the article; recomputed after load_reference."),
    )
    explanation = models.TextField(_("explanation"), blank=True, help_text=_("The verdict in words."))

    history = HistoricalRecords()

    class Meta(Evidence.Meta):
        verbose_name = _("membership statement")
        verbose_name_plural = _("membership statements")
        constraints = [
            *Evidence.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "start", "end", "kind"],
                name="membershipstatement_once",
                violation_error_message=_("There is already such a statement at that place."),
            ),
            choice_rule("membershipstatement_kind_known", "kind", StatementOfMembership, _("Unknown kind.")),
            choice_rule("membershipstatement_verdict_known", "verdict", Verdict, _("Unknown verdict.")),
            models.CheckConstraint(
                name="membershipstatement_status_known",
                condition=Q(status="") | Q(status__in=Status.values),
                violation_error_message=_("Unknown status."),
            ),
        ]


@documented
class Statement(Evidence):
    """Who said what: the words quoted or reported, with the speaker and role as written."""

    speaker = models.CharField(_("speaker"), max_length=160, help_text=_("Name as written."))
    role = models.CharField(_("role"), max_length=300, blank=True, help_text=_("Role or office as written."))
    direct = models.BooleanField(_("direct"), default=True, help_text=_("Quoted word for word, as opposed to reported."))

    history = HistoricalRecords()

    class Meta(Evidence.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            *Evidence.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                name="statement_once",
                violation_error_message=_("There is already a statement at that place."),
            ),
            models.CheckConstraint(
                name="statement_speaker_not_empty", condition=~Q(speaker=""), violation_error_message=_("A statement has a speaker.")
            ),
        ]
