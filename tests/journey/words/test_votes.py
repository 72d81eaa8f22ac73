"""Votes on the impact of a touchpoint in words."""

from dataclasses import replace
from datetime import datetime

import pandas as pd

from momentos.journey.questions.votes import Vote
from momentos.journey.words.votes import agreement, disputed, vote_words, when
from tests.journey.words.answers import english, spanish

GIVEN = Vote("Ana", 4.0, "todos preguntan", datetime(2026, 3, 9, 14, 5), True)


def test_only_touchpoints_that_people_disagree_about_are_named() -> None:
    votes = pd.DataFrame({"touchpoint": ["Caja", "Web", "Sala"], "disagree": [True, False, True]})
    assert spanish(disputed(votes)) == "No hay acuerdo sobre: Caja, Sala. Conversarlo antes de decidir."
    assert disputed(votes[~votes["disagree"]]) is None


def test_people_agree_or_they_do_not() -> None:
    assert (english(agreement(True)), english(agreement(False))) == ("they disagree", "they agree")


def test_a_vote_says_who_gave_it_and_why_and_whether_it_still_counts() -> None:
    assert spanish(vote_words(GIVEN)) == "Ana: 4 · todos preguntan"
    assert spanish(when(GIVEN)) == "9 mar 2026, 14:05"
    assert spanish(when(replace(GIVEN, counts=False))) == "9 mar 2026, 14:05 · reemplazado por un voto posterior"
