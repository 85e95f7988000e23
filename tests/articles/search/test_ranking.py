"""Relevance by groups is relevance hit by hit: the same order, wherever a page begins."""

import random
from dataclasses import replace

import pytest
from pyroaring import BitMap

from articles.search import hits as hits_module
from articles.search.bitmaps import FAMILIES, Holdings
from articles.search.hits import WEIGHTS, page_by_date, page_by_rank, position_by_rank, ranked
from articles.search.query import Either, Leaf, Node, positive_leaves

ARTICLES = 400


def made_up(chance: random.Random) -> Holdings:
    """Return a state whose articles are dated by month and day, some by nothing."""
    state = Holdings((1, 1), BitMap(range(ARTICLES)), {name: {} for name in FAMILIES})
    for number in range(ARTICLES):
        month, day = f"2024-{chance.randint(1, 12):02}", chance.randint(1, 28)
        if chance.random() < 0.9:
            state.families["first_month"].setdefault(month, BitMap()).add(number)
            state.families["first_day"].setdefault(f"{month}-{day:02}", BitMap()).add(number)
    return state


def one_by_one(state: Holdings, tree: Node, hits: BitMap, found: dict[Leaf, BitMap]) -> list[int]:
    """Return the hits by relevance as the rule says it: every hit's score added up, equal ones newest first."""
    scores = dict.fromkeys(page_by_date(state, hits, 0, len(hits)), 0.0)
    for leaf in positive_leaves(tree):
        weight = (ARTICLES / (len(found[leaf]) + 1)) ** 0.5
        for number in found[leaf] & hits:
            scores[number] += weight
        for field, factor in WEIGHTS.items():
            for number in found[replace(leaf, within=field)] & hits:
                scores[number] += weight * factor
    return sorted(scores, key=lambda number: -scores[number])


@pytest.mark.parametrize("words", [1, 2, 5, 12])
@pytest.mark.parametrize("most_groups", [3, hits_module.MOST_GROUPS])
def test_groups_have_the_order_of_single_scores(words: int, most_groups: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hits_module, "MOST_GROUPS", most_groups)
    chance = random.Random(words)
    state = made_up(chance)
    leaves = [Leaf((f"word{number}",)) for number in range(words)]
    found = {}
    for leaf in leaves:
        found[leaf] = BitMap(chance.sample(range(ARTICLES), chance.randint(1, 300)))
        found |= {replace(leaf, within=field): BitMap(number for number in found[leaf] if chance.random() < 0.2) for field in WEIGHTS}
    tree = Either(tuple(leaves))
    hits = BitMap.union(*(found[leaf] for leaf in leaves)) & BitMap(chance.sample(range(ARTICLES), 350))
    expected = one_by_one(state, tree, hits, found)

    groups = ranked(state.everything, tree, hits, found.__getitem__)

    assert page_by_rank(state, groups, 0, len(hits)) == expected
    for start in range(0, len(expected), 37):
        assert page_by_rank(state, groups, start, 20) == expected[start : start + 20]
        assert position_by_rank(state, groups, expected[start]) == start
