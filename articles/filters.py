"""The filter set of the articles: what every list has.

The article list itself counts and pages by bitmaps (:mod:`articles.search`); this set validates its query string, and its conditions on the
tables say the same in SQL, for whatever takes articles without searching them.
"""

from typing import ClassVar

from django.db.models import Q, QuerySet

from articles.models import Article, ArticleTopic, StateMention
from events.filters import EventFilter


class ArticleFilter(EventFilter):
    """The list of articles."""

    class Meta:
        model = Article
        fields: ClassVar[list[str]] = []

    def by_country(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the articles that are about one of the states; rejected readings and mere background do not count."""
        about = StateMention.objects.shown().filter(is_subject=True, state__code__in=values)
        return rows.filter(pk__in=about.order_by().values("article_id"))

    def by_topic(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the articles under one of the headings; a group stands for its topics."""
        under = ArticleTopic.objects.filter(Q(topic__slug__in=values) | Q(topic__parent__slug__in=values))
        return rows.filter(pk__in=under.order_by().values("article_id"))

    def by_outlet(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the articles of one of the outlets."""
        return rows.filter(outlet__slug__in=values)

    def by_language(self, rows: QuerySet, name: str, values: list[str]) -> QuerySet:
        """Keep the articles in one of the languages."""
        return rows.filter(language__in=values)
