"""Where a web archive holds a page: kept with its capture, taken back with the import; what a person says stands."""

import http.server
import io
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from articles.importer import addresses
from articles.importer.reading import ReadArticle
from articles.models import Article, Capture, RunChange
from articles.web_archives import original_of
from tests.articles.importer import pages
from tests.articles.importer.conftest import ARTICLE, Run, run_command
from tests.articles.importer.readings import TEXT, reading, store

OWN = "https://herald.example.org/2024/06/border"
COPY = f"https://web.archive.org/web/20240605101500/{OWN}"
OTHER_COPY = f"https://archive.ph/20250101000000/{OWN}"
PAGE = pages.page().replace('<link rel="canonical" href="https://herald.example.org/2024/06/training">', "").encode()
CHANGED = TEXT.replace("75 firearms", "76 firearms")


def named(archived: str | None, text: str = TEXT, **changes: Any) -> ReadArticle:
    """Return a reading that names an archived address."""
    read = reading(text, url=OWN, **changes)
    return replace(read, source=replace(read.source, archived_url=archived))


def archived() -> str:
    return Article.objects.select_related("capture").get().capture.archived_url


def set_by_hand(address: str) -> None:
    """Set the archived address as the desk does."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("editor", password="x"))
    capture = Article.objects.get().capture
    answer = client.post(reverse("admin:articles_capture_change", args=[capture.pk]), {"archived_url": address})
    assert answer.status_code == 302, answer.context["errors"]


@pytest.mark.parametrize(
    ("address", "original"),
    [
        (COPY, OWN),
        (f"http://www.web.archive.org/web/20240605id_/{OWN}?page=2", f"{OWN}?page=2"),
        (f"https://web.archive.org/web/2024/{OWN.removeprefix('https://')}", OWN.replace("https", "http")),
        (f"https://web.archive.org/web/{OWN}", OWN),
        (f"https://web.archive.org/web/2024/{OWN.replace('//', '/')}", OWN),
        (f"https://archive.ph/2024.06.05-101500/{OWN}", OWN),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20240605101500/{OWN}", OWN),
        (f"https://archive.ph/2025/{COPY}", OWN),
        ("https://archive.ph/aB3dE", None),
        ("https://web.archive.org/web/2024/", None),
        ("https://web.archive.org/web/2024/http://[broken", None),
        (OWN, None),
        (f"https://other.example.org/web/2024/{OWN}", None),
    ],
)
def test_the_original_stands_within_the_archives_address(address: str, original: str | None) -> None:
    assert original_of(address) == original


def test_an_archives_address_is_parted_from_the_pages_own() -> None:
    source = reading().source

    def parted(url: str | None, archived_url: str | None = None, fetched: str = "") -> tuple[str | None, str | None]:
        found = addresses.part_archived(replace(source, url=url, archived_url=archived_url), fetched)
        return found.url, found.archived_url

    short = "https://archive.ph/aB3dE"
    assert parted(OWN) == (OWN, None)
    assert parted(COPY) == (OWN, COPY)
    assert parted(OWN, fetched=COPY) == (OWN, COPY)
    assert parted(COPY, OTHER_COPY) == (OWN, OTHER_COPY)
    assert parted(short) == (short, short)
    assert parted(None, COPY) == (OWN, COPY)
    assert parted(None, "https://archive.example.org/7") == (None, "https://archive.example.org/7")


@pytest.mark.parametrize("field", ["archived_url", "archive_url", "Archived"])
def test_each_format_with_fields_may_give_it(run: Run, tmp_path: Path, field: str) -> None:
    title, text = ARTICLE.split("\n", 1)
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": title, "text": text, "url": f"{OWN}/1", field: COPY}))
    (tmp_path / "b.csv").write_text(f'title,url,{field},text\n{title},{OWN}/2,{OTHER_COPY},"{text}"\n')
    (tmp_path / "c.md").write_text(f"---\ntitle: {title}\nurl: {OWN}/3\n{field}: {COPY}\n---\n{text}")
    ran = run(tmp_path)
    assert ran.status == 0, ran.err
    stored = Article.objects.order_by("source_key").values_list("source_key", "capture__archived_url")
    assert list(stored) == [(f"{OWN}/1", COPY), (f"{OWN}/2", OTHER_COPY), (f"{OWN}/3", COPY)]


@pytest.mark.parametrize(
    "value",
    ["archive.example.org/a", "ftp://archive.example.org/a", "https://", "https://archive.example.org/a b", "https://u:p@example.org/a"],
)
def test_a_value_that_is_no_full_address_is_one_issue_with_field_and_remedy(run: Run, tmp_path: Path, value: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": ARTICLE, "archived_url": value}))
    ran = run(file)
    assert ran.status == 1
    assert len(ran.issues) == 1
    assert f"{file}:1: the field “archived_url” is not a full http or https address: {value}" in ran.issues[0]
    assert "Correct the value as docs/importing.md says. [bad-field]" in ran.issues[0]
    assert not Article.objects.exists()


def test_the_option_gives_it_for_one_article(run: Run, folder: Path) -> None:
    assert run(folder, "--url", OWN, "--archived-url", COPY).status == 0
    assert (Article.objects.get().source_key, archived()) == (OWN, COPY)
    assert run(folder, "--url", OWN, "--archived-url", COPY).out.count("1 unchanged") == 1
    with pytest.raises(CommandError, match="archived_url"):
        run(folder, "--archived-url", "archive.ph")


class Archive(http.server.BaseHTTPRequestHandler):
    """A site whose every address answers with one page."""

    def do_GET(self) -> None:
        body = b"" if "robots" in self.path else PAGE
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A web archive on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Archive)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    monkeypatch.setattr("articles.web_archives.HOSTS", frozenset({"127.0.0.1"}))
    yield f"http://127.0.0.1:{server.server_address[1]}/web/20240605101500/"
    server.shutdown()
    server.server_close()


def test_a_page_fetched_from_a_web_archive_keeps_that_address_and_gets_its_own(run: Run, archive: str) -> None:
    ran = run(f"{archive}{OWN}", "--allow-private")
    assert ran.status == 0, ran.err
    capture = Capture.objects.get()
    assert (Article.objects.get().source_key, capture.url, capture.archived_url) == (OWN, OWN, f"{archive}{OWN}")


def test_a_crawl_is_no_web_archive_but_may_have_met_one(run: Run, tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for number, url in enumerate([f"{OWN}/1", COPY]):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        payload = io.BytesIO(PAGE.replace(b"Home", b"Home %d" % number))
        writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=headers))
    (tmp_path / "a.warc").write_bytes(out.getvalue())
    assert run(tmp_path / "a.warc").status == 0
    assert dict(Article.objects.values_list("source_key", "capture__archived_url")) == {f"{OWN}/1": "", OWN: COPY}


@pytest.mark.usefixtures("reference")
def test_new_bytes_of_the_same_words_keep_it_and_an_earlier_text_keeps_its_own() -> None:
    store(named(COPY))
    store(named(None, body=b"other bytes", described={"byline": "New"}))
    assert (archived(), bytes(Article.objects.get().capture.body)) == (COPY, b"other bytes")
    store(named(None, CHANGED))
    assert archived() == ""
    assert Article.objects.get().versions.get().capture.archived_url == COPY


@pytest.mark.usefixtures("reference")
def test_a_later_address_replaces_an_earlier_one_and_undo_brings_that_back() -> None:
    store(named(COPY))
    writer, outcomes = store(named(OTHER_COPY))
    assert [(one.result, [(c.name, c.old, c.new) for c in one.changes]) for one in outcomes] == [
        ("updated", [("archived_url", COPY, OTHER_COPY)])
    ]
    assert archived() == OTHER_COPY
    _, again = store(named(OTHER_COPY))
    assert [one.result for one in again] == ["unchanged"]
    call_command("undo_import", str(writer.run.pk))
    assert archived() == COPY


@pytest.mark.usefixtures("reference")
def test_an_import_that_names_none_changes_nothing() -> None:
    store(named(COPY))
    _, outcomes = store(named(None))
    assert ([one.result for one in outcomes], archived()) == (["unchanged"], COPY)
    assert not RunChange.objects.exists()


@pytest.mark.usefixtures("reference")
def test_other_bytes_that_name_a_new_address_are_kept_with_it_and_taken_back() -> None:
    store(named(None))
    writer, outcomes = store(named(COPY, body=b"other bytes"))
    assert ([one.result for one in outcomes], archived(), Capture.objects.count()) == (["updated"], COPY, 2)
    call_command("undo_import", str(writer.run.pk))
    assert (archived(), Capture.objects.count()) == ("", 1)


@pytest.mark.usefixtures("reference")
def test_undoing_another_import_keeps_the_bytes_that_a_journal_needs() -> None:
    store(named(COPY))
    second, _ = store(named(None, body=b"other bytes", described={"byline": "New"}))
    third, _ = store(reading("Another\n\nIt came later.", "pages/b.txt"))
    for one in (third, second):
        call_command("undo_import", str(one.run.pk))
    assert (archived(), Capture.objects.count()) == (COPY, 1)
    assert run_command("verify_archive").status == 0


@pytest.mark.usefixtures("reference")
def test_an_article_with_bytes_met_before_gives_them_its_address_until_it_is_taken_back() -> None:
    store(reading(url="https://example.org/1", body=b"bytes"))
    writer, _ = store(named(COPY, body=b"bytes"))
    assert Capture.objects.get().archived_url == COPY
    call_command("undo_import", str(writer.run.pk))
    assert Capture.objects.get().archived_url == ""


@pytest.mark.usefixtures("reference")
@pytest.mark.parametrize("address", [OTHER_COPY, ""])
def test_what_a_person_has_set_is_never_written_over(address: str) -> None:
    store(named(COPY))
    set_by_hand(address)
    capture = Capture.objects.get()
    assert capture.edited_fields == ["archived_url"]
    assert [row.archived_url for row in capture.history.order_by("history_id")] == [COPY, address]
    _, same = store(named(COPY))
    assert ([one.result for one in same], archived()) == (["unchanged"], address)
    store(named(COPY, body=b"other bytes", described={"byline": "New"}))
    assert (archived(), Article.objects.get().capture.edited_fields) == (address, ["archived_url"])


@pytest.mark.usefixtures("reference")
def test_an_import_is_not_undone_over_a_persons_address(capsys: pytest.CaptureFixture[str]) -> None:
    writer, _ = store(named(COPY))
    set_by_hand(OTHER_COPY)
    with pytest.raises(CommandError, match="not undone"):
        call_command("undo_import", str(writer.run.pk))
    assert "a person set the archived address" in capsys.readouterr().err
    assert archived() == OTHER_COPY


@pytest.mark.usefixtures("reference")
def test_the_desk_refuses_what_is_no_web_address() -> None:
    store(named(COPY))
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("editor", password="x"))
    address = reverse("admin:articles_capture_change", args=[Article.objects.get().capture_id])
    assert client.post(address, {"archived_url": "ftp://archive.example.org/a"}).status_code == 200
    assert archived() == COPY


@pytest.mark.usefixtures("reference")
def test_an_article_met_under_the_archives_address_alone_is_known_again_under_its_own() -> None:
    store(reading(url=COPY))
    _, outcomes = store(named(COPY))
    assert ([one.result for one in outcomes], archived()) == (["updated"], COPY)
    assert set(Article.objects.get().addresses.values_list("url", flat=True)) >= {OWN, COPY}
    strange = reading("Another story\n\nIt names the same archived page by mistake, and says nothing of it.", "b.txt", url=f"{OWN}/2")
    _, other = store(replace(strange, source=replace(strange.source, archived_url=COPY)))
    assert [one.result for one in other] == ["inserted"]
