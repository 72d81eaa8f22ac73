"""Who may open the file, what may be done through it, and what happens when the disk gives out."""

import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from momentos.warehouse.connection import Warehouse, database_path, one_value
from tests.warehouse.conftest import Load
from tests.warehouse.content import whole_content
from tests.warehouse.sheets import sheet_of
from tests.warehouse.test_loads import call

ROOT = Path(__file__).parents[2]


def run_python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        capture_output=True, text=True, cwd=ROOT, timeout=120, check=False,
    )  # fmt: skip


def test_the_setting_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MOMENTOS_DATABASE", str(tmp_path / "x.duckdb"))
    assert database_path() == tmp_path / "x.duckdb"
    monkeypatch.delenv("MOMENTOS_DATABASE")
    assert database_path() == ROOT / "data" / "momentos.duckdb"


def test_opening_twice_in_one_program_is_one_warehouse_closed_when_both_let_go(warehouse: Warehouse) -> None:
    other = Warehouse.open(os.path.relpath(warehouse.path))
    assert other is warehouse
    other.close()
    with warehouse.cursor() as cursor:
        assert one_value(cursor, "select count(*) from interactions") == 0


def test_a_second_program_is_told_that_the_first_is_running(warehouse: Warehouse) -> None:
    told = run_python(
        """
        import sys
        from momentos.domain.errors import Refused
        from momentos.warehouse.connection import Warehouse
        try:
            Warehouse.open(sys.argv[1])
        except Refused as refusal:
            print(refusal)
        """,
        warehouse.path,
    )
    assert "already running" in told.stdout, told.stderr


@pytest.mark.parametrize(
    "forbidden",
    [
        "from read_csv('/etc/passwd')",
        "copy interactions to '{folder}/stolen.csv'",
        "attach '{folder}/other.duckdb' as other",
        "install excel",
        "load httpfs",
        "set enable_external_access = true",
        "set memory_limit = '100GB'",
        "from frame",
    ],
)
def test_doors_are_closed(warehouse: Warehouse, tmp_path: Path, forbidden: str) -> None:
    frame = [1]
    with warehouse.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(forbidden.format(folder=tmp_path))
    assert frame == [1]


def test_every_reader_has_a_cursor_of_its_own(warehouse: Warehouse, load: Load) -> None:
    load(sheet_of("interactions", [call(f"T{one}") for one in range(50)]))

    def ask(number: int) -> bool:
        with warehouse.cursor() as cursor:
            return cursor.execute("select ?, count(*) from current_interactions", [number]).fetchone() == (number, 50)

    with ThreadPoolExecutor(8) as readers:
        assert all(readers.map(ask, range(200)))


def test_a_change_that_fails_half_way_leaves_nothing(warehouse: Warehouse) -> None:
    before, version = whole_content(warehouse), warehouse.data_version()
    with pytest.raises(duckdb.ConversionException), warehouse.transaction() as cursor:
        cursor.execute("insert into settings values ('a', 'b', 'c', current_localtimestamp()); select 'x'::integer")
    assert whole_content(warehouse) == before
    assert warehouse.data_version() == version


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are a Unix thing")
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """The disk is played by a limit on file size, which makes every write past it fail."""
    told = run_python(
        """
        import resource, signal, sys
        from pathlib import Path
        from momentos.domain.errors import Refused
        from momentos.warehouse.connection import Warehouse
        from momentos.warehouse.loads import commit
        from tests.warehouse.sheets import NOON, file_of, sheet_of

        folder = Path(sys.argv[1])
        warehouse = Warehouse.open(folder / "momentos.duckdb")

        def load(name, count):
            rows = [{"interaction": f"{name}-{one}", "occurred_at": NOON, "reason": f"{one * 7919}" * 5} for one in range(count)]
            commit(warehouse, file_of(folder, content=name.encode()), [sheet_of("interactions", rows)], author="ana", at=NOON)

        def loaded():
            with warehouse.cursor() as cursor:
                return cursor.execute("select count(*) from current_interactions").fetchone()[0]

        load("first", 1000)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
        size = (folder / "momentos.duckdb").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 400_000, unlimited[1]))
        try:
            load("second", 60_000)
        except Refused as refusal:
            print("told:", refusal)
        print("rows after:", loaded())
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        load("third", 2000)
        print("rows at last:", loaded())
        warehouse.close()
        warehouse = Warehouse.open(folder / "momentos.duckdb")
        print("rows on return:", loaded())
        """,
        tmp_path,
    )
    lines = told.stdout.splitlines()
    assert lines[0].startswith("told:"), told.stderr[-3000:]
    assert "disk" in lines[0]
    assert lines[1:] == ["rows after: 1000", "rows at last: 3000", "rows on return: 3000"], told.stderr[-3000:]
