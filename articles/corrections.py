"""Places loaded corrections: finds their words in the stored text of the article whose original bytes have the named hash."""

from dataclasses import dataclass

from articles.models import Article, Correction


@dataclass(frozen=True, slots=True)
class Placing:
    """What placing did: how many corrections were placed or moved, and which of them wait although their article is stored."""

    placed: int
    unplaced: tuple[str, ...] = ()


def place_corrections() -> Placing:
    """Give every correction its span in the stored text; where the words are gone or stand twice, it waits again.

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
        _place(correction, candidates)
        if before != (correction.article_id, correction.start, correction.end):
            changed.append(correction)
        if candidates and correction.article is None:
            unplaced.append(str(correction))
    Correction.objects.bulk_update(changed, ["article", "start", "end"])
    return Placing(len(changed), tuple(unplaced))


def _place(correction: Correction, candidates: list[Article]) -> None:
    holding = [article for article in candidates if article.text.count(correction.quote) == 1]
    correction.article = holding[0] if holding else None
    correction.start = holding[0].text.index(correction.quote) if holding else None
    correction.end = correction.start + len(correction.quote) if correction.start is not None else None
