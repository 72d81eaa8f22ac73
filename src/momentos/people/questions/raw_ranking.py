"""What a bare ranking of averages would have claimed, and why it would have been wrong."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Direction, Metric
from momentos.domain.samples import BAND_N, TOP_PLACES
from momentos.people.questions.board import each

EASIER_CASES = 1.0
"""Standard widths of an interval by which cases must be easier than the team's for us to say so."""


def raw_ranking(rows: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """The board's rows in the order of the bare averages."""
    is_ascending = metric.direction is Direction.LOWER
    return rows.sort_values(["observed", "n"], ascending=[is_ascending, True], kind="stable").reset_index(drop=True)


def why_it_is_wrong(rows: pd.DataFrame, metric: Metric, team: float, write: Callable[[float], str]) -> list[Message]:
    """One sentence for each person on the bare podium who is not known to be above the team, and for each who is and
    is left out of it. ``write`` writes a figure of the metric."""
    ranked = raw_ranking(rows, metric)
    podium = ranked.head(TOP_PLACES)
    wrong = [_wrong(place, row, metric, team, write) for place, row in enumerate(each(podium), start=1)]
    left_out = ranked.iloc[TOP_PLACES:]
    missed = [
        say(
            "{name} would be left off the podium, and is clearly above the team in the same kind of cases: {observed} "
            "where {expected} is usual.",
            name=row.employee,
            observed=write(row.observed),
            expected=write(row.expected),
        )
        for row in each(left_out[left_out["band"] == "above"])
    ]
    return [*(one for one in wrong if one is not None), *missed]


def _wrong(place: int, row: Any, metric: Metric, team: float, write: Callable[[float], str]) -> Message | None:
    if row.band == "above":
        return None
    if row.is_weak_comparison:
        return say(
            "Number {place} would be {name}, whose cases hardly anybody else has: there is nothing alike to compare "
            "them by.",
            place=place,
            name=row.employee,
        )
    if row.n < BAND_N:
        return say(
            "Number {place} would be {name}, with {n} answers only: with so few, the first places are mostly luck.",
            place=place,
            name=row.employee,
            n=row.n,
        )
    sign = 1 if metric.direction is Direction.HIGHER else -1
    if sign * (row.expected - team) > EASIER_CASES * (row.high - row.low) / 4:
        return say(
            "Number {place} would be {name}, whose cases are easier: in them anybody achieves {expected}, and the team "
            "{team} in all.",
            place=place,
            name=row.employee,
            expected=write(row.expected),
            team=write(team),
        )
    return say(
        "Number {place} would be {name}, who cannot be told apart from the team: chance alone gives such figures.",
        place=place,
        name=row.employee,
    )
