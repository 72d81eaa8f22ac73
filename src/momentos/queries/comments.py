"""What customers wrote."""

from duckdb import DuckDBPyConnection

from momentos.queries.filters import Filters


def comments_count(cursor: DuckDBPyConnection, touchpoint: str, filters: Filters) -> int:
    """How many surveys about this touchpoint carry a comment, inside the filters' window."""
    found = cursor.execute(
        """
        select count(*)
        from current_responses
        where comment is not null
            and touchpoint_key in (select key from touchpoint_names where touchpoint = ?)
            and (? is null or answered_at >= ?)
            and (? is null or answered_at < ? + interval 1 day)
        """,
        [touchpoint, filters.from_on, filters.from_on, filters.to_on, filters.to_on],
    ).fetchone()
    return int(found[0]) if found else 0
