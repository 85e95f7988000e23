"""The grid of silence, the timeline, and the drawn countries: each a page with a drawing, a table, and files of its own."""

import csv
import io
from xml.etree import ElementTree

import pytest
from django.test import Client

from events.charts.grid import LARGEST, draw_grid, places, size_of
from events.models import Operation
from tests.factories import (
    make_article,
    make_figure,
    make_measure,
    make_meeting,
    make_operation,
    make_outlet,
    make_state,
    make_topic,
    report_figure,
)
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db


def told(operation: Operation, number: int, words: str, outlet: str = "first", **fields: object) -> None:
    measure = fields.pop("measure", None)
    article = make_article(body=f"It was said: {words}.", outlet=make_outlet(outlet), **fields)
    report_figure(article, words, make_figure(measure, number, number, operation=operation))


def world() -> None:
    knives = make_measure("knives_seized", unit="items")
    spoken_of = make_operation()
    told(spoken_of, 75, "75 guns", duplicate_group="g")
    told(spoken_of, 75, "75 guns", "copy", duplicate_group="g")
    told(spoken_of, 75, "75 guns", "own")
    told(spoken_of, 0, "no knives", measure=knives)
    make_operation("silent-2021", "2021")


def test_the_grid_tells_reports_a_reported_zero_and_no_mention_apart(client: Client) -> None:
    world()
    grid = client.get("/statistics/silence/").context["grid"]
    cells = {row.operation.slug: [(cell.reports, cell.is_zero) for cell in row.cells] for row in grid.rows}
    assert cells == {"harvest-2023": [(2, False), (1, True)], "silent-2021": [(0, False), (0, False)]}


def test_the_grid_is_drawn_with_a_shape_for_each_of_the_three(client: Client) -> None:
    world()
    html = client.get("/statistics/silence/").content.decode()
    assert 'class="told"' in html
    assert 'class="ring"' in html
    assert 'class="gapline"' in html
    assert "Harvest 2023, Firearms seized: 2 reports" in html
    assert "1 of 2 operations have a reported figure" in text_of(client.get("/statistics/silence/"))


def test_the_grid_has_addresses_as_svg_and_csv(client: Client) -> None:
    world()
    drawing = client.get("/statistics/silence.svg")
    assert drawing["Content-Type"].startswith("image/svg+xml")
    assert "What nobody said" in drawing.content.decode()
    assert 'class="' not in drawing.content.decode()
    table = client.get("/statistics/silence.csv").content.decode("utf-8-sig")
    rows = {row["operation"]: row for row in csv.DictReader(io.StringIO(table))}
    assert rows["harvest-2023"] == {"operation": "harvest-2023", "firearms_seized": "2", "knives_seized": "zero"}
    assert rows["silent-2021"]["firearms_seized"] == ""


@pytest.mark.django_db(transaction=True)
def test_the_pages_of_overviews_take_the_same_queries_however_much_is_held(client: Client) -> None:
    world()
    make_meeting()
    few = {address: count_queries(client, address) for address in ("/statistics/silence/", "/timeline/", "/coverage/")}
    for number in range(8):
        operation = make_operation(f"later-{number}", f"{2010 + number}")
        told(operation, number + 5, f"{number + 5} guns", f"outlet-{number}")
        make_meeting(20 + number, f"{2012 + number}-05-01")
    assert few == {address: count_queries(client, address) for address in few}
    assert max(few.values()) <= 12


def test_the_timeline_has_addresses_as_svg_and_csv(client: Client) -> None:
    make_operation(participants=[make_state()])
    make_meeting()
    assert "Meetings and operations through the years" in client.get("/timeline/chart.svg").content.decode()
    rows = list(csv.DictReader(io.StringIO(client.get("/timeline/table.csv").content.decode("utf-8-sig"))))
    assert [row["kind"] for row in rows] == ["meeting", "operation"]


def test_an_empty_archive_has_no_drawing_and_no_fault(client: Client) -> None:
    assert client.get("/timeline/chart.svg").status_code == 404
    for address in ("/statistics/silence/", "/statistics/silence.svg", "/statistics/silence.csv", "/timeline/", "/coverage/countries.svg"):
        assert client.get(address).status_code == 200, address


def test_columns_stay_inside_the_plot_and_empty_rows_are_lower() -> None:
    assert all(0 < place < 100 for place in places(26))
    drawn = draw_grid(["a", "b"], [("one", "", "", []), ("two", "", "", []), ("three", "", "", [])])
    assert [row.y_label for row in drawn.rows] == [46, 70, 94]
    assert drawn.height > drawn.rows[-1].y_label


def test_the_area_of_a_circle_is_the_count() -> None:
    assert size_of(100, 100) == LARGEST
    assert size_of(25, 100) == LARGEST / 2
    assert size_of(0, 100) == 0


def test_every_drawing_is_well_formed_and_stands_alone(client: Client) -> None:
    world()
    make_meeting()
    make_topic("drugs", label="Drugs & <precursors>")
    addresses = ("/statistics/chart.svg?measure=firearms_seized&by=year", "/statistics/silence.svg", "/timeline/chart.svg")
    for address in (*addresses, "/coverage/chart.svg", "/coverage/countries.svg", "/topics/drugs/chart.svg"):
        drawing = client.get(address)
        assert drawing.status_code == 200, address
        root = ElementTree.fromstring(drawing.content)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert not [part for part in root.iter() if part.get("class")], address
        assert "Data of " in "".join(root.itertext()), address
