"""What the server does once before its workers are forked."""

import gc
from collections.abc import Iterator

import pytest

from sco_archive import server


@pytest.fixture
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("seeded", "collector")
def test_what_workers_share_is_left_alone_by_their_collectors() -> None:
    before = gc.get_freeze_count()
    server.when_ready(None)
    assert gc.get_freeze_count() > before + 10_000
