"""Topics of an article, by how often and where its words stand: the headline counts most, then the lead, then the rest.

The formula "terrorism, separatism and extremism" stands in nearly every text of the organisation and speaks for none of its three parts
alone. Names of bodies, "the Anti-Terrorist Structure", say who is there and not what is told. What an article counts it is about: a
seizure of contraband weighs as much as a word for it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection

from articles.extraction.context import ArticleText
from articles.extraction.wordlists import PhraseHit, any_form, phrase_index

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
    "foreign-fighters": 2.0,
    "border-crossing": 3.0,
}
_DEFAULT = 1.0
# A form may speak for several topics, "a+b"; behind a topic "~" is half as loud, "@" the name of a body.
_ALSO, _HALF, _BODY_NAME = "+", "~", "@"
_BODIES = 0.5  # what all names of bodies below the headline weigh together
# Topics that share their words: together they need this much, and then the weightiest of them is the topic.
_TOGETHER = ((("counter-terrorism", "terrorism", "foreign-fighters", "terrorist-financing"), 1.0), (("extremism", "separatism"), 2.0))
_EVILS = "separatism|extremism|secessionism|separatist|extremist|secessionist"
_FORMULA = re.compile(
    rf"terrorism,? (?:and |or )?(?:{_EVILS})(?:,? (?:and |or )?(?:{_EVILS}))?|terrorist, (?:{_EVILS}),? (?:and |or )?(?:{_EVILS})"
    r"|терроризм\w*,? (?:и )?(?:сепаратизм|экстремизм)\w*(?:,? (?:и )?(?:сепаратизм|экстремизм)\w*)?"
    r"|террористическ\w+, (?:сепаратист|экстремист)ск\w+,? (?:и |или )?(?:сепаратист|экстремист)ск\w+"
    r"|恐怖主义、(?:分裂主义|极端主义)(?:(?:、|和|与)(?:极端主义|分裂主义))?",
    re.IGNORECASE,
)
_OF_FORMULA = frozenset({"extremism", "separatism", "counter-terrorism", "terrorism"})
# Figures that tell of a topic, beside its words.
_COUNTED = {
    "border_violators_stopped": "border-control",
    "firearms_seized": "arms",
    "drugs_seized": "drugs",
    "smuggled_goods_seized": "smuggling",
    "contraband_value": "smuggling",
    "currency_smuggled_value": "smuggling",
    "drug_smuggling_cases": "smuggling",
    "attacks_prevented": "terrorism",
    "websites_blocked": "online-terrorism",
    "exercise_participants": "exercises",
}


class _Spans:
    """Spans in the order of the text that do not overlap, asked whether an offset lies in one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._ends[place]


def find_topics(article: ArticleText, title: str, known: tuple[str, ...], measures: Collection[str] = ()) -> tuple[str, ...]:
    """Return the slugs of the article's topics, the weightiest first; only topics that the archive knows.

    ``measures`` are the codes of the measures that the article gives figures for.
    """
    weights = topic_weights(article, title)
    for slug in sorted({_COUNTED[code] for code in measures if code in _COUNTED}):
        weights[slug] = weights.get(slug, 0.0) + _BODY
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
    formulas, asides = _Spans([match.span() for match in _FORMULA.finditer(article.text)]), _Spans(_asides(article))
    weights: defaultdict[str, float] = defaultdict(float)
    bodies: defaultdict[str, float] = defaultdict(float)
    forms: set[tuple[str, str]] = set()
    for hit in phrase_index(article.language, "topics").find(article.words):
        place = _TITLE if hit.start < in_title else _LEAD if hit.start < in_title + lead_end else _BODY
        in_formula = hit.start in formulas
        if hit.start in asides:
            place *= 0.5
        place *= _fresh("the formula" if in_formula else article.text[hit.start : hit.end].casefold(), hit, forms)
        for code in hit.code.split(_ALSO):
            slug = code.rstrip(_HALF + _BODY_NAME)
            weight = place * (0.5 if slug != code or (in_formula and slug in _OF_FORMULA) else 1.0)
            if code.endswith(_BODY_NAME) and hit.start >= in_title:
                bodies[slug] += weight
            else:
                weights[slug] += weight
    for slug, weight in bodies.items():
        weights[slug] += min(weight, _BODIES)
    return dict(weights)


def _asides(article: ArticleText) -> list[tuple[int, int]]:
    """Return the sentences that recall another story: "As reported earlier, ..."."""
    opening = any_form(article.language, "roles", "aside")
    found = []
    for one in article.sentences:
        words = article.text[one.start : one.end].lstrip()
        if opening.match(words):
            found.append((one.start, one.end))
    return found


def _fresh(form: str, hit: PhraseHit, forms: set[tuple[str, str]]) -> float:
    """Return how much a form counts: in full at first, half when it stands again."""
    if (hit.code, form) in forms:
        return 0.5
    forms.add((hit.code, form))
    return 1.0
