"""What tests of pages ask of a response."""

import html
import re

from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

NO_QUERY = re.compile(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK|SET )", re.IGNORECASE)


def text_of(response: HttpResponse) -> str:
    """Return a page as a reader sees it: no tags, spaces evened out."""
    bare = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", bare)))


def count_queries(client: Client, address: str) -> int:
    """Return how many queries making a page takes when the search index is already in memory."""
    with override_settings(PAGES_KEPT=0):
        client.get(address)
        with CaptureQueriesContext(connections["reader"]) as captured:
            response = client.get(address)
    assert response.status_code == 200, address
    return sum(not NO_QUERY.match(query["sql"]) for query in captured.captured_queries)


def shown_numbers(client: Client, address: str) -> int:
    """Return the number of records that a list says it holds."""
    page = client.get(address).content.decode()
    found = re.search(r"<h2 data-count>([\d,]+)", page)
    assert found, page[:400]
    return int(found[1].replace(",", ""))
