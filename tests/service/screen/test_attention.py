"""What to look at now: what matters, each with the way to its page, or a calm sentence."""

from datetime import datetime

from momentos.domain.viewer import LEADS, Viewer
from momentos.figures.taken_targets import take_target
from momentos.warehouse.connection import Warehouse
from tests.screen.test_pages import load, responses, texts


def matters(app) -> list[str]:
    assert not app.exception
    return [text.replace("\\", "").replace("\u00a0", " ") for text in texts(app)]


def test_a_missed_target_matters_and_leads_to_its_metric(screen, database) -> None:
    load(database, "responses", responses(200))
    with Warehouse.open(database) as warehouse:
        lead, at = Viewer("Marta", frozenset({LEADS})), datetime(2026, 3, 2, 9)
        take_target(warehouse, lead, "csat", 95.0, author="Marta", at=at)

    app = screen("home.py", period="all")

    missed = "Satisfacción (CSAT): 80,0 %, sin cumplir su meta de 95,0 % (n = 200)"
    assert any(missed in text for text in matters(app))
    next(one for one in app.button if one.key == "matter_0").click().run()
    assert "Satisfacción (CSAT) en el tiempo" in matters(app)


def test_with_few_answers_it_is_said_that_they_are_too_few_to_tell(screen, database) -> None:
    load(database, "responses", responses(12))

    assert any("Todavía hay muy poco" in text for text in matters(screen("home.py", period="all")))
