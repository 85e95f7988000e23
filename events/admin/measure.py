"""The desk's pages for measures and reported figures."""

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from events.admin.base import EditorialAdmin
from events.models import Measure, OperationStatistic, public_id_of, statistic_key


@admin.register(Measure)
class MeasureAdmin(EditorialAdmin):
    """What figures count."""

    list_display = ["label", "code", "dimension", "unit", "edited_at"]
    list_filter = ["dimension", "topics"]
    search_fields = ["label", "code", "label_ru", "label_zh", "definition"]
    autocomplete_fields = ["topics"]
    readonly_fields = ["edited_fields", "edited_at"]


@admin.register(OperationStatistic)
class OperationStatisticAdmin(EditorialAdmin):
    """Reported figures; every report of one is a mention."""

    list_display = ["measure", "sign", "value_text", "unit", "operation", "body", "date", "origin", "edited_at"]
    list_filter = ["measure", "operation", "origin", ("states", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["measure", "operation"]
    search_fields = ["public_id", "measure__label", "measure__code", "operation__name", "body", "value_text", "unit_text"]
    autocomplete_fields = ["measure", "operation", "states"]
    date_hierarchy = "start"
    readonly_fields = ["key", "public_id", "start", "end", "precision", "edited_fields", "edited_at"]

    @admin.display(description="")
    def sign(self, record: OperationStatistic) -> str:
        """Return the bound's sign."""
        return record.bounds.sign

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Give a new figure its identity; an edited one keeps the identity under which imports and addresses know it."""
        if not change:
            obj.key = statistic_key(
                subject=obj.subject,
                states=[state.code for state in form.cleaned_data["states"]],
                measure=obj.measure.code if obj.measure else "",
                period=obj.date,
                unit=obj.unit,
                bounds=obj.bounds,
            )
            obj.public_id = public_id_of(obj.key)
        super().save_model(request, obj, form, change)
