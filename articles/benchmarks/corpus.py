"""Made-up articles as a real archive would hold them: three languages, words by Zipf's law, dates, states, topics, figures.

The same number always gives the same article. Words of known frequency are planted, so that a benchmark can ask for a very common, a
common, a medium and a rare word.
"""

import datetime
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

LANGUAGES = (("en", 0.5), ("ru", 0.3), ("zh", 0.2))
VOCABULARY = 40_000
# From here on texts repeat, each time with a date, states, topics and an outlet of their own: making and analysing words is not measured.
DISTINCT_TEXTS = 30_000
# Planted words by language, each with the share of all articles that have it.
PLANTED = {
    "border": {"en": ("border", 0.6)},
    "patrol": {"en": ("patrol", 0.2), "ru": ("патруль", 0.2)},
    "seizure": {"en": ("seizure", 0.06), "zh": ("查获", 0.1)},
    "tunnel": {"en": ("tunnel", 0.002)},
}
FIGURES = {
    "en": "In {year}, border services detained {n} people and seized {m} firearms and {t} tons of drugs.",
    "ru": "В {year} году пограничники задержали {n} человек и изъяли {m} единиц оружия.",
    "zh": "{year}年,边防部门抓获{n}人,缴获枪支{m}支。",
}
SYLLABLES = {
    "en": ("b c d f g h k l m n p r s t v w br cr dr st tr", "a e i o u ai ea ou", "n r s t l m nd rk st ll"),
    "ru": ("б в г д ж з к л м н п р с т ф х ст пр", "а е и о у ы я", "н р с т л м ст нт к д"),
}
FIRST, LAST = datetime.date(2001, 6, 15), datetime.date(2026, 6, 30)


@dataclass(frozen=True)
class MadeText:
    """The words of a made-up article, and the day its figures speak of."""

    language: str
    title: str
    text: str
    day: datetime.date
    chance: random.Random


@dataclass(frozen=True)
class MadeFacts:
    """Where a made-up article is found; states, topics and outlet are places in whatever lists the reader has, most of them low."""

    date: str
    states: tuple[int, ...]
    topics: tuple[int, ...]
    outlet: int


def text_number(number: int) -> int:
    """Return the number of the article whose text an article has; its own among the first."""
    return (number - 1) % DISTINCT_TEXTS + 1


def make_text(number: int) -> MadeText:
    """Return the text of a number."""
    chance = random.Random(number)
    language = chance.choices([name for name, _share in LANGUAGES], [share for _name, share in LANGUAGES])[0]
    words = chance.choices(words_of(language), cum_weights=zipf_weights(), k=chance.randint(300, 600))
    for word, share in (planted[language] for planted in PLANTED.values() if language in planted):
        if chance.random() < share:
            for _again in range(chance.randint(1, 4)):
                words[chance.randrange(len(words))] = word
    day = make_day(chance)
    blank = "" if language == "zh" else " "
    title = blank.join(words[: 6 if language == "zh" else 8]).capitalize()
    return MadeText(language, title, f"{title}\n\n{text_of(words[8:], language, day, chance)}", day, chance)


def make_facts(number: int, made: MadeText | None = None) -> MadeFacts:
    """Return the facts of a number; an article with a text of its own is dated by it."""
    chance = made.chance if made else random.Random(number)
    return MadeFacts(
        date_of(made.day if made else make_day(chance), chance),
        tuple({int(chance.expovariate(0.35)) for _again in range(chance.randint(1, 4))}),
        tuple({int(chance.expovariate(0.3)) for _again in range(chance.randint(1, 3))}),
        int(chance.expovariate(0.12)),
    )


def make_day(chance: random.Random) -> datetime.date:
    """Return a day, later ones more often."""
    return FIRST + datetime.timedelta(days=int((LAST - FIRST).days * chance.random() ** 0.6))


def text_of(words: Sequence[str], language: str, day: datetime.date, chance: random.Random) -> str:
    """Put words into sentences and sentences into paragraphs, every fourth article with figures."""
    blank, stop = ("", "。") if language == "zh" else (" ", ".")
    sentences = []
    place = 0
    while place < len(words):
        length = chance.randint(9, 22)
        sentences.append(blank.join(words[place : place + length]).capitalize() + stop)
        place += length
    if chance.random() < 0.25:
        figures = {"n": chance.randint(2, 900), "m": chance.randint(2, 200), "t": round(chance.uniform(1, 20), 1)}
        sentences.insert(min(2, len(sentences)), FIGURES[language].format(year=day.year - 1, **figures))
    paragraphs = [blank.join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs)


def date_of(day: datetime.date, chance: random.Random) -> str:
    """Return the day as EDTF, now and then no finer than its month, rarely its year or nothing."""
    precision = chance.random()
    if precision < 0.9:
        return day.isoformat()
    return f"{day:%Y-%m}" if precision < 0.97 else f"{day:%Y}" if precision < 0.99 else ""


@cache
def words_of(language: str) -> list[str]:
    """Return the vocabulary of a language, most frequent first."""
    if language == "zh":
        signs = [chr(code) for code in range(0x4E00, 0x4E00 + 2400)]
        pairs = [first + second for first, second in itertools.product(signs[:220], signs[:400:2])]
        random.Random(language).shuffle(pairs)
        return pairs[:VOCABULARY]
    begin, middle, end = (parts.split() for parts in SYLLABLES[language])
    syllables = ["".join(parts) for parts in itertools.product(begin, middle, end)]
    random.Random(language).shuffle(syllables)
    words = syllables[:500] + ["".join(pair) for pair in itertools.product(syllables[:250], syllables[:160])]
    head, tail = words[:500], words[500:]
    random.Random(language).shuffle(tail)
    return (head + tail)[:VOCABULARY]


@cache
def zipf_weights() -> list[float]:
    """Return the cumulated weights of the vocabulary by rank."""
    return list(itertools.accumulate(1 / (rank + 8) for rank in range(VOCABULARY)))
