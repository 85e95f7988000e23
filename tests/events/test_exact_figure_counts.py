"""Counts of figures are exact: after any edits, every facet and the total say what looking at the figures one by one says."""

import os
from typing import Any

import pytest
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from articles.models import Article, Outlet, StatisticMention
from events.figure_sets import count_figures
from events.filters import Labels, StatisticFilter
from events.models import Operation, OperationStatistic, State, Topic
from events.models.base import date_columns
from events.partial_dates import PartialDate
from events.periods import months_between
from events.views.statistics import StatisticListView
from tests.factories import make_article, make_figure, make_measure, make_operation, make_outlet, make_state, make_topic, report_figure

pytestmark = pytest.mark.django_db

STATES, OUTLETS, LANGUAGES = ["CN", "KZ", "RU"], ["courier", "herald"], ["en", "ru", "zh"]
TOPICS, GROUPS = {"arms": "crime", "drugs": "crime", "border": ""}, ["crime"]
MEASURES = ["arrests", "guns", "kilos"]
DATES = ["", "2021", "2022-03", "2021-11/2022-02", "2022/..", "../2021-05"]
EXAMPLES = 300 if os.environ.get("SOAK") else 25

which = st.integers(0, 30)
some_states = st.lists(st.sampled_from(STATES), max_size=2, unique=True)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("figure"), st.sampled_from(MEASURES), st.sampled_from(DATES), st.sampled_from([None, 0, 1, 2]), some_states),
        st.tuples(st.just("report"), which, st.sampled_from([None, *OUTLETS]), st.sampled_from(LANGUAGES)),
        st.tuples(st.just("reject"), which),
        st.tuples(st.just("move"), which, st.sampled_from([None, *OUTLETS]), st.sampled_from(LANGUAGES)),
        st.tuples(st.just("enter"), which),
        st.tuples(st.just("redate"), which, st.sampled_from(DATES)),
        st.tuples(st.just("take part"), st.integers(0, 2), some_states),
        st.tuples(st.just("head"), st.integers(0, 2), st.lists(st.sampled_from(sorted(TOPICS)), max_size=2, unique=True)),
    ),
    min_size=4,
    max_size=14,
)


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)


choices = st.fixed_dictionaries(
    {},
    optional={
        "measure": some(MEASURES),
        "topic": some([*TOPICS, *GROUPS]),
        "country": some(STATES),
        "year": some(["2021", "2022", "2024"]),
        "month": some(["2021-12", "2022-03"]),
        "outlet": some(OUTLETS),
        "language": some(LANGUAGES),
    },
)


def make_world() -> list[Operation]:
    """Make what figures can refer to: measures with and without headings, and operations with a time, a month and none."""
    for slug, group in TOPICS.items():
        make_topic(slug, group=group)
    for code, slugs in zip(MEASURES, (["arms"], [], ["drugs", "border"]), strict=True):
        make_measure(code).topics.set(Topic.objects.filter(slug__in=slugs))
    for code in STATES:
        make_state(code, code)
    for slug in OUTLETS:
        make_outlet(slug)
    return [make_operation("one", "2021-03"), make_operation("two", "2022"), make_operation("three", "")]


def edit(operations: list[Operation], number: int, kind: str, *values: Any) -> None:
    """Make one edit; one that needs a row where there is none does nothing."""
    figures, mentions = list(OperationStatistic.objects.order_by("pk")), list(StatisticMention.objects.order_by("pk"))
    if kind == "figure":
        measure, date, place, codes = values
        operation = None if place is None else operations[place]
        states = tuple(State.objects.filter(code__in=codes))
        make_figure(make_measure(measure), number, number, operation=operation, date=date, states=states)
    elif kind == "report" and figures:
        outlet = Outlet.objects.filter(slug=values[1]).first()
        article = make_article(body=f"Report {number}.", language=values[2], outlet=outlet)
        report_figure(article, f"Report {number}.", figures[values[0] % len(figures)])
    elif kind == "reject" and mentions:
        StatisticMention.objects.filter(pk=mentions[values[0] % len(mentions)].pk).delete()
    elif kind == "move" and mentions:
        article = mentions[values[0] % len(mentions)].article_id
        Article.objects.filter(pk=article).update(outlet=Outlet.objects.filter(slug=values[1]).first(), language=values[2])
    elif kind == "enter" and figures:
        OperationStatistic.objects.filter(pk=figures[values[0] % len(figures)].pk).update(origin="editor")
    elif kind == "redate" and figures:
        OperationStatistic.objects.filter(pk=figures[values[0] % len(figures)].pk).update(**date_columns(values[1]))
    elif kind == "take part":
        operations[values[0]].participants.set(State.objects.filter(code__in=values[1]))
    elif kind == "head":
        operations[values[0]].topics.set(Topic.objects.filter(slug__in=values[1]))


def shown_figures() -> list[dict[str, Any]]:
    """Return every figure that the public may see with all values it can be found by."""
    found = []
    for figure in OperationStatistic.objects.select_related("measure", "operation"):
        reports = [
            (m.article.outlet.slug if m.article.outlet else "", m.article.language)
            for m in figure.mentions.exclude(review_state="rejected")
        ]  # type: ignore[attr-defined]
        if figure.origin == "import" and not reports:
            continue
        operation = figure.operation
        states = {state.code for state in figure.states.all()} or {s.code for s in (operation.participants.all() if operation else ())}
        topics = {*figure.measure.topics.all(), *(operation.topics.all() if operation else ())} if figure.measure else set()
        date = figure.date or (operation.date if operation else "")
        found.append(
            {
                "pk": figure.pk,
                "measure": {figure.measure.code} if figure.measure else set(),
                "country": states,
                "topic": {topic.slug for topic in topics} | {topic.parent.slug for topic in topics if topic.parent},
                "reports": reports,
                "date": PartialDate.parse(date) if date else None,
            }
        )
    return found


def fits(figure: dict[str, Any], chosen: dict[str, list[str]]) -> bool:
    """Tell whether a figure passes some filters, by looking at it."""
    if any(name in chosen and not figure[name] & set(chosen[name]) for name in ("measure", "country", "topic")):
        return False
    outlets, languages = chosen.get("outlet"), chosen.get("language")
    spoken = [
        1 for outlet, language in figure["reports"] if (not outlets or outlet in outlets) and (not languages or language in languages)
    ]
    if (outlets or languages) and not spoken:
        return False
    months = chosen.get("month", [])
    opened = {month[:4] for month in months}
    years = [year for year in chosen.get("year", []) if year not in opened]
    return not (years or months) or any(means(figure["date"], period) for period in (*years, *months))


def means(date: PartialDate | None, period: str) -> bool:
    """Tell whether a date may mean a day in a year or a month."""
    asked = PartialDate.parse(period)
    if date is None or asked.start is None or asked.end is None:
        return False
    return (date.start is None or date.start <= asked.end) and (date.end is None or date.end >= asked.start)


def check(chosen: dict[str, list[str]]) -> None:
    """Compare list, total and every facet with what looking at the figures gives."""
    query = QueryDict(mutable=True)
    for name, values in chosen.items():
        query.setlist(name, values)
    request = HttpRequest()
    filters = StatisticFilter(query, queryset=StatisticListView().get_queryset(), request=request)
    assert not filters.errors
    counts = count_figures(Labels.of(request), filters.form.cleaned_data)
    figures = shown_figures()
    through = {figure["pk"] for figure in figures if fits(figure, chosen)}
    assert set(filters.qs.values_list("pk", flat=True)) == through
    assert counts.total == len(through)
    facets = {
        "measure": (counts.measures(), MEASURES),
        "country": (counts.states(), STATES),
        "topic": (counts.topics(), [*TOPICS, *GROUPS]),
        "outlet": (counts.outlets(), OUTLETS),
        "language": (counts.languages(), LANGUAGES),
    }
    for name, (counted, values) in facets.items():
        others = {other: held for other, held in chosen.items() if other != name}
        for value in values:
            assert counted.get(value, 0) == sum(fits(figure, {**others, name: [value]}) for figure in figures), (name, value)
    dates = [
        figure["date"]
        for figure in figures
        if figure["date"] and fits(figure, {n: v for n, v in chosen.items() if n not in ("year", "month")})
    ]
    ends = [day for date in dates for day in (date.start, date.end) if day]
    periods = counts.periods()
    for month in ("2021-12", "2022-03", "2021-05"):
        spans = [set(months_between(date.start or min(ends), date.end or max(ends))) for date in dates]
        assert periods.months[month] == sum(month in span for span in spans), month


@pytest.mark.longer
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(edits, choices), min_size=1, max_size=3))
def test_every_count_is_what_looking_at_the_figures_one_by_one_gives(
    steps: list[tuple[list[tuple[Any, ...]], dict[str, list[str]]]],
) -> None:
    StatisticMention.objects.all().delete()
    OperationStatistic.objects.all().delete()
    Operation.objects.all().delete()
    operations = make_world()
    number = 0
    for made, chosen in steps:
        for one in made:
            number += 1
            edit(operations, number, *one)
        check(chosen)
        check({})


def test_a_rejected_reading_counts_nowhere(admin_user: Any) -> None:
    operations = make_world()
    edit(operations, 1, "figure", "guns", "2021", None, ["KZ"])
    edit(operations, 2, "report", 0, "herald", "en")
    assert count_figures(Labels(), {}).outlets() == {"herald": 1}
    decision = {"review_state": "rejected", "reviewer": admin_user, "reviewed_at": timezone.now()}
    StatisticMention.objects.update(**decision)
    assert (count_figures(Labels(), {}).total, count_figures(Labels(), {}).outlets()) == (0, {})
    check({"outlet": ["herald"]})


def test_a_page_after_a_write_counts_what_was_written() -> None:
    operations = make_world()
    edit(operations, 1, "figure", "guns", "2021", None, ["KZ"])
    edit(operations, 2, "enter", 0)
    assert count_figures(Labels(), {}).measures()["guns"] == 1
    edit(operations, 3, "figure", "guns", "2022", None, ["KZ"])
    edit(operations, 4, "enter", 1)
    assert count_figures(Labels(), {}).measures()["guns"] == 2
