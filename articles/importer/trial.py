"""Reading a set of texts as an import would, copies told apart, without storing anything."""

from collections.abc import Iterable
from typing import Any

from articles.extraction.read import UnreadableText, read_article
from articles.extraction.records import Extraction, Known, SourceText
from articles.importer.contract import as_contract


def read_set(sources: Iterable[tuple[str, str, str | None]], known: Known) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Read ``(id, text, address)`` triples; return the contract objects by id, and one line for each text that cannot be read."""
    extractions: dict[str, Extraction] = {}
    failures = []
    for ident, text, url in sources:
        try:
            extractions[ident] = read_article(SourceText(ident=ident, text=text, url=url), known)
        except UnreadableText as error:
            failures.append(f"{ident}: {error}")
    return {ident: as_contract(extraction) for ident, extraction in extractions.items()}, failures
