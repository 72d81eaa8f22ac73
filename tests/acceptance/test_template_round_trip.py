"""A template filled in with its own examples is recognised without a question and loads whole, the example apart."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from momentos.datasets import DATASETS
from momentos.exports.template import example_value, marked_column, template
from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.questions import questions
from momentos.intake.raw_table import Workbook
from momentos.intake.recognise import default_choices, recognise
from momentos.locales import LANGUAGES, translator
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit

AT = datetime(2026, 11, 2, 9, 0)
FILLED_ROWS = 3
REALISTIC = {
    "metrics": "score, fcr",
    "reason": "Ayudó a un cliente que esperaba, y se quedó hasta el final",
    "planned_on": "13/03/2026",
    "impact": 3,
    "comment": "Bien, pero tardaron",
}
"""What people really write where the example is another thing, by field."""


@pytest.fixture(scope="module", params=LANGUAGES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The template of every dataset, three rows under each example, opened as an upload is."""
    path = tmp_path_factory.mktemp(request.param) / "plantilla.xlsx"
    path.write_bytes(template(list(DATASETS.values()), request.param))
    book = openpyxl.load_workbook(path)
    for dataset in DATASETS.values():
        page = book[dataset.label.render(translator(request.param))]
        for number in range(1, FILLED_ROWS + 1):
            values = [REALISTIC.get(one.name, example_value(one, request.param)) for one in dataset.fields]
            values[marked_column(dataset)] = f"{values[marked_column(dataset)]}-{number}"
            for column, value in enumerate(values, start=1):
                page.cell(2 + number, column, value)
    book.save(path)
    return open_workbook(path, path.name)


def test_every_sheet_is_one_table_and_the_guide_is_none(filled: Workbook) -> None:
    assert len(filled.tables) == len(DATASETS)
    assert [str(sheet.why_empty) for sheet in filled.sheets if sheet.why_empty] == [
        f"The sheet {filled.sheets[0].name} explains the template; it holds no data."
    ]


def test_every_column_is_certain_and_nothing_is_asked(filled: Workbook) -> None:
    for table, dataset in zip(filled.tables, DATASETS.values(), strict=True):
        proposal = recognise(table, today=AT.date())
        assert proposal.dataset == dataset.name
        assert [match.field for match in proposal.matches] == [one.name for one in dataset.fields]
        assert all(match.certain for match in proposal.matches)
        assert [doubt.kind for doubt in questions(proposal, default_choices(proposal)) if doubt.blocks] == []


def test_the_rows_load_and_the_example_does_not(filled: Workbook, tmp_path: Path) -> None:
    sheets = [
        prepare(table, default_choices(recognise(table, today=AT.date())), today=AT.date()) for table in filled.tables
    ]
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        outcomes = commit(warehouse, filled.source, sheets, author="Ana", at=AT)
    for outcome in outcomes:
        counts = (outcome.read, outcome.loaded, outcome.skipped, outcome.rejected)
        assert counts == (FILLED_ROWS + 1, FILLED_ROWS, 1, 0), outcome.dataset
    assert {problem.cause for sheet in sheets for problem in sheet.problems if problem.cell[1:] == "2"} == {
        "example row"
    }
