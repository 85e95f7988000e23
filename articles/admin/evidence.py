"""The desk's pages for evidence: decide about a reading, or add one that the machine missed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from articles import review
from articles.models import (
    Evidence,
    MeetingMention,
    MembershipStatement,
    OperationMention,
    ReviewState,
    Statement,
    StateMention,
    StatisticMention,
)

READ = ["rule", "lane", "lexicon_version", "run"]
DECIDED = ["reviewer", "reviewed_at"]


class EvidenceForm(ModelForm):
    """Finds typed words in the article's text; refuses words that are not there."""

    at = forms.IntegerField(
        label=_("Which one"),
        min_value=1,
        initial=1,
        required=False,
        help_text=_("If the words occur more than once: 1 for the first place, 2 for the second."),
    )

    def clean(self) -> dict[str, Any]:
        """Place the quote of a new row."""
        data = super().clean() or {}
        article, quote = data.get("article"), (data.get("quote") or "").strip()
        if self.instance.pk is None and article and quote:
            start = -1
            for _attempt in range(data.get("at") or 1):
                start = article.text.find(quote, start + 1)
                if start < 0:
                    raise ValidationError(
                        {"quote": _("These words do not stand in the article's text (so often). Copy them exactly from the article page.")}
                    )
            self.instance.start, self.instance.end, self.instance.quote = start, start + len(quote), quote
            self.instance.rule = "editor"
        return data


class EvidenceAdmin(SimpleHistoryAdmin):
    """A kind of evidence on the desk. Machine columns are read-only; a decision is signed."""

    form = EvidenceForm
    target: str | None = None
    own_fields: list[str] = []
    list_per_page = 50
    show_full_result_count = False
    list_select_related = ["article", "reviewer"]
    autocomplete_fields = ["article"]
    actions = ["accept_selected", "reject_selected"]

    def get_list_display(self, request: HttpRequest) -> list[str]:
        """Show words, record and decision."""
        return ["quote", *([self.target] if self.target else []), "article", "lane", "review_state", "reviewer"]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """Filter by decision and by how it was read."""
        return ["review_state", "lane", "rule", "article__language"]

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """Search words and title."""
        return ["quote", "article__title", "article__public_id"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Offer placing for a new row and deciding for an old one."""
        target = [f"reviewed_{self.target}"] if self.target else []
        if obj is None:
            return ["article", "quote", "at", *target, *self.own_fields]
        machine = [f"machine_{self.target}"] if self.target else []
        return ["article", "quote", "start", "end", *machine, *target, *self.own_fields, "review_state", "review_note", *DECIDED, *READ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Protect what the machine wrote."""
        if obj is None:
            return []
        return ["article", "quote", "start", "end", *([f"machine_{self.target}"] if self.target else []), *DECIDED, *READ]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """Search instead of endless lists."""
        return ["article", *([f"reviewed_{self.target}"] if self.target else []), *[name for name in self.own_fields if name == "states"]]

    def save_model(self, request: HttpRequest, obj: Evidence, form: ModelForm, change: bool) -> None:
        """Let the review module write the decision."""
        target = form.cleaned_data.get(f"reviewed_{self.target}") if self.target else None
        state = form.cleaned_data.get("review_state", ReviewState.ACCEPTED)
        note = form.cleaned_data.get("review_note", "")
        if not change:
            obj.reviewer, obj.reviewed_at, obj.review_state = (
                request.user,
                timezone.now(),
                ReviewState.CORRECTED if target else ReviewState.ACCEPTED,
            )
            if self.target:
                setattr(obj, self.target, target)
            super().save_model(request, obj, form, change)
        elif state == ReviewState.PENDING:
            review.reopen([obj], note or str(_("reopened at the desk")))
        elif target is not None:
            review.correct(obj, request.user, target, note)
        elif state == ReviewState.REJECTED:
            review.reject(obj, request.user, note)
        else:
            review.accept(obj, request.user, note)

    @admin.action(description=_("Accept the selected readings"))
    def accept_selected(self, request: HttpRequest, queryset: QuerySet[Evidence]) -> None:
        """Accept many at once."""
        for mention in queryset:
            review.accept(mention, request.user)
        self.message_user(request, _("%(count)d readings accepted.") % {"count": queryset.count()})

    @admin.action(description=_("Reject the selected readings"))
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Evidence]) -> None:
        """Reject many at once."""
        for mention in queryset:
            review.reject(mention, request.user)
        self.message_user(request, _("%(count)d readings rejected.") % {"count": queryset.count()})


@admin.register(StatisticMention)
class StatisticMentionAdmin(EvidenceAdmin):
    """Words that report a figure."""

    target = "statistic"
    own_fields = ["value_text", "unit_text", "qualifier_text", "period_text"]
    list_select_related = ["article", "reviewer", "statistic__measure"]


@admin.register(MeetingMention)
class MeetingMentionAdmin(EvidenceAdmin):
    """Words that speak of a meeting."""

    target = "meeting"
    own_fields = ["attendance_low", "attendance_high", "attendance_qualifier", "attendance_start", "attendance_end"]
    list_select_related = ["article", "reviewer", "meeting__series"]


@admin.register(OperationMention)
class OperationMentionAdmin(EvidenceAdmin):
    """Words that speak of an operation."""

    target = "operation"
    list_select_related = ["article", "reviewer", "operation"]


@admin.register(StateMention)
class StateMentionAdmin(EvidenceAdmin):
    """Words that name a state."""

    target = "state"
    own_fields = ["is_subject"]
    list_select_related = ["article", "reviewer", "state"]


@admin.register(MembershipStatement)
class MembershipStatementAdmin(EvidenceAdmin):
    """Words about membership."""

    own_fields = ["kind", "status", "numbers", "states", "date", "verdict", "explanation"]


@admin.register(Statement)
class StatementAdmin(EvidenceAdmin):
    """Who said what."""

    own_fields = ["speaker", "role", "direct"]
