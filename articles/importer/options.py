"""What the operator asks of one run."""

from dataclasses import dataclass, field

from articles.importer.reading import Given


@dataclass(frozen=True, slots=True)
class Options:
    """The sources and options of ``import_articles``."""

    sources: tuple[str, ...]
    given: Given = field(default_factory=Given)
    dry_run: bool = False
    json: bool = False
    limit: int | None = None
    workers: int = 1
    allow_private: bool = False
    started_by: str = ""

    def arguments(self) -> dict[str, object]:
        """Return what the run's record keeps."""
        given = {
            "outlet": self.given.outlet,
            "published": self.given.published,
            "language": self.given.language,
            "url": self.given.url,
            "archived_url": self.given.archived_url,
            "topics": list(self.given.topics),
            "ignore": sorted(self.given.ignore),
        }
        options = {"limit": self.limit, "workers": self.workers if self.workers > 1 else None, "allow_private": self.allow_private}
        return {"sources": list(self.sources), **{name: value for name, value in {**given, **options}.items() if value}}
