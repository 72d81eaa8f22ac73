"""Mutants of good workbooks through the whole way into the database: told, whole or not at all, and never an end."""

import os
from datetime import datetime
from pathlib import Path

from momentos.cli.importing import Status, import_files
from momentos.cli.reading import Wishes
from momentos.warehouse.connection import Warehouse
from tests.intake.hostile import HOSTILE, ODD, mutated
from tests.intake.messy import MESSY

MUTANTS = int(os.environ.get("MOMENTOS_MUTANTS", "200")) // 10
NOON = datetime(2026, 11, 21, 12)
BOOKS = [
    content for messy in MESSY for name, content in messy.make().items() if name.endswith(".xlsx") and not messy.says
]


def test_mutants_load_whole_or_not_at_all(tmp_path: Path) -> None:
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        for seed in range(MUTANTS):
            path = tmp_path / f"{seed}.xlsx"
            path.write_bytes(mutated(BOOKS[seed % len(BOOKS)], seed))
            (report,) = import_files(warehouse, [path], Wishes(), is_dry=False, is_strict=False, at=NOON)

            told = [str(problem.problem) for problem in report.problems]
            assert report.status is not Status.REFUSED or any(told)
            for sheet in report.sheets:
                assert sheet.read == sheet.loaded + sheet.unchanged + sheet.rejected + sheet.skipped
            with warehouse.cursor() as cursor:
                stored = cursor.execute("select count(*) from loads where file_name = ?", [path.name]).fetchone()
            assert stored == (0 if report.status in (Status.REFUSED, Status.ALREADY) else 1,)


def test_there_are_at_least_120_hostile_and_odd_files() -> None:
    assert len({one.name for one in (*HOSTILE, *ODD)}) >= 120
