"""Describing an article as a document: language, name line, outlet. The date of publication has a module of its own."""

import re

from articles.extraction.datelines import find_dateline
from articles.extraction.names import KnownIndex
from articles.extraction.outlets import find_outlet
from articles.extraction.records import CleanText, Description, Language, SourceText
from articles.extraction.scripts import Words, language_of, simplified

_LEAD_PARAGRAPHS = 4
_REPORTER = re.compile(
    r"(?:记者|記者|作者|文)\s?[:：/]\s?(?P<name>[\u4e00-\u9fff·]{2,4}"
    r"(?:[、 ](?!责任|編輯|编辑|来源|來源|发布|發布)[\u4e00-\u9fff·]{2,4})*)(?![\u4e00-\u9fff])"
)
# "12:30, 29 August 2017, Town - Sample news agency, Jane SAMPLE"
_OF_AGENCY = re.compile(r"\b(?:[Nn]ews agency|агентство)\s?,\s(?:by\s)?(?P<name>[A-ZА-ЯЁ][a-zа-яё]+ [A-ZА-ЯЁ][\w'’\-]+)$")
_LONGEST_BYLINE = 120
_SIGNED_ZH = re.compile(
    r"(?:[(（]|^(?:本报)?(?:记者|記者|通讯员)\s?)(?P<name>[\u4e00-\u9fff]{2,3}(?:[、 ][\u4e00-\u9fff]{2,3}){0,3})[)）]?$"
)
# The commonest surnames: a note in brackets that begins with another sign ("资料图", "未完") names nobody.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫"
    "段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤樊邢岳梅栾"
    "張劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蔣葉蘇魏呂盧鐘譚陸賈韋鄒錢閻龍賀顧龔萬嚴湯欒"
)
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
        signed = _REPORTER.search(line) or _OF_AGENCY.search(line)
        if signed:
            return signed["name"]
    for paragraph in clean.text.split("\n\n", _LEAD_PARAGRAPHS)[:_LEAD_PARAGRAPHS]:
        dateline = find_dateline(paragraph, language)
        if dateline is not None and dateline.reporter and not _SIGNED_BY.search(paragraph):
            return dateline.reporter.strip()
    return _signed_at_end(clean) if language == "zh" else None


def _signed_at_end(clean: CleanText) -> str | None:
    """Return the Chinese names that stand in brackets behind the last sentence."""
    for line in (clean.text.rstrip().rpartition("\n")[2], *clean.removed):
        signed = _SIGNED_ZH.search(line)
        if signed and all(name[0] in _SURNAMES for name in re.split("[、 ]", simplified(signed["name"]))):
            return signed["name"]
    return None
