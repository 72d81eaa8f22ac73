"""The impact of one touchpoint, to be read aloud, and how it was computed."""

import pytest

from momentos.analysis.impact import Method
from momentos.analysis.survey_quality import Caution, Warned
from momentos.domain.outcomes import Outcome
from momentos.journey.questions.impact_lack import Lack
from momentos.journey.words.touchpoint_impact import how_weighed, strength, verdict, weight
from tests.journey.words.answers import NAN, WEIGHED, english, impact, row, spanish


def told(*, found=None, **other) -> list[str | None]:
    return [english(sentence) for sentence in weight(row(WEIGHED, **other), found or impact({}))]


def test_both_levels_are_told_with_the_range_of_the_derived_one_and_what_a_point_goes_with() -> None:
    assert told() == [
        "Assigned 5 · the data suggest 3 (between 2 and 4).",
        "Each point more here is associated with 0.50 points more of recommendation (0.25 to 0.75).",
    ]


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"low": 3.0, "high": 3.0}, "Assigned 5 · the data suggest 3."),
        ({"assigned": 4.5}, "Assigned 4.5 · the data suggest 3 (between 2 and 4)."),
        ({"assigned": NAN}, "Nobody has assigned its impact · the data suggest 3 (between 2 and 4)."),
        ({"assigned": NAN, "low": 3.0, "high": 3.0}, "Nobody has assigned its impact · the data suggest 3."),
    ],
)
def test_a_level_without_doubt_has_no_range_and_one_that_nobody_assigned_says_so(other, sentence) -> None:
    assert told(**other)[0] == sentence


def test_without_a_known_strength_only_the_levels_are_told() -> None:
    assert told(strength=NAN) == ["Assigned 5 · the data suggest 3 (between 2 and 4)."]
    assert told(strength_low=NAN) == ["Assigned 5 · the data suggest 3 (between 2 and 4)."]


def test_a_touchpoint_without_a_weight_says_why() -> None:
    unexplained = impact({}, warnings=(Warned(Caution.UNEXPLAINED, 0.5),))
    nothing = ["With these answers nothing can be said of its weight."]
    assert told(derived=NAN, missing=3, n=27) == ["27 answers so far: 3 are missing."]
    assert told(derived=NAN, found=impact({}, lack=Lack.ALIKE)) == nothing
    assert told(derived=NAN, found=unexplained) == nothing
    assert told(derived=NAN, found=impact({}, warnings=(Warned(Caution.HALO, 0.7),))) == [
        "120 answers, and another touchpoint to compare it with is missing."
    ]


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome.OVERALL, "Cada punto más aquí va asociado a 0,50 puntos más de nota general (de 0,25 a 0,75)."),
        (
            Outcome.BUYS_AGAIN,
            "Cada punto más aquí va asociado a que 50 de cada 100 más vuelvan a comprar (de 25 a 75).",
        ),
        (Outcome.STAYS, "Cada punto más aquí va asociado a que 50 de cada 100 más se queden (de 25 a 75)."),
    ],
)
def test_a_point_more_goes_with_each_outcome_in_its_unit(outcome, sentence) -> None:
    assert spanish(strength(row(WEIGHED), impact({}, outcome=outcome))) == sentence


@pytest.mark.parametrize(
    ("outcome", "factor", "sentence"),
    [
        (
            Outcome.RECOMMENDATION,
            100,
            "The recommendation index of those satisfied here is 50 points above that of the dissatisfied (25 to 75).",
        ),
        (
            Outcome.BUYS_AGAIN,
            1,
            "Of every 100 satisfied here, 50 more buy again within 90 days than of the dissatisfied (25 to 75).",
        ),
        (
            Outcome.STAYS,
            1,
            "Of every 100 satisfied here, 50 more stay 90 days than of the dissatisfied (25 to 75).",
        ),
    ],
)
def test_the_satisfied_are_set_against_the_dissatisfied_where_surveys_are_about_one_touchpoint(
    outcome, factor, sentence
) -> None:
    gap = row(WEIGHED, strength=0.5 * factor, strength_low=0.25 * factor, strength_high=0.75 * factor)
    assert english(strength(gap, impact({}, outcome=outcome, method=Method.SATISFIED_GAP))) == sentence


def test_the_verdict_is_said_where_there_is_one() -> None:
    assert english(verdict(row(WEIGHED))) == "The data suggest less impact than assigned."
    assert verdict(row(WEIGHED, verdict=None)) is None
    assert verdict(row(WEIGHED, verdict=NAN)) is None


def test_how_a_weight_was_computed_is_told_line_by_line() -> None:
    warnings = (
        Warned(Caution.HALO, 0.7),
        Warned(Caution.RESTRICTED_RANGE, 0.95, "Web"),
        Warned(Caution.RESTRICTED_RANGE, 0.9, "Caja"),
    )
    assert [english(line) for line in how_weighed(row(WEIGHED), impact({}, warnings=warnings))] == [
        "Each touchpoint's share of what the scores explain of loyalty, over all orders of entry.",
        "Loyalty: recommendation (0 to 10).",
        "Answers whose loyalty is known: 250.",
        "Of them, 120 scored this touchpoint.",
        "All the scores together explain 45 % of it (R²).",
        "This touchpoint holds 40 % of that.",
        "Level between bounds that hold 90 % of 200 draws of the same answers; strength, 95 %.",
        "Least: 100 answers (firm from 200) and 30 scores of the touchpoint.",
        "Scores of different touchpoints rise and fall together: one mood colours them all.",
        "90 % give «Caja» one and the same score: its effect can hardly show.",
        "It is an association: it does not prove that one thing causes the other.",
    ]


def test_how_a_difference_of_the_satisfied_was_computed_names_its_days_and_sides() -> None:
    found = impact({}, outcome=Outcome.BUYS_AGAIN, method=Method.SATISFIED_GAP, r_squared=None)
    assert [english(line) for line in how_weighed(row(WEIGHED, share=NAN), found)] == [
        "Loyalty of those satisfied at each touchpoint against those dissatisfied there.",
        "Loyalty: buying again.",
        "Answers whose loyalty is known: 250.",
        "Of them, 120 scored this touchpoint.",
        "What was done after the answer counts, in the 90 days after it.",
        "Level between bounds that hold 90 % of what chance alone would give; the difference, 95 %.",
        "Least: 100 answers (firm from 200), 30 at the touchpoint and 10 on each side.",
        "It is an association: it does not prove that one thing causes the other.",
    ]
