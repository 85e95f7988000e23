"""What an operator meets: counts, issues with file, line and remedy, exit status, dry run, report, options."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.importer import sources
from articles.importer.readers import base
from articles.models import Article, ArticleVersion, Capture, ImportIssue, ImportRun, Outlet, RunStatus, article_public_id
from tests.articles.importer.conftest import ARTICLE, Ran, Run, run_command

OTHER = ARTICLE.replace("3 June 2024", "9 May 2023").replace("Border services", "Coast guards").replace("patrols", "vessels")


def row_counts() -> dict[str, int]:
    return {
        relation.related_model.__name__: relation.related_model.objects.count()
        for relation in Article._meta.related_objects
        if relation.related_model is not ImportIssue
    } | {"Article": Article.objects.count(), "Capture": Capture.objects.count(), "Outlet": Outlet.objects.count()}


def test_a_folder_goes_in_and_a_second_run_writes_only_its_own_record(run: Run, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "other.txt").write_text(OTHER)
    first = run(folder)
    before = row_counts()
    second = run(folder)
    assert first.out.startswith("Import #") and "2 inserted, 0 updated, 0 unchanged, 0 failed" in first.out
    assert "0 inserted, 0 updated, 2 unchanged, 0 failed" in second.out
    assert row_counts() == before
    assert ImportRun.objects.count() == 2


def test_search_numbers_are_dense_in_order_of_arrival(run: Run, folder: Path) -> None:
    (folder / "later.txt").write_text(OTHER)
    run(folder)
    assert list(Article.objects.order_by("pk").values_list("search_no", flat=True)) == [1, 2]


def test_without_reference_data_the_command_exits_with_2_and_says_so(db: None, folder: Path) -> None:
    with pytest.raises(CommandError, match="load_reference") as refusal:
        call_command("import_articles", str(folder))
    assert refusal.value.returncode == 2
    assert not ImportRun.objects.exists()


def bad(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-file"),
        ("blank.txt", b" \n\n", "empty-file"),
        ("picture.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4, "binary-file"),
        ("binary.txt", bytes(range(256)) * 4, "binary-file"),
        (
            "strange.txt",
            ("Заголовок\n\nОдин день на границе прошёл спокойно".encode()[:-1] + b"\xff\xfe\xfa\x80\x81" * 9),
            "unknown-encoding",
        ),
        ("headless.txt", b"12 34\n\n5678\n", "no-article"),
        ("only-title.txt", b"Border services met\n", "no-article"),
        ("sheet.xyz", b"some words without a format", "unknown-format"),
        ("page.html", b"<html><head><title></title></head><body><nav>Home</nav></body></html>", "no-article"),
        ("broken.pdf", b"%PDF-1.7 and then nothing", "broken-pdf"),
        ("front.md", b"---\ntitle: [open\n---\n\nText\n", "broken-front-matter"),
        ("field.md", b"---\ncolour: red\n---\n\nTitle\n\nText.\n", "unknown-field"),
        ("late.txt", ARTICLE.encode(), None),
        ("cut.txt.gz", gzip.compress(ARTICLE.encode() * 50)[:-40], "truncated-file"),
        ("damaged.jsonl.gz", b"\x1f\x8b" + b"nonsense" * 9, "truncated-file"),
        ("feed.rss", b"<rss><channel></channel></rss>", "broken-feed"),
        ("bad.feed.rss", b"<rss><channel>", "broken-feed"),
        ("crawl.warc", b"WARC/1.0 is not all that a record needs\r\n", "broken-record"),
    ],
)
def test_one_bad_file_is_one_issue_and_the_rest_goes_in(run: Run, folder: Path, name: str, content: bytes, code: str | None) -> None:
    bad(folder, name, content)
    ran = run(folder)
    assert Article.objects.filter(source_key="pages/good.txt").exists()
    assert ran.codes == ([code] if code else [])
    assert ran.status == (1 if code else 0)
    if code:
        issue = ImportIssue.objects.get(severity="error")
        assert (issue.code, issue.source) == (code, str(folder / name))
        assert name in ran.err


def test_a_missing_path_is_an_issue_and_the_rest_goes_in(run: Run, folder: Path) -> None:
    ran = run(folder / "nowhere", folder)
    assert (ran.codes, ran.status) == (["missing-path"], 1)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_an_issue_and_never_the_present_folder(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(folder)
    ran = run(name)
    assert (ran.codes, ran.status) == (["missing-path"], 1)
    assert not Article.objects.exists()


def test_an_empty_folder_is_an_issue(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path).codes == ["empty-folder"]


def test_a_named_pipe_is_not_waited_for(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert run(folder).codes == ["unreadable-file"]


def test_a_link_that_leads_nowhere_is_an_issue(run: Run, folder: Path) -> None:
    (folder / "dead.txt").symlink_to(folder / "nowhere.txt")
    assert run(folder).codes == ["unreadable-file"]


def test_hidden_files_are_passed_over(run: Run, folder: Path) -> None:
    bad(folder, ".DS_Store", b"\0\0\0")
    (folder / ".git").mkdir()
    bad(folder / ".git", "config.txt", b"")
    assert run(folder).status == 0


def test_a_large_document_is_refused(run: Run, folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(1_000_000_000)  # sparse: a gigabyte of nothing
    with (folder / "page.html").open("wb") as file:
        file.write(b"<html>")
        file.truncate(base.LARGEST_DOCUMENT + 10)
    ran = run(folder)
    assert ran.codes == ["too-large", "too-large"]


def test_a_line_without_end_is_refused(run: Run, folder: Path) -> None:
    bad(folder, "long.jsonl", b'{"text": "' + b"x" * (base.LARGEST_RECORD + 10) + b'"}')
    assert run(folder).codes == ["too-large"]


def test_a_file_that_inflates_out_of_proportion_is_refused(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "GROWTH_ALLOWED", 1_000_000)
    bad(folder, "bomb.jsonl.gz", gzip.compress(b"\n" * 30_000_000))
    assert run(folder).codes == ["inflates-too-much"]


def test_issues_of_json_lines_name_the_line(run: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "1", "text": ARTICLE}),
        "{broken",
        "[1, 2]",
        "",
        json.dumps({"id": "2", "text": OTHER, "colour": "red"}),
        json.dumps({"id": "3"}),
        json.dumps({"id": "4", "text": OTHER, "published": "yesterday"}),
        json.dumps({"id": "5", "text": OTHER, "language": "de"}),
        json.dumps({"id": "6", "text": 7}),
        json.dumps({"id": {"a": 1}, "text": OTHER}),
        '{"id": "7", "text": "\\ud800 ' + "x" * 20 + '", "id": 1e999}',
        json.dumps({"id": "8", "text": OTHER}),
    ]
    file = tmp_path / "dump.jsonl"
    file.write_text("\n".join(lines))
    ran = run(file)
    found = dict(ImportIssue.objects.filter(severity="error").values_list("line", "code"))
    assert found == {
        2: "broken-json",
        3: "broken-json",
        5: "unknown-field",
        6: "missing-field",
        7: "bad-field",
        8: "bad-field",
        9: "bad-field",
        10: "bad-field",
        11: "no-article",
    }
    assert f"{file}:2:" in ran.err
    assert set(Article.objects.values_list("source_key", flat=True)) == {f"{tmp_path.name}/dump.jsonl#{number}" for number in (1, 8)}


def test_a_field_may_be_passed_over_on_demand(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.jsonl"
    file.write_text(json.dumps({"id": "1", "text": ARTICLE, "colour": "red"}))
    assert run(file, "--ignore", "colour").status == 0


def test_many_issues_of_one_kind_are_counted_and_not_all_spelt_out(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.jsonl"
    file.write_text("{\n" * 200)
    ran = run(file)
    assert len(ran.codes) == 25
    assert "175 more issues of the kind “broken-json”" in ran.err
    assert ImportRun.objects.get().failed == 200


def test_csv_reads_cells_with_commas_and_line_breaks(run: Run, tmp_path: Path) -> None:
    body = ARTICLE.replace('"', "'")
    (tmp_path / "list.csv").write_text(f'id;title;text;date\n1;;"{body}";2024-06-04T10:00:00Z\n\n2;short\n')
    ran = run(tmp_path / "list.csv")
    article = Article.objects.get()
    assert (article.date, article.basis) == ("2024-06-04", "metadata")
    assert ran.codes == ["broken-csv"]
    assert ImportIssue.objects.get(code="broken-csv").line == 11


def test_an_unknown_column_refuses_the_csv_file_in_one_issue(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("id,text,colour\n1,a,b\n2,c,d\n")
    assert run(tmp_path / "list.csv").codes == ["unknown-field"]


def test_a_date_in_the_future_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": ARTICLE, "published": "2099-01-01"}))
    assert run(tmp_path / "a.jsonl").codes == ["future-date"]


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.dumps({"id": "x", "text": ARTICLE}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    run("-")
    assert Article.objects.get().source_key == "stdin#x"


def test_given_fields_stand_over_the_source(run: Run, folder: Path) -> None:
    ran = run(
        folder,
        "--outlet",
        "Example Times",
        "--published",
        "2024-06-05",
        "--url",
        "https://times.example.org/a/1?utm_source=x",
        "--topic",
        "border-control",
    )
    article = Article.objects.get()
    assert ran.status == 0
    assert (article.outlet.name, article.outlet.origin, article.date, article.basis) == ("Example Times", "import", "2024-06-05", "given")
    assert article.source_key == "https://times.example.org/a/1"
    assert [topic.slug for topic in article.topics.all()] == ["border-control"]
    assert dict(article.addresses.values_list("url", "canonical")) == {
        "https://times.example.org/a/1": True,
        "https://times.example.org/a/1?utm_source=x": False,
    }


@pytest.mark.parametrize("options", [("--published", "soon"), ("--topic", "gardening")])
def test_a_given_value_that_makes_no_sense_is_refused(run: Run, folder: Path, options: tuple[str, str]) -> None:
    with pytest.raises(CommandError) as refusal:
        call_command("import_articles", str(folder), *options)
    assert refusal.value.returncode == 2


def test_an_outlets_default_access_is_taken_over(run: Run, folder: Path) -> None:
    Outlet.objects.create(slug="times", name="Example Times", default_access="quotes")
    run(folder, "--outlet", "Example Times")
    article = Article.objects.get()
    assert (article.access, article.access_reason, article.outlet.slug) == ("quotes", "default of the outlet", "times")


def test_limit_stops_after_so_many(run: Run, folder: Path) -> None:
    (folder / "other.txt").write_text(OTHER)
    run(folder, "--limit", "1")
    assert Article.objects.count() == 1


def test_strict_turns_warnings_into_a_failure(run: Run, folder: Path) -> None:
    (folder / "good.txt").write_bytes(
        "Пограничники двух стран сверили итоги\n\nСотрудники пограничных служб встретились в столице и обсудили общую работу.\n".encode(
            "windows-1251"
        )
    )
    assert run(folder, "--dry-run").status == 0
    ran = run(folder, "--strict", "--dry-run")
    assert ran.status == 1
    assert "encoding-guessed" in ran.err


def test_a_dry_run_counts_like_the_real_run_and_stores_nothing(run: Run, folder: Path) -> None:
    bad(folder, "empty.txt", b"")
    (folder / "other.txt").write_text(OTHER)
    dry = run(folder, "--dry-run")
    assert not Article.objects.exists() and not ImportRun.objects.exists() and not Capture.objects.exists()
    real = run(folder)
    assert dry.out.partition(":")[2] == real.out.partition(":")[2]


def test_a_dry_run_shows_each_field_that_would_change(run: Run, folder: Path) -> None:
    run(folder)
    (folder / "good.txt").write_text(ARTICLE.replace("Jane Example", "Joan Example"))
    ran = run(folder, "--dry-run")
    assert "1 updated" in ran.out
    assert "byline: Jane Example -> Joan Example" in ran.err
    assert Article.objects.get().byline == "Jane Example"


def test_a_dry_run_names_the_outlets_that_would_change(run: Run, folder: Path) -> None:
    run(folder, "--outlet", "First Herald")
    ran = run(folder, "--dry-run", "--outlet", "Second Herald")
    assert "  outlet: first-herald -> second-herald" in ran.err.splitlines() + ran.out.splitlines()


def test_json_prints_one_object_an_article_and_nothing_else(run: Run, folder: Path) -> None:
    bad(folder, "empty.txt", b"")
    (folder / "copy.txt").write_text(ARTICLE.replace("By Jane Example\n\n", ""))
    ran = run(folder, "--dry-run", "--json")
    objects = {row["id"]: row for row in ran.objects}
    assert set(objects) == {"good", "copy"}
    assert (objects["good"]["copies"], objects["copy"]["copies"]) == (["copy"], ["good"])
    assert objects["good"]["title"] == "Border services of two states compare notes"
    assert "Dry run" in ran.err


def test_json_prints_unchanged_articles_too(run: Run, folder: Path) -> None:
    run(folder)
    ran = run(folder, "--json")
    assert len(ran.objects) == 1
    assert "1 unchanged" in ran.err


def test_the_report_holds_everything(run: Run, folder: Path, tmp_path: Path) -> None:
    bad(folder, "empty.txt", b"")
    run(folder, "--report", tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["counts"]["inserted"] == 1
    assert [issue["code"] for issue in report["issues"] if issue["severity"] == "error"] == ["empty-file"]
    assert [row["result"] for row in report["articles"]] == ["inserted"]


def test_the_run_is_recorded_and_listed(run: Run, folder: Path) -> None:
    bad(folder, "empty.txt", b"")
    run(folder, "--limit", "5")
    record = ImportRun.objects.get()
    assert (record.status, record.inserted, record.failed) == (RunStatus.FINISHED, 1, 1)
    assert record.arguments == {"sources": [str(folder)], "limit": 5}
    assert record.code_version and record.lexicon_version and record.started_by
    listed, shown = run_command("import_runs"), run_command("import_runs", str(record.pk))
    assert f"#{record.pk}" in listed.out
    assert "[empty-file]" in shown.out


def test_worker_processes_read_the_same(run: Run, folder: Path) -> None:
    for number in range(30):
        (folder / f"n{number:02}.txt").write_text(ARTICLE.replace("two states", f"{number} states"))
    alone: Ran = run(folder, "--dry-run", "--json")
    together = run(folder, "--dry-run", "--json", "--workers", "2")
    assert together.objects == alone.objects
    assert len(alone.objects) == 31


def test_the_same_bytes_in_another_folder_are_the_same_article(run: Run, folder: Path, tmp_path: Path) -> None:
    run(folder)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "renamed.txt").write_text(ARTICLE)
    ran = run(tmp_path / "elsewhere")
    assert "1 unchanged" in ran.out
    assert Article.objects.count() == 1


def test_a_changed_file_is_a_new_version(run: Run, folder: Path) -> None:
    run(folder)
    before = Article.objects.get()
    (folder / "good.txt").write_text(ARTICLE.replace("in the autumn", "in the winter"))
    ran = run(folder)
    assert "1 updated" in ran.out
    assert Article.objects.get().public_id == before.public_id
    assert ArticleVersion.objects.get().text == before.text


def test_addresses_that_mean_one_article_lead_to_one(run: Run, tmp_path: Path) -> None:
    urls = [
        "http://www.example.org/news/7/?utm_source=mail",
        "https://example.org/news/7",
        "https://amp.example.org/news/7/amp/",
        "https://example.org/news/7?print=1#top",
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"id": str(n), "url": url, "text": ARTICLE}) for n, url in enumerate(urls)))
    run(tmp_path / "a.jsonl")
    assert Article.objects.get().source_key == "https://example.org/news/7"
    assert Article.objects.get().addresses.count() == 4
    before = row_counts()
    run(tmp_path / "a.jsonl")
    assert row_counts() == before


def test_an_address_that_two_stories_share_does_not_merge_them(run: Run, tmp_path: Path) -> None:
    rows = [{"id": "1", "url": "https://example.org/live", "text": ARTICLE}, {"id": "2", "url": "https://example.org/live", "text": OTHER}]
    rows[1]["text"] = (
        "Customs officers open a school\n\n"
        "A training centre for customs officers opened its doors in the capital on Monday, the ministry told reporters."
    )
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    ran = run(tmp_path / "a.jsonl")
    before = row_counts()
    assert set(Article.objects.values_list("source_key", flat=True)) == {"https://example.org/live", f"{tmp_path.name}/a.jsonl#2"}
    assert "address-shared" in ran.err
    run(tmp_path / "a.jsonl")
    assert row_counts() == before


def test_the_address_of_a_site_is_no_article_s_address(run: Run, tmp_path: Path) -> None:
    rows = [{"id": str(n), "url": "https://example.org/", "text": text} for n, text in enumerate((ARTICLE, OTHER))]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    run(tmp_path / "a.jsonl")
    assert Article.objects.count() == 2


def test_public_ids_that_meet_by_chance_are_told_apart(run: Run, folder: Path) -> None:
    run(folder)
    (folder / "other.txt").write_text(OTHER)
    Article.objects.update(public_id=article_public_id("pages/other.txt"))
    assert run(folder / "other.txt").status == 0
    assert Article.objects.values("public_id").distinct().count() == 2


def test_what_the_database_refuses_is_one_issue_and_the_rest_of_its_batch_goes_in(run: Run, folder: Path) -> None:
    (folder / "other.txt").write_text(OTHER)
    with connection.cursor() as cursor:  # a rule that one of the two breaks
        cursor.execute("CREATE UNIQUE INDEX one_of_these ON articles_article (language)")
    ran = run(folder)
    assert (ran.codes, Article.objects.count()) == (["not-stored"], 1)
    assert ImportRun.objects.get().failed == 1
