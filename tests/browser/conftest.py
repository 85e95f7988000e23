"""A real browser for the tests that need one: the system's Chromium, driven by Playwright."""

import os
import shutil
import sqlite3
from collections.abc import Iterator

import pytest
from django.db import connections
from django.db.models import QuerySet
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer

from events.views.topics import MeasureListView
from tests.browser.world import make_world

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
WORLDS: dict[str, sqlite3.Connection] = {}
# Nothing outside this machine has an address. Not by a route: a page whose requests are routed keeps no file, and fetches each anew.
NOTHING_ELSEWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
HOW_TO_INSTALL = "no Chromium found. Install it: sudo apt-get install chromium (or name one in CHROMIUM=/path/to/chrome)"

# Playwright keeps an event loop in this thread; Django would take every query of a fixture for one made inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium once; where there is none, say how to get it."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not path:
        pytest.skip(HOW_TO_INSTALL)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*sandbox, "--disable-dev-shm-usage", NOTHING_ELSEWHERE])
        yield started
        started.close()


@pytest.fixture
def world(transactional_db: None) -> None:
    """Fill the archive that the pages show; on SQLite it is made once and copied back for every further test."""
    connection = connections["default"]
    connection.ensure_connection()
    if kept := WORLDS.get("sqlite"):
        kept.backup(connection.connection)
        return
    make_world()
    if connection.vendor == "sqlite":
        WORLDS["sqlite"] = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(WORLDS["sqlite"])


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return an address that breaks the page of measures, which is whole without it."""
    whole = MeasureListView.get_queryset

    def fail(view: MeasureListView) -> QuerySet:
        if "broken" in view.request.GET:
            raise RuntimeError("broken on purpose")
        return whole(view)

    monkeypatch.setattr(MeasureListView, "get_queryset", fail)
    return "/measures/?broken"


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """Open a page on the test's own server and fail when it asks for anything elsewhere or breaks the content security policy."""
    faults: list[str] = []
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB")

    def see_where(request: Request) -> None:
        if not request.url.startswith((f"{live_server.url}/", "data:", "blob:")):
            faults.append(f"asked for {request.url}")

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "the server responded with a status of" not in message.text:
            faults.append(message.text)

    context.on("request", see_where)
    opened = context.new_page()
    opened.on("console", note)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert not faults, faults
