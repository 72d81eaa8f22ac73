"""The fair board: worked by hand, then on teams whose truth was planted."""

import numpy as np
import pytest

from momentos.analysis.fair import Band, band_of, case_mix, fair_board, most_improved, shrunk
from tests.analysis.worlds import team


def one_kind_of_case(successes, n):
    """The case mix of people who all handle the same kind of case."""
    people = np.arange(len(n))
    successes, n = np.asarray(successes, dtype=float), np.asarray(n, dtype=float)
    return case_mix(people, np.zeros(len(n), dtype=int), n, successes, successes)


def test_each_is_expected_what_the_team_achieves_in_their_kind_of_cases():
    # Ana and Beto share easy cases (30 of 40 good) and hard ones (10 of 40 good).
    person = np.array([0, 0, 1, 1])
    cell = np.array([0, 1, 0, 1])
    n = np.array([10.0, 30, 30, 10])
    good = np.array([8.0, 9, 22, 1])
    mix = case_mix(person, cell, n, good, good)
    assert mix.team == 0.5
    assert mix.observed.tolist() == [17 / 40, 23 / 40]
    assert mix.expected.tolist() == [(10 * 0.75 + 30 * 0.25) / 40, (30 * 0.75 + 10 * 0.25) / 40]
    assert mix.difference.tolist() == pytest.approx([0.05, -0.05])
    assert mix.spread == pytest.approx(np.sqrt((40 * 0.75 * 0.25 * 2) / 78))


def test_the_score_adds_thirty_imaginary_answers_with_the_teams_average():
    assert 78.2 + shrunk(np.array([84.0 - 79.1]), np.array([129.0]))[0] == pytest.approx(82.2, abs=0.05)


def test_a_case_nobody_else_handles_is_a_weak_comparison():
    person, cell = np.array([0, 0, 1, 2]), np.array([0, 1, 0, 0])
    n = np.array([10.0, 30, 40, 40])
    mix = case_mix(person, cell, n, n / 2, n / 2)
    assert mix.isolated.tolist() == [0.75, 0, 0]
    assert [row.is_weak_comparison for row in fair_board("abc", mix)].count(True) == 1


def test_the_board_says_what_is_missing_before_it_says_where_somebody_stands():
    rows = {row.key: row for row in fair_board("abcd", one_kind_of_case([13, 24, 16, 180], [13, 25, 40, 200]))}
    assert (rows["a"].band, rows["a"].missing, rows["a"].missing_for_award) == (None, 7, 17)
    assert rows["b"].missing == 0
    assert (rows["b"].missing_for_award, rows["b"].is_award) == (5, False)
    assert rows["c"].band is Band.BELOW
    assert rows["d"].missing_for_award == 0


def test_figures_are_shown_in_per_cent_and_within_their_scale():
    rows = fair_board("abc", one_kind_of_case([40, 40, 39], [40, 40, 40]), factor=100, scale=(0, 100))
    assert all(0 <= row.low <= row.score <= row.high <= 100 for row in rows)
    assert rows[0].observed == 100


def test_where_less_is_better_the_lowest_come_first():
    n = np.full(5, 100.0)
    seconds = np.array([100.0, 200, 205, 300, 195])
    mix = case_mix(np.arange(5), np.zeros(5, dtype=int), n, n * seconds, n * (seconds**2 + 900))
    rows = fair_board("abcde", mix, is_higher_better=False)
    assert rows[0].key == "a"
    assert (rows[0].band, rows[-1].band) == (Band.ABOVE, Band.BELOW)


def test_a_team_in_which_all_answers_are_perfect_tells_nobody_apart():
    rows = fair_board("abc", one_kind_of_case([50, 60, 70], [50, 60, 70]))
    assert {row.band for row in rows} == {Band.SAME}
    assert not any(row.is_award for row in rows)


@pytest.mark.parametrize(
    ("p_above", "n", "band"),
    [
        (0.95, 19, None),
        (0.95, 20, Band.ABOVE),
        (0.90, 20, Band.ABOVE),
        (0.5, 20, Band.SAME),
        (0.05, 20, Band.BELOW),
        (None, 50, Band.SAME),
    ],
)
def test_bands_follow_probability_and_never_position(p_above, n, band):
    assert band_of(p_above, n) is band


def test_a_team_of_equals_recognises_nobody():
    rng = np.random.default_rng(3)
    runs = 120
    awarded = 0
    for _ in range(runs):
        n = rng.integers(30, 130, 20)
        _, good = team(rng, n, spread=0)
        awarded += any(row.is_award for row in fair_board([str(i) for i in range(20)], one_kind_of_case(good, n)))
    assert awarded / runs <= 0.05


def test_two_truly_better_people_are_found_and_nobody_else():
    rng = np.random.default_rng(4)
    found, wrong = 0, 0
    for _ in range(40):
        truth = np.array([0.93, 0.92] + [0.75] * 13)
        n = np.full(15, 150)
        good = rng.binomial(n, truth)
        named = {row.key for row in fair_board([str(i) for i in range(15)], one_kind_of_case(good, n)) if row.is_award}
        found += len(named & {"0", "1"})
        wrong += len(named - {"0", "1"})
    assert found >= 76
    assert wrong <= 8


def test_hard_cases_do_not_make_a_bad_colleague():
    rng = np.random.default_rng(5)
    # Everybody is equally good; the first five take the hard cases.
    person = np.repeat(np.arange(15), 2)
    cell = np.tile([0, 1], 15)
    n = np.where((person < 5) == (cell == 1), 90.0, 30.0)
    good = rng.binomial(n.astype(int), np.where(cell == 1, 0.55, 0.9)).astype(float)
    keys = [str(i) for i in range(15)]
    adjusted = fair_board(keys, case_mix(person, cell, n, good, good))
    raw = fair_board(keys, case_mix(person, np.zeros_like(cell), n, good, good))
    assert {row.band for row in adjusted} == {Band.SAME}
    blamed = {row.key for row in raw if row.band is Band.BELOW}
    assert len(blamed) >= 4
    assert blamed <= {"0", "1", "2", "3", "4"}


def test_the_winner_is_more_often_the_best_than_under_raw_averages():
    rng = np.random.default_rng(6)
    ours = raw = thin = 0
    for _ in range(150):
        n = np.maximum(rng.lognormal(3.2, 1, 20).astype(int), 3)
        truth, good = team(rng, n, spread=0.05)
        best = str(truth.argmax())
        ours += fair_board([str(i) for i in range(20)], one_kind_of_case(good, n))[0].key == best
        raw_first = int((good / n).argmax())
        raw += str(raw_first) == best
        thin += n[raw_first] < 10
    assert ours > 1.4 * raw
    assert thin > 50


def periods(rng, before, now, n):
    return (
        one_kind_of_case(rng.binomial(n, now), [n] * len(now)),
        one_kind_of_case(rng.binomial(n, before), [n] * len(before)),
    )


def test_somebody_who_truly_improved_is_recognised_and_luck_is_not():
    rng = np.random.default_rng(7)
    keys = [str(i) for i in range(12)]
    truly = lucky = 0
    for _ in range(60):
        before, now = np.full(12, 0.7), np.array([0.92] + [0.7] * 11)
        rows = most_improved(keys, *periods(rng, before, now, 120))
        truly += rows[0].key == "0" and rows[0].is_award
        lucky += any(row.is_award for row in most_improved(keys, *periods(rng, before, before, 120)))
    assert truly >= 45
    assert lucky <= 5


def test_improvement_needs_both_periods():
    now, before = one_kind_of_case([39, 30, 30], [40, 40, 40]), one_kind_of_case([6, 30, 30], [20, 40, 40])
    best = most_improved("abc", now, before, factor=100)[0]
    assert (best.key, best.missing, best.is_award) == ("a", 10, False)
    assert 0 < best.shrunk_change < best.change


def test_a_team_whose_answers_are_all_alike_is_not_certain_of_anybody():
    # 40 answers of 5: with half a 1 and half a 5 more, the spread of one is 0.437, and 20 answers and 30 imaginary ones.
    people, n = np.arange(2), np.array([20.0, 20])
    mix = case_mix(people, np.zeros(2, dtype=int), n, 5 * n, 25 * n, (1.0, 5.0))
    assert mix.spread == pytest.approx(np.sqrt(1013 / 41 - (203 / 41) ** 2))
    rows = fair_board(["Ana", "Beto"], mix, scale=(1.0, 5.0))
    assert [(row.score, row.high) for row in rows] == [(5.0, 5.0)] * 2
    assert [row.low for row in rows] == pytest.approx([5 - 1.96 * mix.spread / np.sqrt(50)] * 2, abs=1e-4)


def test_a_team_whose_times_are_all_alike_has_a_board_without_intervals():
    n = np.array([20.0, 20, 20])
    mix = case_mix(np.arange(3), np.zeros(3, dtype=int), n, 60 * n, 3600 * n)
    rows = fair_board(["Ana", "Beto", "Ceci"], mix, is_higher_better=False)
    assert all(np.isnan(row.low) and np.isnan(row.high) for row in rows)
    assert not any(row.is_award for row in rows)
