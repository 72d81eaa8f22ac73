"""A real week of calls to a bank, from file to figures, through the command line."""

import csv
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

EMPTY = {"", "0", "NO_SERVER"}


@pytest.fixture(scope="module")
def workbook(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Terminal, dict]:
    terminal = Terminal(tmp_path_factory.mktemp("bank_xlsx"))
    (answer,) = terminal.json("import", str(real_data / "bank-calls" / "bank_calls_first_week.xlsx"))
    return terminal, answer


@pytest.fixture(scope="module")
def calls(real_data: Path) -> list[dict[str, str]]:
    """The rows of the original text, read with nothing but the standard library."""
    with (real_data / "bank-calls" / "bank_calls_first_week.txt").open(encoding="latin-1", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_row_is_read_and_loaded(workbook):
    _, answer = workbook
    assert answer["status"] == "loaded"
    (sheet,) = answer["sheets"]
    assert (sheet["dataset"], sheet["read"], sheet["loaded"], sheet["rejected"]) == ("interactions", 9007, 9007, 0)


def test_served_and_abandoned_calls_are_told_apart(workbook):
    terminal, _ = workbook
    (abandonment,) = terminal.json("metric", "abandonment")["rows"]
    assert abandonment["n"] == 7429 + 1519
    assert abandonment["value"] == pytest.approx(100 * 1519 / (7429 + 1519), abs=1e-4)


@pytest.mark.parametrize(("key", "seconds"), [("wait", 32.03), ("handle_time", 167.94)])
def test_mean_times_are_those_of_the_served(workbook, key, seconds):
    terminal, _ = workbook
    (row,) = terminal.json("metric", key)["rows"]
    assert row["n"] == 7429
    assert row["value"] == pytest.approx(seconds, abs=0.005)
    assert row["low"] < row["value"] < row["high"]


def test_customer_0_and_no_server_are_nobody(workbook, calls):
    terminal, _ = workbook
    rows = terminal.json("rows", "interactions")
    assert sum(row["customer"] is None for row in rows) == sum(one["customer_id"] == "0" for one in calls)
    assert sum(row["employee"] is None for row in rows) == sum(one["server"].strip() in EMPTY for one in calls)
    assert not EMPTY & {row["employee"] for row in rows}


def test_the_text_and_the_workbook_hold_the_same(workbook, real_data, tmp_path):
    terminal, _ = workbook
    of_the_text = Terminal(tmp_path)
    of_the_text.json("import", str(real_data / "bank-calls" / "bank_calls_first_week.txt"))
    assert of_the_text.json("rows", "interactions") == terminal.json("rows", "interactions")


def test_calls_of_each_server_agree_with_a_plain_count(workbook, calls):
    terminal, _ = workbook
    rows = terminal.json("metric", "handle_time", "--by", "employee")["rows"]
    waits: dict[str, list[int]] = {}
    for one in calls:
        if one["outcome"].strip() == "AGENT" and one["server"].strip() not in EMPTY:
            waits.setdefault(one["server"].strip(), []).append(int(one["ser_time"]))
    assert {row["employee"]: row["n"] for row in rows} == {server: len(times) for server, times in waits.items()}
    expected = {server: sum(times) / len(times) for server, times in waits.items()}
    assert {row["employee"]: row["value"] for row in rows} == pytest.approx(expected, abs=1e-5)
