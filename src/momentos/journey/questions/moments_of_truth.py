"""Which touchpoints are moments of truth: by rule, the impact assigned; by the data, the weight that these show."""

from dataclasses import dataclass

import pandas as pd

from momentos.domain.impact import is_moment_of_truth


@dataclass(frozen=True)
class MomentsOfTruth:
    """Touchpoints in the order of the journey: moments of truth ``by_both``; by rule where the data say otherwise,
    ``unconfirmed``, or nothing yet, ``unheard``; ``only_by_data``. Of the ``touchpoints`` counted here, so many are
    ``without_weight``: the data do not show it."""

    by_both: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    unheard: tuple[str, ...]
    only_by_data: tuple[str, ...]
    touchpoints: int
    without_weight: int

    @property
    def is_empty(self) -> bool:
        return not (self.by_both or self.unconfirmed or self.unheard or self.only_by_data)


def by_rule_and_by_data(journey: pd.DataFrame, impact: pd.DataFrame) -> MomentsOfTruth:
    """``journey`` as ``questions.journey`` answers it; ``impact``: the rows of ``JourneyImpact``. By the data means
    that even the low end of the derived impact is a moment of truth's."""
    weights = dict(zip(impact["touchpoint"], impact["low"], strict=True))
    names = list(journey["touchpoint"])
    by_rule = set(journey.loc[journey["is_moment_of_truth"], "touchpoint"])
    by_data = {name for name in names if is_moment_of_truth(weights.get(name))}
    without_weight = {name for name in names if pd.isna(weights.get(name))}

    def in_order(some: set[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name in some)

    return MomentsOfTruth(
        by_both=in_order(by_rule & by_data),
        unconfirmed=in_order(by_rule - by_data - without_weight),
        unheard=in_order(by_rule & without_weight),
        only_by_data=in_order(by_data - by_rule),
        touchpoints=len(names),
        without_weight=len(without_weight),
    )
