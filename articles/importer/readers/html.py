"""HTML as saved from a browser or fetched: metadata first, trafilatura for the body, figures as paragraphs with their captions.

No date is taken from trafilatura or htmldate: they answer with the date of a related link where the article has none.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from articles.extraction.records import SourceText
from articles.importer.issues import BadSource
from articles.importer.readers.base import Parsed, ParseOptions, Piece, Reader
from articles.importer.readers.decoding import decode, known_name
from articles.importer.readers.html_metadata import read_metadata

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE)
_CREDIT_CLASS = re.compile(r"credit|copyright|source|photographer|author|byline", re.IGNORECASE)
_SHORT = 250


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article: metadata, text with headline and captions, and the captions apart with their credits."""

    text: str
    captions: tuple[tuple[str, str], ...]
    url: str | None
    title: str | None
    standfirst: str | None
    byline: str | None
    outlet: str | None
    language: str | None
    published: str | None


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Return the article of a page."""
    declared = piece.charset or declared_charset(piece.body)
    text, charset, warning = decode(piece.body, declared)
    page = page_text(text, piece.ident, piece.url)
    source = SourceText(
        ident=piece.ident,
        text=page.text,
        url=page.url or piece.url or None,
        title=page.title,
        standfirst=page.standfirst,
        byline=page.byline,
        outlet=page.outlet,
        language=page.language,
        published=page.published,
    )
    return Parsed(with_captions(source, page.captions), charset, (warning,) if warning else ())


def with_captions(source: SourceText, captions: tuple[tuple[str, str], ...]) -> SourceText:
    """Return the source with its figures' captions."""
    return replace(source, captions=captions)


def declared_charset(body: bytes) -> str:
    """Return the encoding that the page's head declares, if any."""
    match = _CHARSET.search(body[:8192])
    return known_name((match[1] or match[2]).decode("ascii", "ignore")) if match else ""


def page_text(html: str, ident: str, url: str) -> Page:
    """Return the article of a page; refuse a page without one."""
    try:
        # A text with an encoding declaration is refused by the parser, so it gets bytes whose encoding we know.
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError):
        raise BadSource("no-article", "the page holds no HTML that can be read") from None
    metadata = read_metadata(tree)
    captions = take_figures(tree)
    body = body_text(tree, metadata.body)
    if not body:
        raise BadSource("no-article", "no article is found in the page")
    title = metadata.title
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Page(
        text=text,
        captions=tuple(pair for pair in captions if pair[0] in text),
        url=metadata.url,
        title=title,
        standfirst=metadata.standfirst,
        byline=metadata.byline,
        outlet=metadata.outlet,
        language=metadata.language,
        published=metadata.published,
    )


def body_text(tree: HtmlElement, declared: str | None) -> str:
    """Return the paragraphs of the article, one blank line between: trafilatura's finding, else the body that JSON-LD declares."""
    found = ""
    for fast in (True, False):
        options: dict[str, Any] = {"include_comments": False, "include_tables": True, "fast": fast, "include_formatting": False}
        found = trafilatura.extract(tree, **options) or ""
        if len(found) >= _SHORT:
            break
    if declared and len(declared) > 2 * len(found):
        found = declared
    return "\n\n".join(line.strip() for line in found.splitlines() if line.strip())


def take_figures(tree: HtmlElement) -> list[tuple[str, str]]:
    """Turn every figure with a caption into a paragraph of the caption's words, and return captions with their credits."""
    captions = []
    for figure in tree.xpath("//figure[.//figcaption]"):
        caption = figure.xpath(".//figcaption")[0]
        credits = []
        for element in caption.xpath(".//*[self::cite or self::small or @class]"):
            if element.tag in ("cite", "small") or _CREDIT_CLASS.search(element.get("class") or ""):
                credits.append(" ".join(element.text_content().split()))
                element.drop_tree()
        words = " ".join(caption.text_content().split())
        if not words or figure.getparent() is None:
            continue
        captions.append((words, "; ".join(filter(None, credits))))
        paragraph = etree.SubElement(figure.getparent(), "p")
        paragraph.text, paragraph.tail = words, figure.tail
        figure.tail = None
        figure.getparent().replace(figure, paragraph)
    return captions


READER = Reader(
    name="html",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    media_types=("text/html", "application/xhtml+xml"),
    parse=parse,
    looks_like=lambda head: bool(
        re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|\?xml[^>]*>\s*<!doctype html)", head[:600], re.IGNORECASE)
    ),
)
