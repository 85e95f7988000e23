"""The desk's pages for states and memberships."""

from django.contrib import admin

from events.admin.base import EditorialAdmin
from events.models import Membership, State


class MembershipInline(admin.TabularInline):
    """A state's dated statuses, on the state's page."""

    model = Membership
    extra = 0
    fields = ["status", "start", "until", "founder", "basis", "source_url", "confidence"]
    show_change_link = True


@admin.register(State)
class StateAdmin(EditorialAdmin):
    """States with their names."""

    list_display = ["name", "code", "name_ru", "name_zh", "origin", "edited_at"]
    list_filter = ["memberships__status", "origin"]
    search_fields = ["name", "code", "official_name", "name_ru", "name_zh", "aliases__form"]
    inlines = [MembershipInline]
    readonly_fields = ["edited_fields", "edited_at"]


@admin.register(Membership)
class MembershipAdmin(EditorialAdmin):
    """Dated statuses."""

    list_display = ["state", "status", "start", "until", "founder", "confidence", "edited_at"]
    list_filter = ["status", "confidence", "founder", ("state", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["state"]
    search_fields = ["state__name", "state__code", "basis", "note"]
    autocomplete_fields = ["state"]
    date_hierarchy = "start"
    readonly_fields = ["edited_fields", "edited_at"]
