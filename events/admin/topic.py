"""The desk's page for subject headings."""

from django.contrib import admin

from events.admin.base import EditorialAdmin
from events.models import Topic


@admin.register(Topic)
class TopicAdmin(EditorialAdmin):
    """Subject headings in two levels."""

    list_display = ["label", "slug", "level", "parent", "label_ru", "label_zh", "edited_at"]
    list_filter = ["level", ("parent", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["label", "slug", "label_ru", "label_zh", "definition", "unbis", "iptc", "eurovoc"]
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["label"]}
    readonly_fields = ["edited_fields", "edited_at"]
