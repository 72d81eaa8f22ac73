"""Twenty workbooks as offices write them, through the whole way in; what comes out was worked by hand."""

from datetime import datetime
from pathlib import Path

import pytest

from momentos.terminal.importing import import_files
from momentos.terminal.reading import Wishes
from momentos.warehouse.connection import Warehouse
from tests.intake.messy import MESSY, Counts, Messy

NOON = datetime(2026, 11, 21, 12)


@pytest.mark.parametrize("messy", MESSY, ids=lambda one: one.name)
def test_what_comes_out_is_what_was_worked_by_hand(messy: Messy, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in messy.make()]
    for path, content in zip(paths, messy.make().values(), strict=True):
        path.write_bytes(content)

    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        reports = import_files(warehouse, paths, Wishes(**messy.options), is_dry=False, is_strict=False, at=NOON)
        with warehouse.cursor() as cursor:
            answers = [cursor.execute(one.question).fetchone() for one in messy.asked]

    told = "\n".join(str(problem.problem) for report in reports for problem in report.problems)
    counted = tuple(
        Counts(sheet.dataset, sheet.read, sheet.loaded, sheet.rejected, sheet.skipped)
        for report in reports
        for sheet in report.sheets
    )
    assert counted == messy.tables, told
    assert answers == [one.answer for one in messy.asked]
    assert [words for words in messy.says if words not in told] == []


def test_there_are_twenty_of_them() -> None:
    assert len({messy.name for messy in MESSY}) == 20
