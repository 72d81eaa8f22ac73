"""The sample company from a terminal, end to end."""

import pytest

from tests.terminal.terminal import Terminal


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


def test_impact_is_asked_for_another_outcome_and_other_days(sample: Terminal) -> None:
    assert sample.json("impact")["loyalty"] == "nps"
    again = sample.json("impact", "--outcome", "buys_again", "--days", "30")
    assert (again["loyalty"], again["days"]) == ("buys_again", 30)
    assert again["method"] != sample.json("impact")["method"]


def test_an_outcome_that_the_data_do_not_hold_is_refused(company):
    assert "no dicen nada" in company.run("impact", "--outcome", "stays", status=1).stderr
    company.run("impact", "--outcome", "buys_again", "--days", "0", status=2)
