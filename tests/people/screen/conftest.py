"""A small shop: three people of one lead, one of them clearly better, and words that praise another."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.screen.test_pages import load

PEOPLE = ("Ana Ruiz", "Luis Mora", "Eva Sol", "Iván Paz")
BETTER, PRAISED = PEOPLE[:2]
_DAY = datetime(2026, 2, 10, 9)


def _answers(employee: str, satisfied: int, dissatisfied: int) -> list[dict]:
    return [
        {
            "response": f"{employee} {place}",
            "answered_at": _DAY,
            "employee": employee,
            "touchpoint": "Caja",
            "channel": "Tienda",
            "csat": score,
        }
        for place, score in enumerate([5.0] * satisfied + [1.0] * dissatisfied)
    ]


@pytest.fixture
def shop(database: Path) -> Path:
    """The database of the shop."""
    staff = [{"employee": name, "name": name, "area": "Caja", "supervisor": "Marta"} for name in PEOPLE]
    ana, *others = (_answers(name, 78 if name == BETTER else 40, 2 if name == BETTER else 40) for name in PEOPLE)
    others[0][0]["comment"] = "Luis fue muy amable y muy rápido"
    load(database, "employees", staff)
    load(database, "responses", [*ana, *(row for rows in others for row in rows)])
    return database
