"""What customers wrote."""

from duckdb import DuckDBPyConnection

from momentos.figures.filters import Filters


def comments_count(cursor: DuckDBPyConnection, touchpoint: str, filters: Filters) -> int:
    """How many surveys about this touchpoint carry a comment, inside the window; undated ones only where it is open."""
    found = cursor.execute(
        """
        select count(*)
        from current_responses
        where comment is not null
            and touchpoint_key in (select key from touchpoint_names where touchpoint = ?)
            and (?::date is null or answered_at >= ?::date)
            and (?::date is null or answered_at < ?::date + 1)
        """,
        [touchpoint, filters.from_on, filters.from_on, filters.to_on, filters.to_on],
    ).fetchone()
    return int(found[0]) if found else 0
