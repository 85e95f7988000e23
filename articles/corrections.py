"""Places loaded corrections: finds their words in the stored text of the article whose original bytes have the named hash."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.importer.sync import nearest
from articles.models import Article, Correction


@dataclass(frozen=True, slots=True)
class Placing:
    """What placing did: how many corrections were placed or moved, and which of them wait although their article is stored."""

    placed: int
    unplaced: tuple[str, ...] = ()


def place_corrections() -> Placing:
    """Give every correction its span in the stored text; where the words are gone, it waits again.

    Cheap enough to run after every load and import: there are few corrections, and only articles with one are read.
    """
    corrections = list(Correction.objects.select_related("article"))
    hashes = {correction.article_sha256 for correction in corrections}
    articles: dict[str, list[Article]] = {}
    stored = Article.objects.filter(capture__sha256__in=hashes).select_related("capture").order_by("search_no")
    for article in stored.only("text", "capture__sha256"):
        articles.setdefault(article.capture.sha256, []).append(article)
    changed, unplaced = [], []
    for correction in corrections:
        candidates = articles.get(correction.article_sha256, [])
        if correction.article and correction.article.text[correction.start : correction.end] == correction.quote:
            continue
        before = (correction.article_id, correction.start, correction.end)
        place(correction, candidates)
        if before != (correction.article_id, correction.start, correction.end):
            changed.append(correction)
        if candidates and correction.article is None:
            unplaced.append(str(correction))
    Correction.objects.bulk_update(changed, ["article", "start", "end"])
    return Placing(len(changed), tuple(unplaced))


def place(correction: Correction, candidates: Sequence[Article]) -> None:
    """Give a correction the place nearest to where its words stood, in the first article that has them; in none, it waits (unsaved)."""
    places = [(article, nearest(article.text, correction.quote, correction.start or 0)) for article in candidates]
    correction.article, correction.start = next(((article, start) for article, start in places if start is not None), (None, None))
    correction.end = None if correction.start is None else correction.start + len(correction.quote)
