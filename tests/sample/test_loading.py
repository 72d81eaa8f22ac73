"""The sample company goes in through the same door as anybody's data, whole, and comes out without a trace."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from momentos.datasets import DATASETS
from momentos.domain.viewer import OWNER
from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.recognise import default_choices, recognise
from momentos.sample import SAMPLE_AUTHOR, empty_sample, is_sample, load_sample
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import SheetOutcome, list_loads
from momentos.warehouse.loads import commit
from momentos.warehouse.undo import undo

AT = datetime(2026, 11, 2, 9, 0)
ROWS = {
    "touchpoints": 14,
    "employees": 40,
    "customers": 3_000,
    "interactions": 24_000,
    "responses": 6_000,
    "purchases": 15_000,
    "trainings": 59,
    "pulse": 168,
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Warehouse, list[SheetOutcome]]]:
    with Warehouse.open(tmp_path_factory.mktemp("loaded") / "momentos.duckdb") as warehouse:
        yield warehouse, load_sample(warehouse, at=AT)


def counts(warehouse: Warehouse) -> dict[str, int]:
    """Current rows by dataset."""
    with warehouse.cursor() as cursor:
        return {
            name: cursor.execute(f"select count(*) from {name} where superseded_by is null").fetchall()[0][0]
            for name in DATASETS
        }


def test_every_row_of_every_sheet_is_loaded(loaded: tuple[Warehouse, list[SheetOutcome]]) -> None:
    warehouse, outcomes = loaded
    for outcome in outcomes:
        assert (outcome.rejected, outcome.skipped, outcome.loaded) == (0, 0, outcome.read), outcome.sheet
    found = counts(warehouse)
    assert {name: found[name] for name in ROWS} == ROWS
    assert 8_000 < found["ratings"] < 10_000


def test_everything_it_mentions_is_described(loaded: tuple[Warehouse, list[SheetOutcome]]) -> None:
    _, outcomes = loaded
    assert [str(warning) for outcome in outcomes for warning in outcome.warnings] == []


def test_the_period_is_eighteen_months(loaded: tuple[Warehouse, list[SheetOutcome]]) -> None:
    contacts = next(outcome for outcome in loaded[1] if outcome.dataset == "interactions")
    assert (str(contacts.first_on), str(contacts.last_on)) == ("2025-05-01", "2026-10-31")


def test_its_loads_say_that_they_are_the_sample(loaded: tuple[Warehouse, list[SheetOutcome]]) -> None:
    with loaded[0].cursor() as cursor:
        assert is_sample(cursor)
        assert {load.author for load in list_loads(cursor)} == {SAMPLE_AUTHOR}


def test_loading_it_again_changes_nothing(loaded: tuple[Warehouse, list[SheetOutcome]]) -> None:
    warehouse, _ = loaded
    before = counts(warehouse)
    again = load_sample(warehouse, at=AT)
    assert all(outcome.loaded == 0 and outcome.unchanged == outcome.read for outcome in again)
    assert counts(warehouse) == before


def test_emptying_leaves_no_trace(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        load_sample(warehouse, at=AT)
        empty_sample(warehouse, OWNER, at=AT)
        assert set(counts(warehouse).values()) == {0}
        with warehouse.cursor() as cursor:
            assert not is_sample(cursor)
            assert list_loads(cursor) == []


def test_emptying_keeps_what_the_company_loaded_itself(tmp_path: Path) -> None:
    own = tmp_path / "personal.csv"
    own.write_text("Código de empleado,Nombre completo,Área\nX-1,Ana Ruiz,Caja\nX-2,Luis Mora,Caja\n", encoding="utf-8")
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        load_sample(warehouse, at=AT)
        opened = open_workbook(own, own.name)
        sheets = [
            prepare(table, default_choices(recognise(table, today=AT.date(), dataset="employees")), today=AT.date())
            for table in opened.tables
        ]
        commit(warehouse, opened.source, sheets, author="Ana", at=AT)
        empty_sample(warehouse, OWNER, at=AT)
        found = counts(warehouse)
        assert found.pop("employees") == 2
        assert set(found.values()) == {0}
        with warehouse.cursor() as cursor:
            assert not is_sample(cursor)


def test_a_load_of_it_can_be_undone_like_any_other(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        outcomes = load_sample(warehouse, at=AT)
        purchases = next(outcome for outcome in outcomes if outcome.dataset == "purchases")
        undo(warehouse, OWNER, purchases.load_id, author="Ana", at=AT)
        assert counts(warehouse)["purchases"] == 0
        assert counts(warehouse)["interactions"] == ROWS["interactions"]
