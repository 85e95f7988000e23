"""While a batch is written Python does not look for garbage, and afterwards it does as before, however the batch ended."""

import gc
from collections.abc import Iterator

import pytest

from articles.importer.store import Store, collecting_later
from tests.articles.importer.readings import reading, store


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.django_db
def test_the_collector_rests_while_a_batch_is_written_and_works_again_when_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    worked = []

    def fail(self: Store, batch: object) -> None:
        worked.append(gc.isenabled())
        raise ValueError("the batch is bad")

    monkeypatch.setattr(Store, "_write", fail)
    with pytest.raises(ValueError, match="the batch is bad"):
        store(reading())
    assert worked == [False]
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with collecting_later():
        assert not gc.isenabled()
    assert not gc.isenabled()
