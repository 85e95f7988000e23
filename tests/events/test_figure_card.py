"""The figure card: from a number to its words in the article, copies told from reports, an editor's choice with its reason."""

import re

import pytest
from django.test import Client

from tests.factories import make_article, make_figure, make_operation, make_outlet, report_figure
from tests.pages import count_queries, text_of

pytestmark = pytest.mark.django_db
BODY = "The service counted 40 guns, then 75 guns, and at the end 82 guns."


def test_every_report_leads_to_its_mark_in_the_article(client: Client) -> None:
    operation = make_operation()
    article = make_article(body=BODY)
    figures = [make_figure(None, number, number, operation=operation) for number in (75, 40, 82)]
    for figure, words in zip(figures, ("75 guns", "40 guns", "82 guns"), strict=True):
        report_figure(article, words, figure)
    page = client.get(figures[0].get_absolute_url()).content.decode()
    text = client.get(article.get_absolute_url()).content.decode()
    assert f'<a href="{article.get_absolute_url()}#in-f2">See it in the article</a>' in page
    for place, words in (("in-f1", "40 guns"), ("in-f2", "75 guns"), ("in-f3", "82 guns")):
        assert re.search(f'id="{place}"[^>]*>{words}<sup', text)
        assert f"{article.get_absolute_url()}#{place}" in page


def test_a_copy_is_called_a_copy_and_counts_once(client: Client) -> None:
    figure = make_figure(None, 75, 75, operation=make_operation())
    for title, outlet in (("The report", "agency"), ("The report again", "paper")):
        report_figure(make_article(title, body=BODY, duplicate_group="abc", outlet=make_outlet(outlet)), "75 guns", figure)
    report_figure(make_article("Another", body=BODY, outlet=make_outlet("third")), "75 guns", figure)
    text = text_of(client.get(figure.get_absolute_url()))
    assert text.count("a copy of a report above, counted once with it") == 1
    assert "3 reports in all, 2 independent after grouping copies" in text


def test_two_figures_of_one_report_do_not_disagree(client: Client) -> None:
    operation = make_operation()
    article = make_article(body=BODY)
    figures = [make_figure(None, number, number, operation=operation) for number in (40, 82)]
    for figure, words in zip(figures, ("40 guns", "82 guns"), strict=True):
        report_figure(article, words, figure)
    text = text_of(client.get(figures[0].get_absolute_url()))
    assert "in the same report" in text
    assert "Conflict" not in text


def test_an_article_without_an_outlet_is_named_by_its_headline(client: Client) -> None:
    figure = make_figure(None, 75, 75, operation=make_operation())
    report_figure(make_article("Сводка за осень", body="Изъято 75 стволов.", language="ru", outlet=None), "75 стволов", figure)
    assert '<span lang="ru">Сводка за осень</span>' in client.get(figure.get_absolute_url()).content.decode()


def test_later_figures_follow_the_first_and_the_preferred_one_has_its_reason(client: Client) -> None:
    operation = make_operation()
    early = make_figure(None, 40, 40, operation=operation)
    late = make_figure(None, 82, 82, operation=operation, preference_reason="The final tally.")
    report_figure(make_article("First", body=BODY, date="2023-11-01", outlet=make_outlet("agency")), "40 guns", early)
    report_figure(make_article("Last", body=BODY, date="2024-02-01", outlet=make_outlet("paper")), "82 guns", late)
    text = text_of(client.get(early.get_absolute_url()))
    assert re.search(r"First report and later ones: 40 .* 1 Nov 2023 → then 82 .* 1 Feb 2024", text)
    assert "Conflict" in text
    assert "82 preferred" in text
    assert "An editor prefers this figure. The final tally." in text_of(client.get(late.get_absolute_url()))


def test_the_number_of_queries_does_not_depend_on_the_reports(client: Client) -> None:
    operation = make_operation()
    figure = make_figure(None, 75, 75, operation=operation)
    report_figure(make_article(body=BODY), "75 guns", figure)
    few = count_queries(client, figure.get_absolute_url())
    for number in range(12):
        report_figure(make_article(f"Report {number}", body=BODY, outlet=make_outlet(f"paper-{number}")), "75 guns", figure)
        other = make_figure(None, 100 + number, 100 + number, operation=operation)
        report_figure(make_article(f"Other {number}", body=f"They took {100 + number} guns."), f"{100 + number} guns", other)
    assert count_queries(client, figure.get_absolute_url()) <= few + 1
