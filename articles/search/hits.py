"""From a query's tree to the matching articles, and from these to the rows of one page."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pyroaring import BitMap

from articles.search.bitmaps import Holdings
from articles.search.query import Either, Leaf, Node, Without, positive_leaves

RANKED_AT_MOST = 10_000
# How much more a word counts in the headline and in the lead than elsewhere.
WEIGHTS = {"title": 3.0, "lead": 1.0}
# Beyond so many different scores, splitting their groups costs more than counting hit by hit.
MOST_GROUPS = 60

Matching = Callable[[Leaf], BitMap]


def evaluate(node: Node, matching: Matching, everything: BitMap) -> BitMap:
    """Return the articles for which a query's tree holds."""
    if isinstance(node, Leaf):
        return matching(node)
    if isinstance(node, Without):
        return everything - evaluate(node.part, matching, everything)
    parts = [evaluate(part, matching, everything) for part in node.parts]
    return BitMap.union(*parts) if isinstance(node, Either) else smallest_first(parts)


def smallest_first(parts: list[BitMap]) -> BitMap:
    """Intersect, beginning with the rarest part."""
    return BitMap.intersection(*sorted(parts, key=len))


def by_month(state: Holdings, hits: BitMap, *, oldest_first: bool) -> Iterator[tuple[str, BitMap]]:
    """Yield the hits by month of their first day, newest first, and last, under no month, those without a date."""
    months = state.families["first_month"]
    left = len(hits)
    for month in sorted(months, reverse=not oldest_first):
        if not left:
            return
        found = hits & months[month]
        if found:
            left -= len(found)
            yield month, found
    if left:
        yield "", hits - BitMap.union(BitMap(), *months.values())


def page_by_date(state: Holdings, hits: BitMap, start: int, size: int, *, oldest_first: bool = False) -> list[int]:
    """Return the search numbers of one page by date, same days by arrival; whole months before it are skipped by their size alone."""
    rows: list[int] = []
    for month, found in by_month(state, hits, oldest_first=oldest_first):
        if start >= len(found):
            start -= len(found)
            continue
        rows += islice(in_order(state, month, found, oldest_first), start, start + size - len(rows))
        start = 0
        if len(rows) >= size:
            break
    return rows


def in_order(state: Holdings, month: str, found: BitMap, oldest_first: bool) -> Iterator[int]:
    """Yield the search numbers of one month's hits in the order of the list."""
    days = by_day(state, month, found, oldest_first) if month else [found]
    return (number for day in days for number in (day if oldest_first else reversed(list(day))))


def position_by_date(state: Holdings, hits: BitMap, number: int, *, oldest_first: bool = False) -> int:
    """Return how many rows stand before one of the hits in a list by date; only its own month is put in order for that."""
    passed = 0
    for month, found in by_month(state, hits, oldest_first=oldest_first):
        if number in found:
            return passed + list(in_order(state, month, found, oldest_first)).index(number)
        passed += len(found)
    raise ValueError(number)


def by_day(state: Holdings, month: str, found: BitMap, oldest_first: bool) -> Iterator[BitMap]:
    """Yield the hits of one month by day."""
    days = state.families["first_day"]
    for day in sorted((f"{month}-{number:02}" for number in range(1, 32)), reverse=not oldest_first):
        if day in days:
            yield found & days[day]


def page_by_rank(state: Holdings, groups: Sequence[BitMap], start: int, size: int) -> list[int]:
    """Return the search numbers of one page of ranked groups; whole groups before it are skipped by their size alone."""
    rows: list[int] = []
    for group in groups:
        if start >= len(group):
            start -= len(group)
            continue
        rows += page_by_date(state, group, start, size - len(rows))
        start = 0
        if len(rows) >= size:
            break
    return rows


def position_by_rank(state: Holdings, groups: Sequence[BitMap], number: int) -> int:
    """Return how many rows stand before one of the hits in a list by relevance."""
    passed = 0
    for group in groups:
        if number in group:
            return passed + position_by_date(state, group, number)
        passed += len(group)
    raise ValueError(number)


def ranked(everything: BitMap, tree: Node, hits: BitMap, matching: Matching) -> list[BitMap]:
    """Return the hits in groups of one relevance, the best first, each group to be read newest first.

    Rare words count more, in the headline most, then in the lead. Most queries make a handful of groups, split by set algebra; one of many
    words could make as many as there are hits, so its later words are counted hit by hit.
    """
    groups = {0.0: hits}
    weighted = list(weighted_words(max(len(everything), 1), tree, matching))
    while weighted and len(groups) <= MOST_GROUPS:
        weight, found = weighted.pop(0)
        split: dict[float, BitMap] = {}
        for score, group in groups.items():
            inside = group & found
            for reached, part in ((score + weight, inside), (score, group - inside)):
                if part:
                    split[reached] = split[reached] | part if reached in split else part
        groups = split
    if weighted:
        groups = counted_singly(groups, weighted, hits)
    return [groups[score] for score in sorted(groups, reverse=True)]


def weighted_words(total: int, tree: Node, matching: Matching) -> Iterator[tuple[float, BitMap]]:
    """Yield what each word adds to the score of which articles, anywhere, in the headline and in the lead."""
    for leaf in dict.fromkeys(positive_leaves(tree)):
        found = matching(leaf)
        weight = (total / (len(found) + 1)) ** 0.5
        yield weight, found
        if not leaf.within:
            for field, factor in WEIGHTS.items():
                yield weight * factor, matching(replace(leaf, within=field))


def counted_singly(groups: dict[float, BitMap], weighted: Sequence[tuple[float, BitMap]], hits: BitMap) -> dict[float, BitMap]:
    """Add up the scores of single hits, and put those with one score together again."""
    scores = {number: score for score, group in groups.items() for number in group}
    for weight, found in weighted:
        for number in found & hits:
            scores[number] += weight
    together: dict[float, list[int]] = defaultdict(list)
    for number, score in scores.items():
        together[score].append(number)
    return {score: BitMap(numbers) for score, numbers in together.items()}
