"""``momentos targets``: what the company wants, apart from what the trade suggests."""

from tests.terminal.conftest import SURVEYS
from tests.terminal.terminal import Terminal


def test_nobody_has_set_a_target_and_suggestions_stand_apart(terminal: Terminal) -> None:
    answer = terminal.json("targets")
    assert answer["targets"] == []
    assert {"metric": "csat", "value": 80} in answer["suggestions"]
    assert {one["target"] for one in terminal.json("metrics")} == {None}


def test_a_target_that_is_taken_holds_in_every_command_until_it_is_removed(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("encuestas.csv", SURVEYS))
    assert terminal.json("monitor", "csat")["target"] is None

    (taken,) = terminal.json("targets", "--set", "csat=75.5", "--author", "Ana")["targets"]
    assert (taken["metric"], taken["value"], taken["author"]) == ("csat", 75.5, "Ana")
    assert terminal.json("monitor", "csat")["target"] == 75.5
    assert {one["metric"]: one["target"] for one in terminal.json("metrics")}["csat"] == 75.5
    assert "75,5" in terminal.run("targets").output

    assert terminal.json("targets", "--remove", "csat", "--author", "Ana")["targets"] == []
    assert terminal.json("monitor", "csat")["target"] is None


def test_a_target_without_a_name_or_off_the_scale_is_refused(terminal: Terminal) -> None:
    assert "--author" in terminal.run("targets", "--set", "csat=80", status=1).stderr
    assert "0 a 100" in terminal.run("targets", "--set", "csat=120", "--author", "Ana", status=1).stderr
    terminal.run("targets", "--set", "interactions=5", "--author", "Ana", status=2)
    terminal.run("targets", "--set", "csat=mucho", "--author", "Ana", status=2)
    assert terminal.json("targets")["targets"] == []


def test_asking_which_metrics_there_are_makes_no_database(terminal: Terminal) -> None:
    """Else the app would open empty where it brings the sample company the first time."""
    assert terminal.json("metrics")
    assert not (terminal.folder / "momentos.duckdb").exists()
