"""What belongs to an article beside its evidence: captions, topics, addresses, corrections that wait for it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from articles.bulk_rows import insert_rows, insert_values
from articles.corrections import place
from articles.importer import journal
from articles.importer.identity import Identified
from articles.importer.issues import Issue
from articles.importer.outcome import FieldChange
from articles.importer.plan import Plan
from articles.importer.registry import Registry
from articles.models import ArticleAddress, ArticleTopic, Caption, Correction
from events.models import Origin


def compare_belongings(plans: Sequence[Plan], registry: Registry) -> None:
    """Note on each plan the captions and topics that differ from what is stored."""
    known = [plan.article.pk for plan in plans if not plan.is_new]
    captions: dict[int, list[Caption]] = defaultdict(list)
    topics: dict[int, list[ArticleTopic]] = defaultdict(list)
    if known:
        for caption in Caption.objects.filter(article__in=known).order_by("start"):
            captions[caption.article_id].append(caption)
        for topic in ArticleTopic.objects.filter(article__in=known).order_by("topic"):
            topics[topic.article_id].append(topic)
    for plan in plans:
        _compare_captions(plan, captions[plan.article.pk])
        if "topics" not in plan.article.edited_fields:
            _compare_topics(plan, topics[plan.article.pk], registry)


def _compare_captions(plan: Plan, stored: list[Caption]) -> None:
    read = {
        caption.start: Caption(start=caption.start, end=caption.end, credit=caption.credit[:250])
        for caption in plan.item.extraction.clean.captions
    }
    wanted = [read[start] for start in sorted(read)]
    if [(row.start, row.end, row.credit) for row in stored] != [(row.start, row.end, row.credit) for row in wanted]:
        plan.captions = wanted
        _note(plan, "caption", stored, len(wanted))


def _compare_topics(plan: Plan, stored: list[ArticleTopic], registry: Registry) -> None:
    """An editor's topics stay; the machine's follow the reading."""
    by_editor = {row.topic_id for row in stored if row.origin != Origin.IMPORT}
    read = [*plan.item.extraction.topics, *plan.item.source.topics]
    wanted = sorted({registry.topics[slug] for slug in read if slug in registry.topics} - by_editor)
    machine = [row for row in stored if row.origin == Origin.IMPORT]
    if [row.topic_id for row in machine] != wanted:
        plan.topics = wanted
        _note(plan, "articletopic", machine, len(wanted))


def _note(plan: Plan, name: str, stored: Sequence[Any], size: int) -> None:
    if not plan.is_new:
        plan.before[name] = journal.rows_of(stored)
        plan.changes.append(FieldChange(name, f"{len(stored)} rows", f"{size} rows"))


def write_belongings(plans: Sequence[Plan]) -> None:
    """Replace the captions and the machine's topics that differ."""
    known = [plan for plan in plans if not plan.is_new]
    if known:
        Caption.objects.filter(article__in=[plan.article for plan in known if plan.captions is not None]).delete()
        renewed = [plan.article for plan in known if plan.topics is not None]
        ArticleTopic.objects.filter(article__in=renewed, origin=Origin.IMPORT).delete()
    captions = []
    for plan in plans:
        for caption in plan.captions or ():
            caption.article_id = plan.article.pk
            captions.append(caption)
    insert_rows(captions)
    topics = [{"article_id": plan.article.pk, "topic_id": topic, "origin": Origin.IMPORT} for plan in plans for topic in plan.topics or ()]
    insert_values(ArticleTopic, topics)


def ensure_addresses(identified: Sequence[Identified], article_ids: dict[int, int]) -> None:
    """Keep every address under which an article was met; ``article_ids`` gives the row of each place.

    An address already kept stays with its article, and an article keeps its canonical address.
    """
    wanted: dict[str, tuple[int, bool]] = {}
    for one in identified:
        article, met = article_ids[id(one.place)], (one.item.source.url or "")[:2000]
        if one.address:
            wanted.setdefault(one.address, (article, True))
            if met.isprintable() and met:
                wanted.setdefault(met, (article, False))
    if not wanted:
        return
    kept = set(ArticleAddress.objects.filter(url__in=wanted).values_list("url", flat=True))
    with_canonical = set(
        ArticleAddress.objects.filter(article__in=set(article_ids.values()), canonical=True).values_list("article", flat=True)
    )
    rows = []
    for url, (article, canonical) in wanted.items():
        if url in kept:
            continue
        canonical = canonical and article not in with_canonical
        if canonical:
            with_canonical.add(article)
        rows.append({"url": url, "article_id": article, "canonical": canonical})
    insert_values(ArticleAddress, rows)


def place_corrections(plans: Sequence[Plan]) -> None:
    """Tie loaded corrections to the articles they wait for, and move those of changed texts; words not found are an issue."""
    by_hash = {plan.item.sha256: plan for plan in plans}
    by_article = {plan.article.pk: plan for plan in plans}
    # A person wrote them, so they are few.
    rows = [row for row in Correction.objects.filter(article__isnull=True) if row.article_sha256 in by_hash]
    if known := [plan.article.pk for plan in plans if not plan.is_new]:
        rows += Correction.objects.filter(article__in=known)
    for row in rows:
        plan = by_article[row.article_id] if row.article_id else by_hash[row.article_sha256]
        place(row, [plan.article])
        if row.article is None:
            message = f"a correction quotes words that the article does not have: “{row.quote[:80]}”"
            piece = plan.item.piece
            plan.issues.append(Issue("correction-misplaced", piece.source, message, piece.line, plan.article.public_id))
    if rows:
        Correction.objects.bulk_update(rows, ["article", "start", "end"])
