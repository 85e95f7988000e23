"""The desk's pages for articles and their captures."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest

from articles.models import Article, ArticleAddress, ArticleTopic, ArticleVersion, Capture
from events.admin.base import EditorialAdmin, ReadOnlyInline, note_edited


class TopicInline(admin.TabularInline):
    """An article's subject headings; once a person touches them, imports leave them alone."""

    model = ArticleTopic
    extra = 0
    fields = ["topic", "origin"]
    readonly_fields = ["origin"]
    autocomplete_fields = ["topic"]


class AddressInline(ReadOnlyInline):
    """The addresses under which the article was met."""

    model = ArticleAddress
    fields = readonly_fields = ["url", "canonical"]


class VersionInline(ReadOnlyInline):
    """Earlier texts."""

    model = ArticleVersion
    fields = readonly_fields = ["number", "title", "replaced_at", "replaced_by_run"]


@admin.register(Article)
class ArticleAdmin(EditorialAdmin):
    """Articles: what describes them is edited here, their text never."""

    list_display = ["title", "outlet", "language", "date", "basis", "access", "edited_at"]
    list_filter = ["language", "access", "basis", ("outlet", admin.RelatedOnlyFieldListFilter), "topics"]
    list_select_related = ["outlet"]
    search_fields = ["title", "public_id", "source_key", "byline", "outlet__name"]
    autocomplete_fields = ["outlet"]
    date_hierarchy = "start"
    inlines = [TopicInline, AddressInline, VersionInline]
    fieldsets = [
        (None, {"fields": ["title", "standfirst", "byline", "outlet", "language"]}),
        ("Publication", {"fields": ["date", "start", "end", "precision", "basis", "basis_note"]}),
        ("Rights", {"fields": ["access", "access_reason"]}),
        (
            "Text and record",
            {
                "fields": [
                    "text",
                    "public_id",
                    "source_key",
                    "duplicate_group",
                    "capture",
                    "first_run",
                    "last_run",
                    "edited_fields",
                    "edited_at",
                ]
            },
        ),
    ]
    readonly_fields = [
        "start",
        "end",
        "precision",
        "text",
        "public_id",
        "source_key",
        "duplicate_group",
        "capture",
        "first_run",
        "last_run",
        "edited_fields",
        "edited_at",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Leave the long texts out of the list."""
        queryset = super().get_queryset(request)
        return (
            queryset if request.resolver_match and request.resolver_match.kwargs.get("object_id") else queryset.defer("text", "basis_note")
        )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Articles come in by import, never by typing."""
        return False

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool) -> None:
        """Note that a person set the topics, so that imports leave them alone."""
        super().save_formset(request, form, formset, change)
        if formset.model is ArticleTopic and (formset.new_objects or formset.changed_objects or formset.deleted_objects):
            note_edited(form.instance, ["topics"])
            form.instance.save(update_fields=["edited_fields", "edited_at"])


@admin.register(Capture)
class CaptureAdmin(EditorialAdmin):
    """Original bytes, by hash: only where a public web archive holds the page too may be said here."""

    list_display = ["sha256", "name", "url", "archived_url", "media_type", "size", "fetched_at"]
    search_fields = ["sha256", "name", "url", "archived_url"]
    fields = [
        "archived_url",
        "sha256",
        "name",
        "url",
        "media_type",
        "charset",
        "size",
        "http_status",
        "fetched_at",
        "edited_fields",
        "edited_at",
    ]
    readonly_fields = fields[1:]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        """Leave the bytes in the database."""
        return super().get_queryset(request).defer("body")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Bytes come in by import."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Bytes stay as long as an article or an earlier text of one was made from them."""
        return False
