"""Copies: wire stories that several outlets print. They are grouped, never dropped.

Candidates share sampled shingles (one indexed table); a pair counts when the smaller text is contained in the larger by at least 0.6 of its
shingles, counted exactly. A group is a connected component of such pairs, named by its smallest public id, so that the order in which
articles arrive does not matter.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import connection

from articles.extraction.shingles import containment
from articles.models import Article, ShingleSketch

ENOUGH = 0.6
# A shingle that stands in more articles than this is a phrase of the trade, not a trace of copying.
COMMON = 300
# Sampled shingles that a pair must share to be looked at: this share of the smaller sample.
SHARED = 0.25
IN_ONE_QUERY = 5_000


def store_sketches(sketches: Sequence[tuple[int, Sequence[int]]], replaced: Sequence[int]) -> None:
    """Write the sampled shingles of new texts, in place of those of replaced ones."""
    if replaced:
        ShingleSketch.objects.filter(article__in=replaced).delete()
    rows = [(article, shingle) for article, shingles in sketches for shingle in shingles]
    if rows:
        # Half of all rows an import writes; without a model instance for each it takes a third of the time.
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {ShingleSketch._meta.db_table} (article_id, shingle) VALUES (%s, %s)", rows)


def regroup(article_ids: Sequence[int], common: set[int]) -> None:
    """Bring the groups up to date after the texts of some articles are new or changed.

    ``common`` remembers, from batch to batch, the shingles found in so many articles that they tell nothing.
    """
    if not article_ids:
        return
    changed = set(article_ids)
    groups = set(Article.objects.filter(pk__in=changed).exclude(duplicate_group="").values_list("duplicate_group", flat=True))
    # A changed text may fall out of its group and split it, so the whole group is looked at again.
    asked = changed | set(Article.objects.filter(duplicate_group__in=groups).values_list("pk", flat=True))
    write_groups(asked, verified_pairs(asked, common))


def regroup_around(groups: Iterable[str]) -> None:
    """Look again at what is left of some groups, after members are gone."""
    asked = set(Article.objects.filter(duplicate_group__in=set(groups) - {""}).values_list("pk", flat=True))
    write_groups(asked, verified_pairs(asked, set()))


def candidate_pairs(article_ids: Iterable[int], common: set[int]) -> set[tuple[int, int]]:
    """Return the pairs of articles, one of them among the given, that share enough sampled shingles."""
    asked = set(article_ids)
    own: dict[int, list[int]] = defaultdict(list)
    for shingle, article in _sketch_rows("article_id", asked):
        own[shingle].append(article)
    shared: Counter[tuple[int, int]] = Counter()
    sizes: Counter[int] = Counter(article for articles in own.values() for article in articles)
    holders: dict[int, list[int]] = defaultdict(list)
    for shingle, article in _sketch_rows("shingle", own.keys() - common):
        holders[shingle].append(article)
    others: set[int] = set()
    for shingle, articles in holders.items():
        if len(articles) > COMMON:
            common.add(shingle)
        elif len(articles) > 1:
            others.update(articles)
            shared.update((min(one, other), max(one, other)) for one in own[shingle] for other in articles if one != other)
    sizes.update(article for _, article in _sketch_rows("article_id", others - set(sizes)))
    # A pair of two asked articles is counted from both ends.
    return {
        pair
        for pair, count in shared.items()
        if count / (2 if pair[0] in asked and pair[1] in asked else 1) >= SHARED * min(sizes[pair[0]], sizes[pair[1]])
    }


def _sketch_rows(column: str, values: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield shingle and article of every row whose column has one of the values.

    The values go as one parameter: thousands of placeholders took half the time of finding the copies of a batch.
    """
    is_sqlite = connection.vendor == "sqlite"
    among = "IN (SELECT value FROM json_each(%s))" if is_sqlite else "= ANY(%s)"
    rest = iter(values)
    while chunk := list(islice(rest, IN_ONE_QUERY)):
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT shingle, article_id FROM {ShingleSketch._meta.db_table} WHERE {column} {among}",
                [json.dumps(chunk) if is_sqlite else chunk],
            )
            yield from cursor.fetchall()


def verified_pairs(article_ids: Iterable[int], common: set[int]) -> set[tuple[int, int]]:
    """Return the candidate pairs of one language whose texts truly contain each other."""
    pairs = candidate_pairs(article_ids, common)
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
