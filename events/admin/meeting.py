"""The desk's pages for meeting series and meetings."""

from django.contrib import admin

from events.admin.base import EditorialAdmin, ReadOnlyInline
from events.models import Meeting, MeetingSeries


class MeetingInline(ReadOnlyInline):
    """A series' meetings, on the series' page."""

    model = Meeting
    fields = ["ordinal", "date", "city", "state", "status", "confidence"]
    readonly_fields = fields
    ordering = ["start"]


@admin.register(MeetingSeries)
class MeetingSeriesAdmin(EditorialAdmin):
    """Meeting series."""

    list_display = ["name", "slug", "framework", "origin", "edited_at"]
    list_filter = ["framework", "origin", "topics"]
    search_fields = ["name", "slug", "name_ru", "name_zh", "aliases__form"]
    autocomplete_fields = ["topics"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MeetingInline]
    readonly_fields = ["edited_fields", "edited_at"]


@admin.register(Meeting)
class MeetingAdmin(EditorialAdmin):
    """Meetings, numbered or not."""

    list_display = ["series", "ordinal", "date", "city", "state", "status", "origin", "confidence", "edited_at"]
    list_filter = ["series", "status", "origin", "confidence", ("state", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["series", "state"]
    search_fields = ["series__name", "series__slug", "city", "venue", "host", "note", "=ordinal", "date"]
    autocomplete_fields = ["series", "state"]
    date_hierarchy = "start"
    readonly_fields = ["start", "end", "precision", "edited_fields", "edited_at"]
