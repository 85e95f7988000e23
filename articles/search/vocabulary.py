"""What stands in an address (codes and slugs) and what the bitmaps are known by (primary keys)."""

from dataclasses import dataclass, field

from articles.models import Outlet
from events.models import State, Topic


@dataclass(frozen=True)
class Vocabulary:
    """Keys of facet values by what names them in an address, and the names of outlets."""

    country: dict[str, tuple[str, ...]] = field(default_factory=dict)
    topic: dict[str, tuple[str, ...]] = field(default_factory=dict)
    outlet: dict[str, tuple[str, ...]] = field(default_factory=dict)
    outlet_names: dict[str, str] = field(default_factory=dict)


def read_vocabulary(using: str) -> Vocabulary:
    """Read it in three queries; a group of topics stands for its topics too."""
    states = State.objects.using(using).order_by("code").values_list("code", "pk")
    topics = list(Topic.objects.using(using).order_by("position", "label").values_list("slug", "pk", "parent"))
    outlets = list(Outlet.objects.using(using).order_by("name").values_list("slug", "pk", "name"))
    return Vocabulary(
        {code: (str(key),) for code, key in states},
        {slug: (str(key), *(str(child) for _slug, child, parent in topics if parent == key)) for slug, key, _parent in topics},
        {slug: (str(key),) for slug, key, _name in outlets},
        {slug: name for slug, _key, name in outlets},
    )
