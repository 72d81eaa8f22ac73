"""Which touchpoints are moments of truth: by rule, by the data, or by both."""

import pandas as pd

from momentos.journey.questions.moments_of_truth import MomentsOfTruth, by_rule_and_by_data

NAN = float("nan")


def found(**touchpoints: tuple[bool, float | None]) -> MomentsOfTruth:
    """By name: whether the impact assigned makes it one, and the low end of the derived one; ``None`` if not scored."""
    journey = pd.DataFrame([(name, rule) for name, (rule, _) in touchpoints.items()])
    journey.columns = ["touchpoint", "is_moment_of_truth"]
    scored = [(name, low) for name, (_, low) in touchpoints.items() if low is not None]
    return by_rule_and_by_data(journey, pd.DataFrame(scored, columns=["touchpoint", "low"]))


def test_each_touchpoint_stands_where_rule_and_data_put_it() -> None:
    assert found(
        Caja=(True, 4.0), Web=(True, 3.0), Sala=(True, NAN), Pago=(True, None), Club=(False, 5.0), Bar=(False, 2.0)
    ) == MomentsOfTruth(("Caja",), ("Web",), ("Sala", "Pago"), ("Club",), touchpoints=6, without_weight=2)


def test_where_nothing_is_a_moment_of_truth_there_is_none() -> None:
    none = found(Caja=(False, 3.0), Web=(False, None))
    assert none.is_empty
    assert (none.touchpoints, none.without_weight) == (2, 1)
    assert not found(Caja=(False, 4.0)).is_empty
    assert not found(Caja=(True, 1.0)).is_empty
