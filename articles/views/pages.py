"""Pages that explain: how figures are read, and what every field means."""

from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.bounds import QUALIFIERS, Bounds

ARCHIVE_APPS = ("events", "articles")
# Tables that keep books for the program and hold nothing a reader meets.
UNSEEN_PREFIXES = ("Historical",)
ENDS: dict[str, tuple[Decimal, Decimal]] = {
    name: (Decimal(20), Decimal(99)) if name == "between" else (Decimal(40), Decimal(40)) for name in QUALIFIERS
}


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Say how figures are read, bounded, compared and dated."""
    examples = [(qualifier, Bounds.from_qualifier(qualifier, *ends)) for qualifier, ends in ENDS.items()]
    return render(request, "articles/method.html", {"examples": examples})


@require_safe
def codebook(request: HttpRequest) -> HttpResponse:
    """Explain every field of every record, from the models themselves."""
    return render(request, "articles/codebook.html", {"tables": [table_entry(model) for model in explained_models()]})


def explained_models() -> list[type[Model]]:
    """Return the records of both apps in the order of their apps."""
    return [
        model
        for app in ARCHIVE_APPS
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith(UNSEEN_PREFIXES) and not model._meta.auto_created
    ]


def table_entry(model: type[Model]) -> dict[str, Any]:
    """Return a record's name, sentence, fields and rules."""
    fields = [field_entry(field) for field in (*model._meta.fields, *model._meta.many_to_many) if not field.auto_created]
    rules = [
        str(rule.violation_error_message)
        for rule in model._meta.constraints
        if rule.violation_error_message != rule.default_violation_error_message
    ]
    return {
        "name": model._meta.verbose_name,
        "anchor": model._meta.model_name,
        "sentence": _(first_sentence(model)),
        "fields": fields,
        "rules": list(dict.fromkeys(rules)),
    }


def first_sentence(model: type[Model]) -> str:
    """Return what a record's class opens with; :mod:`articles.views.record_sentences` marks it for translation."""
    return (model.__doc__ or "").strip().split("\n")[0]


def field_entry(field: Any) -> dict[str, Any]:
    """Return a field's name, kind, explanation and codes."""
    return {
        "name": field.name,
        "label": field.verbose_name,
        "kind": _kind(field),
        "help": field.help_text,
        "choices": [(code, label) for code, label in field.flatchoices] if getattr(field, "flatchoices", None) else [],
        "required": not (field.null or field.blank),
    }


def _kind(field: Any) -> str:
    if field.many_to_many:
        return _("several of: %(record)s") % {"record": field.related_model._meta.verbose_name}
    if isinstance(field, ForeignKey):
        return _("one of: %(record)s") % {"record": field.related_model._meta.verbose_name}
    kinds = {
        "CharField": _("text"),
        "SlugField": _("short word"),
        "TextField": _("long text"),
        "URLField": _("web address"),
        "DateField": _("day"),
        "DateTimeField": _("time"),
        "DecimalField": _("number"),
        "PositiveIntegerField": _("whole number"),
        "PositiveSmallIntegerField": _("whole number"),
        "BigIntegerField": _("whole number"),
        "BooleanField": _("yes or no"),
        "JSONField": _("structured value"),
        "BinaryField": _("bytes"),
    }
    return kinds.get(field.get_internal_type(), field.get_internal_type())
