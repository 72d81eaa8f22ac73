"""Some of the people, always the same ones, and where each was seen day by day: what shares of customers are read from
where there are too many cases to read them all."""

from duckdb import DuckDBPyConnection

ONE_IN = 16
"""Of how many people one is followed."""

QUESTION = f"""
    select distinct occurred_at::date as occurred_on, touchpoint_key, person
    from people_seen
    where person % {ONE_IN} = 0 and touchpoint_key is not null
"""


def make_again(cursor: DuckDBPyConnection) -> None:
    """Follow the people anew through all that is current."""
    cursor.execute(f"create or replace table passages as {QUESTION} order by occurred_on")


def refresh_days(cursor: DuckDBPyConnection, days: str) -> None:
    """Follow them again on the days that the relation ``days`` lists in ``day``."""
    undated = f"exists (from {days} where day is null)"
    cursor.execute(
        f"delete from passages where occurred_on in (select day from {days}) or (occurred_on is null and {undated})"
    )
    cursor.execute(
        f"insert into passages {QUESTION} and ((occurred_at >= (select min(day) from {days})"
        f" and occurred_at < (select max(day) + 1 from {days}) and occurred_at::date in (select day from {days}))"
        f" or (occurred_at is null and {undated}))"
    )
