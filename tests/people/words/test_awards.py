"""Why somebody is recognised by a policy, what past periods would have shown, and what nobody can reach."""

from dataclasses import replace
from datetime import date

import pytest

from momentos.domain.messages import Message
from momentos.locales.reader import reader
from momentos.people.meanings.policy import READY_POLICIES, Award
from momentos.people.questions.awards import Hurdle, Obstacle, PastPeriod, Winner
from momentos.people.words import awards

POLICY = replace(READY_POLICIES[0].policy, award_n=1500, window_days=90, standard=72.5)
QUARTER = date(2026, 1, 1), date(2026, 3, 31)


def english(words: Message) -> str:
    return reader("en").words(words)


@pytest.mark.parametrize(
    ("winner", "words"),
    [
        (
            Winner("Ana", Award.ABOVE, 81.6, 64.4, 120, 0.02),
            "82 points against the team's 64 in the same kind of cases, with 120 answers.",
        ),
        (
            Winner("Caja", Award.TEAM, 81.6, 64.4, 1200, 0.02),
            "82 points against the team's 64 in the same kind of cases, with 1,200 answers.",
        ),
        (Winner("Ana", Award.STANDARD, 81.6, 72.5, 40), "82 points, and the standard is 72.5, with 40 answers."),
        (Winner("Ana", Award.RAFFLE, 7), "Drawn among the 7 who reached the standard."),
        (
            Winner("Ana", Award.IMPROVED, 12.3, n=31, luck=0.04),
            "12 points more than in the period before, beyond the team's own change, with at least 31 answers in each.",
        ),
        (Winner("Ana", Award.PEERS, 3), "Recognised by 3 different colleagues."),
    ],
)
def test_each_award_says_what_it_rests_on(winner: Winner, words: str) -> None:
    assert english(awards.award_reason(winner)) == words


def test_every_award_has_its_reason() -> None:
    assert all(isinstance(awards.award_reason(Winner("Ana", award, 1)), Message) for award in Award)


@pytest.mark.parametrize(
    ("hurdle", "words"),
    [
        (Hurdle(Obstacle.NO_FIGURES), "In the last 90 days nobody has figures for these metrics."),
        (
            Hurdle(Obstacle.ANSWERS, 66),
            "Nobody can be recognised: it takes 1,500 answers in 90 days, and whoever has the most has 66. Ask for "
            "fewer, or lengthen the window.",
        ),
        (Hurdle(Obstacle.THRESHOLDS), "Nobody meets the thresholds in the last 90 days."),
        (Hurdle(Obstacle.STANDARD, 64.6), "Nobody reaches the standard of 72.5 points: the most is 65."),
    ],
)
def test_what_nobody_can_reach_says_how_far_the_best_are(hurdle: Hurdle, words: str) -> None:
    assert english(awards.hurdle(hurdle, POLICY)) == words


def test_the_luck_of_past_periods_is_added_up() -> None:
    ana, luis = Winner("Ana", Award.ABOVE, 80, 60, 50, 0.05), Winner("Luis", Award.STANDARD, 80, 60, 50)
    periods = (PastPeriod(*QUARTER, (ana, luis)), PastPeriod(*QUARTER, (ana,)))
    assert english(awards.luck(periods)) == "Recognitions: 3; periods: 2; by luck: 0.1."


def test_periods_that_recognise_nobody_say_so() -> None:
    assert english(awards.luck((PastPeriod(*QUARTER, ()),))) == ("In these periods it would have recognised nobody.")


def test_winners_of_one_award_stand_on_one_line() -> None:
    winners = tuple(
        Winner(name, award, 1) for name, award in (("Ana", Award.PEERS), ("Eva", Award.RAFFLE), ("Luis", Award.PEERS))
    )
    lines = [english(line) for line in awards.winners(PastPeriod(*QUARTER, winners))]
    assert lines == ["Voice of peers: Ana, Luis", "Raffle among those who reach the standard: Eva"]


def test_a_period_without_winners_says_nobody() -> None:
    assert [english(line) for line in awards.winners(PastPeriod(*QUARTER, ()))] == ["nobody"]


def test_a_period_is_told_from_its_first_day_to_its_last() -> None:
    assert english(awards.window(PastPeriod(*QUARTER, ()))) == "Jan 1, 2026 – Mar 31, 2026"
