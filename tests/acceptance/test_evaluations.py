"""Real course evaluations, 28 scores each, with the instructor as the person: nothing is said that one cannot know."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal


@pytest.fixture(scope="module")
def path(real_data: Path) -> Path:
    return real_data / "turkiye-student-evaluation" / "turkiye-student-evaluation_R_Specific.csv"


@pytest.fixture(scope="module")
def loaded(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    terminal = Terminal(tmp_path_factory.mktemp("evaluations"))
    (answer,) = terminal.json("import", str(path), "--map", "instr=employee")
    assert answer["status"] == "loaded"
    return terminal


def test_each_evaluation_is_one_answer_though_it_scores_28_questions(loaded: Terminal, path: Path) -> None:
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    questions = [f"Q{number}" for number in range(1, 29)]
    answers = Counter(row["instr"] for row in rows)
    board = {row["employee"]: row for row in loaded.json("team", "--metric", "score")["rows"]}
    assert {name: row["n"] for name, row in board.items()} == answers
    for name, row in board.items():
        scores = [float(one[question]) for one in rows if one["instr"] == name for question in questions]
        assert row["observed"] == pytest.approx(sum(scores) / len(scores), abs=1e-4)
        assert row["high"] - row["low"] > 2 * 1.9 / answers[name] ** 0.5


def test_of_three_instructors_nobody_is_among_the_best_three(loaded: Terminal) -> None:
    assert {row["p_top3"] for row in loaded.json("team", "--metric", "score")["rows"]} == {None}


def test_a_card_of_an_instructor_is_written(loaded: Terminal, tmp_path: Path) -> None:
    loaded.run("card", "2", "-o", str(tmp_path / "card.pdf"))
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
