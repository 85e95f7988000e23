"""Which stored article a reading belongs to: by address, by the id within its source, or by its very bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.extraction.shingles import containment
from articles.importer.addresses import canonical_address
from articles.importer.reading import ReadArticle
from articles.models import Article, ArticleAddress, Capture

SAME_STORY = 0.6


@dataclass(slots=True, eq=False)
class Place:
    """Where a reading goes: the stored article, or the key under which a new one will be stored."""

    source_key: str
    article: Article | None = None
    met: bool = False  # already written or met in this run
    text: str = ""

    @property
    def known_article(self) -> Article:
        """The stored article, where there must be one."""
        if self.article is None:
            raise LookupError(f"{self.source_key} has not been stored yet")
        return self.article


@dataclass(slots=True)
class Identified:
    """A reading with its place, its addresses, and what is odd about them."""

    item: ReadArticle
    place: Place
    address: str | None
    repeated: bool
    shared_address: bool = False


@dataclass(slots=True)
class Finder:
    """Finds the places of a batch; one query a kind of key."""

    seen: set[int]
    by_key: dict[str, Place] = field(default_factory=dict)
    by_address: dict[str, Place] = field(default_factory=dict)
    by_capture: dict[str, Place] = field(default_factory=dict)
    captures: dict[str, int] = field(default_factory=dict)  # stored captures of the batch's bytes, by hash

    def identify(self, batch: Sequence[ReadArticle]) -> list[Identified]:
        """Return each reading with its place, in order."""
        addresses = [canonical_address(item.source.url) if item.source.url else None for item in batch]
        self._load(batch, [address for address in (*addresses, *map(_archived, batch)) if address])
        return [self._place(item, address) for item, address in zip(batch, addresses, strict=True)]

    def _place(self, item: ReadArticle, address: str | None) -> Identified:
        name, sha256, text = item.piece.name[:2000], item.sha256, item.extraction.clean.text
        shared = False
        place = self.by_key.get(name)
        if place is None and address:
            place = self.by_key.get(address) or self.by_address.get(address) or self._met_in_archive(item)
            if place is not None and place.met and not _same_story(place.text, text):
                place, address, shared = None, None, True
        elif place is None:
            place = self.by_capture.get(sha256)
        if place is None:
            place = Place(address or name)
            self.by_key[place.source_key] = place
            if not address:
                self.by_capture[sha256] = place
        repeated = place.met
        if not repeated:
            place.met, place.text = True, text
        if address:
            self.by_address.setdefault(address, place)
        return Identified(item, place, address, repeated, shared)

    def _met_in_archive(self, item: ReadArticle) -> Place | None:
        """Return the article that was met under the archive's address alone, when it is the same story."""
        place = self.by_address.get(_archived(item) or "")
        return place if place is not None and _same_story(place.text, item.extraction.clean.text) else None

    def _load(self, batch: Sequence[ReadArticle], addresses: Iterable[str]) -> None:
        names = {item.piece.name[:2000] for item in batch}
        wanted = names | set(addresses)
        keys = dict(Article.objects.filter(source_key__in=wanted).values_list("source_key", "pk"))
        further = dict(ArticleAddress.objects.filter(url__in=set(addresses)).values_list("url", "article_id"))
        self.captures = dict(Capture.objects.filter(sha256__in={item.sha256 for item in batch}).values_list("sha256", "pk"))
        captures: dict[str, int] = {}
        if self.captures:
            # The same bytes without an address are the same document, wherever the file lies; with one, the address decides.
            rows = Article.objects.filter(capture__in=self.captures.values(), addresses__isnull=True).order_by("-pk")
            captures = dict(rows.values_list("capture__sha256", "pk"))
        articles = Article.objects.select_related("capture").in_bulk({*keys.values(), *further.values(), *captures.values()})
        places = {pk: Place(article.source_key, article, pk in self.seen, article.text) for pk, article in articles.items()}
        self.by_key = {key: places[pk] for key, pk in keys.items()}
        self.by_address = {url: places[pk] for url, pk in further.items()}
        self.by_capture = {sha256: places[pk] for sha256, pk in captures.items()}


def _archived(item: ReadArticle) -> str | None:
    return canonical_address(item.source.archived_url) if item.source.archived_url else None


def _same_story(one: str, other: str) -> bool:
    return one == other or containment(one, other) >= SAME_STORY
