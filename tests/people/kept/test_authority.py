"""What each role may give on its own, as declared."""

from datetime import timedelta

import pytest

from momentos.domain.errors import NotAllowed, WrongInput
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.people.kept.authority import Authority, authority, declare
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON


def test_nothing_is_a_conflict_before_somebody_says_which_reasons_are(warehouse: Warehouse) -> None:
    with warehouse.cursor() as cursor:
        assert authority(cursor) == Authority({}, None)


def test_what_was_declared_last_holds_and_roles_go_by_any_spelling(warehouse: Warehouse) -> None:
    declare(warehouse, OWNER, {"Caja": 10.0}, ["Cobro doble"], author="Ana", at=NOON)
    later = NOON + timedelta(days=1)
    declare(warehouse, OWNER, {"Caja": 50.0}, ["Demora", "Cobro doble"], author=" Luis ", at=later)
    with warehouse.cursor() as cursor:
        held = authority(cursor)
    assert held == Authority({"Caja": 50.0}, ("Demora", "Cobro doble"), "Luis", later)
    assert (held.limit(" CAJA"), held.limit("Mesa"), held.limit(None)) == (50.0, None, None)


@pytest.mark.parametrize(
    ("limits", "reasons", "author", "told"),
    [
        ({"Caja": 10.0}, ["Demora"], " ", "Limits are declared by somebody"),
        ({"Caja": 10.0}, [], "Ana", "at least one contact reason"),
        ({"Mesa": 0.0, "Caja": -1.0}, ["Demora"], "Ana", "The limit of Caja cannot be below nought"),
        ({"Caja": float("nan")}, ["Demora"], "Ana", "The limit of Caja"),
    ],
)
def test_a_limit_has_a_name_a_reason_and_is_no_less_than_nothing(
    warehouse: Warehouse, limits: dict[str, float], reasons: list[str], author: str, told: str
) -> None:
    with pytest.raises(WrongInput, match=told):
        declare(warehouse, OWNER, limits, reasons, author=author, at=NOON)


def test_only_leads_declare(warehouse: Warehouse) -> None:
    with pytest.raises(NotAllowed):
        declare(warehouse, EVERYBODY, {"Caja": 10.0}, ["Demora"], author="Ana", at=NOON)
