"""Two years of real passenger surveys, wide grids of scores, against a plain count of the same files."""

import csv
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

YEARS = ("2017", "2018")
FIRST, LAST, OVERALL = "Q7ART", "Q7RENTAL", "Q7ALL"
SCORES = ("1", "2", "3", "4", "5")


@pytest.fixture(scope="module")
def answers(real_data: Path) -> list[dict[str, str]]:
    """Every passenger of both years, as text."""
    passengers: list[dict[str, str]] = []
    for year in YEARS:
        (path,) = (real_data / "sfo-airport-survey").glob(f"{year}_*.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            passengers += [{**one, "year": year} for one in csv.DictReader(file)]
    return passengers


@pytest.fixture(scope="module")
def loaded(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Terminal, list[dict]]:
    terminal = Terminal(tmp_path_factory.mktemp("sfo"))
    reports = []
    for year in YEARS:
        (path,) = (real_data / "sfo-airport-survey").glob(f"{year}_*.csv")
        reports += terminal.json("import", str(path), "--set", f"answered_at={year}-05-15")
    return terminal, reports


def test_every_passenger_is_a_survey_and_both_years_stay(loaded, answers):
    terminal, reports = loaded
    assert [report["status"] for report in reports] == ["loaded", "loaded"]
    assert sum(report["sheets"][0]["loaded"] for report in reports) == len(answers)
    assert len(terminal.json("rows", "responses")) == len(answers)


def test_each_touchpoint_has_the_scores_a_plain_count_finds_without_0_and_6(loaded, answers):
    terminal, _ = loaded
    headers = [header for one in (answers[0], answers[-1]) for header in _grid(one)]
    expected = {header: _scores(answers, header) for header in dict.fromkeys(headers)}
    rows = terminal.json("metric", "score", "--by", "touchpoint")["rows"]
    assert {row["touchpoint"]: row["n"] for row in rows} == {one: len(scores) for one, scores in expected.items()}
    means = {one: sum(scores) / len(scores) for one, scores in expected.items()}
    assert {row["touchpoint"]: row["value"] for row in rows} == pytest.approx(means, abs=1e-5)


def test_the_overall_score_by_year_is_that_of_its_own_column(loaded, answers):
    terminal, _ = loaded
    rows = terminal.json("metric", "score", "--by", "year")["rows"]
    for row in rows:
        scores = _scores([one for one in answers if one["year"] == row["year"]], OVERALL)
        assert (row["n"], row["value"]) == (len(scores), pytest.approx(sum(scores) / len(scores), abs=1e-5))
    assert [row["year"] for row in rows] == list(YEARS)


def test_recommendation_leaves_out_the_code_above_ten(loaded, answers):
    terminal, _ = loaded
    written = [text for one in answers for header, text in one.items() if header.strip() == "NETPRO"]
    given = [int(text) for text in written if text.strip().isdigit() and int(text) <= 10]
    (row,) = terminal.json("metric", "nps")["rows"]
    net = 100 * (sum(grade >= 9 for grade in given) - sum(grade <= 6 for grade in given)) / len(given)
    assert (row["n"], row["value"]) == (len(given), pytest.approx(net, abs=1e-5))


def test_what_only_a_person_can_tell_is_asked_for(loaded):
    _, reports = loaded
    for report in reports:
        asked = [one for one in report["problems"] if "Q9" in one["column"]]
        assert asked
        assert "--map" in asked[0]["suggestion"]
        assert not any(header.startswith("Q9") for header in report["sheets"][0]["mapping"])


def test_impact_is_derived_from_the_grid(loaded):
    terminal, _ = loaded
    answer = terminal.json("impact")
    assert answer["evidence"] == "firm"
    assert sum(row["share"] for row in answer["rows"]) == pytest.approx(1, abs=1e-4)
    assert all(1 <= row["low"] <= row["derived"] <= row["high"] <= 5 for row in answer["rows"])


def _grid(passenger: dict[str, str]) -> list[str]:
    headers = list(passenger)
    return headers[headers.index(FIRST) : headers.index(LAST) + 1]


def _scores(answers: list[dict[str, str]], header: str) -> list[int]:
    return [int(one[header]) for one in answers if one.get(header, "").strip() in SCORES]
