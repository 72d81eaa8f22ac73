"""One bad moment: customers with a bad encounter against customers alike without any, and what became of both."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from momentos.analysis.matched import Matched, matched_difference
from momentos.domain.outcomes import OUTCOME_DAYS, Outcome
from momentos.facts import SCORES
from momentos.figures.filters import Filters
from momentos.figures.loyalty import BOUGHT
from momentos.figures.source import conditions
from momentos.warehouse.summaries import facts_for

BAD_SCORE = 2
"""The highest score that makes an encounter a bad one."""
DAYS_BEFORE = 365
"""Days before the moment in which a customer's visits are counted, to compare with customers who came as often."""
EVERYWHERE = ""
"""Stands for all areas together."""

# One row per customer with scored encounters. The moment is the first bad encounter, the worst of those on that day; of
# customers without one, any of their encounters, always the same.
_MOMENTS = """
    with {bought},
    encounters as (
        select
            customer,
            area,
            occurred_on,
            csat_sum as score
        from scores_measured
        where customer is not null
            and occurred_on is not null
            and {where}
    ),
    people as (
        select
            customer,
            min(occurred_on) filter (where score <= {bad_score}) as bad_on,
            arg_min(area, (occurred_on, score, area)) filter (where score <= {bad_score}) as area,
            list(occurred_on order by occurred_on) as days
        from encounters
        group by customer
    ),
    moments as (
        select
            customer,
            bad_on is not null as is_bad,
            area,
            coalesce(bad_on, days[1 + (hash(customer) % len(days))::integer]) as on_day
        from people
    ),
    visits as ({visits}),
    visits_before as (
        select
            moments.customer,
            count(*) as visits
        from moments
        join visits on visits.customer = moments.customer
            and visits.visited_on < on_day
            and visits.visited_on >= on_day - {days_before}
        group by all
    ),
    bought_after as (
        select
            moments.customer,
            count(*) as purchases
        from moments
        join bought on bought.customer = moments.customer
            and bought_on > on_day
            and bought_on <= on_day + {days}
        group by all
    ),
    said_after as (
        select
            moments.customer,
            arg_max(nps, answered_at) as nps
        from moments
        join responses_named as answers on answers.customer = moments.customer
            and answered_at::date >= on_day
            and answered_at::date <= on_day + {days}
        where nps is not null
        group by all
    )
    select
        is_bad,
        area,
        year(on_day) * 4 + quarter(on_day) as quarter_no,
        coalesce(visits, 0) as visits,
        case
            when on_day + {days} <= (select day from purchases_watched)
                then (purchases is not null)::integer
        end as bought_again,
        nps
    from moments
    left join visits_before using (customer)
    left join bought_after using (customer)
    left join said_after using (customer)
"""
_ANSWERS = """
    responses_named as (
        select
            coalesce(customers.customer_key, facts.customer_key) as customer,
            facts.answered_at,
            facts.nps
        from current_responses as facts
        left join customer_names as customers on customers.key = facts.customer_key
    )
"""
_PURCHASES = "select customer, bought_on as visited_on from bought"
_CONTACTS = """
    select
        coalesce(customers.customer_key, facts.customer_key) as customer,
        facts.occurred_at::date as visited_on
    from current_interactions as facts
    left join customer_names as customers on customers.key = facts.customer_key
    where facts.customer_key is not null
"""

_VISIT_BOUNDS = (1, 2, 3, 5, 9)
"""Customers are alike if they came as often before: never, once, twice, 3–4, 5–8 or more times."""


@dataclass(frozen=True)
class BadMoment:
    """What became of customers after a bad encounter, against customers without one who were alike before.

    ``area`` is where it happened, ``EVERYWHERE`` for all. Recommendation in points of NPS; buying again in per cent.
    """

    area: str
    outcome: Outcome
    matched: Matched


@dataclass(frozen=True)
class BadMoments:
    """All areas first, then each; ``by_purchases`` says whether earlier visits were purchases, else contacts."""

    rows: tuple[BadMoment, ...]
    customers: int
    by_purchases: bool
    days: int

    def of(self, area: str, outcome: Outcome) -> Matched | None:
        """The comparison of this area and outcome, if there is one."""
        return next((one.matched for one in self.rows if (one.area, one.outcome) == (area, outcome)), None)


def bad_moments(
    cursor: DuckDBPyConnection,
    filters: Filters = Filters(),  # noqa: B008 - frozen
    days: int = OUTCOME_DAYS,
) -> BadMoments:
    """Customers with a score of ``BAD_SCORE`` or less in the filters against those with none, matched on how often they
    came in the year before and on the quarter of the year it was."""
    found = conditions(cursor, filters, facts_for(SCORES))
    by_purchases = cursor.execute("select 1 from current_purchases limit 1").fetchone() is not None
    sql = _MOMENTS.format(
        bought=f"{BOUGHT}, {_ANSWERS}",
        where=" and ".join(["true", *(one.sql for one in found)]),
        visits=_PURCHASES if by_purchases else _CONTACTS,
        bad_score=BAD_SCORE,
        days_before=DAYS_BEFORE,
        days=int(days),
    )
    people = cursor.execute(sql, [value for one in found for value in one.values]).df()
    return BadMoments(tuple(_compared(people)), len(people), by_purchases, days)


def _compared(people: pd.DataFrame) -> Iterator[BadMoment]:
    """All areas together, then each where something bad happened; outcomes that nothing is known of left out."""
    if people.empty:
        return
    strata = people["quarter_no"].to_numpy() * 10 + np.digitize(people["visits"], _VISIT_BOUNDS)
    is_bad = people["is_bad"].to_numpy(dtype=bool)
    areas = sorted(people.loc[is_bad, "area"].dropna().unique())
    for area in (EVERYWHERE, *areas):
        is_here = ~is_bad | (people["area"] == area).to_numpy() if area else np.ones(len(people), dtype=bool)
        for outcome, values in _outcomes(people).items():
            if not np.isnan(values).all():
                lowest = 0.0 if outcome.is_share else -100.0
                compared = matched_difference(values[is_here], is_bad[is_here], strata[is_here], scale=(lowest, 100.0))
                yield BadMoment(area, outcome, compared)


def _outcomes(people: pd.DataFrame) -> dict[Outcome, np.ndarray]:
    nps = people["nps"].to_numpy(dtype=float, na_value=np.nan)
    net = np.where(np.isnan(nps), np.nan, np.where(nps >= 9, 100.0, np.where(nps <= 6, -100.0, 0.0)))
    return {
        Outcome.RECOMMENDATION: net,
        Outcome.BUYS_AGAIN: 100 * people["bought_again"].to_numpy(dtype=float, na_value=np.nan),
    }
