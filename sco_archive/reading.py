"""Public pages read through the `reader` alias, each in one transaction, so that a list, its counts and its facets agree."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

ARCHIVE_APPS = {"articles", "events"}

reading_publicly: ContextVar[bool] = ContextVar("reading_publicly", default=False)


class PublicReadMiddleware:
    """Wraps every public GET in one read-only transaction; the editorial desk works on the writer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response
        self.apart = (reverse("admin:index"), reverse("healthz"), reverse("readyz"))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Open the transaction, answer, close it."""
        if request.method not in {"GET", "HEAD"} or request.path_info.startswith(self.apart):
            return self.get_response(request)
        token = reading_publicly.set(True)
        try:
            with transaction.atomic(using="reader", savepoint=False):
                return self.get_response(request)
        finally:
            reading_publicly.reset(token)


class ReaderRouter:
    """Sends reads of the archive's own records to `reader` while a public page is made; everything else goes to `default`."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        """Choose the alias for a query."""
        return "reader" if reading_publicly.get() and model._meta.app_label in ARCHIVE_APPS else "default"

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """Write through the writer, also a row that was read through the reader."""
        return "default"

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """Both aliases hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Build tables through the writer only."""
        return db == "default"
