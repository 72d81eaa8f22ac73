"""Each survey beside the loyalty of who answered it: a word said in the same survey, or a deed done after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.domain.dimensions import JOURNEY_DIMENSIONS, TIME_DIMENSIONS
from momentos.domain.outcomes import OUTCOME_DAYS, Outcome
from momentos.domain.samples import IMPACT_TENTATIVE_RESPONDENTS
from momentos.facts import RESPONSES, SCORES
from momentos.figures.catalogue import STRAY_CASES, STRAY_DAYS, STRAY_SHARE
from momentos.figures.filters import Filters
from momentos.figures.source import conditions
from momentos.warehouse.summaries import Relation, facts_for

# One row per survey that holds, with the customer under the code of the customers' sheet where it has one.
_SURVEYS = """
    surveys as (
        select
            facts.load_no,
            facts.record_key,
            facts.response_key,
            facts.touchpoint_key,
            facts.answered_at::date as answered_on,
            coalesce(customers.customer_key, facts.customer_key) as customer,
            facts.csat,
            facts.nps
        from current_responses as facts
        left join customer_names as customers on customers.key = facts.customer_key
        where {where}
    )
"""


def _last_day(name: str, days: str) -> str:
    """CTEs that end in ``name``: one row with the last ``day`` that was watched, empty if none was; ``days`` selects
    ``day`` and ``load_no``.

    As for the screens' windows, a day beyond that of its load is mistyped or planned and ends nothing; nor do a handful
    that lie more than a year after all others.
    """
    return f"""
    {name}_cases as (
        select
            dated.day,
            count(*) as cases
        from ({days}) as dated
        left join loads using (load_no)
        where dated.day <= coalesce(loads.loaded_at::date, current_date)
        group by all
    ),
    {name}_gaps as (
        select
            day,
            day - lag(day) over (order by day) as days_after,
            sum(cases) over (order by day desc) as cases_from,
            sum(cases) over () as cases
        from {name}_cases
    ),
    {name} as (
        select max(day) as day
        from {name}_gaps
        where day < coalesce(
            (
                select min(day)
                from {name}_gaps
                where days_after > {STRAY_DAYS}
                    and cases_from <= least({STRAY_CASES}, {STRAY_SHARE} * cases)
            ),
            date 'infinity'
        )
    )
"""


_PURCHASES = "select occurred_on as day, load_no from current_purchases"

# One row per purchase that brought money; and, as ``purchases_watched``, the last day whose purchases are known.
BOUGHT = f"""
    {_last_day("purchases_watched", _PURCHASES)},
    bought as (
        select
            coalesce(customers.customer_key, facts.customer_key) as customer,
            facts.occurred_on as bought_on,
            facts.amount,
            facts.margin
        from current_purchases as facts
        left join customer_names as customers on customers.key = facts.customer_key
        where facts.amount > 0
            and facts.customer_key is not null
    )
"""

# Each gives one row per survey: the survey's columns and its loyalty. What was not observed for the whole of the days
# after the answer is empty, not a no.
_LOYAL = {
    Outcome.RECOMMENDATION: "select *, nps as loyalty from surveys",
    Outcome.OVERALL: "select *, csat as loyalty from surveys",
    Outcome.BUYS_AGAIN: """
        select
            surveys.*,
            case
                when answered_on + {days} <= (select day from purchases_watched)
                    then (coalesce(bought_on <= answered_on + {days}, false))::integer::double
            end as loyalty
        from surveys
        asof left join bought
            on bought.customer = surveys.customer
            and surveys.answered_on < bought.bought_on
        where surveys.customer is not null
    """,
    Outcome.STAYS: """
        select
            surveys.*,
            case
                when left_on <= answered_on then null
                when answered_on + {days} <= (select day from seen)
                    then (coalesce(left_on > answered_on + {days}, true))::integer::double
            end as loyalty
        from surveys
        join current_customers as customers on customers.customer_key = surveys.customer
    """,
}

_SEEN = _last_day(
    "seen",
    f"""
        select left_on as day, load_no from current_customers
        union all
        select answered_at::date, load_no from current_responses
        union all
        select occurred_at::date, load_no from current_interactions
        union all
        {_PURCHASES}
    """,
)

_OFFERED = {
    Outcome.RECOMMENDATION: "select 1 from current_responses where nps is not null limit 1",
    Outcome.OVERALL: """
        select 1
        from current_responses
        where csat is not null
            and response_key in (select response_key from current_ratings)
        limit 1
    """,
    Outcome.BUYS_AGAIN: """
        select 1
        from current_responses
        where customer_key is not null
            and exists (select 1 from current_purchases)
        limit 1
    """,
    Outcome.STAYS: "select 1 from current_customers where left_on is not null limit 1",
}


@dataclass(frozen=True)
class Loyalty:
    """An outcome and, for deeds, how many days after the answer they are looked for."""

    outcome: Outcome
    days: int = OUTCOME_DAYS


@dataclass(frozen=True)
class Sql:
    """CTEs to begin a question with, the last of which is ``loyal``, and the values for their question marks."""

    ctes: str
    values: list[Any]


def offered_outcomes(cursor: DuckDBPyConnection) -> list[Outcome]:
    """The outcomes that the data hold, words before deeds."""
    return [outcome for outcome in Outcome if cursor.execute(_OFFERED[outcome]).fetchone() is not None]


def default_loyalty(cursor: DuckDBPyConnection, filters: Filters) -> Loyalty:
    """The recommendation answer; where fewer than the smallest sample gave one, the overall score."""
    where, values = respondents(cursor, filters)
    sql = f"select count(nps), count(csat) from current_responses as facts where {where}"
    recommended, rated = cursor.execute(sql, values).fetchone() or (0, 0)
    is_enough = recommended >= min(IMPACT_TENTATIVE_RESPONDENTS, rated or 1)
    return Loyalty(Outcome.RECOMMENDATION if is_enough else Outcome.OVERALL)


def loyal_surveys(cursor: DuckDBPyConnection, loyalty: Loyalty, filters: Filters) -> Sql:
    """``loyal``: one row per survey of the filters' respondents, with its ``loyalty``, empty where it is not known."""
    where, values = respondents(cursor, filters)
    loyal = _LOYAL[loyalty.outcome].format(days=int(loyalty.days))
    return Sql(f"{_SURVEYS.format(where=where)}, {BOUGHT}, {_SEEN}, loyal as ({loyal})", values)


def respondents(cursor: DuckDBPyConnection, filters: Filters) -> tuple[str, list[Any]]:
    """The condition on ``current_responses as facts`` that keeps the filters' respondents, and its values.

    The window and who answered count; area, stage and touchpoint do not: the weights of a journey are weights among
    all of its touchpoints.
    """
    return _of(cursor, filters, facts_for(RESPONSES))


def raters(cursor: DuckDBPyConnection, filters: Filters) -> tuple[str, list[Any]]:
    """The same for ``current_ratings as facts``."""
    return _of(cursor, filters, facts_for(SCORES))


def _of(cursor: DuckDBPyConnection, filters: Filters, source: Relation) -> tuple[str, list[Any]]:
    parts = list(_window(filters))
    held = {one: values for one, values in filters.where.items() if one not in (*JOURNEY_DIMENSIONS, *TIME_DIMENSIONS)}
    if held:
        found = conditions(cursor, Filters(where=held), source)
        kept = " and ".join(one.sql for one in found)
        values = [value for one in found for value in one.values]
        parts.append((f"facts.record_key in (select record_key from {source} where {kept})", values))
    return " and ".join(["true", *(sql for sql, _ in parts)]), [value for _, values in parts for value in values]


def _window(filters: Filters) -> Iterator[tuple[str, list[Any]]]:
    if filters.from_on is not None:
        yield "facts.answered_at::date >= ?", [filters.from_on]
    if filters.to_on is not None:
        yield "facts.answered_at::date <= ?", [filters.to_on]
