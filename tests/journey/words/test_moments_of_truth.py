"""Moments of truth by rule, by the data, or by both."""

from momentos.journey.questions.moments_of_truth import MomentsOfTruth
from momentos.journey.words.moments_of_truth import groups, no_moment
from tests.journey.words.answers import english, spanish


def test_only_kinds_that_there_are_are_told() -> None:
    every = MomentsOfTruth(("Caja",), ("Web",), ("Sala", "Pago"), ("Club",), 5, 2)
    assert [(spanish(title), names) for title, names in groups(every)] == [
        ("Por regla y por los datos", ("Caja",)),
        ("Por regla; los datos no lo confirman", ("Web",)),
        ("Por regla; los datos no alcanzan para decirlo", ("Sala", "Pago")),
        ("Solo por los datos", ("Club",)),
    ]
    assert [english(title) for title, _ in groups(MomentsOfTruth((), (), (), ("Club",), 5, 2))] == ["Only by the data"]


def test_the_data_are_said_to_show_no_moment_of_truth_only_where_they_weigh_all() -> None:
    assert english(no_moment(MomentsOfTruth((), (), (), (), 3, 0))) == (
        "No touchpoint has an impact of 4 or 5, by rule or by the data."
    )
    assert english(no_moment(MomentsOfTruth((), (), (), (), 3, 1))) == (
        "No touchpoint was given an impact of 4 or 5; the data do not show yet the weight of 1 of the 3."
    )
