"""The sample company from a terminal, end to end."""

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    terminal = Terminal(tmp_path_factory.mktemp("demo"))
    assert all(one["loaded"] for one in terminal.json("demo"))
    return terminal


def test_the_sample_company_fills_the_journey_the_board_and_the_charts(sample):
    journey = sample.json("journey")
    assert len(journey["rows"]) == 14
    assert all(row["score"] and row["priority"] is not None for row in journey["rows"] if row["n"] >= 30)
    assert len(sample.json("team", "--from", "2000-01-01")["rows"]) > 20
    assert len(sample.json("monitor", "wait")["points"]) >= 18


def test_loading_the_sample_again_changes_nothing(sample):
    before = sample.json("loads")
    assert sample.json("demo") == []
    assert sample.json("loads") == before
