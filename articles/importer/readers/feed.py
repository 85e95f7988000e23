"""Atom and RSS: a feed of addresses, each fetched as if it had been named itself."""

import re
from collections.abc import Iterator

from lxml import etree

from articles.importer.issues import BadSource, Issue
from articles.importer.readers.base import LARGEST_DOCUMENT, Parsed, ParseOptions, Piece, Reader, SplitOptions, Stream, read_bounded

MOST_LINKS = 1000
_FEED = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)


def split(stream: Stream, reader: Reader, options: SplitOptions) -> Iterator[Piece | Issue]:
    """Fetch every address of the feed; one that fails is an issue and the next goes on."""
    if options.fetch is None:
        raise BadSource("broken-feed", "a feed leads to another feed")
    for url in links(read_bounded(stream.file, LARGEST_DOCUMENT)):
        try:
            yield from options.fetch(url)
        except BadSource as error:
            yield error.at(url)


def links(body: bytes) -> list[str]:
    """Return the addresses of a feed's entries, in its order."""
    # No entities and no network: a feed may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise BadSource("broken-feed", f"the feed is no XML: {error.msg}", error.lineno) from None
    found = [(item.text or "").strip() for item in tree.iterfind(".//{*}item/{*}link")]
    for entry in tree.iterfind(".//{*}entry"):
        choices = {link.get("rel", "alternate"): link.get("href", "") for link in reversed(entry.findall("{*}link"))}
        found.append(choices.get("alternate", ""))
    addresses = list(dict.fromkeys(url for url in found if url.startswith(("http://", "https://"))))
    if not addresses:
        raise BadSource("broken-feed", "the feed names no address")
    return addresses[:MOST_LINKS]


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Never asked: what a feed leads to is parsed as what it is."""
    raise BadSource("unknown-format", "a feed is no article")


READER = Reader(
    name="feed",
    suffixes=(".rss", ".atom"),
    media_types=("application/rss+xml", "application/atom+xml"),
    parse=parse,
    split=split,
    looks_like=lambda head: bool(_FEED.match(head)),
    holds_many=True,
)
