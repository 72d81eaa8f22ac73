"""What a person says of their card is kept, answered, and seen by the lead."""

from datetime import datetime

import pytest

from momentos.domain.errors import Refused
from momentos.warehouse.cards import answer, read_at, remark, remarks, say_read
from momentos.warehouse.connection import Warehouse

AT = datetime(2026, 5, 10, 9, 0)


@pytest.fixture
def warehouse(tmp_path):
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


def test_a_remark_waits_for_its_answer_and_keeps_it(warehouse):
    entry = remark(warehouse, "Ana", "CSAT", "Fue la semana del apagón", at=AT)
    with warehouse.cursor() as cursor:
        assert [(one.text, one.answer) for one in remarks(cursor)] == [("Fue la semana del apagón", None)]
    answer(warehouse, entry.entry_no, "Lo anoto", author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert [(one.answer, one.answered_by) for one in remarks(cursor, "ana")] == [("Lo anoto", "Marta")]
        assert remarks(cursor, "Luis") == []


def test_nothing_said_is_nothing_kept(warehouse):
    with pytest.raises(Refused):
        remark(warehouse, "Ana", "CSAT", "  ", at=AT)
    with pytest.raises(Refused):
        answer(warehouse, 1, "Lo anoto", author=" ", at=AT)


def test_having_read_holds_for_that_version_of_the_policy_only(warehouse):
    say_read(warehouse, "Ana", 1, at=AT)
    with warehouse.cursor() as cursor:
        assert read_at(cursor, "ANA", 1) == AT
        assert read_at(cursor, "Ana", 2) is None
