"""Copies: wire stories that several outlets print. They are grouped, never dropped.

Candidates share sampled shingles (one indexed table); a pair counts when the smaller text is contained in the larger by at least 0.6 of its
shingles, counted exactly. A group is a connected component of such pairs, named by its smallest public id, so that the order in which
articles arrive does not matter.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from articles.extraction.shingles import containment
from articles.importer.sketches import Sketches, holders_of, read_sketches, sizes_of, write_sketches
from articles.models import Article

ENOUGH = 0.6
# A shingle that stands in more articles than this is a phrase of the trade, not a trace of copying.
COMMON = 300
# Sampled shingles that a pair must share to be looked at: this share of the smaller sample.
SHARED = 0.25


def renew_copies(sketches: Sketches, replaced: Collection[int], common: set[int]) -> None:
    """Bring sketches and groups up to date after the texts of some articles are new or, of those ``replaced``, changed.

    ``common`` remembers, from batch to batch, the shingles found in so many articles that they tell nothing.
    """
    # A changed text may fall out of its group and split it, so the whole group is looked at again.
    groups = set(Article.objects.filter(pk__in=replaced).values_list("duplicate_group", flat=True)) - {""} if replaced else set()
    asked = {**read_sketches(_members(groups) - set(sketches)), **sketches}
    pairs = verified_pairs(asked, common)
    write_sketches(sketches, replaced)
    if groups or pairs:
        write_groups(set(asked), pairs)


def regroup_around(groups: Iterable[str]) -> None:
    """Look again at what is left of some groups, after members are gone."""
    members = _members(set(groups) - {""})
    write_groups(members, verified_pairs(read_sketches(members), set()))


def _members(groups: set[str]) -> set[int]:
    return set(Article.objects.filter(duplicate_group__in=groups).values_list("pk", flat=True)) if groups else set()


def candidate_pairs(asked: Sketches, common: set[int]) -> set[tuple[int, int]]:
    """Return the pairs of articles, one of them among the asked, that share enough sampled shingles.

    Of the asked articles the given sketches count, whatever is stored of them.
    """
    first: dict[int, int] = {}
    several: dict[int, list[int]] = {}
    for article, sketch in asked.items():
        for shingle in first.keys() & sketch:
            several.setdefault(shingle, [first[shingle]]).append(article)
        first |= dict.fromkeys(sketch, article)
    stored = holders_of(shingle for shingle in first if shingle not in common)
    shared: Counter[tuple[int, int]] = Counter()
    for shingle in stored.keys() | several.keys() - common:
        articles = several.get(shingle) or [first[shingle]]
        others = [article for article in stored.get(shingle, ()) if article not in asked]
        if len(articles) + len(others) > COMMON:
            common.add(shingle)
        else:
            shared.update(_pair(one, other) for one, other in combinations(articles, 2))
            shared.update(_pair(one, other) for one in articles for other in others)
    sizes = {article: len(sketch) for article, sketch in asked.items()}
    sizes |= sizes_of({article for pair in shared for article in pair} - sizes.keys())
    return {pair for pair, count in shared.items() if sizes.keys() >= {*pair} and count >= SHARED * min(map(sizes.__getitem__, pair))}


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def verified_pairs(asked: Sketches, common: set[int]) -> set[tuple[int, int]]:
    """Return the candidate pairs of one language whose texts truly contain each other."""
    pairs = candidate_pairs(asked, common)
    if not pairs:
        return pairs
    texts = {
        pk: (language, text)
        for pk, language, text in Article.objects.filter(pk__in={pk for pair in pairs for pk in pair}).values_list("pk", "language", "text")
    }
    return {
        (one, other) for one, other in pairs if texts[one][0] == texts[other][0] and containment(texts[one][1], texts[other][1]) >= ENOUGH
    }


def write_groups(article_ids: set[int], pairs: set[tuple[int, int]]) -> None:
    """Name the connected components of the pairs, joined with the groups their members already have, and write what changes."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    reached = article_ids | set(neighbours)
    rows = {
        pk: (public_id, group)
        for pk, public_id, group in Article.objects.filter(pk__in=reached).values_list("pk", "public_id", "duplicate_group")
    }
    # Members reached from outside bring the rest of their groups along, whose own pairs stand unchanged.
    outside = {rows[pk][1] for pk in reached - article_ids if rows[pk][1]}
    for pk, public_id, group in Article.objects.filter(duplicate_group__in=outside).values_list("pk", "public_id", "duplicate_group"):
        rows[pk] = (public_id, group)
    by_group: dict[str, list[int]] = defaultdict(list)
    for pk, (_, group) in rows.items():
        if group and pk not in article_ids:
            by_group[group].append(pk)
    for members in by_group.values():
        for one, other in zip(members, members[1:], strict=False):
            neighbours[one].add(other)
            neighbours[other].add(one)
    labels: dict[str, list[int]] = defaultdict(list)
    for component in _components(set(rows), neighbours):
        label = min(rows[pk][0] for pk in component) if len(component) > 1 else ""
        labels[label] += [pk for pk in component if rows[pk][1] != label]
    for label, members in labels.items():
        if members:
            Article.objects.filter(pk__in=members).update(duplicate_group=label)


def _components(nodes: set[int], neighbours: dict[int, set[int]]) -> Iterator[set[int]]:
    left = set(nodes)
    while left:
        component, front = set(), {left.pop()}
        while front:
            component |= front
            front = {other for one in front for other in neighbours[one]} - component
        left -= component
        yield component
