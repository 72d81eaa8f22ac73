"""The journey as it was drawn at a past moment: its touchpoints, names, stages and impact of then."""

from datetime import datetime

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.domain.impact import is_moment_of_truth
from momentos.domain.metrics import Metric
from momentos.facts import METRICS, SCORES
from momentos.figures.filters import Filters
from momentos.figures.from_sums import DENOMINATOR, NUMERATOR, SQUARES, figures
from momentos.figures.source import conditions
from momentos.warehouse.shown_names import question_of
from momentos.warehouse.summaries import facts_for

# One row per description of a touchpoint that had been loaded by then and not yet replaced; undone loads never were.
_DESCRIBED = """
    select touchpoints.*
    from described_touchpoints as touchpoints
    join loads using (load_no)
    left join loads as later on later.load_no = touchpoints.superseded_by
    where loads.loaded_at <= $moment
        and {is_current}
"""
_CURRENT = "(later.load_no is null or later.loaded_at > $moment)"
_FORMER = "later.loaded_at <= $moment"

_NAMES = f"""
    create or replace temp table past_names as
    with current_touchpoints as ({_DESCRIBED.format(is_current=_CURRENT)}),
    former_touchpoints as ({_DESCRIBED.format(is_current=_FORMER)})
    from ({{names}})
"""

# One row per touchpoint on the map of that day, with the median of the votes of then.
_TOUCHPOINTS = """
    with votes as (
        select
            subject as touchpoint_key,
            (value ->> 'impact')::double as impact
        from journal
        left join author_keys using (author)
        where kind = 'impact_vote'
            and withdraws is null
            and written_at <= $moment
            and entry_no not in (
                select withdraws from journal where withdraws is not null and written_at <= $moment
            )
        qualify row_number() over (partition by subject, coalesce(author_key, author) order by entry_no desc) = 1
    ),
    voted as (
        select touchpoint_key, median(impact) as impact
        from votes
        group by all
    )
    select distinct
        touchpoint_key,
        touchpoint,
        stage,
        area,
        position,
        coalesce(voted.impact, past_names.impact) as impact
    from past_names
    left join voted using (touchpoint_key)
    where is_listed
        and (retired_on is null or retired_on > $moment::date)
    order by position nulls last, touchpoint
"""


def journey_at(cursor: DuckDBPyConnection, moment: datetime, filters: Filters = Filters()) -> pd.DataFrame:  # noqa: B008 - frozen
    """One row per touchpoint described at that moment, in the order of the journey.

    ``touchpoint_key, touchpoint, stage, area, position, impact, is_moment_of_truth`` as they were; and the mean
    ``score`` 1–5 with ``n, low, high`` inside the filters, of what is known today, under the names of then.
    """
    cursor.execute(_NAMES.format(names=question_of("touchpoint_names")), {"moment": moment})
    rows = cursor.execute(_TOUCHPOINTS, {"moment": moment}).df()
    score = _scores(cursor, METRICS["score"], filters).rename(columns={"value": "score"})
    rows = rows.join(score[["score", "n", "low", "high"]], on="touchpoint_key")
    rows["n"] = rows["n"].fillna(0).astype("int64")
    rows["is_moment_of_truth"] = [is_moment_of_truth(impact) for impact in rows["impact"]]
    return rows


def _scores(cursor: DuckDBPyConnection, metric: Metric, filters: Filters) -> pd.DataFrame:
    """The metric by the key a touchpoint had then."""
    source = facts_for(SCORES)
    found = conditions(cursor, filters, source)
    sums = cursor.execute(
        f"""
        select
            past.past_key,
            sum({metric.numerator})::double as {NUMERATOR},
            sum({metric.denominator})::double as {DENOMINATOR},
            sum({metric.squares})::double as {SQUARES}
        from {source} as facts
        join (select key, touchpoint_key as past_key from past_names) as past on past.key = facts.touchpoint_key
        where {" and ".join(["true", *(one.sql for one in found)])}
        group by all
        """,
        [value for one in found for value in one.values],
    ).df()
    return figures(sums, metric).set_index("past_key")
