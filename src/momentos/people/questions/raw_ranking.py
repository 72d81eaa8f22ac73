"""What a bare ranking of averages would have claimed, and why it would have been wrong."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from momentos.domain.metrics import Direction, Metric
from momentos.domain.samples import BAND_N, TOP_PLACES
from momentos.people.questions.board import each

EASIER_CASES = 1.0
"""Standard widths of an interval by which cases must be easier than the team's for us to say so."""


class Mistake(StrEnum):
    """What is wrong with a place on the bare podium, or with being left off it."""

    NOTHING_ALIKE = "nothing_alike"
    FEW_ANSWERS = "few_answers"
    EASIER_CASES = "easier_cases"
    CHANCE = "chance"
    LEFT_OFF = "left_off"


@dataclass(frozen=True)
class WrongPlace:
    """Somebody whom the bare ranking puts where they do not belong. ``place`` from 1, ``None`` off the podium;
    ``observed`` and ``expected`` (in the same cases) in the unit of the metric."""

    employee: str
    mistake: Mistake
    place: int | None
    n: int
    observed: float
    expected: float


def raw_ranking(rows: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """The board's rows in the order of the bare averages."""
    is_ascending = metric.direction is Direction.LOWER
    return rows.sort_values(["observed", "n"], ascending=[is_ascending, True], kind="stable").reset_index(drop=True)


def raw_podium(rows: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    """The first places of the bare ranking."""
    return raw_ranking(rows, metric).head(TOP_PLACES)


def wrong_places(rows: pd.DataFrame, metric: Metric, team: float) -> tuple[WrongPlace, ...]:
    """Everybody on the bare podium who is not known to be above the team, then everybody who is and is left off it."""
    podium = [
        _wrong_place(row, mistake, place)
        for place, row in enumerate(each(raw_podium(rows, metric)), start=1)
        if (mistake := _mistake(row, metric, team)) is not None
    ]
    others = raw_ranking(rows, metric).iloc[TOP_PLACES:]
    left_off = [_wrong_place(row, Mistake.LEFT_OFF, None) for row in each(others[others["band"] == "above"])]
    return (*podium, *left_off)


def _mistake(row: Any, metric: Metric, team: float) -> Mistake | None:
    if row.band == "above":
        return None
    if row.is_weak_comparison:
        return Mistake.NOTHING_ALIKE
    if row.n < BAND_N:
        return Mistake.FEW_ANSWERS
    sign = 1 if metric.direction is Direction.HIGHER else -1
    if sign * (row.expected - team) > EASIER_CASES * (row.high - row.low) / 4:
        return Mistake.EASIER_CASES
    return Mistake.CHANCE


def _wrong_place(row: Any, mistake: Mistake, place: int | None) -> WrongPlace:
    return WrongPlace(row.employee, mistake, place, int(row.n), row.observed, row.expected)
