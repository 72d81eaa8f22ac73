"""This period against the one before, or one group against another: the change, and whether it is more than chance."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Kind, Metric
from momentos.figures.filters import Filters, previous_window
from momentos.figures.from_sums import FIGURE, differences
from momentos.figures.measure import measure
from momentos.figures.mixing import KINDS, answers_by_kind, mixture


def compare(cursor: DuckDBPyConnection, metric: Metric, filters: Filters, by: Sequence[Dimension] = ()) -> pd.DataFrame:
    """One row per group measured in this window: the figure, and how it changed since the equal window before.

    Columns: the dimensions, ``value, n, low, high, previous, previous_n, difference, difference_low,
    difference_high, p_value, is_real, is_mixed, is_mixed_now``. The ``difference…`` are NaN, and ``is_real`` False,
    where the group was not measured before, and for counts. ``is_mixed``: the two windows together hold surveys of
    different kinds, of which no change is ever real; ``is_mixed_now``: this window alone does. The window must have
    both ends; ``by`` must not hold a period.
    """
    if filters.from_on is None or filters.to_on is None:
        raise ValueError("a window without an end has no window before it")
    return beside(cursor, metric, filters, filters.within(*previous_window(filters.from_on, filters.to_on)), by)


def is_comparable(cursor: DuckDBPyConnection, metrics: Sequence[Metric], filters: Filters) -> bool:
    """Whether any of these has cases enough, now and in the equal window before, to tell a change from chance.

    Of all the history, which has nothing before it, the cases now must suffice. Surveys of different kinds never do.
    """
    is_open = filters.from_on is None or filters.to_on is None
    for metric in metrics:
        if metric.kind is Kind.COUNT:
            continue
        rows = with_change(cursor, metric, filters)
        rows = rows[~rows["is_mixed"]]
        if bool((rows[["n"] if is_open else ["n", "previous_n"]] >= metric.minimum_n).all(axis="columns").any()):
            return True
    return False


def with_change(cursor: DuckDBPyConnection, metric: Metric, filters: Filters) -> pd.DataFrame:
    """The figure of the window, one row or none: as ``compare`` answers where the window has both ends, else as
    ``measure`` does, with ``is_mixed, is_mixed_now``."""
    if filters.from_on is None or filters.to_on is None:
        is_mixed = mixture(cursor, metric, filters).is_mixed
        return measure(cursor, metric, (), filters).assign(is_mixed=is_mixed, is_mixed_now=is_mixed)
    return compare(cursor, metric, filters)


def beside(
    cursor: DuckDBPyConnection, metric: Metric, filters: Filters, others: Filters, by: Sequence[Dimension] = ()
) -> pd.DataFrame:
    """One row per group measured under ``filters``, beside the same group under ``others``, as ``compare`` answers."""
    now = measure(cursor, metric, by, filters)
    before = measure(cursor, metric, by, others)
    earlier = _same_groups(now, before, list(by))
    change = differences(now, earlier.fillna(0), metric)
    kinds = _kinds(cursor, metric, by, filters, now)
    is_mixed = _are_several(kinds + _kinds(cursor, metric, by, others, now))
    changes = {
        "previous": earlier["value"],
        "previous_n": earlier["n"].fillna(0).astype("int64"),
        "difference": change.value,
        "difference_low": change.low,
        "difference_high": change.high,
        "p_value": change.p_value,
        "is_real": change.is_real & ~is_mixed,
        "is_mixed": is_mixed,
        "is_mixed_now": _are_several(kinds),
    }
    return pd.DataFrame({str(name): now[name] for name in (*by, *FIGURE)} | changes)


def _kinds(
    cursor: DuckDBPyConnection, metric: Metric, by: Sequence[Dimension], filters: Filters, now: pd.DataFrame
) -> np.ndarray:
    """The answers of each kind of survey, on the rows of the same groups now."""
    found = _same_groups(now, answers_by_kind(cursor, metric, by, filters), list(by))
    return found[KINDS].to_numpy(dtype=float, na_value=0.0)


def _are_several(answers: np.ndarray) -> np.ndarray:
    return np.asarray((answers > 0).all(axis=1))


def _same_groups(now: pd.DataFrame, before: pd.DataFrame, by: list[Dimension]) -> pd.DataFrame:
    """The earlier figures on the rows of the same groups now; NaN for a group that was not measured then."""
    if by:
        before = before.set_index(by).reindex(pd.MultiIndex.from_frame(now[by]) if len(by) > 1 else now[by[0]])
        return before.set_axis(now.index)
    return before.reindex(now.index)
