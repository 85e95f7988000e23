"""Reading a set of texts as an import would, copies told apart, without storing anything."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from articles.extraction.read import UnreadableText, read_article
from articles.extraction.records import Extraction, Known, SourceText
from articles.extraction.shingles import containment, sketch
from articles.importer.contract import as_contract
from articles.importer.duplicates import ENOUGH, SHARED


def read_set(sources: Iterable[tuple[str, str, str | None]], known: Known) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Read ``(id, text, address)`` triples; return the contract objects by id, and one line for each text that cannot be read."""
    extractions: dict[str, Extraction] = {}
    failures = []
    for ident, text, url in sources:
        try:
            extractions[ident] = read_article(SourceText(ident=ident, text=text, url=url), known)
        except UnreadableText as error:
            failures.append(f"{ident}: {error}")
    copies = copies_in(extractions)
    return {ident: as_contract(extraction, copies[ident]) for ident, extraction in extractions.items()}, failures


def copies_in(extractions: dict[str, Extraction]) -> dict[str, list[str]]:
    """Return for each article the other members of its group of copies, by the measures of :mod:`articles.importer.duplicates`."""
    sketches = {ident: sketch(extraction.clean.text) for ident, extraction in extractions.items()}
    groups = {ident: {ident} for ident in extractions}
    for one, other in combinations(extractions, 2):
        if groups[one] is not groups[other] and _are_copies(extractions[one], extractions[other], sketches[one], sketches[other]):
            joined = groups[one] | groups[other]
            groups.update(dict.fromkeys(joined, joined))
    return {ident: sorted(group - {ident}) for ident, group in groups.items()}


def _are_copies(one: Extraction, other: Extraction, first: frozenset[int], second: frozenset[int]) -> bool:
    if one.description.language != other.description.language or len(first & second) < max(1, SHARED * min(len(first), len(second))):
        return False
    return containment(one.clean.text, other.clean.text) >= ENOUGH
