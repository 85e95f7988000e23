"""Readings of the small annotated set: a perfect one made from the annotation, and ways to spoil it."""

import copy
import random
import re
from pathlib import Path
from typing import Any

from articles.evaluation.gold import GoldArticle, load_gold
from articles.evaluation.vocabulary import QUALIFIERS, SERIES

FOLDER = Path(__file__).parent.parent.parent / "evaluation"
Reading = dict[str, Any]


def perfect() -> dict[str, Reading]:
    golds = load_gold(FOLDER)
    readings = {gold.ident: reading_of(gold) for gold in golds}
    for gold in golds:
        if gold.near_duplicate_of:
            readings[gold.ident]["copies"] = [gold.near_duplicate_of]
    return readings


def reading_of(gold: GoldArticle) -> Reading:
    text = "\n\n".join(line for line in gold.raw.splitlines() if line and line not in gold.boilerplate_lines)
    return {
        "id": gold.ident,
        "language": gold.language,
        "title": gold.title,
        "byline": gold.byline,
        "outlet": gold.outlet,
        "published": gold.published,
        "text": text,
        "countries": list(gold.countries),
        "topics": [topic.replace("arms-smuggling", "arms") for topic in gold.topics],
        "copies": [],
        "meetings": [
            {**row, "series": SERIES.get(row["series"]), "date": row["start"], **evidence(text, str(row["ordinal"]))}
            for row in gold.meetings
        ],
        "operations": [{"name": row["name"], **evidence(text, row["name"])} for row in gold.operations if row["name"]],
        "statistics": [statistic(row, text) for row in gold.statistics],
    }


def statistic(row: dict[str, Any], text: str) -> Reading:
    qualifier = QUALIFIERS[row["qualifier"]]
    found = {"low": row["value"], "high": None if qualifier in ("more_than", "at_least") else row["value"], "unit": row["unit"]}
    if row.get("period_start"):
        found["period"] = f"{row['period_start']}/{row['period_end']}"
    written = re.search(r"[\d.]+", row["quote"])
    assert written
    found |= {"measure": (row["measure"] or [None])[0], "qualifier": qualifier, "value_text": written[0], "lane": "sure"}
    return found | evidence(text, row["quote"])


def evidence(text: str, quote: str) -> Reading:
    start = text.index(quote)
    return {"quote": quote, "span": [start, start + len(quote)]}


def spoilt(seed: int) -> dict[str, Reading]:
    """Return the perfect readings with a few random mistakes of every kind."""
    chance = random.Random(seed)
    readings = copy.deepcopy(perfect())
    for reading in list(readings.values()):
        if chance.random() < 0.1:
            del readings[reading["id"]]
            continue
        for _ in range(chance.randrange(1, 5)):
            chance.choice((_spoil_description, _spoil_text, _spoil_statistic, _spoil_lists, _spoil_evidence))(reading, chance)
    return readings


def _spoil_description(reading: Reading, chance: random.Random) -> None:
    name = chance.choice(("title", "byline", "outlet", "published", "language"))
    reading[name] = chance.choice((None, "Another", "2022-11-14", "2022", "2022-11", "Example Wire Service"))


def _spoil_text(reading: Reading, chance: random.Random) -> None:
    lines = reading["text"].split("\n\n")
    lines.pop(chance.randrange(len(lines)))
    reading["text"] = "\n\n".join([*lines, chance.choice(("Read also: Weather", "Подписывайтесь на наш канал", "More"))])


def _spoil_statistic(reading: Reading, chance: random.Random) -> None:
    row = chance.choice(reading["statistics"])
    name, values = chance.choice(
        (
            ("unit", ("kg", "person-times", None, "RUB", "t")),
            ("qualifier", ("exact", "at_least", "about", None)),
            ("measure", (None, "persons_arrested", "drugs_seized")),
            ("period", (None, "2022", "2022-09", "2022-09-01/2022-10-31", "/2022-10")),
            ("low", (None, 1, 41, 120.0000001)),
            ("quote", ("", "120", row["quote"] + "\n", "x" * 200)),
            ("value_text", (None, "", "7")),
            ("lane", ("check",)),
        )
    )
    row[name] = chance.choice(values)


def _spoil_lists(reading: Reading, chance: random.Random) -> None:
    name = chance.choice(("countries", "topics", "copies"))
    reading[name] = [value for value in reading[name] if chance.random() < 0.7]
    additions = {"countries": ("CN", "RU"), "topics": ("exercises", "drugs", "unheard-of"), "copies": ("e01", "e02", "r01", "z01")}
    reading[name].append(chance.choice(additions[name]))


def _spoil_evidence(reading: Reading, chance: random.Random) -> None:
    kind = chance.choice(("meetings", "operations", "statistics"))
    rows = reading[kind]
    rows[:] = [row for row in rows if chance.random() < 0.8]
    extra: Reading = {
        "quote": "nowhere",
        "span": [0, 7],
        "value_text": "5",
        "unit": "persons",
        "low": 5,
        "high": 5,
        "measure": "persons_arrested",
    }
    extra |= {"ordinal": chance.choice((18, 19, None)), "series": chance.choice(("border-heads", None)), "country": "KG", "date": "2022-11"}
    extra["name"] = chance.choice(("Steppe Shield-2022", "Steppe Shield", "Northern Light-2020", None))
    rows.append({**chance.choice(rows), **chance.choice(({}, {"span": None}, {"low": 87}))} if rows and chance.random() < 0.5 else extra)
