"""Each format, read from real files through the command."""

import gzip
import json
import random
import string
from pathlib import Path

import pytest

from articles.importer.issues import BadSource
from articles.importer.readers.feed import links
from articles.importer.readers.html import page_text
from articles.importer.readers.markdown import plain_text
from articles.models import Article, Capture
from tests.articles.importer import pages
from tests.articles.importer.conftest import ARTICLE, Run


def imported(run: Run, path: Path, content: bytes) -> Article:
    path.write_bytes(content)
    ran = run(path)
    assert ran.status == 0, ran.err
    return Article.objects.get()


def test_html_takes_metadata_first_and_the_body_without_furniture(run: Run, tmp_path: Path) -> None:
    article = imported(run, tmp_path / "a.html", pages.page().encode())
    assert (article.title, article.byline, article.language) == (pages.TITLE, "Jane Example, John Sample", "en")
    assert (article.date, article.basis) == ("2024-06-05", "metadata")
    assert article.outlet.name == "Example Herald"
    assert article.source_key == "https://herald.example.org/2024/06/training"
    for paragraph in (pages.LEAD, *pages.PARAGRAPHS):
        assert paragraph in article.text
    for furniture in ("Home", "Related", "older story", "Copyright", "Max Muster"):
        assert furniture not in article.text
    assert article.text.count(pages.TITLE) == 1


def test_a_figures_caption_is_a_paragraph_and_its_credit_stands_in_its_record(run: Run, tmp_path: Path) -> None:
    article = imported(run, tmp_path / "a.html", pages.page().encode())
    caption = article.captions.get()
    assert article.text[caption.start : caption.end] == "A search dog at work in the loading yard of the checkpoint."
    assert "Max Muster" in caption.credit


def test_html_without_metadata_has_no_date_from_a_related_link() -> None:
    page = page_text(pages.page(linked=False), "a", "")
    assert (page.published, page.title, page.language) == (None, pages.TITLE, "en")


@pytest.mark.parametrize(
    ("tag", "date"),
    [
        ('<meta property="article:published_time" content="2023-02-01T00:00:00Z">', "2023-02-01"),
        ('<meta name="pubdate" content="2023-02-01 10:11">', "2023-02-01"),
        ('<meta name="date" content="2023-02">', "2023-02"),
        ('<meta name="date" content="last week">', None),
    ],
)
def test_dates_of_meta_tags_are_read_where_they_are_dates(tag: str, date: str | None) -> None:
    assert page_text(pages.page(linked=False, head=tag), "a", "").published == date


def test_open_graph_stands_in_where_there_is_no_linked_data() -> None:
    head = '<meta property="og:title" content="Og headline"><meta property="og:site_name" content="Og Times">'
    head += '<meta name="author" content="A. Writer">'
    page = page_text(pages.page(linked=False, head=head), "a", "")
    assert (page.title, page.outlet, page.byline) == ("Og headline", "Og Times", "A. Writer")


@pytest.mark.parametrize("broken", ["{", "[1, 2]", "null", '{"@graph": 7}', '{"@type": "NewsArticle", "headline": 5}'])
def test_linked_data_that_makes_no_sense_is_passed_over(broken: str) -> None:
    page = page_text(pages.page(linked=False, head=f'<script type="application/ld+json">{broken}</script>'), "a", "")
    assert page.title == pages.TITLE


@pytest.mark.parametrize(("charset", "declared"), [("windows-1251", True), ("koi8-r", True), ("windows-1251", False), ("utf-16", False)])
def test_html_is_read_in_the_encoding_it_declares_or_does_not(run: Run, tmp_path: Path, charset: str, declared: bool) -> None:
    body = " ".join(["Пограничники двух соседних государств провели совместное учение на горной заставе."] * 8)
    head = f'<meta charset="{charset}">' if declared else ""
    article_html = f"<article><h1>Учение на заставе</h1><p>{body}</p><p>{body}</p></article>"
    html = f"<html><head>{head}<title>Учение на заставе</title></head><body>{article_html}</body></html>"
    article = imported(run, tmp_path / "a.html", html.encode(charset))
    assert article.title == "Учение на заставе"
    assert article.language == "ru"
    assert Capture.objects.get().body == html.encode(charset)


def test_markdown_reads_front_matter_and_drops_marks(run: Run, tmp_path: Path) -> None:
    front = "---\ntitle: Two services train\nauthor: [Jane Example, John Sample]\ndate: 2024-06-05\n"
    front += "url: https://example.org/a/1\nlang: en\ntags: [border-control]\n---\n"
    body = f"# Two services train\n\n**{pages.LEAD}**\n\n> {pages.PARAGRAPHS[0]}\n\n"
    body += "See [the report](https://example.org/r) for more about the day.\n"
    article = imported(run, tmp_path / "a.md", (front + body).encode())
    assert (article.title, article.byline, article.date, article.basis) == (
        "Two services train",
        "Jane Example, John Sample",
        "2024-06-05",
        "metadata",
    )
    assert article.source_key == "https://example.org/a/1"
    assert pages.LEAD in article.text and "See the report for more" in article.text
    assert not {"*", "#", ">", "["} & set(article.text)
    assert [topic.slug for topic in article.topics.all()].count("border-control") == 1


def test_markdown_keeps_what_only_looks_like_a_mark() -> None:
    assert plain_text("5 * 3 and snake_case_name and 2*3*4") == "5 * 3 and snake_case_name and 2*3*4"


def test_pdf_gives_its_text_layer(run: Run, tmp_path: Path) -> None:
    article = imported(run, tmp_path / "a.pdf", pages.pdf(pages.TITLE, "", pages.LEAD, "", *pages.PARAGRAPHS))
    assert article.title == pages.TITLE
    assert pages.PARAGRAPHS[0] in article.text


def test_pdf_without_text_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pages.pdf())
    assert run(tmp_path / "a.pdf").codes == ["pdf-without-text"]


@pytest.mark.parametrize("compressed", [False, True])
def test_a_crawl_gives_its_pages_and_passes_over_the_rest(run: Run, tmp_path: Path, compressed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if compressed else "crawl.warc")
    path.write_bytes(pages.crawl(compressed=compressed))
    ran = run(path)
    assert ran.codes == ["empty-file"]
    article, capture = Article.objects.get(), Capture.objects.get()
    assert article.title == pages.TITLE
    assert (capture.url, capture.http_status, capture.media_type) == (article.source_key, 200, "text/html")
    assert capture.fetched_at.isoformat() == "2024-06-06T10:00:00+00:00"
    assert bytes(capture.body) == pages.page().encode()


def test_a_crawl_cut_short_keeps_what_came_before(run: Run, tmp_path: Path) -> None:
    whole = pages.crawl(compressed=True)
    (tmp_path / "crawl.warc.gz").write_bytes(whole[: len(whole) * 3 // 4])
    ran = run(tmp_path / "crawl.warc.gz")
    assert Article.objects.count() == 1
    assert ran.status == 1


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_a_packed_file_cut_short_is_one_issue_and_no_record_of_it_is_half(run: Run, tmp_path: Path, ending: str) -> None:
    rng = random.Random(1)
    words = ["".join(rng.choices(string.ascii_lowercase, k=12)) for _ in range(900)]
    texts = [f"Report {number}\n\n{' '.join(words[100 * number :][:100])} came in the year." for number in range(9)]
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    if ending == "csv":
        lines = [
            "id,headline,text",
            *(text.replace("\n\n", ",").replace("Report", f"{number},Report") for number, text in enumerate(texts)),
        ]
    whole = gzip.compress("\n".join(lines).encode())
    path = tmp_path / f"many.{ending}.gz"
    path.write_bytes(whole[: len(whole) // 2])
    ran = run(path)
    assert ran.codes == ["truncated-file"]
    assert 2 <= Article.objects.count() <= 4
    assert all(article.text.endswith("came in the year.") for article in Article.objects.all())


def test_json_lines_may_hold_html(run: Run, tmp_path: Path) -> None:
    article = imported(run, tmp_path / "a.jsonl", json.dumps({"id": "1", "html": pages.page(), "byline": "Given Name"}).encode())
    assert (article.title, article.byline) == (pages.TITLE, "Given Name")


def test_packed_files_are_unpacked(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path / "a.txt.gz", gzip.compress(ARTICLE.encode())).source_key == f"{tmp_path.name}/a.txt"


def test_a_format_is_recognised_without_its_ending(run: Run, tmp_path: Path) -> None:
    assert imported(run, tmp_path / "page", pages.page().encode()).title == pages.TITLE


def test_tab_separated_values_are_a_table(run: Run, tmp_path: Path) -> None:
    text = " ".join(ARTICLE.split("\n\n")[2:]).replace("\n", " ")
    assert imported(run, tmp_path / "a.tsv", f"id\theadline\tbody\n7\tTwo services meet\t{text}\n".encode()).title == "Two services meet"


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_names_addresses_once_each(kind: str) -> None:
    urls = ["https://example.org/1", "https://example.org/2", "https://example.org/1", "mailto:a@example.org"]
    assert links(pages.feed(*urls, kind=kind)) == urls[:2]


def test_a_feed_cannot_reach_for_other_files() -> None:
    bomb = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><link>&x;</link></item></channel></rss>'
    with pytest.raises(BadSource):
        links(bomb)
