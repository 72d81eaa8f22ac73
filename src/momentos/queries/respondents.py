"""Scores of one survey are one person's mood: as evidence on somebody they are one answer, however many there are."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from duckdb import DuckDBPyConnection

from momentos.analysis.fair import CaseMix
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Fact, Metric
from momentos.queries.filters import Filters
from momentos.queries.measure import EITHER_FACT, fact_for
from momentos.queries.source import conditions
from momentos.warehouse.summaries import facts_for


def one_answer_each(
    cursor: DuckDBPyConnection,
    metric: Metric,
    filters: Filters,
    by: Dimension,
    names: Sequence[str],
    mix: CaseMix,
) -> CaseMix:
    """The mix of these people with as many answers as respondents, where it was read from scores of surveys.

    The spread stays that of one score: it is a respondent's own where all their scores are the same, and more than it
    where they are not, so an interval may be too wide, never too narrow.
    """
    if metric.key not in EITHER_FACT or fact_for(cursor, metric, {by, *filters.where}) is not Fact.SCORES:
        return mix
    source = facts_for(Fact.SCORES, {by, *filters.where})
    held = conditions(cursor, filters, source)
    where = " and ".join([f"{by} is not null", *(one.sql for one in held)])
    rows = cursor.execute(
        f"select {by}, count(distinct respondent) / count(*) from {source} where {where} group by all",
        [value for one in held for value in one.values],
    ).fetchall()
    share = dict(rows)
    known = np.array([share.get(name, 1.0) for name in names])
    # A share of whole numbers may fall short of one by rounding.
    return replace(mix, n=np.round(mix.n * known, 6))
