"""What of the board is drawn."""

import pandas as pd

from momentos.people.screen.board import board_for_chart


def test_nobody_is_drawn_where_everybody_lacks_answers() -> None:
    rows = pd.DataFrame({"employee": ["Lucía", "Marco"], "score": [float("nan")] * 2, "n": [4, 3]})
    assert board_for_chart(rows).empty


def test_those_with_a_figure_are_drawn_at_it() -> None:
    rows = pd.DataFrame({"employee": ["Lucía", "Marco"], "score": [float("nan"), 71.5], "n": [4, 90]})
    assert board_for_chart(rows)[["employee", "value"]].to_numpy().tolist() == [["Marco", 71.5]]
