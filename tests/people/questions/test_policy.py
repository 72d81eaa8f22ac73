"""The policy put to data: points, thresholds, awards, past periods and what nobody can reach."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.meanings.policy import READY_POLICIES, Award, PolicyThreshold, WeighedMetric
from momentos.people.questions.awards import Hurdle, Obstacle, out_of_reach, past_periods, winners
from momentos.people.questions.board import team_board
from momentos.people.questions.policy import board_policy, changes_since, policy_board
from momentos.sample.truths import BETTER_PEOPLE
from tests.figures.company import company, full_row

TODAY = date(2026, 12, 31)
INDIVIDUAL = READY_POLICIES[0].policy
ONLY_CSAT = replace(INDIVIDUAL, metrics=(WeighedMetric("csat", 100, 50, 100),), awards=(Award.ABOVE,))


def surveys(employee: str, satisfied: int, dissatisfied: int, day: datetime = datetime(2026, 1, 5)):
    return [
        full_row("responses", answered_at=day, employee=employee, touchpoint="Caja", csat=score)
        for score in [5.0] * satisfied + [1.0] * dissatisfied
    ]


@pytest.fixture(scope="module")
def sample(sample):
    with sample.cursor() as cursor:
        yield cursor


def test_points_come_from_the_fair_figure_by_the_anchors(tmp_path):
    # Team 75 %: Ana's 90 % of 40 becomes 75 + 40/70 · 15 = 83.57, and (83.57 − 50) / 50 of 100 points.
    rows = [*surveys("Ana", 36, 4), *surveys("Luis", 30, 10), *surveys("Eva", 24, 16)]
    with company(tmp_path, responses=rows) as cursor:
        board = policy_board(cursor, ONLY_CSAT, Filters())
    assert board.team == pytest.approx(50.0)
    assert board.rows.set_index("employee").loc["Ana", "score"] == pytest.approx(67.142857)
    assert board.weights == {"csat": (1.0, pytest.approx(1.0))}


def test_the_two_better_people_of_the_sample_are_found_and_nobody_else(sample):
    codes = "select employee from employee_names where key in (?, ?)"
    better = {name for (name,) in sample.execute(codes, [one.lower() for one in BETTER_PEOPLE]).fetchall()}
    board = policy_board(sample, INDIVIDUAL, Filters()).rows
    assert set(board.loc[board["band"] == "above", "employee"]) == better
    recent, year = (past_periods(sample, replace(INDIVIDUAL, window_days=days), TODAY, 1)[0] for days in (90, 365))
    assert {one.name for one in recent.winners} == {one.name for one in year.winners} == better
    assert year.by_luck < 0.1


def test_a_policy_of_one_metric_and_the_board_of_that_metric_say_the_same(sample):
    window = Filters(date(2026, 8, 3), date(2026, 10, 31))
    points = policy_board(sample, INDIVIDUAL, window).rows.set_index("employee").sort_index()
    board = (
        team_board(sample, METRICS["csat"], window, board_policy(INDIVIDUAL)).rows.set_index("employee").sort_index()
    )
    assert points["p_above"].tolist() == pytest.approx(board["p_above"].tolist())
    said = ["band", "is_award", "n", "missing"]
    assert points[said].equals(board[said])


def test_a_team_of_equals_recognises_nobody(tmp_path):
    rows = [row for name in ("Ana", "Luis", "Eva", "Iván") for row in surveys(name, 32, 8)]
    with company(tmp_path, responses=rows) as cursor:
        assert winners(cursor, ONLY_CSAT, Filters()) == ()


def test_a_threshold_earns_nothing_and_shuts_out(tmp_path):
    rows = [*surveys("Ana", 78, 2), *surveys("Luis", 40, 40), *surveys("Eva", 40, 40), *surveys("Iván", 40, 40)]
    calls = [full_row("interactions", occurred_at=datetime(2026, 1, 5), employee="Ana") for _ in range(5)]
    with company(tmp_path, responses=rows, interactions=calls) as cursor:
        open_to_all = winners(cursor, ONLY_CSAT, Filters())
        asked = replace(ONLY_CSAT, thresholds=(PolicyThreshold("interactions", at_least=6),))
        assert [one.name for one in open_to_all] == ["Ana"]
        assert winners(cursor, asked, Filters()) == ()
        assert out_of_reach(cursor, asked, TODAY) == (Hurdle(Obstacle.THRESHOLDS),)


def test_whoever_left_is_not_proposed(tmp_path):
    staff = [full_row("employees", employee="Ana", left_on=date(2026, 1, 20))]
    rows = [*surveys("Ana", 78, 2), *surveys("Luis", 40, 40), *surveys("Eva", 40, 40), *surveys("Iván", 40, 40)]
    with company(tmp_path, employees=staff, responses=rows) as cursor:
        assert winners(cursor, ONLY_CSAT, Filters(date(2026, 1, 1), date(2026, 1, 31))) == ()
        assert [one.name for one in winners(cursor, ONLY_CSAT, Filters(date(2026, 1, 1), date(2026, 1, 15)))] == ["Ana"]


def test_an_award_that_takes_more_answers_than_anybody_has_says_so(tmp_path):
    with company(tmp_path, responses=[*surveys("Ana", 8, 2), *surveys("Luis", 6, 4), *surveys("Eva", 5, 5)]) as cursor:
        assert out_of_reach(cursor, ONLY_CSAT, TODAY) == (Hurdle(Obstacle.ANSWERS, 10),)


def test_a_standard_that_nobody_reaches_says_how_far_the_best_are(tmp_path):
    policy = replace(ONLY_CSAT, awards=(Award.STANDARD,), standard=90.0)
    rows = [row for name in ("Ana", "Luis", "Eva") for row in surveys(name, 30, 10)]
    with company(tmp_path, responses=rows) as cursor:
        (hurdle,) = out_of_reach(cursor, policy, TODAY)
        assert (hurdle.obstacle, hurdle.most) == (Obstacle.STANDARD, pytest.approx(50))
        assert winners(cursor, policy, Filters()) == ()


def test_movement_is_said_only_when_it_is_real(tmp_path):
    before, now = datetime(2026, 1, 10), datetime(2026, 2, 10)
    rows = [*surveys("Ana", 20, 80, before), *surveys("Ana", 80, 20, now)]
    for name in ("Luis", "Eva", "Iván", "Sara"):
        rows += [*surveys(name, 50, 50, before), *surveys(name, 51, 49, now)]
    with company(tmp_path, responses=rows) as cursor:
        changes = changes_since(cursor, ONLY_CSAT, "csat", Filters(date(2026, 2, 1), date(2026, 2, 28)))
    movement = changes.set_index("employee")["movement"]
    assert movement["Ana"] == "better"
    assert movement.drop("Ana").isin(["better"]).sum() == 0


def test_the_draw_gives_the_same_names_to_whoever_repeats_it(tmp_path):
    policy = replace(ONLY_CSAT, awards=(Award.RAFFLE,), standard=20.0, winners=2)
    rows = [row for name in ("Ana", "Luis", "Eva", "Iván") for row in surveys(name, 32, 8)]
    with company(tmp_path, responses=rows) as cursor:
        first = winners(cursor, policy, Filters())
        assert len(first) == 2
        assert winners(cursor, policy, Filters()) == first


def test_nothing_measured_is_an_empty_board(tmp_path):
    with company(tmp_path) as cursor:
        assert policy_board(cursor, INDIVIDUAL, Filters()).rows.empty
        assert winners(cursor, INDIVIDUAL, Filters()) == ()
        assert past_periods(cursor, INDIVIDUAL, TODAY) == ()
