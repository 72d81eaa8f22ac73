"""What of the board is drawn, and what stands beside the picture."""

import re
from pathlib import Path

import pandas as pd

from momentos.people.screen.board import board_for_chart
from tests.people.screen.conftest import BETTER
from tests.screen.test_pages import texts


def plain(app) -> str:
    return re.sub(r"\\(.)", r"\1", "\n".join(texts(app)))


def test_nobody_is_drawn_where_everybody_lacks_answers() -> None:
    rows = pd.DataFrame({"employee": ["Lucía", "Marco"], "score": [float("nan")] * 2, "n": [4, 3]})
    assert board_for_chart(rows).empty


def test_those_with_a_figure_are_drawn_at_it() -> None:
    rows = pd.DataFrame({"employee": ["Lucía", "Marco"], "score": [float("nan"), 71.5], "n": [4, 90]})
    assert board_for_chart(rows)[["employee", "value"]].to_numpy().tolist() == [["Marco", 71.5]]


def test_whoever_does_not_lead_sees_who_stands_out_and_names_the_others_without_figures(screen, shop: Path) -> None:
    app = screen("team.py", "en")
    assert not app.exception
    assert app.title[0].value == f"{BETTER} stands out"
    assert "Not clearly above the team: 3.** Eva Sol, Iván Paz, Luis Mora" in plain(app)
    assert "A bare ranking and the luck in it" not in plain(app)


def test_a_lead_may_ask_what_a_bare_ranking_would_have_claimed(screen, shop: Path) -> None:
    app = screen("team.py", "en")
    app.toggle(key="as_lead").set_value(True).run()
    app.toggle(key="raw_ranking").set_value(True).run()
    assert not app.exception
    assert f"1. {BETTER}: 97.5 %, n = 80" in plain(app)
    assert "who cannot be told apart from the team: chance alone gives such figures." in plain(app)
    assert "What luck explains at each number of answers" in plain(app)
