"""A page seen before costs one row: its ETag is the archive's version, the day, the language and the program's version.

Any write raises the archive's version, so a matching ETag proves that the page would be the same, and the answer is 304 without making it.
The compressed bytes of the pages last asked for are kept too, and served while the ETag holds: a page is made and compressed once, not for
each reader. Only for public pages, and for requests that carry no session.
"""

import datetime
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language_from_request

from articles.search.change_log import read_version

FOLDERS = ("sco_archive", "articles", "events", "templates", "static", "locale")
SUFFIXES = {".py", ".html", ".css", ".js", ".tsv", ".txt", ".mo", ".svg"}


class KeptPagesMiddleware:
    """Stands before compression and everything that makes a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer; begin with no page."""
        self.get_response = get_response
        self.apart = (reverse("admin:index"), reverse("healthz"), reverse("readyz"), settings.STATIC_URL)
        self.pages: OrderedDict[tuple[str, ...], tuple[str, HttpResponse]] = OrderedDict()
        self.lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from the ETag or from memory, else let the page be made and keep it."""
        etag = self.etag_of(request)
        if etag is None:
            return self.get_response(request)
        key = (request.get_host(), request.get_full_path(), request.headers.get("Accept-Encoding", ""), language_of(request))
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            return marked(HttpResponseNotModified(), etag)
        kept = self.kept(key, etag)
        if kept is not None:
            return kept
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming and not response.cookies and not response.has_header("Cache-Control"):
            marked(response, etag)
            if request.method == "GET":
                self.keep(key, etag, response)
        return response

    def etag_of(self, request: HttpRequest) -> str | None:
        """Return the ETag a public page has now; ``None`` for other requests, and when the database does not answer."""
        if (
            request.method not in {"GET", "HEAD"}
            or request.path_info.startswith(self.apart)
            or settings.SESSION_COOKIE_NAME in request.COOKIES
        ):
            return None
        try:
            (epoch, number), is_own = read_version(connections["reader"])
        except DatabaseError:
            return None
        if is_own:
            return None
        parts = f"{epoch} {number} {datetime.datetime.now(datetime.UTC):%Y-%m-%d} {language_of(request)} {program_version()}"
        return f'W/"{hashlib.sha256(parts.encode()).hexdigest()[:20]}"'

    def kept(self, key: tuple[str, ...], etag: str) -> HttpResponse | None:
        """Return a copy of a page made before, if it still holds."""
        with self.lock:
            known, page = self.pages.get(key, ("", None))
            if page is None or known != etag:
                return None
            self.pages.move_to_end(key)
        return copy_of(page)

    def keep(self, key: tuple[str, ...], etag: str, response: HttpResponse) -> None:
        """Remember a page, forgetting the one not asked for longest."""
        with self.lock:
            self.pages[key] = (etag, copy_of(response))
            while len(self.pages) > settings.PAGES_KEPT:
                self.pages.popitem(last=False)


def language_of(request: HttpRequest) -> str:
    """Return the language the page will be in."""
    return get_language_from_request(request)


def marked(response: HttpResponse, etag: str) -> HttpResponse:
    """Tell caches that the page must be asked for again, and by what it is recognised."""
    response["ETag"] = etag
    patch_cache_control(response, no_cache=True, public=True)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def copy_of(response: HttpResponse) -> HttpResponse:
    """Return the same answer as a new object; outer layers add headers to theirs."""
    return HttpResponse(response.content, status=response.status_code, headers=dict(response.items()))


@cache
def program_version() -> str:
    """Return a hash of the program and its templates, made once a process."""
    whole = hashlib.sha256()
    for folder in FOLDERS:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
