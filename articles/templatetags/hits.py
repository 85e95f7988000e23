"""The rows of the article list; not by a template, because its loop took more of the page's time than anything else."""

from collections.abc import Iterator, Sequence
from html import escape

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from articles.models import Article, Language
from articles.search.search import RELEVANCE, Hit
from events.wording import date_text, number_text

register = template.Library()


@register.simple_tag
def hit_rows(rows: Sequence[Hit], sort: str, list_query: str) -> SafeString:
    """Draw the rows; a list by date has a line for each year. ``list_query`` is what the links carry of the list's address."""
    return mark_safe("".join(_lines(rows, sort, list_query)))


def _lines(rows: Sequence[Hit], sort: str, list_query: str) -> Iterator[str]:
    languages = {str(code): escape(str(label)) for code, label in Language.choices}
    year = None
    for hit in rows:
        article = hit.article
        if sort != RELEVANCE and article.start and article.start.year != year:
            year = article.start.year
            yield f'<li class="yearrow"><b>{year}</b></li>'
        url = escape(article.get_absolute_url() + list_query)
        yield (
            f'<li class="hit"><p class="when">{_day(article)}</p>'
            f'<h3><a href="{url}" lang="{article.language}">{escape(article.title)}</a></h3>'
            f'<p class="by">{_publisher(article)}{languages[article.language]}</p>{_snippet(hit)}'
            f'<ul class="facts" role="list"><li>{_figures(hit.facts.figures, url)}</li>{_events(hit)}</ul>'
        )
        if hit.copies:
            yield render_to_string("articles/copies.html", {"hit": hit, "article": article})
        yield "</li>"


def _day(article: Article) -> str:
    inferred = f' <span class="faint">{escape(gettext("inferred"))}</span>' if article.basis == "inferred" else ""
    return escape(date_text(article.partial_date, short=True) or gettext("no date")) + inferred


def _publisher(article: Article) -> str:
    if not article.outlet:
        return ""
    country = article.outlet.country
    return escape(f"{article.outlet.name}, {country.local_name}" if country else article.outlet.name) + " · "


def _snippet(hit: Hit) -> str:
    pieces = "".join(f"<mark>{escape(piece.text)}</mark>" if piece.is_marked else escape(piece.text) for piece in hit.snippet)
    return f'<p class="snip" lang="{hit.article.language}">{pieces}</p>' if pieces else ""


def _figures(number: int, url: str) -> str:
    if not number:
        return f'<span class="faint">{escape(gettext("no figures"))}</span>'
    words = ngettext("%(n)s figure", "%(n)s figures", number) % {"n": number_text(number)}
    return f'<a href="{url}#evidence">{escape(words)}</a>'


def _events(hit: Hit) -> str:
    return "".join(f'<li><a href="{escape(url)}">{escape(name)}</a></li>' for url, name in hit.facts.events.items())
