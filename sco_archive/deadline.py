"""No page may hold the database for long: past its time it is broken off with a plain 503 that says when to come back.

PostgreSQL has `statement_timeout`; SQLite asks a function every so many steps whether to go on.
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.search.bitmaps import loading
from sco_archive.reading import reading_publicly

STEPS_BETWEEN_LOOKS = 50_000
SECONDS_TO_WAIT = 30
TOO_LONG = ("interrupted", "statement timeout", "canceling statement")


class DeadlineMiddleware:
    """Stands inside the public transaction and limits its statements."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the limit on SQLite for a public page; PostgreSQL's connection carries its own."""
        if not reading_publicly.get():
            return self.get_response(request)
        connection = connections["reader"]
        if connection.vendor != "sqlite" or not settings.SECONDS_A_PAGE_MAY_TAKE:
            return self.get_response(request)
        connection.ensure_connection()
        until = time.monotonic() + settings.SECONDS_A_PAGE_MAY_TAKE
        loading.seconds = 0.0
        connection.connection.set_progress_handler(
            lambda: not loading.active and time.monotonic() - loading.seconds > until, STEPS_BETWEEN_LOOKS
        )
        try:
            return self.get_response(request)
        finally:
            connection.connection.set_progress_handler(None, 0)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a broken-off statement into a plain answer."""
        if not isinstance(exception, OperationalError) or not any(words in str(exception) for words in TOO_LONG):
            return None
        message = _("This page took too long and was broken off. Ask for less at once, or try again in a minute.")
        response = render(request, "error.html", {"heading": _("Too much at once"), "message": message}, status=503)
        response["Retry-After"] = str(SECONDS_TO_WAIT)
        return response
