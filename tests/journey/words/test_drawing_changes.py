"""A change of the drawing in words."""

from datetime import date, datetime
from typing import Any

import pytest

from momentos.journey.questions.drawing_changes import Change
from momentos.journey.words.drawing_changes import as_it_was, change
from tests.journey.words.answers import spanish


def told(kind: str, **fields: tuple[Any, Any]) -> list[str | None]:
    changed = Change("caja", "Caja", kind, fields, "Ana", datetime(2026, 3, 9), None)
    return [spanish(part) for part in change(changed)]


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("described", {}, ["descrito por primera vez"]),
        ("reviewed", {}, ["revisado"]),
        ("voted", {"impact": (None, 4.0)}, ["votó 4"]),
        ("voted", {"impact": (2.5, 4)}, ["cambió su voto de 2.5 a 4"]),
        (
            "changed",
            {"name": ("Paga", "Cobro"), "area": ("Piso", None), "review_on": (None, date(2026, 3, 9))},
            ["Nombre: Paga → Cobro", "Área: Piso → nada", "Fecha de revisión: nada → 9 mar 2026"],
        ),
    ],
)
def test_each_kind_of_change_says_what_was_said_and_what_is_said(kind, fields, words) -> None:
    assert told(kind, **fields) == words


def test_a_past_map_says_its_day() -> None:
    assert "como estaban el 9 mar 2026;" in str(spanish(as_it_was(date(2026, 3, 9))))
