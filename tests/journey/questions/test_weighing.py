"""What is judged of a touchpoint and what is not, and the one order of priority."""

from datetime import datetime
from pathlib import Path
from random import Random

import pandas as pd
import pytest

from momentos.domain.samples import JUDGED_N
from momentos.journey.questions.journey import journey
from momentos.journey.questions.priorities import prioritise
from momentos.journey.questions.weighing import common_target, in_order, to_fix_first
from momentos.journey.words.reason import reason
from tests.figures.company import company, full_row
from tests.figures.test_targets import take


def point(name: str, impact: float | None = None, target: float | None = None, **given: object) -> dict:
    return full_row("touchpoints", touchpoint=name, stage="Etapa", impact=impact, target=target, **given)


def answers(name: str, *scores: float) -> list[dict]:
    """One answer by each of the customers C0, C1…"""
    return [
        full_row("responses", answered_at=datetime(2026, 1, 5), customer=f"C{at}", touchpoint=name, csat=score)
        for at, score in enumerate(scores)
    ]


def rows_of(folder: Path, touchpoints: list[dict], *said: list[dict], **asked: object) -> pd.DataFrame:
    with company(folder, touchpoints=touchpoints, responses=[one for some in said for one in some]) as cursor:
        return journey(cursor, **asked).set_index("touchpoint")


def reasons(rows: pd.DataFrame) -> dict[str, str]:
    found = prioritise(rows.reset_index(), None).rows
    return {row.touchpoint: str(reason(row)) for row in found.itertuples()}


def test_a_touchpoint_nobody_gave_a_target_is_not_judged_and_weighs_by_what_it_lacks_to_five(tmp_path) -> None:
    # Impact 5, score 3.5 of 40 of the 40 customers: 5 · (5 − 3.5) · 1.
    rows = rows_of(tmp_path, [point("Consulta", 5)], answers("Consulta", *[3.0, 4.0] * 20))
    row = rows.loc["Consulta"]
    assert (row["goal"], row["gap"], row["priority"]) == (5, 1.5, 7.5)
    assert pd.isna(row["target"])
    assert row["quadrant"] is None
    assert to_fix_first(rows).empty
    assert reasons(rows)["Consulta"] == (
        "It weighs 5 of 5, scores 3.5, 1.5 short of 5, and 100 % of the customers pass through it. "
        "Nobody has set its target."
    )


def test_a_target_of_its_own_judges_a_touchpoint(tmp_path) -> None:
    rows = rows_of(tmp_path, [point("Consulta", 5, 4.0)], answers("Consulta", *[3.0, 3.5] * 20))
    assert rows.loc["Consulta", ["target", "goal", "gap", "quadrant"]].tolist() == [4, 4, 0.75, "fix first"]


def test_the_companys_target_for_the_mean_score_stands_for_touchpoints_without_one(tmp_path) -> None:
    points = [point("Consulta", 5, 4.5), point("Pago", 5)]
    with company(tmp_path, touchpoints=points, responses=[*answers("Pago", *[3.0] * 20, *[2.0] * 20)]):
        pass
    take(tmp_path, "score", 3.8)
    with company(tmp_path) as cursor:
        rows = journey(cursor).set_index("touchpoint")
    assert rows["target"].tolist() == [4.5, 3.8]
    assert rows.loc["Pago", "quadrant"] == "fix first"


def test_a_trial_target_stands_for_all_and_is_not_kept(tmp_path) -> None:
    points = [point("Consulta", 5, 4.5), point("Pago", 5)]
    said = answers("Consulta", *[3.9, 4.1] * 20), answers("Pago", *[2.0, 3.0] * 20)
    rows = rows_of(tmp_path, points, *said, target=3.0)
    assert rows["quadrant"].tolist() == ["keep up", "fix first"]
    with company(tmp_path) as cursor:
        assert journey(cursor)["target"].fillna(0).tolist() == [4.5, 0]


def test_gaps_to_targets_and_gaps_to_five_never_stand_in_one_order(tmp_path) -> None:
    """Pago has no target: both gaps are to 5, else Consulta's 0.5 would stand beside Pago's 1.2."""
    points = [point("Consulta", 5, 4.0), point("Pago", 5)]
    rows = rows_of(tmp_path, points, answers("Consulta", *[3.0, 4.0] * 20), answers("Pago", *[3.8, 3.8, 3.9, 3.7] * 10))
    assert rows["goal"].tolist() == [5, 5]
    assert rows["gap"].tolist() == pytest.approx([1.5, 1.2])
    assert rows["quadrant"].fillna("none").tolist() == ["fix first", "none"]


@pytest.mark.parametrize(("n", "place"), [(JUDGED_N - 1, None), (JUDGED_N, "fix first")])
def test_it_takes_thirty_answers_to_have_a_priority_and_a_place_in_the_matrix(tmp_path, n, place) -> None:
    rows = rows_of(tmp_path, [point("Consulta", 5, 4.0)], answers("Consulta", *([2.0, 3.0] * 15)[:n]))
    assert rows.loc["Consulta", "quadrant"] == place
    assert pd.isna(rows.loc["Consulta", "priority"]) == (place is None)


def test_two_equal_bad_answers_are_no_verdict_and_say_how_many_are_missing(tmp_path) -> None:
    rows = rows_of(tmp_path, [point("Llamada", 5, 4.0), point("Caja", 5, 4.0)], answers("Llamada", 3.0, 3.0),
                   answers("Caja", *[3.0] * 29))  # fmt: skip
    assert to_fix_first(rows).empty
    assert reasons(rows) == {
        "Llamada": "28 more answers are needed to judge it: it has 2, with a score of 3.0.",
        "Caja": "One more answer is needed to judge it: it has 29, with a score of 3.0.",
    }


def test_what_is_surely_to_fix_first_stands_before_what_only_weighs_more(tmp_path) -> None:
    """Sala weighs 3 and all 80 customers pass: 3 · 1 · 1. Llamada weighs 5, 40 pass: 5 · 1 · ½. Sala is no moment of
    truth, so Llamada comes first; Web has the greatest gap and 20 answers."""
    points = [point(name, impact, 4.0) for name, impact in (("Sala", 3), ("Llamada", 5), ("Pago", 4), ("Web", 5))]
    said = [
        answers("Sala", *[2.5, 3.5] * 40),
        answers("Llamada", *[2.5, 3.5] * 20),
        answers("Pago", *[3.4, 3.6] * 20),
        answers("Web", *[1.0, 2.0] * 10),
    ]
    rows = rows_of(tmp_path, points, *said)
    assert rows.loc["Sala", "priority"] == pytest.approx(3.0)
    assert rows.loc["Llamada", "priority"] == pytest.approx(2.5)
    assert list(in_order(rows).index) == ["Llamada", "Pago", "Sala", "Web"]
    assert list(to_fix_first(rows).index) == ["Llamada", "Pago"]


@pytest.mark.parametrize("seed", range(5))
def test_the_journey_and_the_list_of_priorities_are_in_one_order(tmp_path, seed) -> None:
    chance = Random(seed)
    points = [point(f"T{at}", chance.choice([None, 2, 3, 4, 5]), chance.choice([3.5, 4.0, 4.5])) for at in range(9)]
    said = [
        answers(one["touchpoint"], *(chance.choice([1.0, 3.0, 5.0]) for _ in range(chance.choice([0, 5, 40, 90]))))
        for one in points
    ]
    rows = rows_of(tmp_path, points, *said).reset_index()
    listed = prioritise(rows, None).rows
    assert list(listed["touchpoint"]) == list(in_order(rows)["touchpoint"])
    first = list(to_fix_first(rows)["touchpoint"])
    assert list(listed["touchpoint"])[: len(first)] == first
    assert listed["priority"].iloc[len(first) :].dropna().is_monotonic_decreasing


@pytest.mark.parametrize(
    ("targets", "common"),
    [([4.0, 4.0], 4.0), ([4.0, 4.5], None), ([4.0, None], None), ([None, None], None)],
)
def test_one_target_is_common_only_where_all_have_it(targets, common) -> None:
    rows = pd.DataFrame({"score": [3.0, 3.0], "impact": [5.0, 4.0], "target": pd.Series(targets, dtype=float)})
    assert common_target(rows) == common


def test_what_is_not_in_the_matrix_does_not_count_among_the_targets() -> None:
    rows = pd.DataFrame({"score": [3.0, None, 3.0], "impact": [5.0, 4.0, None], "target": [4.0, 4.5, 3.0]}, dtype=float)
    assert common_target(rows) == 4.0
