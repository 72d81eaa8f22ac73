"""A figure on the screen is followed back to the very cell of the workbook it came from."""

from datetime import datetime

import openpyxl

from momentos.domain.viewer import OWNER
from momentos.figures.filters import Filters
from momentos.journey.questions.touchpoint import rows_behind
from momentos.sample.loading import FOLDER

TOUCHPOINT = "Recibe el pedido"


def test_the_cell_named_beside_a_score_holds_that_score(sample):
    with sample.cursor() as cursor:
        behind = rows_behind(cursor, OWNER, TOUCHPOINT, Filters(from_on=datetime(2026, 6, 1).date()))
    book = openpyxl.load_workbook(FOLDER / "encuestas.xlsx", read_only=False, data_only=True)
    scored = behind[behind["dataset"].isin(["responses", "ratings"])]
    assert set(scored["dataset"]) == {"responses", "ratings"}
    for row in scored.itertuples():
        sheet, _, cell = row.cell.rpartition("!")
        assert book[sheet.strip("'")][cell].value == row.score
