"""How many customers wrote something."""

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from momentos.datasets import DATASETS
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet, SourceFile
from momentos.figures.filters import Filters
from momentos.intake.convert import ARROW_TYPES
from momentos.journey.questions.comments import comments_count
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit

ROWS = [
    ("Paga en caja", datetime(2026, 1, 31, 23, 59), "Muy lento"),
    ("PAGA EN CAJA", datetime(2026, 2, 1), "Bien"),
    ("Paga en caja", datetime(2026, 2, 2), None),
    ("Paga en caja", None, "Sin fecha"),
    ("Recibe el pedido", datetime(2026, 2, 2), "Llegó roto"),
]


@pytest.fixture
def cursor(tmp_path: Path):
    answers = [
        {"response": str(place), "touchpoint": touchpoint, "answered_at": at, "comment": comment, "csat": 4}
        for place, (touchpoint, at, comment) in enumerate(ROWS)
    ]
    table = pa.table(
        {
            **{
                field.name: pa.array([answer.get(field.name) for answer in answers], ARROW_TYPES[field.type])
                for field in DATASETS["responses"].stored
            },
            ROW_NUMBER: pa.array(range(2, 2 + len(ROWS)), pa.int32()),
        }
    )
    file = tmp_path / "encuestas.csv"
    file.write_text("x")
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        sheet = CheckedSheet("Hoja1", 1, "responses", {}, (), table, len(ROWS), 0, 0)
        commit(warehouse, SourceFile(file.name, file, "0" * 64, 1), [sheet], author="", at=datetime(2026, 3, 1))
        with warehouse.cursor() as one:
            yield one


def test_only_surveys_of_the_touchpoint_with_words_count(cursor):
    assert comments_count(cursor, "Paga en caja", Filters()) == 3


def test_both_days_of_the_window_are_inside(cursor):
    assert comments_count(cursor, "Paga en caja", Filters(date(2026, 1, 31), date(2026, 1, 31))) == 1
    assert comments_count(cursor, "Paga en caja", Filters(date(2026, 2, 1), None)) == 1
    assert comments_count(cursor, "Paga en caja", Filters(None, date(2026, 1, 30))) == 0
