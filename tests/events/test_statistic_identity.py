"""Two reports are the same figure just when subject, states, measure, period, dimension and bounds agree."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.bounds import Bounds
from events.models import public_id_of, statistic_key

BASE = {"subject": "operation:solidarity-2023", "states": ["KZ", "CN"], "measure": "drugs_seized", "period": "2023", "unit": "t"}
EIGHT_TONS = Bounds(Decimal("8.8"), Decimal("8.8"))


def test_tonnes_and_kilograms_of_the_same_mass_are_one_figure() -> None:
    in_kg = Bounds(Decimal(8800), Decimal("8800.0"))
    assert statistic_key(**BASE, bounds=EIGHT_TONS) == statistic_key(**{**BASE, "unit": "kg"}, bounds=in_kg)


def test_the_order_of_states_does_not_matter() -> None:
    assert statistic_key(**BASE, bounds=EIGHT_TONS) == statistic_key(**{**BASE, "states": ["CN", "KZ"]}, bounds=EIGHT_TONS)


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "operation:solidarity-2024"},
        {"states": ["KZ"]},
        {"measure": "precursors_seized"},
        {"period": "2023-08"},
        {"unit": "persons"},
        {"bounds": Bounds(Decimal("8.8"), None, low_strict=True)},
        {"bounds": Bounds(Decimal("8.8"), None)},
        {"bounds": Bounds(None, Decimal("8.8"))},
        {"bounds": Bounds(Decimal("8.8"), Decimal("8.8"), approximate=True)},
    ],
)
def test_any_other_difference_makes_another_figure(change: dict[str, object]) -> None:
    assert statistic_key(**{**BASE, "bounds": EIGHT_TONS, **change}) != statistic_key(**BASE, bounds=EIGHT_TONS)  # type: ignore[arg-type]


@given(st.text(min_size=1))
def test_a_public_id_is_short_and_depends_on_the_key_alone(key: str) -> None:
    assert public_id_of(key) == public_id_of(key)
    assert len(public_id_of(key)) == 12
