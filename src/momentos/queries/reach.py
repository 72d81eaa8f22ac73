"""Which share of the customers passes through each touchpoint."""

from collections.abc import Iterator
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.queries.filters import Filters

_CASES_COUNTED = 500_000
"""Cases above which a share of the people, always the same ones, stands for all."""

# One row per case at a touchpoint. A case that names no customer is somebody by itself; the scores of one survey are
# one person's.
_CASES = """
    select
        touchpoint_key,
        coalesce('customer ' || customer_key, 'contact ' || record_key) as person,
        occurred_at::date as on_day
    from current_interactions
    where touchpoint_key is not null
    union all
    select
        touchpoint_key,
        coalesce('customer ' || customer_key, 'survey ' || load_no || ' ' || response_key, 'answer ' || record_key),
        answered_at::date
    from current_responses
    where touchpoint_key is not null
    union all
    select
        touchpoint_key,
        coalesce('customer ' || customer_key, 'survey ' || load_no || ' ' || response_key, 'rating ' || record_key),
        answered_at::date
    from current_ratings
    where touchpoint_key is not null
"""


def reach(cursor: DuckDBPyConnection, filters: Filters = Filters()) -> dict[str, float]:  # noqa: B008 - frozen
    """Share, 0 to 1, of the people seen anywhere on the journey in the window who were seen at each touchpoint.

    A property of the journey: only the filters' window counts. With millions of cases it is estimated on a fixed share
    of the people, half a point off at most.
    """
    window = list(_window(filters))
    inside = " and ".join(["true", *(sql for sql, _ in window)])
    days = [day for _, day in window]
    counted = cursor.execute(f"select count(*) from ({_CASES}) where {inside}", days).fetchone()
    one_in = max(1, (counted[0] if counted else 0) // _CASES_COUNTED)
    found = cursor.execute(
        f"""
        with people as (
            select distinct touchpoint, person
            from ({_CASES}) as cases
            join touchpoint_names on touchpoint_names.key = cases.touchpoint_key
            where hash(person) % {one_in} = 0
                and {inside}
        )
        select touchpoint, count(*) / (select count(distinct person) from people)
        from people
        group by touchpoint
        """,
        days,
    )
    return dict(found.fetchall())


def _window(filters: Filters) -> Iterator[tuple[str, Any]]:
    if filters.from_on is not None:
        yield "on_day >= ?", filters.from_on
    if filters.to_on is not None:
        yield "on_day <= ?", filters.to_on
