"""What a page says about itself: JSON-LD, Open Graph, meta tags and the canonical link, in this order of trust."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from articles.importer.issues import BadSource
from articles.importer.readers.fields import language_code, published_date

_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "blogposting",
    "webpage",
)
_TAIL = re.compile(r"\s+(?:[|–—_»]|-)\s+[^|–—_»]{2,60}$")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline"),
    "standfirst": (),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date.issued",
        "dcterms.date",
        "dc.date",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The fields of one page, each ``None`` where the page says nothing usable."""

    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None
    body: str | None = None


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """Return the page's metadata, the first source that says something usable winning for each field."""
    linked = _json_ld(tree)
    meta = _meta_tags(tree)

    def first(field: str) -> str | None:
        return linked.get(field) or next((meta[name] for name in _META[field] if meta.get(name)), None)

    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    byline = first("byline")
    return PageMetadata(
        title=_without_site(first("title") or _title_tag(tree), first("outlet")),
        standfirst=first("standfirst"),
        byline=None if byline and "://" in byline else byline,
        outlet=first("outlet"),
        language=_usable(language_code, first("language") or tree.get("lang")),
        published=_usable(published_date, first("published")),
        url=_address(canonical) or _address(first("url")) or None,
        body=linked.get("body"),
    )


def _usable(check: Any, value: str | None) -> str | None:
    try:
        return str(check(value)) if value and check(value) else None
    except BadSource:
        return None  # A page's own metadata may be sloppy; the text is read instead.


def _address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://[^/]+/.", value) else None


def _title_tag(tree: HtmlElement) -> str | None:
    for path in ("//h1", "//title"):
        for element in tree.xpath(path):
            if text := " ".join(element.text_content().split()):
                return text
    return None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """Return the headline without the site's name behind a bar or dash."""
    if not title:
        return None
    title = " ".join(title.split())
    tail = _TAIL.search(title)
    if tail and (any(mark in tail.group() for mark in "|»_") or (outlet and outlet.casefold() in tail.group().casefold())):
        return title[: tail.start()]
    return title


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        content = " ".join(element.get("content").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _json_ld(tree: HtmlElement) -> dict[str, str]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(loaded):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower() in _ARTICLE_TYPES for kind in kinds) and (node.get("headline") or node.get("datePublished")):
                return _fields_of(node)
    return {}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value[:50]:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))


def _fields_of(node: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": _words(node.get("headline")),
        "byline": _names(node.get("author")),
        "outlet": _names(node.get("publisher")),
        "published": _words(node.get("datePublished")),
        "language": _words(node.get("inLanguage")),
        "url": _words(node.get("url")),
        "body": str(node.get("articleBody") or ""),
    }
    return {name: value for name, value in found.items() if value}


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_names(item) for item in value)))
    return _words(value.get("name") if isinstance(value, dict) else value)
