"""A person's card on the screen: their figures, that they read how they are evaluated, and their remarks."""

from datetime import datetime
from pathlib import Path

from momentos.domain.viewer import LEADS, Viewer
from momentos.people.kept.card_remarks import answer, remark, say_read
from momentos.warehouse.connection import Warehouse
from tests.people.screen.conftest import BETTER
from tests.people.screen.test_board import plain

AT = datetime(2026, 3, 2, 9, 30)
OWN = Viewer(BETTER, frozenset(), frozenset({BETTER.lower()}))
LEAD = Viewer("Marta", frozenset({LEADS}))


def test_a_card_shows_the_sheet_and_waits_to_be_read(screen, shop: Path) -> None:
    app = screen("card.py", "en", person=BETTER)
    assert not app.exception
    assert app.title[0].value == f"The card of {BETTER}"
    assert "Satisfaction (CSAT): Clearly above the team in cases of the same kind." in plain(app)
    assert "Your training" in plain(app)
    assert f"{BETTER} has not said yet that they read how they are evaluated." in plain(app) or any(
        one.key == "policy_read" for one in app.button
    )


def test_what_was_said_on_a_card_stands_there_with_its_answer(screen, shop: Path) -> None:
    with Warehouse.open(shop) as warehouse:
        said = remark(warehouse, OWN, BETTER, "CSAT", "Fue la semana del apagón", at=AT)
        remark(warehouse, OWN, BETTER, "CSAT", "Y la del paro", at=AT)
        answer(warehouse, LEAD, said.entry_no, "Lo vemos", author="Marta", at=AT)
        say_read(warehouse, OWN, BETTER, 0, at=AT)
    told = plain(screen("card.py", "en", person=BETTER))
    assert f"{BETTER} on CSAT: Fue la semana del apagón" in told
    assert "Marta answered: Lo vemos" in told
    assert "Not answered yet." in told
    assert f"{BETTER} said on Mar 2, 2026" in told
