"""Which share of the customers passes through each touchpoint."""

from duckdb import DuckDBPyConnection

from momentos.facts import INTERACTIONS, SCORES, Fact
from momentos.figures.filters import Filters
from momentos.figures.source import days, instants, source_for, window

_CASES_READ = 500_000
"""Cases above which some of the people, always the same ones, stand for all."""


def reach(cursor: DuckDBPyConnection, filters: Filters = Filters()) -> dict[str, float]:  # noqa: B008 - frozen
    """Share, 0 to 1, of the people seen anywhere on the journey in the window who were seen at each touchpoint.

    A property of the journey: only the filters' window counts. With many cases it is that of one in
    ``passages.ONE_IN`` of the people, a point off at most.
    """
    in_window = Filters(filters.from_on, filters.to_on)
    is_long = sum(_cases(cursor, fact, in_window) for fact in (INTERACTIONS, SCORES)) > _CASES_READ
    inside = list(days(filters) if is_long else instants(filters))
    found = cursor.execute(
        f"""
        with people as (
            select distinct touchpoint, person
            from {"passages" if is_long else "people_seen"} as seen
            join touchpoint_names on touchpoint_names.key = seen.touchpoint_key
            where {" and ".join(["true", *(one.sql for one in inside)])}
        )
        select touchpoint, count(*) / (select count(distinct person) from people)
        from people
        group by touchpoint
        """,
        [value for one in inside for value in one.values],
    )
    return dict(found.fetchall())


def _cases(cursor: DuckDBPyConnection, fact: Fact, filters: Filters) -> int:
    source = source_for(fact, (), filters)
    inside = list(window(filters, source))
    where = " and ".join(["true", *(one.sql for one in inside)])
    values = [value for one in inside for value in one.values]
    counted = cursor.execute(f"select sum({fact}) from {source} where {where}", values).fetchone()
    return int((counted and counted[0]) or 0)
