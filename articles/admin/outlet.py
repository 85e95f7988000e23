"""The desk's page for outlets."""

from django.contrib import admin

from articles.models import Outlet
from events.admin.base import EditorialAdmin


@admin.register(Outlet)
class OutletAdmin(EditorialAdmin):
    """Publishers."""

    list_display = ["name", "kind", "country", "default_access", "origin", "edited_at"]
    list_filter = ["kind", "default_access", "origin", ("country", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["country"]
    search_fields = ["name", "slug", "hosts"]
    autocomplete_fields = ["country"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["edited_fields", "edited_at"]
