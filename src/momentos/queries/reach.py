"""Which share of the customers passes through each touchpoint."""

from duckdb import DuckDBPyConnection

from momentos.domain.metrics import Fact
from momentos.queries.filters import Filters
from momentos.queries.source import source_for, window

_CASES_READ = 500_000
"""Cases above which a share of the people, always the same ones, stands for all."""

# One row per case at a touchpoint and who it was. A case that names no customer is somebody by itself; the scores of
# one survey are one person's.
# The hash of nothing is something, hence the cases.
_CASES = """
    select
        touchpoint_key,
        occurred_at,
        case when customer_key is not null then hash(customer_key) else hash(record_key) end as person
    from current_interactions
    union all
    select
        touchpoint_key,
        answered_at,
        case
            when customer_key is not null then hash(customer_key)
            when response_key is not null then hash(load_no, response_key)
            else hash(record_key)
        end
    from current_responses
    union all
    select
        touchpoint_key,
        answered_at,
        case
            when customer_key is not null then hash(customer_key)
            when response_key is not null then hash(load_no, response_key)
            else hash(record_key)
        end
    from current_ratings
"""


def reach(cursor: DuckDBPyConnection, filters: Filters = Filters()) -> dict[str, float]:  # noqa: B008 - frozen
    """Share, 0 to 1, of the people seen anywhere on the journey in the window who were seen at each touchpoint.

    A property of the journey: only the filters' window counts. With millions of cases it is estimated on a fixed share
    of the people, half a point off at most.
    """
    inside = list(window(filters, "facts_measured"))
    found = cursor.execute(
        f"""
        with people as (
            select distinct touchpoint, person
            from ({_CASES}) as cases
            join touchpoint_names on touchpoint_names.key = cases.touchpoint_key
            where {" and ".join([f"person % {_one_in(cursor, filters)} = 0", *(one.sql for one in inside)])}
        )
        select touchpoint, count(*) / (select count(distinct person) from people)
        from people
        group by touchpoint
        """,
        [value for one in inside for value in one.values],
    )
    return dict(found.fetchall())


def _one_in(cursor: DuckDBPyConnection, filters: Filters) -> int:
    """One in how many people is looked at, so that the question takes the same time however long the history."""
    in_window = Filters(filters.from_on, filters.to_on)
    return max(1, sum(_cases(cursor, fact, in_window) for fact in (Fact.INTERACTIONS, Fact.SCORES)) // _CASES_READ)


def _cases(cursor: DuckDBPyConnection, fact: Fact, filters: Filters) -> int:
    source = source_for(fact, (), filters)
    inside = list(window(filters, source))
    where = " and ".join(["true", *(one.sql for one in inside)])
    values = [value for one in inside for value in one.values]
    counted = cursor.execute(f"select sum({fact}) from {source} where {where}", values).fetchone()
    return int((counted and counted[0]) or 0)
