"""What of a table will not be loaded."""

from types import SimpleNamespace
from typing import Any

from momentos.domain.messages import say
from momentos.intake.choices import Choices
from momentos.loading.stays_out import StaysOut, left_out
from tests.intake.drawn import table

CALLS = table({"Fecha": ["1", "2"], "Saldo": ["3", None], "Vacía": [None, None]})
ALL = Choices("interactions", {"A": "occurred_at", "B": "channel"})


def left(choices: Choices = ALL, rejected: int = 0, unanswered=(), raw=CALLS) -> StaysOut | None:
    sheet: Any = SimpleNamespace(rejected=rejected, read=2)
    return left_out(raw, choices, sheet, "a.csv", unanswered)


def test_an_empty_column_is_no_loss() -> None:
    assert left() is None


def test_a_column_that_holds_something_and_is_no_field_stays_out() -> None:
    assert left(Choices("interactions", {"A": "occurred_at"})) == StaysOut(
        "a.csv", columns=("Saldo",), of=2, rows=0, of_rows=2
    )


def test_a_score_of_a_touchpoint_is_no_loss() -> None:
    assert left(Choices("responses", {"A": "answered_at"}, {"B": "Saldo"})) is None


def test_rows_that_cannot_be_used_are_told_without_columns() -> None:
    assert left(rejected=1) == StaysOut("a.csv", of=2, rows=1, of_rows=2)


def test_what_nobody_answered_is_told_even_if_all_is_in() -> None:
    asked = (say("?"),)
    assert left(unanswered=asked) == StaysOut("a.csv", unanswered=asked, of=2, of_rows=2)


def test_columns_of_one_name_are_told_apart_by_their_letters() -> None:
    from dataclasses import replace

    twice = replace(CALLS, columns=tuple(replace(one, header="Nota") for one in CALLS.columns[:2]))
    found = left(Choices("interactions", {}), raw=twice)
    assert found is not None
    assert found.columns == ("Nota (A)", "Nota (B)")
