"""WARC and WARC.gz, the files of web crawls: every answered page is one piece, read as the format it declares."""

from collections.abc import Iterator

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from articles.importer.issues import BadSource, Issue
from articles.importer.readers import html, pdf, text
from articles.importer.readers.base import LARGEST_DOCUMENT, Parsed, ParseOptions, Piece, Reader, SplitOptions, Stream, read_bounded

# What a page in a crawl can be; pictures, styles, scripts and feeds are passed over.
PAGES = {media_type: reader for reader in (html.READER, pdf.READER, text.READER) for media_type in reader.media_types}
KINDS = ("response", "resource")


def split(stream: Stream, reader: Reader, options: SplitOptions) -> Iterator[Piece | Issue]:
    """Make one piece of every page that was answered with status 200."""
    found = False
    try:
        for record in ArchiveIterator(stream.file):
            if not record.rec_type:
                raise BadSource("broken-record", "a record has no header")
            found = True
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            if record.rec_type not in KINDS or not url.startswith(("http://", "https://")) or url.endswith("/robots.txt"):
                continue
            try:
                piece = _piece(record, url, stream)
            except BadSource as error:
                yield error.at(f"{stream.source}#{url}")
                continue
            if piece is not None:
                yield piece
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise BadSource(
            "broken-record", f"a record cannot be read ({str(error).splitlines()[0][:80] if str(error) else type(error).__name__})"
        ) from None
    if not found:
        raise BadSource("empty-file", "the crawl holds no record")


def _piece(record: ArcWarcRecord, url: str, stream: Stream) -> Piece | None:
    headers = record.http_headers
    status = int(headers.get_statuscode()) if headers and (headers.get_statuscode() or "").isdigit() else 200
    content_type = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    media_type, _, rest = content_type.partition(";")
    page = PAGES.get(media_type.strip().lower())
    if status != 200 or page is None:
        return None
    body = read_bounded(record.content_stream(), LARGEST_DOCUMENT)
    record.raw_stream.read()
    if record.raw_stream.limit:
        raise BadSource("truncated-file", "the record ends before its end")
    if not body.strip():
        raise BadSource("empty-file", "the page is empty")
    return Piece(
        reader=page.name,
        name=f"{stream.name}#{url}",
        ident=url,
        body=body,
        source=f"{stream.source}#{url}",
        media_type=media_type.strip().lower(),
        charset=rest.partition("charset=")[2].partition(";")[0].strip("\"' "),
        url=url,
        http_status=status,
        fetched_at=record.rec_headers.get_header("WARC-Date") or "",
    )


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Never asked: the pieces of a crawl are parsed as what they are."""
    raise BadSource("unknown-format", "a crawl is no article")


READER = Reader(
    name="warc",
    suffixes=(".warc",),
    media_types=("application/warc",),
    parse=parse,
    split=split,
    looks_like=lambda head: head.startswith(b"WARC/"),
    holds_many=True,
)
