"""One article, one address: what counts clicks or chooses a view is not part of it."""

import pytest

from articles.importer.addresses import canonical_address

ONE = "https://example.org/news/2024/border"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/2024/border",
        "http://example.org/news/2024/border",
        "HTTPS://WWW.Example.ORG:443/news/2024/border/",
        "http://example.org:80/news/2024/border",
        "https://m.example.org/news/2024/border",
        "https://amp.example.org/news/2024/border",
        "https://example.org/amp/news/2024/border",
        "https://example.org/news/2024/border/amp/",
        "https://example.org/news/2024/border/print",
        "https://example.org/news/2024/border/index.html",
        "https://example.org/news/2024/border?utm_source=a&utm_medium=b&fbclid=1&yclid=2",
        "https://example.org/news/2024/border?amp=1",
        "https://example.org/news/2024/border?outputType=amp",
        "https://example.org/news/2024/border?view=print",
        "https://example.org//news/2024/border#comments",
        "  https://example.org/news/2024/border ",
    ],
)
def test_variants_lead_to_one_address(url: str) -> None:
    assert canonical_address(url) == ONE


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.org/?p=113", "https://example.org/?p=113"),
        ("https://example.org/read.php?id=7&lang=en", "https://example.org/read.php?id=7&lang=en"),
        ("https://example.org/read.php?lang=en&id=7&utm_term=x", "https://example.org/read.php?id=7&lang=en"),
        (
            "https://example.org/новости/граница",
            "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%B3%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0",
        ),
        ("https://example.org/%D0%BD", "https://example.org/%D0%BD"),
        ("https://пример.рф/a", "https://xn--e1afmkfd.xn--p1ai/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("http://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("https://example.org/a.amp.html", "https://example.org/a.html"),
        ("https://www.gov.cn/a", "https://gov.cn/a"),
        ("https://m.cn/a", "https://m.cn/a"),
    ],
)
def test_what_names_the_article_is_kept(url: str, canonical: str) -> None:
    assert canonical_address(url) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org/",
        "https://example.org/index.html",
        "https://example.org/?utm_source=x",
        "ftp://example.org/a",
        "news/1",
        "",
        "https:///a",
        "http://[broken/a",
        "https://exa mple.org/a",
    ],
)
def test_what_names_no_article_gives_no_address(url: str) -> None:
    assert canonical_address(url) is None


def test_a_canonical_address_is_its_own() -> None:
    for url in (ONE, "https://example.org/?p=113", "https://example.org/a%2Fb?x=%20"):
        first = canonical_address(url)
        assert first is not None
        assert canonical_address(first) == first
