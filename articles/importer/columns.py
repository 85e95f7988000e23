"""The columns of an article that an import writes, and what a person has set among them."""

from typing import Any

from articles.importer.dates import kept_columns
from articles.importer.facts import outlet_slug
from articles.importer.outcome import FieldChange
from articles.importer.reading import ReadArticle, indexed_fields
from articles.importer.registry import Registry
from articles.models import Access, Article

ACCESS_REASON = "default of the outlet"
# A person who sets one of these sets what belongs to it too.
BELONGING = {
    "date": ("date", "start", "end", "precision", "basis", "basis_note"),
    "outlet": ("outlet_id",),
    "access": ("access", "access_reason"),
}
QUIET = ("reading_digest", "lexicon_version", "text_version")


def read_columns(item: ReadArticle, registry: Registry) -> dict[str, Any]:
    """Return the columns that a reading gives."""
    described = item.extraction.description
    title, standfirst, text = indexed_fields(item.extraction)
    slug, dated = outlet_slug(described), kept_columns(described.published)
    return {
        "title": title,
        "standfirst": standfirst,
        "byline": (described.byline or "")[:300],
        "outlet_id": registry.outlets[slug][0] if slug else None,
        "language": described.language,
        "text": text,
        "text_sha256": item.text_sha256,
        **dated,
        "basis": (described.published_basis or "") if dated["date"] else "",
        "basis_note": described.published_note if dated["date"] else "",
    }


def quiet_columns(item: ReadArticle) -> dict[str, Any]:
    """Return the columns that say how it was read; a change in them alone is no change of the article."""
    return {
        "reading_digest": item.digest,
        "lexicon_version": item.extraction.lexicon_version[:20],
        "text_version": item.extraction.clean.version[:20],
    }


def access_columns(item: ReadArticle, registry: Registry) -> dict[str, Any]:
    """Return the access that the outlet gives to a new article."""
    slug = outlet_slug(item.extraction.description)
    access = registry.outlets[slug][1] if slug else Access.FULL
    return {"access": access, "access_reason": "" if access == Access.FULL else ACCESS_REASON}


def guarded_columns(article: Article) -> set[str]:
    """Return the columns that a person has set and no import writes."""
    guarded: set[str] = set()
    for name in article.edited_fields:
        guarded.update(BELONGING.get(name, (name,)))
    return guarded


def apply_columns(article: Article, values: dict[str, Any]) -> dict[str, Any]:
    """Set what differs and no person has set; return the old values of what was set."""
    guarded = guarded_columns(article)
    old = {name: getattr(article, name) for name, value in values.items() if name not in guarded and getattr(article, name) != value}
    for name in old:
        setattr(article, name, values[name])
    return old


def as_changes(old: dict[str, Any], article: Article, registry: Registry) -> list[FieldChange]:
    """Return what a report shows of changed columns, an outlet by its slug."""
    slugs = {pk: slug for slug, (pk, _access) in registry.outlets.items()} if "outlet_id" in old else {}
    changes = []
    for name, before in old.items():
        after = getattr(article, name)
        if name == "outlet_id":
            name, before, after = "outlet", slugs.get(before), slugs.get(after)
        if name != "text_sha256":
            changes.append(FieldChange(name, _short(before), _short(after)))
    return changes


def _short(value: Any) -> str:
    text = " ".join(str("" if value is None else value).split())
    return text if len(text) <= 120 else f"{text[:119]}…"
