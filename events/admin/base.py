"""What every page of the desk does: history from the first human act, and a note of what a person has set."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from events.history import remember_prior_state
from events.models import Editable, Origin


def note_edited(record: Editable, fields: list[str]) -> None:
    """Note on a record which of its fields a person has just set."""
    own = {field.name for field in record._meta.get_fields()}
    record.edited_fields = sorted({*record.edited_fields, *(set(fields) & own)})
    record.edited_at = timezone.now()


class EditorialAdmin(SimpleHistoryAdmin):
    """A desk page whose edits survive the next import: changed fields are noted on the row and left alone by machines."""

    list_per_page = 50
    show_full_result_count = False
    save_on_top = True

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        """Save with history; note which fields a person has set."""
        if change:
            remember_prior_state(obj)
        else:
            obj.origin = Origin.EDITOR
        note_edited(obj, form.changed_data)
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool) -> None:
        """Save the rows beside a record with the same care as the record itself."""
        formset.save(commit=False)
        for record in formset.deleted_objects:
            remember_prior_state(record)
            record.delete()
        for record, fields in [*formset.changed_objects, *((new, []) for new in formset.new_objects)]:
            if isinstance(record, Editable):
                remember_prior_state(record)
                note_edited(record, fields)
            if record.pk is None and hasattr(record, "origin"):
                record.origin = Origin.EDITOR
            record.save()
        formset.save_m2m()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete with history."""
        remember_prior_state(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Delete one by one, so that each leaves its history."""
        for record in queryset:
            self.delete_model(request, record)


class ReadOnlyAdmin(admin.ModelAdmin):
    """A desk page for records that only the program writes."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody types such a record."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits such a record."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes such a record here."""
        return False


class ReadOnlyInline(admin.TabularInline):
    """Rows shown beside their parent and edited elsewhere."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are added on their own page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are edited on their own page."""
        return False
