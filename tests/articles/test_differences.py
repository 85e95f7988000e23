"""Two copies against each other."""

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.differences import differences
from tests.factories import make_article


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_both_texts_can_be_read_out_of_their_differences(first: str, second: str) -> None:
    woven = differences(first, second)
    assert "".join(part.text for part in woven if part.kind != "second") == first
    assert "".join(part.text for part in woven if part.kind != "first") == second


def test_a_changed_number_is_the_only_difference_shown() -> None:
    woven = differences("They took 75 guns.", "They took 750 guns.")
    assert [(part.kind, part.text) for part in woven if part.kind != "same"] == [("first", "75"), ("second", "750")]


@pytest.mark.django_db
def test_copies_can_be_compared_and_strangers_cannot(client: Client) -> None:
    one = make_article(body="They took 75 guns.", duplicate_group="g")
    two = make_article(body="They took 750 guns.", duplicate_group="g")
    stranger = make_article(body="They took 75 guns.")
    hidden = make_article(body="They took 7 guns.", duplicate_group="g", access="withheld", access_reason="asked")
    address = f"/articles/{one.public_id}/against/{two.public_id}/"
    assert f'href="{address}"' in client.get(one.get_absolute_url()).content.decode()
    html = client.get(address).content.decode()
    assert "<del>" in html
    assert "<ins>" in html
    for other in (stranger, hidden, one):
        assert client.get(f"/articles/{one.public_id}/against/{other.public_id}/").status_code == 404
