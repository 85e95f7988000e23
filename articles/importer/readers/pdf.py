"""PDF with a text layer: the text of its pages, lines joined into paragraphs by the cleaning that follows."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from articles.extraction.records import SourceText
from articles.importer.issues import BadSource
from articles.importer.readers.base import Parsed, ParseOptions, Piece, Reader

MOST_PAGES = 200
# pypdf writes warnings about sloppy files to the log; what matters is said in the issue.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Return the text layer; refuse a PDF that has none, is locked or broken."""
    try:
        reader = PdfReader(io.BytesIO(piece.body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadSource("broken-pdf", "the PDF is locked by a password")
        if len(reader.pages) > MOST_PAGES:
            raise BadSource("too-large", f"the PDF has {len(reader.pages)} pages, more than {MOST_PAGES}")
        pages = [page.extract_text() or "" for page in reader.pages]
    except BadSource:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, NotImplementedError) as error:
        raise BadSource("broken-pdf", f"the PDF cannot be read ({type(error).__name__})") from None
    text = "\n".join(page.strip("\n") for page in pages)
    if not text.strip():
        raise BadSource("pdf-without-text", "the PDF holds pictures of text only")
    title = str(reader.metadata.title or "").strip() if reader.metadata else ""
    # A title in the properties counts only when the page bears it: programs fill it with the file's name.
    title = title if title and title in " ".join(text.split()) else ""
    return Parsed(SourceText(ident=piece.ident, text=text, url=piece.url or None, title=title or None), "pdf")


READER = Reader(
    name="pdf",
    suffixes=(".pdf",),
    media_types=("application/pdf",),
    parse=parse,
    looks_like=lambda head: head.lstrip().startswith(b"%PDF-"),
)
