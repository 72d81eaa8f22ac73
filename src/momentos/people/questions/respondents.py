"""Scores of one survey are one person's mood: as evidence on somebody they are one answer, however many there are."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from duckdb import DuckDBPyConnection

from momentos.analysis.fair import CaseMix
from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.domain.viewer import inner
from momentos.facts import SCORES
from momentos.figures.filters import Filters
from momentos.figures.measure import fact_for
from momentos.figures.source import conditions
from momentos.warehouse.summaries import facts_for

# A respondent gives a touchpoint one score. So surveys that share their number, within a numbering, are as many as the
# scores that one touchpoint has under it; and one survey is the same whichever loads brought its scores.
_RESPONDENTS = """
    with own as (
        select
            load_no,
            case when count(distinct scope) = 1 then min(scope) else -load_no end as numbering
        from load_scopes
        where dataset in ('responses', 'ratings')
        group by load_no
    ),
    scored as (
        select
            {by},
            case
                when response_key is null then hash(record_key)
                else hash(coalesce(numbering, 0), response_key)
            end as survey,
            touchpoint_key,
            count(*) as scores
        from {source}
        left join own using (load_no)
        where {where}
        group by all
    ),
    surveys as (
        select {by}, max(scores) as respondents, sum(scores) as scores
        from scored
        group by {by}, survey
    )
    select {by}, sum(respondents) / sum(scores)
    from surveys
    group by rollup ({by})
"""


@inner
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
    if fact_for(cursor, metric, {by, *filters.where}) is not SCORES:
        return mix
    shares = _respondents_a_score(cursor, filters, by)
    everybody = shares.pop(None)
    known = np.array([shares.get(name, everybody) for name in names])
    # A share of whole numbers may fall short of one by rounding.
    return replace(mix, n=np.round(mix.n * known, 6))


def _respondents_a_score(cursor: DuckDBPyConnection, filters: Filters, by: Dimension) -> dict[str | None, float]:
    """How many respondents there are for each score, 0 to 1, by group; ``None`` stands for everybody, whose share those
    have who are only credited with scores."""
    source = facts_for(SCORES, {by, *filters.where})
    held = conditions(cursor, filters, source)
    rows = cursor.execute(
        _RESPONDENTS.format(
            by=by, source=source, where=" and ".join([f"{by} is not null", *(one.sql for one in held)])
        ),
        [value for one in held for value in one.values],
    ).fetchall()
    return dict(rows)
