"""Every row of every real workbook is loaded, kept out or skipped; a table not read says what it waits for."""

from datetime import date
from pathlib import Path

import pytest

from momentos.datasets.checked import Severity
from momentos.domain.errors import Refused
from momentos.terminal.reading import ReadFile, Wishes, read_file
from tests.conftest import REAL_DATA

SUFFIXES = (".xlsx", ".xls", ".ods", ".csv", ".txt")
FILES = sorted(one.relative_to(REAL_DATA).as_posix() for one in REAL_DATA.rglob("*") if one.suffix in SUFFIXES)


def read(path: Path) -> ReadFile | None:
    """``None`` if the file is refused; the refusals have tests of their own."""
    try:
        return read_file(path, Wishes(), today=date(2026, 11, 21))
    except Refused:
        return None


@pytest.mark.parametrize("name", FILES)
def test_the_rows_of_a_real_workbook_reconcile(real_data: Path, name: str) -> None:
    found = read(real_data / name)
    for one in found.tables if found else ():
        if one.checked is None:
            assert any(problem.severity is Severity.ERROR for problem in one.problems)
        else:
            sheet = one.checked
            assert sheet.read == one.table.row_count == sheet.rows.num_rows + sheet.rejected + sheet.skipped
            told = {problem.cell for problem in sheet.problems if problem.severity is not Severity.WARNING}
            assert not (sheet.rejected or sheet.skipped) or told
