"""Every passage of ``tests/golden`` is read as its table says: measure, qualifier, number, unit, and the period where one is named."""

from pathlib import Path

import pytest

from articles.extraction.records import StatisticFound
from articles.extraction.statistics import explain, find_statistics

GOLDEN = Path(__file__).parents[2] / "golden"


def _passages():
    for path in sorted(GOLDEN.glob("??.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], start=2):
            name, published, text, figures = line.split("\t")
            yield pytest.param(path.stem, None if published == "-" else published, text, figures, id=f"{path.name}:{number} {name}")


PASSAGES = list(_passages())


def written(figure: StatisticFound, with_period: bool) -> str:
    number = figure.low if figure.low is not None else figure.high
    value = f"{figure.low:.10g}-{figure.high:.10g}" if figure.qualifier == "between" else f"{number:.10g}"
    parts = [str(figure.measure), figure.qualifier, value, figure.unit]
    return " ".join([*parts, figure.period or "-"] if with_period else parts)


@pytest.mark.parametrize(("language", "published", "text", "figures"), PASSAGES)
def test_a_passage_is_read_as_its_table_says(language, published, text, figures):
    expected = [] if figures == "-" else [part.strip() for part in figures.split(";")]
    found, _ = find_statistics(text, language, published)
    found = sorted(found, key=lambda figure: figure.start)
    with_period = [len(part.split()) > 4 for part in expected] + [False] * len(found)
    assert [written(*pair) for pair in zip(found, with_period, strict=False)] == expected, "\n".join(explain(text, language, published))


@pytest.mark.parametrize(("language", "published", "text", "figures"), PASSAGES)
def test_quotes_are_tight_and_stand_at_their_spans(language, published, text, figures):
    for figure in find_statistics(text, language, published)[0]:
        assert text[figure.start : figure.end] == figure.quote
        assert figure.value_text in figure.quote
        assert len(figure.quote) <= 160 and "\n" not in figure.quote


def test_there_are_at_least_ninety_passages_in_three_languages():
    names = [param.values[0] for param in PASSAGES]
    assert len(names) >= 90
    assert {language: names.count(language) >= 25 for language in ("en", "ru", "zh")} == {"en": True, "ru": True, "zh": True}
