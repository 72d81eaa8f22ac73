"""Beginning again with nothing."""

import pytest

from momentos.domain.errors import NotAllowed
from momentos.domain.viewer import EVERYBODY, OWNER
from momentos.figures.taken_targets import take_target
from momentos.loading.emptying import empty
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.settings import set_setting, setting
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import NOON, sheet_of

KEEPS = {"migrations", "settings", "state"}
"""The tables that are not emptied."""


def full_tables(warehouse: Warehouse) -> set[str]:
    with warehouse.cursor() as cursor:
        names = [
            name for (name,) in cursor.execute("select table_name from duckdb_tables() where not temporary").fetchall()
        ]
        return {name for name in names if cursor.execute(f"select 1 from {name} limit 1").fetchone()}


@pytest.fixture
def used(warehouse: Warehouse, load: Load) -> Warehouse:
    """A call, its employee, a target, and something the company set."""
    load(sheet_of("employees", [{"employee": "E1", "name": "Rosa Gil"}]))
    load(sheet_of("interactions", [{"occurred_at": NOON, "employee": "E1", "touchpoint": "Caja", "channel": "Tienda"}]))
    take_target(warehouse, OWNER, "csat", 80, author="Ana", at=NOON)
    set_setting(warehouse, "agreed", "30", author="Ana", at=NOON)
    return warehouse


def test_no_row_no_load_no_decision_and_no_name_stays(used: Warehouse) -> None:
    assert full_tables(used) > KEEPS | {"journal", "author_keys", "employee_names", "loads"}
    empty(used, OWNER)
    assert full_tables(used) == KEEPS
    assert not used.files_folder.exists()
    with used.cursor() as cursor:
        assert setting(cursor, "agreed") == "30"


def test_only_leads_empty(used: Warehouse) -> None:
    before = full_tables(used)
    with pytest.raises(NotAllowed):
        empty(used, EVERYBODY)
    assert full_tables(used) == before
