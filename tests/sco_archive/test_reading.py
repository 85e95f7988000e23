"""A public page reads through the reader in one transaction; the desk and every write stay on the writer."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from events.models import State
from sco_archive.reading import PublicReadMiddleware, ReaderRouter, reading_publicly


def aliases_seen_on(path: str, method: str = "get") -> dict[str, object]:
    """Answer a request through the middleware and report what the view would have used."""
    seen: dict[str, object] = {}

    def view(request: HttpRequest) -> HttpResponse:
        seen.update(
            archive=State.objects.all().db,
            users=get_user_model().objects.all().db,
            write=ReaderRouter().db_for_write(State),
            in_transaction=connections["reader"].in_atomic_block,
            public=reading_publicly.get(),
        )
        return HttpResponse()

    PublicReadMiddleware(view)(getattr(RequestFactory(), method)(path))
    return seen


@pytest.mark.django_db
def test_a_public_page_reads_the_archive_through_the_reader_in_a_transaction() -> None:
    assert aliases_seen_on("/articles/") == {
        "archive": "reader",
        "users": "default",
        "write": "default",
        "in_transaction": True,
        "public": True,
    }


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "method"), [("/admin/", "get"), ("/articles/", "post"), ("/healthz", "get")])
def test_the_desk_writes_and_health_stay_on_the_writer(path: str, method: str) -> None:
    seen = aliases_seen_on(path, method)
    assert (seen["archive"], seen["public"]) == ("default", False)


@pytest.mark.django_db
def test_after_the_page_everything_is_as_before_even_when_the_view_fails() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise LookupError

    with pytest.raises(LookupError):
        PublicReadMiddleware(view)(RequestFactory().get("/"))
    assert not reading_publicly.get()
    assert State.objects.all().db == "default"


@pytest.mark.parametrize(("alias", "allowed"), [("default", True), ("reader", False)])
def test_tables_are_built_through_the_writer_only(alias: str, allowed: bool) -> None:
    assert ReaderRouter().allow_migrate(alias, "articles") is allowed
