"""The company's targets: taken by somebody, kept with name and date, and taken away again."""

from datetime import timedelta
from math import inf, nan

import pytest

from momentos.domain.errors import NotAllowed, NotFound, Refused, WrongInput
from momentos.domain.viewer import EVERYBODY, LEADS, Viewer
from momentos.figures.taken_targets import TakenTarget, Target, remove_target, take_target, taken_targets
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON

LEAD = Viewer("Ana", frozenset({LEADS}))


def held(warehouse: Warehouse) -> dict[str, TakenTarget]:
    with warehouse.cursor() as cursor:
        return taken_targets(cursor)


def test_nobody_has_set_a_target_until_somebody_does(warehouse: Warehouse) -> None:
    assert held(warehouse) == {}


def test_a_target_is_there_after_a_restart_with_who_set_it_and_when(tmp_path) -> None:
    path = tmp_path / "momentos.duckdb"
    with Warehouse.open(path) as warehouse:
        take_target(warehouse, LEAD, "csat", 80, author=" Ana ", at=NOON)
    with Warehouse.open(path) as warehouse:
        assert held(warehouse) == {"csat": TakenTarget("csat", 80.0, "Ana", NOON)}


def test_the_last_target_holds_and_one_taken_away_leaves_none(warehouse: Warehouse) -> None:
    take_target(warehouse, LEAD, "csat", 80, author="Ana", at=NOON)
    take_target(warehouse, LEAD, "csat", 85, author="Luis", at=NOON + timedelta(hours=1))
    assert (held(warehouse)["csat"].value, held(warehouse)["csat"].author) == (85, "Luis")
    remove_target(warehouse, LEAD, "csat", author="Ana", at=NOON + timedelta(hours=2))
    assert held(warehouse) == {}
    with warehouse.cursor() as cursor:
        assert [one.author for one in journal.entries(cursor, Target)] == ["Ana", "Luis", "Ana"]


def test_a_screen_that_asks_again_sees_the_new_target_at_once(warehouse: Warehouse) -> None:
    before = warehouse.data_version()
    take_target(warehouse, LEAD, "csat", 80, author="Ana", at=NOON)
    assert warehouse.data_version() != before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("csat", 120),
        ("csat", -1),
        ("score", 0.5),
        ("score", 6),
        ("nps", -101),
        ("wait", -1),
        ("wait", inf),
        ("fcr", nan),
    ],
)
def test_a_target_outside_the_scale_is_refused(warehouse: Warehouse, key: str, value: float) -> None:
    with pytest.raises(Refused):
        take_target(warehouse, LEAD, key, value, author="Ana", at=NOON)
    assert held(warehouse) == {}


def test_a_count_has_no_target(warehouse: Warehouse) -> None:
    with pytest.raises(WrongInput, match="neither more nor less"):
        take_target(warehouse, LEAD, "interactions", 100, author="Ana", at=NOON)


def test_a_target_is_signed_and_set_by_who_leads(warehouse: Warehouse) -> None:
    with pytest.raises(WrongInput, match="Write your name"):
        take_target(warehouse, LEAD, "csat", 80, author=" ", at=NOON)
    with pytest.raises(NotAllowed, match="Only whoever leads"):
        take_target(warehouse, EVERYBODY, "csat", 80, author="Ana", at=NOON)
    take_target(warehouse, LEAD, "csat", 80, author="Ana", at=NOON)
    with pytest.raises(NotAllowed, match="Only whoever leads"):
        remove_target(warehouse, EVERYBODY, "csat", author="Ana", at=NOON)
    assert held(warehouse)["csat"].value == 80


def test_a_target_that_is_not_there_cannot_be_taken_away(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match="no target"):
        remove_target(warehouse, LEAD, "csat", author="Ana", at=NOON)
