"""The operation page, the figure card, and the charts."""

import csv
import io
from decimal import Decimal

import pytest
from django.test import Client

from events.charts.bars import year_bars
from events.charts.figures import figure_chart
from events.charts.files import csv_file
from events.charts.scales import LEFT, RIGHT, Scale
from events.models import Operation, OperationStatistic
from tests.factories import (
    make_article,
    make_figure,
    make_measure,
    make_operation,
    make_outlet,
    make_state,
    mention_operation,
    report_figure,
)
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db


def reported(
    operation: Operation, low: object, high: object, words: str, outlet: str, date: str = "2024-07-10", **fields: object
) -> OperationStatistic:
    figure = make_figure(
        fields.pop("measure", None), low, high, operation=operation, **{k: fields.pop(k) for k in ("unit", "low_strict") if k in fields}
    )
    article = make_article(
        f"Report of {outlet}", body=f"It was said that {words} were taken.", date=date, outlet=make_outlet(outlet), **fields
    )
    report_figure(article, words, figure)
    return figure


def test_reports_stand_side_by_side_with_their_verdict(client: Client) -> None:
    operation = make_operation()
    reported(operation, 75, 75, "75 guns", "first")
    reported(operation, 750, 750, "750 guns", "second")
    response = client.get(operation.get_absolute_url())
    text = text_of(response)
    assert dict(response.context["verdicts"]) == {"consistent": 0, "possible_slip": 1, "conflicting": 0, "one_source": 0}
    assert "differ by a factor of about 10" in text
    assert "75 guns" in text
    assert "750 guns" in text


def test_copies_share_a_column_and_count_once(client: Client) -> None:
    operation = make_operation()
    reported(operation, 75, 75, "75 guns", "wire", duplicate_group="g")
    reported(operation, 75, 75, "75 guns", "copy", duplicate_group="g")
    reported(operation, 75, 75, "75 guns", "own")
    response = client.get(operation.get_absolute_url())
    assert [len(source.articles) for source in response.context["table"].sources] == [2, 1]
    assert "3 articles, 2 independent" in text_of(response)
    assert dict(response.context["verdicts"])["consistent"] == 1


def test_a_later_report_with_another_figure_is_a_revision(client: Client) -> None:
    operation = make_operation()
    reported(operation, 300, 300, "300 guns", "first", date="2024-01-01")
    reported(operation, 500, 500, "500 guns", "second", date="2024-02-01")
    line = client.get(operation.get_absolute_url()).context["table"].rows[0].comparison.revisions
    assert [report.bounds.low for report in line] == [300, 500]


def test_an_editors_preference_is_shown_with_its_reason(client: Client) -> None:
    operation = make_operation()
    figure = reported(operation, 40, 40, "40 guns", "first")
    reported(operation, 40, None, "over 40 guns", "second", low_strict=True)
    OperationStatistic.objects.filter(pk=figure.pk).update(preference_reason="The official is quoted.")
    assert "An editor prefers 40: The official is quoted." in text_of(client.get(operation.get_absolute_url()))


def test_a_measure_that_others_report_is_listed_as_not_mentioned(client: Client) -> None:
    knives = make_measure("knives_seized", unit="items")
    other, operation = make_operation("other-2022", "2022"), make_operation()
    reported(other, 5, 5, "5 knives", "first", measure=knives)
    reported(operation, 75, 75, "75 guns", "second")
    assert [measure.code for measure in client.get(operation.get_absolute_url()).context["silent"]] == ["knives_seized"]


def test_an_operation_without_figures_says_that_this_is_not_zero(client: Client) -> None:
    assert "That is not zero." in text_of(client.get(make_operation().get_absolute_url()))


def test_the_operation_page_takes_the_same_queries_however_many_report(client: Client) -> None:
    operation = make_operation()
    reported(operation, 75, 75, "75 guns", "first")
    few = count_queries(client, operation.get_absolute_url())
    for number in range(12):
        reported(operation, number + 80, number + 80, f"{number + 80} guns", f"outlet-{number}")
        mention_operation(make_article(body=f"They told {number} of it."), "They told", operation)
    assert count_queries(client, operation.get_absolute_url()) == few <= 12


def test_the_figure_card_shows_the_sentence_and_holds_other_reports_against_it(client: Client) -> None:
    operation = make_operation()
    figure = reported(operation, 75, 75, "75 guns", "first")
    reported(operation, 76, 76, "76 guns", "second")
    response = client.get(figure.get_absolute_url())
    assert "It was said that <mark>75 guns</mark> were taken." in response.content.decode()
    assert [verdict for _other, _mention, verdict in response.context["others"]] == ["conflicting"]
    assert count_queries(client, figure.get_absolute_url()) <= 12


def test_the_figure_card_withholds_words_that_are_withheld(client: Client) -> None:
    figure = reported(make_operation(), 75, 75, "75 guns", "first", access="withheld", access_reason="asked to")
    html = client.get(figure.get_absolute_url()).content.decode()
    assert "75 guns" not in html
    assert "asked to" in html


def test_figures_of_one_state_are_not_held_against_figures_of_all(client: Client) -> None:
    operation = make_operation()
    figure = reported(operation, 75, 75, "75 guns", "first")
    part = make_figure(None, 10, 10, operation=operation, states=(make_state(),))
    report_figure(make_article(body="There, 10 guns."), "10 guns", part)
    assert client.get(figure.get_absolute_url()).context["others"] == []


def test_a_chart_draws_each_bound_as_the_bound_it_is(client: Client) -> None:
    operation = make_operation()
    reported(operation, 12000, None, "more than 12,000 guns", "first", low_strict=True)
    reported(make_operation("other-2022", "2022"), 20, 99, "20 to 99 guns", "second")
    html = client.get("/statistics/?measure=firearms_seized").content.decode()
    assert "Logarithmic scale: each line is ten times the one before." in html
    assert 'class="g-o"' in html
    assert "20–99" in html
    assert "Total over operations: more than 12,020 firearms." in html


def test_units_of_another_dimension_are_left_out_of_the_chart_and_said_to_be(client: Client) -> None:
    measure = make_measure("persons_stopped", "persons", "persons")
    operation = make_operation()
    reported(operation, 9600, 9600, "9,600 people", "first", measure=measure)
    reported(operation, 9600, 9600, "9,600 crossings", "second", measure=measure, unit="person-times")
    chart = client.get("/statistics/?measure=persons_stopped").context["chart"]
    assert (len(chart.rows[0].marks), chart.left_out) == (1, 1)


def test_masses_meet_in_one_unit() -> None:
    measure = make_measure("drugs_seized", "mass", "kg")
    figures = [make_figure(measure, "8.8", "8.8", unit="t", operation=make_operation()), make_figure(measure, 6422, 6422, date="2019")]
    chart = figure_chart(measure, figures)
    assert chart is not None
    assert sorted(mark.bounds.point for row in chart.rows for mark in row.marks) == [Decimal("6422"), Decimal("8800")]


def test_a_chart_by_year_has_a_row_for_each_year() -> None:
    measure = make_measure()
    figures = [make_figure(measure, 5, 5, date="2019"), make_figure(measure, 7, 7, date="2019-05"), make_figure(measure, 9, 9, date="2021")]
    chart = figure_chart(measure, figures, by_year=True)
    assert chart is not None
    assert [(row.label, len(row.marks)) for row in chart.rows] == [("2019", 2), ("2020", 0), ("2021", 1)]


def test_a_period_over_several_years_is_a_row_of_its_own_and_leaves_no_year_empty() -> None:
    measure = make_measure()
    figures = [
        make_figure(measure, 5, 5, date="2010/2012"),
        make_figure(measure, 7, 7, date="2012"),
        make_figure(measure, 9, 9, date="2016"),
    ]
    chart = figure_chart(measure, [*figures, make_figure(measure, 1, 1)], by_year=True)
    assert chart is not None
    rows = [(row.label, len(row.marks)) for row in chart.rows]
    assert rows == [("2010 – 2012", 1), ("2012", 1), ("2013 – 2015", 0), ("2016", 1), ("No period given", 1)]


def test_many_values_of_a_row_are_told_as_their_number_and_span() -> None:
    measure = make_measure()
    chart = figure_chart(measure, [make_figure(measure, number, number, date="2019") for number in (30, 5, 700, 12)])
    assert chart is not None
    assert chart.rows[0].stands_above
    assert chart.rows[0].values == "4 figures, 5 to 700"


def test_a_reported_zero_stands_apart_from_the_first_step_of_ten() -> None:
    scale = Scale.over(map(Decimal, ["0", "1", "500"]))
    assert scale.is_log
    assert scale.x(Decimal(0)) < scale.x(Decimal(1))
    assert [int(tick.value) for tick in scale.ticks][:2] == [0, 1]


def test_a_total_is_exact_only_where_every_operation_gives_one_exact_figure(client: Client) -> None:
    reported(make_operation(), 75, 75, "75 guns", "first")
    reported(make_operation("other-2022", "2022"), 20, 20, "20 guns", "second")
    assert "Total over operations: 95 firearms." in text_of(client.get("/statistics/?measure=firearms_seized"))
    make_operation("silent-2021", "2021")
    text = text_of(client.get("/statistics/?measure=firearms_seized"))
    assert "Total over operations: at least 95 firearms. 2 of 3 operations give a figure" in text


def test_a_stage_is_not_added_to_the_operation_it_lies_in(client: Client) -> None:
    reported(make_operation(), 75, 75, "75 guns", "first")
    reported(make_operation("stage-2023", "2023-09"), 20, 20, "20 guns", "second")
    reported(make_operation("other-2022", "2022-05"), 5, 5, "5 guns", "third")
    assert "Total over operations: at least 80 firearms." in text_of(client.get("/statistics/?measure=firearms_seized"))


def test_an_operation_of_another_body_is_drawn_and_not_added(client: Client) -> None:
    reported(make_operation(), 75, 75, "75 guns", "first")
    reported(make_operation("cis-2022", "2022", framework="CIS"), 20, 20, "20 guns", "second")
    response = client.get("/statistics/?measure=firearms_seized")
    assert len(response.context["chart"].rows) == 2
    assert response.context["chart"].total is None


def test_more_figures_than_can_be_drawn_one_by_one_are_drawn_year_by_year(client: Client) -> None:
    for number in range(104):
        make_figure(None, number + 1, number + 1, date=f"{2020 + number % 3}", origin="editor")
    response = client.get("/statistics/?measure=firearms_seized")
    assert [(row.label, len(row.marks)) for row in response.context["chart"].rows] == [("2020", 35), ("2021", 35), ("2022", 34)]
    assert "by=operation" in response.context["other_url"]
    newest = client.get("/statistics/?measure=firearms_seized&by=operation")
    assert "The newest 100 of 104 figures are drawn; the table below and the CSV have all." in text_of(newest)
    assert sum(len(row.marks) for row in newest.context["chart"].rows) == 100
    table = client.get("/statistics/table.csv?measure=firearms_seized").content.decode("utf-8-sig")
    assert len(table.splitlines()) == 105
    for address in ("", "&by=operation", "&by=year", "&sort=oldest", "&page=2"):
        assert count_queries(client, f"/statistics/?measure=firearms_seized{address}") <= 12, address


def test_few_figures_of_one_measure_are_listed_in_the_order_asked_for(client: Client) -> None:
    for number, date in enumerate(("2019", "", "2021", "2020"), 1):
        make_figure(None, number, number, date=date, origin="editor")
    figures = {
        sort: [figure.date for figure in client.get(f"/statistics/?measure=firearms_seized&sort={sort}").context["rows"]]
        for sort in ("newest", "oldest")
    }
    assert figures == {"newest": ["2021", "2020", "2019", ""], "oldest": ["2019", "2020", "2021", ""]}
    assert count_queries(client, "/statistics/?measure=firearms_seized") <= 12


def test_a_figure_without_a_period_stands_in_the_year_of_its_operation(client: Client) -> None:
    reported(make_operation(), 75, 75, "75 guns", "first")
    chart = client.get("/statistics/?measure=firearms_seized&by=year").context["chart"]
    assert [row.label for row in chart.rows] == ["2023"]


def test_the_table_of_all_figures_carries_states_and_withholds_words(client: Client) -> None:
    figure = make_figure(None, 75, 75, operation=make_operation(), states=(make_state("RU", "Russia"), make_state()))
    report_figure(make_article(body="They took 75 guns.", access="withheld", access_reason="asked to"), "75 guns", figure)
    table = client.get("/statistics/table.csv?measure=firearms_seized").content.decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(table)))
    assert (row["states"], row["quote"], row["review"]) == ("KZ RU", "", "pending")


def test_a_drawing_that_leaves_its_page_names_itself_its_scale_and_its_source(client: Client) -> None:
    reported(make_operation(), 75, 75, "75 guns", "first")
    drawing = client.get("/statistics/chart.svg?measure=firearms_seized").content.decode()
    assert ">Firearms seized</text>" in drawing
    assert "Linear scale from zero." in drawing
    assert "/statistics/?measure=firearms_seized. Data of " in drawing
    assert 'href="/' not in drawing


def test_the_chart_has_addresses_as_svg_and_csv_with_the_same_numbers(client: Client) -> None:
    operation = make_operation()
    reported(operation, 75, 75, "75 guns", "first")
    drawing = client.get("/statistics/chart.svg?measure=firearms_seized")
    assert drawing["Content-Type"].startswith("image/svg+xml")
    assert 'class="' not in drawing.content.decode()
    table = client.get("/statistics/table.csv?measure=firearms_seized").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["low"], row["operation"], row["quote"]) for row in rows] == [("75", operation.slug, "75 guns")]


def test_a_chart_of_no_measure_says_what_it_needs(client: Client) -> None:
    response = client.get("/statistics/chart.svg")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")


def test_a_cell_that_looks_like_a_formula_is_quoted() -> None:
    assert csv_file(["a"], [["=1+1"], ["-5"], ["plain"]], "x").content.decode("utf-8-sig").split() == ["a", "'=1+1", "-5", "plain"]


@pytest.mark.parametrize("numbers", [["75"], ["1", "100000"], ["0"], ["0.5", "3"], ["6422", "8800", "10000"]])
def test_a_scale_keeps_order_and_stays_inside_the_plot(numbers: list[str]) -> None:
    scale = Scale.over(map(Decimal, numbers))
    places = [scale.x(number) for number in sorted(map(Decimal, numbers))]
    assert places == sorted(places)
    assert all(LEFT <= place <= RIGHT for place in places)
    assert all(LEFT <= tick.x <= RIGHT for tick in scale.ticks)


def test_the_labels_of_an_axis_fit_beside_each_other_on_a_phone() -> None:
    labels = [tick.label for tick in Scale.over(map(Decimal, ["6800000", "12600000000"])).ticks]
    assert labels == ["1 million", "", "100 million", "", "10 billion", ""]
    assert [tick.label for tick in Scale.over(map(Decimal, ["3", "5000"])).ticks] == ["1", "10", "100", "1,000", "10,000"]


def test_an_empty_year_is_a_bar_of_its_own() -> None:
    bars = year_bars({2019: 2, 2022: 3})
    assert [(bar.year, bar.count) for bar in bars.bars] == [(2019, 2), (2020, 0), (2021, 0), (2022, 3)]
