"""Scores of the article as a document: description, clean text, spans, countries, topics, copies."""

from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Any

from articles.evaluation.board import Board
from articles.evaluation.comparing import dates_agree, letters, squash
from articles.evaluation.gold import GoldArticle
from articles.evaluation.tallies import Tally
from articles.evaluation.vocabulary import COARSE_TOPICS

LONGEST_QUOTE = 160
SHORTEST_BODY_LINE = 60


def score_description(gold: GoldArticle, read: dict[str, Any], board: Board) -> None:
    """Score language, title, date, outlet and byline."""
    shares, ident = board.shares, gold.ident
    shares["language"].add(read.get("language") == gold.language, f"{ident} language {read.get('language')}")
    for name in ("title", "outlet"):
        wanted = getattr(gold, name)
        if wanted:
            accepted = {letters(value) for value in (wanted, *gold.alternatives_of(name))}
            shares[name].add(letters(read.get(name)) in accepted, f"{ident} {name} {read.get(name)!r} for {wanted!r}")
    if gold.byline:
        found = read.get("byline")
        shares["byline"].add(bool(found) and letters(gold.byline) in letters(found), f"{ident} byline {found!r} for {gold.byline!r}")
    published = read.get("published")
    if gold.published:
        shares["published"].add(dates_agree(gold.published, published), f"{ident} published {published} for {gold.published}")
    else:
        allowed = (dates_agree(a, published) or dates_agree(published, a) for a in gold.alternatives_of("published"))
        shares["published: never invented"].add(not published or any(allowed), f"{ident} published {published} though not derivable")


def score_text(gold: GoldArticle, read: dict[str, Any], board: Board) -> None:
    """Score that the body is kept, furniture is gone, every span cuts its quote out of the text and quotes are short."""
    shares, ident, clean = board.shares, gold.ident, read.get("text") or ""
    for kind in ("statistics", "meetings", "operations"):
        for row in read.get(kind) or []:
            span = row.get("span")
            exact = bool(span) and clean[span[0] : span[1]] == row.get("quote")
            shares["spans exact"].add(exact, f"{ident} span of {kind}: {row.get('quote')!r}")
    for row in read.get("statistics") or []:
        quote, number = row.get("quote") or "", row.get("value_text") or "\0"
        tight = 0 < len(quote) <= LONGEST_QUOTE and "\n" not in quote and number in quote
        shares["quotes tight"].add(tight, f"{ident} quote not tight: {quote[:80]!r} value_text {row.get('value_text')!r}")
    whole, lines = squash(clean), {squash(line) for line in clean.splitlines()}
    furniture = {squash(line) for line in gold.boilerplate_lines}
    for line in gold.raw.splitlines():
        if len(line.strip()) >= SHORTEST_BODY_LINE and squash(line) not in furniture:
            shares["body kept"].add(squash(line) in whole, f"{ident} lost: {line.strip()[:90]!r}")
    for line in gold.boilerplate_lines:
        shares["furniture removed"].add(squash(line) not in lines, f"{ident} furniture kept: {line!r}")


def score_headings(gold: GoldArticle, read: dict[str, Any], board: Board) -> None:
    """Score the sets of countries and of topics."""
    countries, topics = board.tallies["countries"], board.tallies["topics"]
    _score_set(gold.ident, gold.countries, read.get("countries") or [], countries, gold.alternatives_of("countries"))
    coarse = set(COARSE_TOPICS.values())
    found = [COARSE_TOPICS[topic] for topic in read.get("topics") or [] if topic in COARSE_TOPICS]
    _score_set(gold.ident, [topic for topic in gold.topics if topic in coarse], found, topics)


def score_copies(golds: Iterable[GoldArticle], read: dict[str, dict[str, Any]], tally: Tally) -> None:
    """Score which articles are copies of each other, as pairs; a pair implied by two annotated ones is no extra."""
    golds = list(golds)
    chosen = {gold.ident for gold in golds}
    pairs = {frozenset((g.ident, g.near_duplicate_of)) for g in golds if g.near_duplicate_of in chosen}
    claimed = {
        frozenset((ident, str(copy)))
        for ident in chosen & read.keys()
        for copy in read[ident].get("copies") or []
        if str(copy) in chosen and str(copy) != ident
    }
    implied = _pairs_within(_connected(pairs))
    tally.count(right=len(pairs & claimed), extra=len(claimed - implied), missed=len(pairs - claimed))
    tally.notes += [f"missed {sorted(pair)}" for pair in sorted(pairs - claimed, key=sorted)]
    tally.notes += [f"extra {sorted(pair)}" for pair in sorted(claimed - implied, key=sorted)]


def _score_set(ident: str, wanted: Collection[str], found: Collection[str], tally: Tally, ignored: Collection[str] = ()) -> None:
    want, have = set(wanted), set(found)
    have -= set(ignored) - want
    note = f"{ident} missed {sorted(want - have)} extra {sorted(have - want)}" if want != have else ""
    tally.count(right=len(want & have), extra=len(have - want), missed=len(want - have), note=note)


def _connected(pairs: Iterable[frozenset[str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [set(pair).union(*touched)]
    return groups


def _pairs_within(groups: Iterable[set[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}
