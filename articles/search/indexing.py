"""Keeps each article's terms in step with its text; the triggers do the rest."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction

from articles.models import Article, SearchTerms
from articles.search.known_names import current_names
from articles.search.names import Names
from articles.search.terms import FieldTerms, terms_of_fields

BATCH = 200
TermsRow = dict[str, Any]  # the columns of articles.models.SearchTerms


def index_articles(article_ids: Iterable[int], using: str = "default") -> int:
    """Write the terms of some articles, inside the caller's transaction; return how many there were."""
    names = current_names(using)
    number = 0
    ids = iter(article_ids)
    while batch := list(islice(ids, BATCH)):
        articles = Article.objects.using(using).filter(pk__in=batch).only("search_no", "title", "standfirst", "text")
        number += write_terms([terms_of(article, names) for article in articles], using)
    return number


def write_terms(rows: list[TermsRow], using: str = "default") -> int:
    """Insert or replace rows of terms."""
    SearchTerms.objects.using(using).bulk_create(
        [SearchTerms(**row) for row in rows],
        update_conflicts=True,
        unique_fields=["search_no"],
        update_fields=["article", "title", "lead", "body", "analyser"],
    )
    return len(rows)


def prepared_terms(prepared: Iterable[tuple[Article, FieldTerms | None]], using: str = "default") -> list[TermsRow]:
    """Return rows of terms that were made beforehand; make them here for an article that has none, or has those of another analysis."""
    names = current_names(using)
    return [_row(article, terms) if terms and terms.analyser == names.analyser else terms_of(article, names) for article, terms in prepared]


def terms_of(article: Article, names: Names) -> TermsRow:
    """Return the terms of one article: headline, lead (standfirst and first paragraph), and the rest."""
    return _row(article, terms_of_fields(article.title, article.standfirst, article.text, names))


def _row(article: Article, terms: FieldTerms) -> TermsRow:
    return {
        "search_no": article.search_no,
        "article_id": article.pk,
        "title": terms.title,
        "lead": terms.lead,
        "body": terms.body,
        "analyser": terms.analyser,
    }


def stale_articles(using: str) -> Iterator[int]:
    """Yield the ids of the articles that have no terms, or terms made by an older analyser or with other names."""
    current = current_names(using).analyser
    fresh = SearchTerms.objects.using(using).filter(analyser=current).values("article_id")
    return Article.objects.using(using).exclude(pk__in=fresh).order_by("pk").values_list("pk", flat=True).iterator()


def refresh_index(using: str = "default", *, everything: bool = False) -> Iterator[int]:
    """Bring all terms up to date, a short transaction a batch; yield how many articles each batch had."""
    rows = Article.objects.using(using).order_by("pk").values_list("pk", flat=True) if everything else stale_articles(using)
    ids = iter(list(rows))
    while batch := list(islice(ids, BATCH)):
        with transaction.atomic(using=using):
            yield index_articles(batch, using)


def index_saved(instance: Article, using: str, update_fields: Iterable[str] | None = None, raw: bool = False, **kwargs: Any) -> None:
    """Index an article saved one by one, as at the desk; imports write the terms themselves, in bulk."""
    if not raw and (update_fields is None or {"title", "standfirst", "text"} & set(update_fields)):
        write_terms([terms_of(instance, current_names(using))], using)
