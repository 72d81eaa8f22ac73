"""What each moment is worth in money: what the satisfied there spend afterwards against the dissatisfied."""

from dataclasses import dataclass

import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.intervals import mean_differences
from momentos.domain.samples import WORTH_EACH_SIDE
from momentos.facts import SCORES
from momentos.figures.filters import Filters
from momentos.figures.loyalty import BOUGHT
from momentos.figures.source import conditions
from momentos.journey.questions.journey import retired_touchpoints
from momentos.warehouse.summaries import facts_for

WORTH_DAYS = 180
"""Days after the answer whose purchases count."""

# One row per touchpoint and side, of the customers whose spending could be watched for all of the days. A customer who
# scored a touchpoint more than once counts there with the first score.
_SPENT = """
    with {bought},
    scored as (
        select
            touchpoint,
            customer,
            min(occurred_on) as on_day,
            arg_min(csat_top, occurred_at) as is_satisfied
        from scores_measured
        where touchpoint is not null
            and customer is not null
            and occurred_on is not null
            and {where}
        group by touchpoint, customer
    ),
    watched as (
        select *
        from scored
        where on_day + {days} <= (select day from purchases_watched)
    ),
    spent as (
        select
            watched.touchpoint,
            watched.customer,
            watched.is_satisfied,
            coalesce(sum(bought.amount), 0) as amount
        from watched
        left join bought on bought.customer = watched.customer
            and bought.bought_on > watched.on_day
            and bought.bought_on <= watched.on_day + {days}
        group by all
    )
    select
        touchpoint,
        count(*) filter (where is_satisfied = 1) as satisfied,
        count(*) filter (where is_satisfied = 0) as dissatisfied,
        coalesce(sum(amount) filter (where is_satisfied = 1), 0)::double as satisfied_sum,
        coalesce(sum(amount) filter (where is_satisfied = 0), 0)::double as dissatisfied_sum,
        coalesce(sum(amount * amount) filter (where is_satisfied = 1), 0)::double as satisfied_squares,
        coalesce(sum(amount * amount) filter (where is_satisfied = 0), 0)::double as dissatisfied_squares
    from spent
    group by touchpoint
    order by touchpoint
"""


@dataclass(frozen=True)
class Worth:
    """What moments are worth. ``margin`` is the share of the sales that is left after costs, ``None`` if not known.

    ``rows`` has one row a touchpoint: ``touchpoint, satisfied, dissatisfied`` customers; what each side spent per
    customer in ``days``, ``satisfied_mean, dissatisfied_mean``; the difference × margin per customer, ``value, low,
    high``; and the same for all the dissatisfied, ``at_stake, at_stake_low, at_stake_high``; ``missing`` customers on
    the thinner side, with no figure until it is 0.
    """

    rows: pd.DataFrame
    margin: float | None
    days: int


def worth(
    cursor: DuckDBPyConnection,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    days: int = WORTH_DAYS,
    margin: float | None = None,
) -> Worth:
    """Spending after the answer, by touchpoint; × ``margin`` (0 to 1), else × the margin of the purchases themselves,
    else as sold. Retired touchpoints are left out. An association: who is satisfied may have been a better customer
    before."""
    found = conditions(cursor, filters, facts_for(SCORES))
    sql = _SPENT.format(bought=BOUGHT, where=" and ".join(["true", *(one.sql for one in found)]), days=int(days))
    rows = cursor.execute(sql, [value for one in found for value in one.values]).df()
    rows = rows[~rows["touchpoint"].isin(retired_touchpoints(cursor))].reset_index(drop=True)
    share = margin if margin is not None else known_margin(cursor)
    return Worth(_valued(rows, 1.0 if share is None else share), share, days)


def known_margin(cursor: DuckDBPyConnection) -> float | None:
    """Margin as a share of what was sold, over the purchases that say theirs; nothing if none does."""
    row = cursor.execute(
        "select sum(margin) / nullif(sum(amount), 0) from current_purchases where margin is not null and amount > 0"
    ).fetchone()
    return None if row is None or row[0] is None else float(row[0])


def _valued(rows: pd.DataFrame, margin: float) -> pd.DataFrame:
    rows = rows.assign(missing=(WORTH_EACH_SIDE - rows[["satisfied", "dissatisfied"]].min(axis=1)).clip(lower=0))
    is_enough = rows["missing"] == 0
    found = mean_differences(*_sums(rows, "satisfied"), *_sums(rows, "dissatisfied"))
    rows["satisfied_mean"] = (rows["satisfied_sum"] / rows["satisfied"]).where(is_enough)
    rows["dissatisfied_mean"] = (rows["dissatisfied_sum"] / rows["dissatisfied"]).where(is_enough)
    for name, values in (("value", found.value), ("low", found.low), ("high", found.high)):
        rows[name] = (margin * pd.Series(values, index=rows.index)).where(is_enough)
        rows[f"at_stake_{name}".removesuffix("_value")] = rows[name] * rows["dissatisfied"]
    return rows.drop(
        columns=[f"{side}_{what}" for side in ("satisfied", "dissatisfied") for what in ("sum", "squares")]
    )


def _sums(rows: pd.DataFrame, side: str) -> tuple[pd.Series, pd.Series, pd.Series]:
    return rows[f"{side}_sum"], rows[f"{side}_squares"], rows[side]
