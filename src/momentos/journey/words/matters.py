"""What matters now in the journey: moments of truth that clearly miss their target."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from momentos.domain.matters import Matter
from momentos.domain.messages import say
from momentos.domain.quantities import Reading, count
from momentos.facts import METRICS
from momentos.journey.questions.weighing import to_fix_first

MOST_MOMENTS = 3


def moments_to_mend(journey: pd.DataFrame) -> Iterator[Matter]:
    """The first of them, in the order of priority. ``journey``: the rows of ``questions.journey``."""
    score = METRICS["score"]
    row: Any
    for row in to_fix_first(journey).head(MOST_MOMENTS).itertuples():
        words = say(
            "«{touchpoint}» weighs {impact} of 5 and scores {score}, below its target of {target} (n = {n})",
            touchpoint=row.touchpoint,
            impact=count(row.impact),
            score=Reading(score, row.score),
            target=Reading(score, row.target),
            n=count(row.n),
        )
        yield Matter(words, False, "journey", {"touchpoint": row.touchpoint})
