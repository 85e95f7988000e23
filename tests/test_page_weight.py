"""How heavy the lists are in an archive with every facet full: compressed HTML at twenty-five rows."""

import gzip

import pytest
from django.core.management import call_command
from django.test import Client, override_settings

from articles.benchmarks.loading import load_articles

KILOBYTE = 1000
LISTS = ("/articles/", "/articles/?q=border&sort=relevance", "/articles/?year=2024", "/statistics/", "/operations/", "/meetings/")


@pytest.mark.django_db(transaction=True)  # Indexes are made anew behind the made-up articles.
@override_settings(PAGES_KEPT=0)
def test_a_list_of_twenty_five_rows_with_full_facets_weighs_at_most_fourteen_kilobytes(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("load_reference", verbosity=0)
    for _number in load_articles(600):
        pass
    for place in ("events.views.lists", "articles.views.articles_list"):
        monkeypatch.setattr(f"{place}.SIZES", (25, 50))
    weights = {}
    for address in LISTS:
        response = client.get(address)
        weights[address] = len(gzip.compress(response.content, 6))
    assert len(client.get("/articles/").context["rows"]) == 25
    assert sum(len(facet.values) for facet in client.get("/articles/").context["facets"]) > 100
    assert max(weights.values()) <= 14 * KILOBYTE, weights
