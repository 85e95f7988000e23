"""The terms of one article's fields, without the database: a worker process can make them before anything is locked."""

from dataclasses import dataclass

from articles.search.analyser import terms_in
from articles.search.names import Names

# Enough for a book; beyond it PostgreSQL's tsvector could overflow.
MOST_TERMS = 50_000


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """What the index holds of an article: terms parted by blanks, and the name of the analysis they were made by."""

    title: str
    lead: str
    body: str
    analyser: str


def terms_of_fields(title: str, standfirst: str, text: str, names: Names) -> FieldTerms:
    """Return the terms of headline, lead (standfirst and first paragraph) and the rest of a clean text."""
    head, lead, body = (field_terms(field, names) for field in split_fields(title, standfirst, text))
    return FieldTerms(head, lead, body, names.analyser)


def split_fields(title: str, standfirst: str, text: str) -> tuple[str, str, str]:
    """Split an article into headline, lead and the rest; the clean text begins with headline and standfirst."""
    paragraphs = text.split("\n\n")
    if paragraphs and paragraphs[0].strip() == title.strip():
        paragraphs = paragraphs[1:]
    length = 2 if standfirst and paragraphs and paragraphs[0].strip() == standfirst.strip() else 1
    return title, "\n\n".join(paragraphs[:length]), "\n\n".join(paragraphs[length:])


def field_terms(text: str, names: Names) -> str:
    """Return the terms of one field, those of the names in it last."""
    terms = terms_in(text)[:MOST_TERMS]
    return " ".join([*terms, *names.in_terms(terms)])
