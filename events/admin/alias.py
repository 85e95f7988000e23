"""The desk's page for names."""

from typing import Any

from django.contrib import admin
from django.forms import ModelForm

from events.admin.base import EditorialAdmin
from events.models import Alias
from events.names import normalise_name


class AliasForm(ModelForm):
    """Fills the compared form and the owner from what the editor typed, before the rules are checked."""

    class Meta:
        model = Alias
        fields = ["kind", "language", "form", "form_type", "state", "series", "operation", "owner", "source_url", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].required = False

    def clean(self) -> dict[str, Any]:
        """Derive owner and normalised form."""
        data = super().clean() or {}
        owners = {"state": ("state", "code"), "series": ("series", "slug"), "operation": ("operation", "slug")}
        if data.get("kind") in owners:
            field, key = owners[data["kind"]]
            data["owner"] = getattr(data.get(field), key, "")
        self.instance.normalised = normalise_name(data.get("form") or "")
        return data


@admin.register(Alias)
class AliasAdmin(EditorialAdmin):
    """Names in three scripts."""

    form = AliasForm
    list_display = ["form", "language", "kind", "owner", "form_type", "edited_at"]
    list_filter = ["kind", "language", "form_type"]
    search_fields = ["form", "normalised", "owner"]
    autocomplete_fields = ["state", "series", "operation"]
    readonly_fields = ["normalised", "edited_fields", "edited_at"]
