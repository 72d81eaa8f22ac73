"""Mutants of good workbooks, and every hostile and odd one, through the whole way into the database: told, whole or not
at all, and never an end.

``MOMENTOS_MUTANTS`` says how many mutants (2,000 unless set). All are opened; those that open as the very tables of one
already loaded are not loaded once more, as most bytes of a workbook say nothing that is read.
"""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from momentos.domain.errors import Refused
from momentos.intake.limits import Limits
from momentos.intake.opening import open_workbook
from momentos.intake.raw_table import Workbook
from momentos.loading.file_report import FileReport, Status
from momentos.terminal import reading
from momentos.terminal.importing import import_files
from momentos.terminal.reading import Wishes
from momentos.warehouse.connection import Warehouse
from tests.intake.hostile import HOSTILE, ODD, mutated
from tests.intake.messy import MESSY
from tests.warehouse.content import assert_summaries_equal_facts, whole_content

MUTANTS = int(os.environ.get("MOMENTOS_MUTANTS", "2000"))
PARTS = 8
"""Each with a database of its own, so that they may run side by side."""

NOON = datetime(2026, 11, 21, 12)
NOT_NAMED = "could not be read to its end"
BOOKS = [
    content for messy in MESSY for name, content in messy.make().items() if name.endswith(".xlsx") and not messy.says
]


def imported(warehouse: Warehouse, path: Path) -> FileReport:
    (report,) = import_files(warehouse, [path], Wishes(), is_dry=False, is_strict=False, at=NOON)
    return report


def assert_whole_or_told(warehouse: Warehouse, report: FileReport) -> None:
    """Every row is accounted for, the load is in the history or a sentence says why it is not."""
    told = [str(problem.problem) for problem in report.problems]
    assert report.status is not Status.REFUSED or any(told)
    assert not [one for one in told if NOT_NAMED in one]
    for sheet in report.sheets:
        assert sheet.read == sheet.loaded + sheet.unchanged + sheet.rejected + sheet.skipped
    with warehouse.cursor() as cursor:
        stored = cursor.execute("select count(*) from loads where file_name = ?", [report.file]).fetchone()
    assert stored == (0 if report.status in (Status.REFUSED, Status.ALREADY) else 1,)


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants_load_whole_or_not_at_all(part: int, tmp_path: Path) -> None:
    path = tmp_path / "mutante.xlsx"
    seen: list[tuple] = []
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        for seed in range(part, MUTANTS, PARTS):
            path.write_bytes(mutated(BOOKS[seed // PARTS % len(BOOKS)], seed))
            outcome = opened_or_refusal(path)
            content = content_of(outcome)
            if content not in seen:
                seen.append(content)
                named = path.rename(tmp_path / f"{seed}.xlsx")
                assert_whole_or_told(warehouse, imported_as_opened(warehouse, named, outcome))
        assert_summaries_equal_facts(warehouse)
    assert len(seen) > 1


def opened_or_refusal(path: Path) -> Workbook | Refused:
    try:
        return open_workbook(path, path.name)
    except Refused as refusal:
        return refusal


def content_of(outcome: Workbook | Refused) -> tuple:
    """All that loading has to go by, but for the name and the bytes of the file."""
    if isinstance(outcome, Refused):
        return (str(outcome),)
    return (outcome.tables, outcome.sheets, outcome.notices)


def imported_as_opened(warehouse: Warehouse, path: Path, outcome: Workbook | Refused) -> FileReport:
    """What becomes of the file, which is not opened again."""

    def answer(where: Path, name: str) -> Workbook:
        if isinstance(outcome, Refused):
            raise outcome
        return replace(outcome, source=replace(outcome.source, name=name, path=where))

    with patch.object(reading, "open_workbook", answer):
        return imported(warehouse, path)


def test_every_hostile_and_odd_file_in_one_go(tmp_path: Path) -> None:
    """Refused ones leave no trace, odd ones reconcile, and a good file loads after all of them."""
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        nothing = whole_content(warehouse)
        for number, hostile in enumerate(HOSTILE):
            report = imported_within(warehouse, written(tmp_path, number, hostile.file, hostile.make()), hostile.limits)
            assert report.status is Status.REFUSED, hostile.name
            assert any(hostile.says in str(problem.problem) for problem in report.problems), hostile.name
        assert whole_content(warehouse) == nothing
        for number, odd in enumerate(ODD):
            report = imported(warehouse, written(tmp_path, 1000 + number, odd.file, odd.make()))
            assert report.sheets, odd.name
            assert_whole_or_told(warehouse, report)
        report = imported(warehouse, written(tmp_path, 2000, "bueno.xlsx", BOOKS[0]))
        assert report.status in (Status.LOADED, Status.PARTLY)
        assert_summaries_equal_facts(warehouse)


def imported_within(warehouse: Warehouse, path: Path, limits: Limits) -> FileReport:
    with patch.object(reading, "open_workbook", lambda where, name: open_workbook(where, name, limits=limits)):
        return imported(warehouse, path)


def written(folder: Path, number: int, name: str, content: bytes) -> Path:
    path = folder / f"{number}-{name}"
    path.write_bytes(content)
    return path


def test_there_are_at_least_120_hostile_and_odd_files() -> None:
    assert len({one.name for one in (*HOSTILE, *ODD)}) >= 120
