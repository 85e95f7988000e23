"""Fetching from a real server on this machine: politeness, bounds, and what is refused."""

import contextlib
import gzip
import http.server
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from articles.importer import web
from articles.importer.issues import BadSource
from articles.importer.web import Fetcher, is_address, is_public
from articles.models import Article, Capture
from tests.articles.importer import pages
from tests.articles.importer.conftest import Run


class Site(http.server.BaseHTTPRequestHandler):
    """A small site; ``asked`` lists what was asked of it."""

    asked: list[tuple[str, str]] = []
    robots: tuple[int, bytes] = (404, b"")

    def do_GET(self) -> None:
        type(self).asked.append((self.path, self.headers["User-Agent"]))
        answer = getattr(self, f"_{self.path.strip('/').partition('?')[0].replace('.', '_').replace('-', '_') or 'home'}", None)
        if answer is None:
            return self._send(404, b"no")
        return answer()

    def _send(self, status: int, body: bytes, media_type: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _robots_txt(self) -> None:
        self._send(*self.robots, "text/plain")

    def _training(self) -> None:
        self._send(200, pages.page().encode())

    def _packed(self) -> None:
        self._send(200, gzip.compress(pages.page().encode()), Content_Encoding="gzip")

    def _bomb(self) -> None:
        self._send(200, gzip.compress(b" " * 60_000_000), Content_Encoding="gzip")

    def _moved(self) -> None:
        self._send(301, b"", Location="/training")

    def _circle(self) -> None:
        self._send(302, b"", Location="/circle")

    def _far(self) -> None:
        number = int(self.path.partition("=")[2] or 0)
        self._send(302, b"", Location=f"/far?n={number + 1}")

    def _inside(self) -> None:
        self._send(302, b"", Location="http://10.0.0.1/secret")

    def _file(self) -> None:
        self._send(302, b"", Location="file:///etc/passwd")

    def _slow(self) -> None:
        time.sleep(3)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            for _ in range(40):
                time.sleep(0.1)
                self.wfile.write(b"x")
                self.wfile.flush()

    def _broken(self) -> None:
        self.send_response(500)
        self.end_headers()

    def _feed(self) -> None:
        here = f"http://{self.headers['Host']}"
        self._send(200, pages.feed(f"{here}/training", f"{here}/missing", f"{here}/feed"), "application/rss+xml")

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked, Site.robots = [], (404, b"")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def refusal(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(BadSource) as caught:
        Fetcher(allow_private).fetch(url)
    return caught.value.code


def test_a_page_is_fetched_and_its_response_kept(run: Run, site: str) -> None:
    ran = run(f"{site}/moved", "--allow-private")
    assert ran.status == 0, ran.err
    capture = Capture.objects.get()
    assert (capture.url, capture.http_status, capture.charset) == (f"{site}/training", 200, "utf-8")
    assert bytes(capture.body) == pages.page().encode()
    assert Article.objects.get().title == pages.TITLE


def test_a_feed_is_followed_once_and_its_failures_are_issues(run: Run, site: str) -> None:
    ran = run(f"{site}/feed", "--allow-private")
    assert Article.objects.count() == 1
    assert ran.codes == ["http-status", "broken-feed"]


def test_who_asks_says_so_and_asks_for_robots_once(site: str) -> None:
    fetcher = Fetcher(True)
    fetcher.fetch(f"{site}/training")
    fetcher.fetch(f"{site}/training")
    assert [path for path, _ in Site.asked] == ["/robots.txt", "/training", "/training"]
    assert all("sco-archive" in agent for _, agent in Site.asked)


def test_robots_are_honoured(site: str) -> None:
    Site.robots = (200, b"User-agent: *\nDisallow: /training\n")
    assert refusal(f"{site}/training") == "robots-refuse"
    assert "/training" not in [path for path, _ in Site.asked]


def test_robots_are_asked_again_where_a_redirect_leads(site: str) -> None:
    Site.robots = (200, b"User-agent: sco-archive\nDisallow: /training\n")
    assert refusal(f"{site}/moved") == "robots-refuse"


def test_a_site_whose_robots_file_fails_is_left_alone(site: str) -> None:
    Site.robots = (503, b"")
    assert refusal(f"{site}/training") == "robots-refuse"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/nothing", "http-status"),
        ("/broken", "http-status"),
        ("/circle", "too-many-redirects"),
        ("/far", "too-many-redirects"),
        ("/file", "bad-address"),
        ("/bomb", "too-large"),
    ],
)
def test_what_cannot_be_used_is_refused(site: str, path: str, code: str) -> None:
    assert refusal(f"{site}{path}") == code


def test_a_packed_answer_is_unpacked(site: str) -> None:
    assert Fetcher(True).fetch(f"{site}/packed").body == pages.page().encode()


def test_a_silent_server_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "READ_SECONDS", 0.3)
    assert refusal(f"{site}/slow") == "fetch-timeout"


def test_a_server_that_drips_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "WHOLE_SECONDS", 0.5)
    monkeypatch.setattr(web, "CHUNK", 1)
    assert refusal(f"{site}/drip") == "fetch-timeout"


def test_a_closed_port_is_an_issue() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/a") == "fetch-failed"


def test_a_private_address_is_refused_unless_allowed(site: str) -> None:
    assert refusal(f"{site}/training", allow_private=False) == "private-address"
    assert Site.asked == []


def test_a_redirect_into_a_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The test's own server stands for a public one.
    monkeypatch.setattr(web, "is_public", lambda number: number == "127.0.0.1" or is_public(number))
    assert refusal(f"{site}/inside", allow_private=False) == "private-address"


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_numbers_of_private_networks_are_told(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public_numbers_are_told(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("url", ["http://localhost/a", "http://2130706433/a", "http://0x7f.1/a", "http://[::1]/a"])
def test_other_ways_to_write_this_machine_are_refused(url: str) -> None:
    assert refusal(url, allow_private=False) in {"private-address", "fetch-failed"}


@pytest.mark.parametrize("url", ["ftp://example.org/a", "http://", "http://user:secret@example.org/", "http://example.org:99999/"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(BadSource, match="address") as caught:
        Fetcher(allow_private=True).fetch(url)
    assert caught.value.code == "bad-address"
    assert "robots" not in caught.value.message


@pytest.mark.parametrize(
    ("name", "answer"),
    [("https://example.org/a", True), ("ftp://x", True), ("./a:b", False), ("a/b", False), ("-", False), ("C:/x", False)],
)
def test_addresses_are_told_from_paths(name: str, answer: bool) -> None:
    assert is_address(name) is answer
