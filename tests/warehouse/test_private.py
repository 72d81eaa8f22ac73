"""On a computer that several people use, nobody but the owner reads the database or what is kept beside it."""

import os
import stat
import sys
from pathlib import Path

import pytest

from momentos.warehouse.backup import back_up
from momentos.warehouse.connection import Warehouse
from tests.warehouse.conftest import Load
from tests.warehouse.sheets import sheet_of
from tests.warehouse.test_connection import run_python
from tests.warehouse.test_loads import call

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes of files")

FILE, FOLDER = "0o600", "0o700"


def modes(folder: Path) -> dict[str, str]:
    """The mode of all that is in the folder, by its place in it."""
    return {str(path.relative_to(folder)): oct(stat.S_IMODE(path.stat().st_mode)) for path in folder.rglob("*")}


def open_to_others(folder: Path) -> list[str]:
    return [name for name, mode in modes(folder).items() if mode not in (FILE, FOLDER)]


def test_all_that_is_made_is_the_owners_alone_from_its_making_on(tmp_path: Path) -> None:
    told = run_python(
        """
        import os, sys, time
        from pathlib import Path
        os.umask(0o022)
        from momentos.warehouse.backup import back_up
        from momentos.warehouse.connection import Warehouse
        from momentos.warehouse.loads import commit
        from tests.warehouse.sheets import NOON, file_of, sheet_of

        folder = Path(sys.argv[1])
        warehouse = Warehouse.open(folder / "company" / "momentos.duckdb")
        rows = [{"interaction": str(one), "occurred_at": NOON} for one in range(300)]
        commit(warehouse, file_of(folder), [sheet_of("interactions", rows)], author="ana", at=NOON)
        back_up(warehouse)
        for path in sorted((folder / "company").rglob("*")):
            print(path.relative_to(folder), oct(path.stat().st_mode & 0o777))
        warehouse.close()
        (folder / "later.txt").touch()
        print("later", oct((folder / "later.txt").stat().st_mode & 0o777))
        """,
        tmp_path,
    )
    found = dict(line.rsplit(" ", 1) for line in told.stdout.splitlines())
    later = found.pop("later", told.stderr)
    assert later == "0o644"
    assert {"company/momentos.duckdb", "company/momentos.duckdb.wal", "company/files", "company/backups"} <= set(found)
    assert len(found) == 6
    assert {name: mode for name, mode in found.items() if mode not in (FILE, FOLDER)} == {}
    assert oct((tmp_path / "company").stat().st_mode & 0o777) == FOLDER


def left_open(warehouse: Warehouse, load: Load) -> Path:
    """A closed database as earlier versions left it: everything readable by everybody; its folder."""
    load(sheet_of("interactions", [call("T1")]))
    back_up(warehouse)
    folder = warehouse.path.parent
    warehouse.close()
    (folder / "momentos.duckdb.tmp").mkdir()
    (folder / "momentos.duckdb.tmp" / "spilled").touch()
    for path in [*folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def test_what_an_earlier_version_left_open_is_closed_when_it_is_opened(warehouse: Warehouse, load: Load) -> None:
    folder = left_open(warehouse, load)
    before = set(open_to_others(folder))
    with Warehouse.open(folder / "momentos.duckdb"):
        still_open = set(open_to_others(folder))
    assert {"momentos.duckdb", "files", "backups", "momentos.duckdb.tmp"} <= before
    assert {
        name for name in still_open if name.partition("/")[0] in ("files", "backups", "momentos.duckdb.tmp")
    } == set()
    assert {name for name in still_open if name.startswith("momentos")} == set()


def test_a_link_to_a_file_elsewhere_leaves_that_file_as_it_was(
    warehouse: Warehouse, load: Load, tmp_path: Path
) -> None:
    folder = left_open(warehouse, load)
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.touch()
    elsewhere.chmod(0o644)
    (folder / "files" / "link").symlink_to(elsewhere)
    with Warehouse.open(folder / "momentos.duckdb"):
        assert oct(elsewhere.stat().st_mode & 0o777) == "0o644"


def test_a_file_that_may_not_be_changed_does_not_keep_the_database_shut(
    warehouse: Warehouse, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = left_open(warehouse, load)

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", forbidden)
    monkeypatch.setattr(os, "chmod", forbidden)
    with Warehouse.open(folder / "momentos.duckdb") as again, again.cursor() as cursor:
        assert cursor.execute("select count(*) from current_interactions").fetchone() == (1,)


def test_a_database_that_does_not_open_leaves_the_programs_mask_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "photo.duckdb").write_bytes(b"\x89PNG" * 5000)
    before = os.umask(0o022)
    try:
        with pytest.raises(Exception, match="photo"):
            Warehouse.open(tmp_path / "photo.duckdb")
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)
