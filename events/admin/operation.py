"""The desk's page for operations and exercises."""

from django.contrib import admin

from events.admin.base import EditorialAdmin
from events.models import Operation


@admin.register(Operation)
class OperationAdmin(EditorialAdmin):
    """Joint operations and exercises."""

    list_display = ["name", "kind", "framework", "date", "lead", "origin", "confidence", "edited_at"]
    list_filter = ["kind", "framework", "origin", "confidence", "topics", ("participants", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["lead"]
    search_fields = ["name", "slug", "name_ru", "name_zh", "aliases__form", "location", "note", "date"]
    autocomplete_fields = ["lead", "participants", "topics"]
    prepopulated_fields = {"slug": ["name"]}
    date_hierarchy = "start"
    readonly_fields = ["start", "end", "precision", "edited_fields", "edited_at"]
