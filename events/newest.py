"""The newest articles under something, fast whether it has ten articles or most of the archive."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

# Above this, walking the articles from the newest on meets enough of them sooner than sorting all of them would take.
MANY = 2000


def newest_articles(links: QuerySet, number: int, most: int) -> QuerySet:
    """Return the newest articles that ``links``, rows with a column ``article``, lead to; ``number`` tells how many there are."""
    articles: Any = links.model._meta.get_field("article").related_model
    if number > MANY:
        chosen = articles._default_manager.filter(Exists(links.filter(article=OuterRef("pk"))))
    else:
        chosen = articles._default_manager.filter(pk__in=links.order_by().values("article"))
    rows: QuerySet = chosen.select_related("outlet").defer("text", "basis_note", "standfirst").order_by("-start", "-search_no")[:most]
    return rows
