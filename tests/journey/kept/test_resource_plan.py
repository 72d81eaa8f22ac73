"""The budget, its floors and what areas spend: kept for everybody, with who kept them and when."""

from datetime import timedelta

import pytest

from momentos.domain.errors import Refused
from momentos.domain.viewer import OWNER
from momentos.journey.kept.resource_plan import USUAL_FLOOR, ResourcePlan, keep_plan, kept_plan
from momentos.warehouse.connection import Warehouse
from tests.warehouse.sheets import NOON

PLAN = ResourcePlan(900.0, 40.0, {"caja": 80.0}, {"caja": 300.0, "logística": 100.0})


def test_a_plan_is_there_after_a_restart_with_its_author_and_date(tmp_path) -> None:
    path = tmp_path / "momentos.duckdb"
    with Warehouse.open(path) as warehouse:
        keep_plan(warehouse, OWNER, PLAN, author=" Ana ", at=NOON)
    with Warehouse.open(path) as warehouse, warehouse.cursor() as cursor:
        kept = kept_plan(cursor)
    assert (kept.plan, kept.author, kept.kept_at) == (PLAN, "Ana", NOON)


def test_the_last_plan_holds_and_areas_go_by_any_spelling(warehouse: Warehouse) -> None:
    keep_plan(warehouse, OWNER, PLAN, author="ana", at=NOON)
    keep_plan(warehouse, OWNER, ResourcePlan(floors={"CAJA ": 10.0}), author="luis", at=NOON + timedelta(hours=1))
    with warehouse.cursor() as cursor:
        kept = kept_plan(cursor)
    assert (kept.author, kept.plan.budget, kept.plan.floor_of("Caja"), kept.plan.spending_of("Caja")) == (
        "luis", None, 10.0, 0.0,
    )  # fmt: skip


def test_nobody_has_kept_anything_yet(warehouse: Warehouse) -> None:
    with warehouse.cursor() as cursor:
        kept = kept_plan(cursor)
    assert (kept.plan.budget, kept.plan.floor_of("Caja"), kept.author) == (None, USUAL_FLOOR, "")


@pytest.mark.parametrize(
    ("plan", "author"),
    [
        (PLAN, " "),
        (ResourcePlan(budget=-1), "ana"),
        (ResourcePlan(floor=101), "ana"),
        (ResourcePlan(floors={"caja": -5}), "ana"),
        (ResourcePlan(spending={"caja": -5}), "ana"),
    ],
)
def test_a_plan_without_a_name_or_that_cannot_be_is_refused(warehouse: Warehouse, plan, author) -> None:
    with pytest.raises(Refused):
        keep_plan(warehouse, OWNER, plan, author=author, at=NOON)
