"""The codes of people's own cards, handed over by whoever leads."""

from pathlib import Path

from momentos.access.lead_code import LEAD_CODE_VARIABLE
from tests.people.screen.conftest import BETTER
from tests.people.screen.test_board import plain
from tests.screen.test_doors_on_pages import CODE, give_the_code


def test_a_lead_draws_the_code_of_a_card_and_is_told_what_it_opens(screen, shop: Path, monkeypatch) -> None:
    monkeypatch.setenv(LEAD_CODE_VARIABLE, CODE)
    app = give_the_code(screen("card.py", person=BETTER))
    assert "Aún sin sacar" in plain(app)
    app.button(key="draw_code").click().run()
    assert not app.exception
    assert f"Con ella {BETTER} abre su propia ficha." in plain(app)
    assert len(app.code[0].value) >= 8
