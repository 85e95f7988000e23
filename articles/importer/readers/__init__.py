"""One module for each format a source may have; a new format is one module and one line here."""

from articles.importer.readers import csv, feed, html, jsonl, markdown, pdf, text, warc
from articles.importer.readers.base import Reader

READERS: tuple[Reader, ...] = (
    text.READER,
    markdown.READER,
    html.READER,
    jsonl.READER,
    csv.READER,
    pdf.READER,
    warc.READER,
    feed.READER,
)
BY_NAME = {reader.name: reader for reader in READERS}


def reader_for(name: str, media_type: str, head: bytes) -> Reader | None:
    """Return the reader for a file name, a declared media type, or what the first bytes look like."""
    lowered, declared = name.lower(), media_type.partition(";")[0].strip().lower()
    for reader in READERS:
        if declared in reader.media_types and declared != "text/plain":
            return reader
    for reader in READERS:
        if lowered.endswith(reader.suffixes):
            return reader
    for reader in READERS:
        if reader.looks_like(head):
            return reader
    return BY_NAME["text"] if declared == "text/plain" else None
