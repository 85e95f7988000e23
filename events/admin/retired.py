"""The desk's page for retired addresses."""

from django.contrib import admin

from events.models import RetiredAddress


@admin.register(RetiredAddress)
class RetiredAddressAdmin(admin.ModelAdmin):
    """Addresses that lead elsewhere or answer 410."""

    list_display = ["path", "target", "reason", "retired_at"]
    search_fields = ["path", "target", "reason"]
    list_per_page = 50
