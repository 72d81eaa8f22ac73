"""What stands for loyalty, and what to do where nothing does."""

import pytest

from momentos.domain.outcomes import Outcome
from momentos.figures.loyalty import Loyalty
from momentos.journey.questions.impact_lack import Lack
from momentos.journey.words.loyalty import known_of, what_is_missing, what_stands_for_it, what_to_do
from tests.journey.words.answers import english, impact, spanish


def test_the_outcome_stands_in_the_sentence_in_small_letters() -> None:
    assert spanish(what_stands_for_it(Loyalty(Outcome.RECOMMENDATION))) == "Lealtad: recomendación (0 a 10)."
    assert spanish(known_of(12345)) == "Respuestas de las que se conoce la lealtad: 12.345."


def test_what_is_missing_is_a_question_or_answers_to_it() -> None:
    assert english(what_is_missing(impact(lack=Lack.NO_QUESTION))) == "What is missing is a loyalty answer"
    assert english(what_is_missing(impact(lack=Lack.NOBODY_HERE))) == "Recommendation (0 to 10)"


@pytest.mark.parametrize(
    ("lack", "begins"),
    [
        (Lack.NO_QUESTION, "In the same surveys, a recommendation from 0 to 10 or an overall score;"),
        (Lack.APART, "Answers that say it: 1,200. None of them scores a touchpoint"),
        (Lack.NOT_YET, "What customers did is looked for in the 90 days after each answer"),
        (Lack.NOBODY_HERE, "There are answers at other times: choose all the history, or another period."),
    ],
)
def test_each_lack_says_what_to_do(lack, begins) -> None:
    assert str(english(what_to_do(impact(lack=lack, loyal=1200)))).startswith(begins)
