"""Signals to review, on their page."""

from datetime import datetime, timedelta
from pathlib import Path

from tests.people.screen.test_board import plain
from tests.screen.test_pages import load


def test_where_nothing_is_odd_the_page_says_at_how_much_it_looked(screen, shop: Path) -> None:
    app = screen("honesty.py", "en")
    assert not app.exception
    assert app.title[0].value == "Nothing looks odd"
    assert "Looked at 320 answers of 4 people: nothing is odder than chance allows." in plain(app)
    assert "Not looked at. Who is invited" in plain(app)


def test_a_signal_stands_under_its_person_with_the_rows_behind_it(screen, database: Path) -> None:
    start = datetime(2026, 2, 10, 9)
    said = [
        {
            "response": f"{name} {place}",
            "employee": name,
            "answered_at": start + timedelta(hours=7 * place),
            "csat": 1.0 + place % 5,
        }
        for name in ("Luis", "Eva", "Iván", "Sara")
        for place in range(60)
    ]
    at_once = [
        {
            "response": f"R{place}",
            "employee": "De corrido",
            "answered_at": start + timedelta(seconds=9 * place + 9),
            "csat": 1.0 + place % 5,
        }
        for place in range(60)
    ]
    load(database, "responses", said + at_once)
    app = screen("honesty.py", "en")
    assert not app.exception
    assert app.title[0].value == "One person has signals to talk about"
    assert "60 answers within 10 minutes." in plain(app)
    (toggle,) = [one for one in app.toggle if str(one.key).startswith("signal_rows_")]
    toggle.set_value(True).run()
    assert not app.exception
    assert len(app.dataframe[0].value) == 60
