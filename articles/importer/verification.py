"""Proof that every stored word is where the archive says: hashes of bytes and texts, spans of evidence, captions and corrections."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db.models import Model

from articles.importer.evidence import TABLES
from articles.importer.reading import sha256_of_text
from articles.models import Article, ArticleVersion, Caption, Capture, Correction, Evidence

BATCH = 200
# Further spans of a row whose words are kept nowhere else: they must lie inside the text and not begin or end in a blank.
OTHER_SPANS = (("attendance_start", "attendance_end"), ("verb_start", "verb_end"))


def verify_captures() -> Iterator[str]:
    """Yield a line for every capture whose bytes are not those that were kept."""
    for capture in Capture.objects.order_by("pk").iterator(chunk_size=BATCH):
        body = bytes(capture.body)
        if hashlib.sha256(body).hexdigest() != capture.sha256:
            yield f"capture {capture.pk} ({capture.name or capture.url}): its bytes do not have the SHA-256 {capture.sha256}"
        elif len(body) != capture.size:
            yield f"capture {capture.pk} ({capture.name or capture.url}): it has {len(body)} bytes, not {capture.size}"


def verify_articles() -> Iterator[str]:
    """Yield a line for every row that does not agree with the text of its article."""
    ids = Article.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=10_000)
    for batch in _chunks(ids):
        articles = Article.objects.in_bulk(batch)
        for article in articles.values():
            yield from _verify_text(article)
        for table in TABLES:
            for row in table.model._default_manager.filter(article__in=batch).order_by("pk"):
                yield from _verify_evidence(row, articles[row.article_id])
        for caption in Caption.objects.filter(article__in=batch).order_by("pk"):
            yield from _verify_caption(caption, articles[caption.article_id])
        for correction in Correction.objects.filter(article__in=batch).order_by("pk"):
            text = articles[correction.article_id or 0].text
            if text[correction.start or 0 : correction.end or 0] != correction.quote:
                yield f"{_named(correction)}: the text between {correction.start} and {correction.end} is not its quote"


def verify_groups() -> Iterator[str]:
    """Yield a line for every group of copies that is not named by its smallest member or has only one."""
    members: dict[str, list[str]] = defaultdict(list)
    rows = Article.objects.exclude(duplicate_group="").order_by("pk").values_list("duplicate_group", "public_id")
    for group, public_id in rows.iterator(chunk_size=10_000):
        members[group].append(public_id)
    for group, public_ids in sorted(members.items()):
        if len(public_ids) < 2 or group != min(public_ids):
            yield f"group of copies {group}: its members are {', '.join(sorted(public_ids))}"


def _verify_text(article: Article) -> Iterator[str]:
    if sha256_of_text(article.text) != article.text_sha256:
        yield f"article {article.public_id} ({article.title[:60]}): its text does not have the SHA-256 that was kept"
    numbers = (
        list(ArticleVersion.objects.filter(article=article).values_list("number", flat=True))
        if article.last_run_id != article.first_run_id
        else []
    )
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield f"article {article.public_id}: its earlier versions are numbered {sorted(numbers)}"


def _verify_evidence(row: Evidence, article: Article) -> Iterator[str]:
    if article.text[row.start : row.end] != row.quote:
        place = f"article {article.public_id} between {row.start} and {row.end}"
        yield f"{_named(row)}: the text of {place} is not its quote “{row.quote[:60]}”"
    for first, last in OTHER_SPANS:
        start, end = getattr(row, first, None), getattr(row, last, None)
        if start is not None and end is not None:
            words = article.text[start:end]
            if end > len(article.text) or not words or words != words.strip():
                yield f"{_named(row)}: {first.removesuffix('_start')} is no span of words of article {article.public_id}"


def _verify_caption(caption: Caption, article: Article) -> Iterator[str]:
    text, start, end = article.text, caption.start, caption.end
    begins = start == 0 or text[start - 2 : start] == "\n\n"
    ends = end == len(text) or text[end : end + 2] == "\n\n"
    if not (begins and ends and end <= len(text) and "\n\n" not in text[start:end]):
        yield f"{_named(caption)}: it is no paragraph of article {article.public_id}"


def _named(row: Model) -> str:
    return f"{row._meta.verbose_name} {row.pk}"


def _chunks(values: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(values)
    while chunk := list(islice(rest, BATCH)):
        yield chunk
