"""The wall of recognitions: on its page, and full screen for a television."""

from datetime import date, datetime
from pathlib import Path

from momentos.people.kept.recognitions import recognise
from momentos.warehouse.connection import Warehouse

AT = datetime(2026, 3, 2, 9)


def bodies(app) -> str:
    return "".join(one.proto.body for one in app.get("html"))


def test_the_wall_waits_for_its_first_recognition(screen, database: Path) -> None:
    app = screen("recognition.py", "en", pared="1")
    assert not app.exception
    assert "The wall is waiting for its first recognition" in bodies(app)


def test_a_recognition_hangs_there_signed_and_as_text(screen, database: Path) -> None:
    with Warehouse.open(database) as warehouse:
        recognise(warehouse, "Ana", "<b>Ayudó</b>", "caso 1", occurred_on=date(2026, 3, 1), author="Marta", at=AT)
    wall = bodies(screen("recognition.py", "es", pared="1"))
    assert "<h1>Ana</h1>" in wall
    assert "&lt;b&gt;Ayudó&lt;/b&gt;" in wall
    assert "Marta · 2 mar 2026" in wall
