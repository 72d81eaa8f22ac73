"""Whoever facts name and no sheet lists can be listed from there."""

import pytest

from momentos.domain.viewer import OWNER
from momentos.loading.same_names import Named
from momentos.loading.unlisted_names import create, unlisted
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.undo import undo
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import NOON, sheet_of


@pytest.fixture
def called(warehouse: Warehouse, load: Load) -> Warehouse:
    calls = [
        {"occurred_at": NOON, "employee": "Ana Paz", "touchpoint": "Caja"},
        {"occurred_at": NOON, "employee": "E-1", "touchpoint": "Entrega"},
    ]
    load(sheet_of("interactions", calls), sheet_of("employees", [{"employee": "E-1", "name": "Luis Mora"}]))
    return warehouse


def names(warehouse: Warehouse, named: Named) -> list[str]:
    with warehouse.cursor() as cursor:
        return unlisted(cursor, named)


def test_only_those_that_no_sheet_lists_are_unlisted(called: Warehouse) -> None:
    assert names(called, Named.EMPLOYEE) == ["Ana Paz"]
    assert names(called, Named.TOUCHPOINT) == ["Caja", "Entrega"]


def test_what_is_created_is_listed_and_can_be_undone(called: Warehouse) -> None:
    outcome = create(called, OWNER, Named.TOUCHPOINT, ["Caja", "Entrega"], author="ana", at=NOON)

    assert outcome is not None
    assert outcome.loaded == 2
    assert names(called, Named.TOUCHPOINT) == []

    undo(called, OWNER, outcome.load_id, author="ana", at=NOON)

    assert names(called, Named.TOUCHPOINT) == ["Caja", "Entrega"]
