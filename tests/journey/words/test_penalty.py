"""Whether touchpoints punish or pay: what it still takes to tell."""

from momentos.analysis.penalty import PenaltyReward
from momentos.domain.outcomes import Outcome
from momentos.journey.words.penalty import how_told, what_it_takes, where_scores_are_missing
from tests.journey.words.answers import english, impact, spanish


def test_what_it_takes_is_answers_and_then_low_and_high_scores() -> None:
    assert english(what_it_takes(impact(respondents=399))) == ("399 answers so far; 1 more are needed to tell this.")
    assert english(what_it_takes(impact(respondents=400))) == (
        "No touchpoint has 30 scores of 1 or 2 and 30 of 5, which it takes to tell this."
    )


def test_each_touchpoint_says_how_many_scores_it_lacks_at_both_ends() -> None:
    silent = [PenaltyReward("Caja", 20, 25, 10, 5), PenaltyReward("Web", 29, 99, 1, 0)]
    assert spanish(where_scores_are_missing(silent)) == "Faltan notas bajas o altas en: «Caja» (15), «Web» (1)."
    assert where_scores_are_missing([]) is None


def test_how_it_was_told_names_the_scores_and_the_minimums() -> None:
    lines = [english(line) for line in how_told(impact(respondents=500, outcome=Outcome.OVERALL))]
    assert str(lines[0]).startswith(
        "Loyalty explained by two marks a touchpoint: a score of 2 or less, and a score of 5, against"
    )
    assert lines[1:3] == ["Loyalty: overall score (1 to 5).", "Answers whose loyalty is known: 500."]
    assert lines[5] == "Least: 400 answers, and 30 low and 30 high scores of the touchpoint."
    assert len(lines) == 7
