"""The desk's page for imports and their issues."""

from django.contrib import admin

from articles.models import ImportIssue, ImportRun
from events.admin.base import ReadOnlyAdmin, ReadOnlyInline


class IssueInline(ReadOnlyInline):
    """What an import could not do."""

    model = ImportIssue
    fields = readonly_fields = ["severity", "code", "source", "line", "message"]


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Imports: who, when, with what, and what came of it."""

    list_display = ["id", "started_at", "status", "started_by", "inserted", "updated", "unchanged", "failed", "proposed", "unmatched"]
    list_filter = ["status"]
    search_fields = ["started_by", "arguments"]
    date_hierarchy = "started_at"
    inlines = [IssueInline]


@admin.register(ImportIssue)
class ImportIssueAdmin(ReadOnlyAdmin):
    """Issues of all imports."""

    list_display = ["run", "severity", "code", "source", "line", "message"]
    list_filter = ["severity", "code"]
    list_select_related = ["run"]
    search_fields = ["source", "message"]
