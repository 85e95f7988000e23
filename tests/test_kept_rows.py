"""Rows kept for a module and tests that commit do not stand in one module."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import refuse_commits_in_kept_rows


def item(module: str, *fixtures: str, **mark: Any) -> Any:
    """Return a test as pytest collects it: its module, its fixtures, what its mark for the database says."""
    kwargs = SimpleNamespace(kwargs=mark) if mark else None
    return SimpleNamespace(path=Path(module), nodeid=f"{module}::test", fixturenames=fixtures, get_closest_marker=lambda name: kwargs)


@pytest.mark.parametrize(
    "committing", [item("kept.py", transaction=True), item("kept.py", "transactional_db"), item("kept.py", "live_server")]
)
def test_a_test_that_commits_beside_kept_rows_is_refused(committing: Any) -> None:
    with pytest.raises(pytest.UsageError, match="kept.py::test commits"):
        refuse_commits_in_kept_rows([item("kept.py", "module_transaction"), committing])


def test_a_test_that_commits_elsewhere_is_not_refused() -> None:
    items = [
        item("kept.py", "module_transaction"),
        item("kept.py", "db"),
        item("other.py", "transactional_db"),
        item("other.py", transaction=True),
    ]
    refuse_commits_in_kept_rows(items)
