"""Months made fit to be compared: thin ones read with their quarter, seasons taken into account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

import numpy as np
from numpy.typing import ArrayLike, NDArray

from momentos.domain.samples import MONTH_N, SEASON_MONTHS, YEAR_BEFORE_MONTHS

Array = NDArray[np.float64]

_YEAR = 12


@dataclass(frozen=True)
class PeriodSums:
    """One point of a chart: its first day, how many months it covers, and the sums of its answers."""

    starts_on: date
    months: int
    total: float
    sum_of_squares: float
    n: float


class SeasonMethod(StrEnum):
    """What a series of months allows to be said of its season."""

    NONE = "no season"
    YEAR_BEFORE = "same month a year before"
    SEASON_REMOVED = "season removed"


def merge_thin_months(months: Sequence[PeriodSums], minimum_n: float = MONTH_N) -> tuple[PeriodSums, ...]:
    """The months in order, with every quarter that has a thin month read as one point.

    A quarter that is thin as a whole stays one point: its wide limits say so.
    """
    merged: list[PeriodSums] = []
    for _, group in groupby(sorted(months, key=lambda month: month.starts_on), key=_quarter):
        quarter = tuple(group)
        is_thin = any(month.n < minimum_n for month in quarter)
        merged.extend([_together(quarter)] if is_thin else quarter)
    return tuple(merged)


def season_method(months: int) -> SeasonMethod:
    """What this many months allow to be said of a season."""
    if months < YEAR_BEFORE_MONTHS:
        return SeasonMethod.NONE
    return SeasonMethod.YEAR_BEFORE if months < SEASON_MONTHS else SeasonMethod.SEASON_REMOVED


def change_on_year_before(values: ArrayLike) -> Array:
    """Each month minus the same month of the year before; NaN in the first year and beside a gap."""
    values = np.asarray(values, dtype=np.float64)
    change = np.full(len(values), np.nan)
    change[_YEAR:] = values[_YEAR:] - values[:-_YEAR]
    return change


def without_season(values: ArrayLike) -> Array:
    """The months with their season taken out; as they came when there are fewer than 36.

    STL, robust to outliers: Cleveland et al. (1990), Journal of Official Statistics 6, 3-73. A gap is bridged by a
    straight line for the estimate and stays a gap.
    """
    values = np.asarray(values, dtype=np.float64)
    measured = ~np.isnan(values)
    if season_method(int(measured.sum())) is not SeasonMethod.SEASON_REMOVED:
        return values
    from statsmodels.tsa.seasonal import STL  # longer to import than a page takes to draw; few series need it

    places = np.arange(len(values))
    bridged = np.interp(places, places[measured], values[measured])
    season = STL(bridged, period=_YEAR, robust=True).fit().seasonal
    return values - season


def _quarter(month: PeriodSums) -> tuple[int, int]:
    return month.starts_on.year, (month.starts_on.month - 1) // 3


def _together(months: Sequence[PeriodSums]) -> PeriodSums:
    return PeriodSums(
        months[0].starts_on,
        sum(month.months for month in months),
        sum(month.total for month in months),
        sum(month.sum_of_squares for month in months),
        sum(month.n for month in months),
    )
