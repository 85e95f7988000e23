"""Topics of an article, by how often and where its words stand: the headline counts most, then the lead, then the rest.

The formula "terrorism, separatism and extremism" stands in nearly every text of the organisation and speaks for none of its three parts
alone.
"""

import re
from collections import defaultdict

from articles.extraction.context import ArticleText
from articles.extraction.wordlists import PhraseHit, phrase_index

_TITLE, _LEAD, _BODY = 3.0, 1.5, 1.0
_LEAD_END = 450
_LEAD_END_ZH = 160
# How much weight a topic needs; topics that nearly every text touches need more.
_NEEDED = {
    "meetings": 4.0,
    "institutions": 3.0,
    "membership": 3.0,
    "regional-security": 3.0,
    "law-enforcement": 3.0,
    "incidents": 2.5,
    "exercises": 2.0,
    "counter-terrorism": 2.5,
    "terrorism": 2.5,
    "border-control": 2.0,
    "extremism": 2.5,
    "separatism": 2.5,
    "smuggling": 1.5,
    "irregular-migration": 1.5,
    "foreign-fighters": 2.0,
    "border-crossing": 2.0,
}
_DEFAULT = 1.0
_HALF = "~"  # behind a code: names of bodies, which speak for a topic only half as loud
# Topics that share their words: together they need this much, and then the weightiest of them is the topic.
_TOGETHER = ((("counter-terrorism", "terrorism", "foreign-fighters", "terrorist-financing"), 1.5), (("extremism", "separatism"), 2.0))
_FORMULA = re.compile(
    r"terrorism,? (?:and )?(?:separatism|extremism|secessionism)(?:,? (?:and )?(?:separatism|extremism|secessionism))?"
    r"|терроризм\w*,? (?:и )?(?:сепаратизм|экстремизм)\w*(?:,? (?:и )?(?:сепаратизм|экстремизм)\w*)?"
    r"|恐怖主义、(?:分裂主义|极端主义)(?:(?:、|和|与)(?:极端主义|分裂主义))?|三股势力",
    re.IGNORECASE,
)


def find_topics(article: ArticleText, title: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the slugs of the article's topics, the weightiest first; only topics that the archive knows."""
    weights = topic_weights(article, title)
    chosen = {slug for slug, weight in weights.items() if weight >= _NEEDED.get(slug, _DEFAULT)}
    for group, needed in _TOGETHER:
        if not chosen & set(group) and sum(weights.get(slug, 0.0) for slug in group) >= needed:
            chosen.add(max(group, key=lambda slug: weights.get(slug, 0.0)))
    found = [(weights[slug], slug) for slug in chosen if slug in known]
    return tuple(slug for _, slug in sorted(found, key=lambda pair: (-pair[0], pair[1])))


def topic_weights(article: ArticleText, title: str) -> dict[str, float]:
    """Return the weight of each topic's words in the article."""
    lead_end = _LEAD_END_ZH if article.language == "zh" else _LEAD_END
    in_title = len(title) if article.text.startswith(title) else 0
    formulas = [match.span() for match in _FORMULA.finditer(article.text)]
    weights: defaultdict[str, float] = defaultdict(float)
    forms: set[tuple[str, str]] = set()
    for hit in phrase_index(article.language, "topics").find(article.words):
        slug, half, _ = hit.code.partition(_HALF)
        weight = _TITLE if hit.start < in_title else _LEAD if hit.start < in_title + lead_end else _BODY
        if half:
            weight *= 0.5
        if slug in ("extremism", "separatism", "counter-terrorism", "terrorism") and any(
            start <= hit.start < end for start, end in formulas
        ):
            weight *= 0.5
        weights[slug] += weight * _fresh(hit, article.text, forms)
    return dict(weights)


def _fresh(hit: PhraseHit, text: str, forms: set[tuple[str, str]]) -> float:
    """Return how much a form counts: in full at first, half when it stands again."""
    form = (hit.code, text[hit.start : hit.end].casefold())
    if form in forms:
        return 0.5
    forms.add(form)
    return 1.0
