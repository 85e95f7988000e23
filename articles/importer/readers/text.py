"""Plain text: one article a file, headline first."""

from articles.extraction.records import SourceText
from articles.importer.readers.base import Parsed, ParseOptions, Piece, Reader
from articles.importer.readers.decoding import decode


def parse(piece: Piece, options: ParseOptions) -> Parsed:
    """Return the text as it stands."""
    text, charset, warning = decode(piece.body, piece.charset)
    return Parsed(SourceText(ident=piece.ident, text=text, url=piece.url or None), charset, (warning,) if warning else ())


READER = Reader(name="text", suffixes=(".txt", ".text"), media_types=("text/plain",), parse=parse)
