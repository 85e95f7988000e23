"""Describing an article as a document: language, name line, outlet. The date of publication has a module of its own."""

import re

from articles.extraction.datelines import find_dateline
from articles.extraction.names import KnownIndex
from articles.extraction.outlets import find_outlet
from articles.extraction.records import CleanText, Description, Language, SourceText
from articles.extraction.scripts import Words, language_of

_LEAD_PARAGRAPHS = 4
_REPORTER = re.compile(
    r"(?:记者|記者|作者|文)\s?[:：/]\s?(?P<name>[\u4e00-\u9fff·]{2,4}"
    r"(?:[、 ](?!责任|編輯|编辑|来源|來源|发布|發布)[\u4e00-\u9fff·]{2,4})*)(?![\u4e00-\u9fff])"
)
_LONGEST_BYLINE = 120
_SIGNED_BY = re.compile(r"[(（](?:责任编辑|編輯|编辑)")


def describe(source: SourceText, clean: CleanText, words: Words, index: KnownIndex) -> Description:
    """Return what is known of the article as a document; the date of publication is still open."""
    language = article_language(source, clean)
    outlet, slug = find_outlet(source, clean, words, language, index)
    return Description(
        title=clean.title,
        standfirst=clean.standfirst,
        byline=_byline(source, clean, language),
        outlet=outlet,
        outlet_slug=slug if slug is None or any(known.slug == slug for known in index.known.outlets) else None,
        language=language,
        published=None,
        published_basis=None,
    )


def article_language(source: SourceText, clean: CleanText) -> Language:
    """Return the language the source states, else the one whose script carries the text."""
    stated = (source.language or "").casefold().replace("_", "-").partition("-")[0]
    language = stated if stated in ("en", "ru", "zh") else language_of(clean.text)
    return "zh" if language == "zh" else "ru" if language == "ru" else "en"


def _byline(source: SourceText, clean: CleanText, language: str) -> str | None:
    """Return who signs the article: what the source says, the line under the headline, or the reporter of a dateline."""
    stated = (source.byline or "").strip()
    if stated:
        return stated[:_LONGEST_BYLINE]
    if clean.byline:
        return clean.byline
    for line in (*clean.head_lines, *clean.removed):
        signed = _REPORTER.search(line)
        if signed:
            return signed["name"]
    for paragraph in clean.text.split("\n\n", _LEAD_PARAGRAPHS)[:_LEAD_PARAGRAPHS]:
        dateline = find_dateline(paragraph, language)
        if dateline is not None and dateline.reporter and not _SIGNED_BY.search(paragraph):
            return dateline.reporter.strip()
    return None
