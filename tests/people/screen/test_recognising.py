"""Recognising: proposals given in two clicks, the wall, and how evenly it falls."""

import re
from pathlib import Path

from momentos.people.questions.recognition import recognitions
from momentos.warehouse.connection import Warehouse
from tests.people.screen.conftest import BETTER, PRAISED
from tests.people.screen.test_board import plain

NAME = "viewer_name"


def test_proposals_come_with_their_reason_and_what_it_rests_on(screen, shop: Path) -> None:
    app = screen("recognition.py", "en")
    assert not app.exception
    assert app.title[0].value == "There are 2 reasons to say thanks"
    told = plain(app)
    assert re.search(r"Above the team: \d+ points against the team's \d+", told)
    assert "Rests on: the figures of the board" in told
    assert "A customer wrote: «Luis fue muy amable y muy rápido»" in told
    assert "4 of 4 people have not been recognised in this period." in told


def test_a_recognition_is_given_in_two_clicks_in_the_words_of_the_reader(screen, shop: Path) -> None:
    app = screen("recognition.py", "es")
    app.session_state[NAME] = "Marta"
    app.run()
    app.button(key="recognise_0").click().run()
    app.button(key="recognise_for_sure").click().run()
    assert not app.exception
    with Warehouse.open(shop) as warehouse, warehouse.cursor() as cursor:
        (given,) = recognitions(cursor)
    assert (given.employee, given.given_by, given.proof) == (BETTER, "Marta", "las cifras del tablero")
    assert PRAISED in plain(app)
    assert any("Marta" in one.proto.body for one in app.get("html"))
