"""Opening files of other times: new, older, newer, and not ours."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from momentos.datasets import DATASETS, Dataset, Field, FieldType
from momentos.domain.errors import Refused, Unavailable, WrongInput
from momentos.domain.messages import say
from momentos.warehouse.backup import back_up
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.migrate import Migration, bring_up_to_date, migrations
from tests.warehouse.conftest import Load
from tests.warehouse.content import whole_content
from tests.warehouse.sheets import sheet_of
from tests.warehouse.test_loads import call

pytestmark = pytest.mark.usefixtures("made_anew")

MOOD = Field("mood", FieldType.IDENTIFIER, say("Mood"), say("How the customer sounded."))


def with_field(dataset: str, field: Field) -> dict[str, Dataset]:
    """The declared datasets with one field more, not in the last place."""
    first, *rest = DATASETS[dataset].fields
    return {**DATASETS, dataset: replace(DATASETS[dataset], fields=(first, field, *rest))}


def test_a_new_file_needs_no_backup(warehouse: Warehouse) -> None:
    assert not warehouse.backups_folder.exists()


def test_opening_again_changes_nothing(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1")]))
    before, version = whole_content(warehouse), warehouse.data_version()
    warehouse.close()
    again = Warehouse.open(warehouse.path)
    assert whole_content(again) == before
    assert again.data_version() == version
    assert not warehouse.backups_folder.exists()


def test_a_field_declared_later_becomes_a_column_and_old_rows_are_still_known(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1"), call(None)]))
    bring_up_to_date(warehouse, datasets=with_field("interactions", MOOD))

    with warehouse.cursor() as cursor:
        assert cursor.execute("select mood, mood_key from interactions").fetchall() == [(None, None)] * 2
    assert len(list(warehouse.backups_folder.iterdir())) == 1

    bring_up_to_date(warehouse)
    (again,) = load(sheet_of("interactions", [call("T1"), call(None)]))
    assert again.unchanged == 2


def test_with_another_duckdb_what_is_worked_out_is_made_again(
    warehouse: Warehouse, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(sheet_of("interactions", [call("T1")]))
    with warehouse.cursor() as cursor:
        cursor.execute("insert into passages values (date '2026-01-01', 'pago', 16)")  # as another version hashed it
    bring_up_to_date(warehouse)
    with warehouse.cursor() as cursor:
        assert cursor.execute("from passages where person = 16").fetchall()
    monkeypatch.setattr(duckdb, "__version__", "9.9.9")
    bring_up_to_date(warehouse)
    with warehouse.cursor() as cursor:
        assert not cursor.execute("from passages where person = 16").fetchall()


def test_a_field_that_comes_to_name_things_gets_its_folded_key(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1", reason="  Pago  TARDÍO ")]))
    with warehouse.cursor() as cursor:
        cursor.execute("update state set derived_from = null; alter table interactions drop column reason_key")
    bring_up_to_date(warehouse)
    with warehouse.cursor() as cursor:
        assert cursor.execute("select reason_key from interactions").fetchall() == [("pago tardío",)]


def test_a_later_step_is_taken_once_and_after_a_backup(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1")]))
    steps = (
        *migrations(),
        Migration(9999, "notes", "create table notes (note varchar); insert into notes values ('one')"),
    )
    bring_up_to_date(warehouse, steps)
    bring_up_to_date(warehouse, steps)

    with warehouse.cursor() as cursor:
        assert cursor.execute("from notes").fetchall() == [("one",)]
    (backup,) = warehouse.backups_folder.iterdir()
    with duckdb.connect(str(backup), read_only=True) as kept:
        assert kept.execute("select interaction from current_interactions").fetchall() == [("T1",)]
        assert kept.execute("select count(*) from duckdb_tables() where table_name = 'notes'").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_file_as_it_was(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1")]))
    before = whole_content(warehouse)
    broken = Migration(9999, "broken", "create table half (a integer); insert into half values ('not a number')")
    with pytest.raises(duckdb.Error):
        bring_up_to_date(warehouse, (*migrations(), broken))
    assert whole_content(warehouse) == before


def test_a_file_of_a_newer_version_is_refused(warehouse: Warehouse) -> None:
    bring_up_to_date(warehouse, (*migrations(), Migration(9999, "later", "create table later (a integer)")))
    with pytest.raises(Unavailable, match="newer version"):
        bring_up_to_date(warehouse)


def test_a_database_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table invoices (a integer)")
    with pytest.raises(WrongInput, match="not a Momentos database"):
        Warehouse.open(path)
    with duckdb.connect(str(path)) as other:
        assert other.execute("select table_name from duckdb_tables()").fetchall() == [("invoices",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.duckdb"
    path.write_bytes(b"\x89PNG" * 5000)
    with pytest.raises(Refused, match="may be damaged, or not be a Momentos database"):
        Warehouse.open(path)


def test_a_backup_holds_everything_and_leaves_no_unfinished_copy(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call("T1"), call("T2")]))
    before = whole_content(warehouse)
    backup = back_up(warehouse)
    assert [path.name for path in warehouse.backups_folder.iterdir()] == [backup.name]
    with Warehouse.open(backup) as restored:
        assert whole_content(restored) == before
