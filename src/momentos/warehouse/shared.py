"""Which interactions a load's rows attribute to several people: few, and looked for once, when their load comes in.

A row that is replaced later leaves its interaction listed: whoever reads the list looks at the current rows anyway.
"""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

QUESTION = """
    select load_no, interaction_key
    from interactions
    where interaction_key is not null and {condition}
    group by load_no, interaction_key
    having min(employee_key) <> max(employee_key)
"""


def make_again(cursor: DuckDBPyConnection) -> None:
    """Look through all loads."""
    cursor.execute(f"create or replace table shared_interactions as {QUESTION.format(condition='true')}")


def look_through(cursor: DuckDBPyConnection, loads: Iterable[int]) -> None:
    """Look through these loads again."""
    numbers = list(loads)
    cursor.execute("delete from shared_interactions where list_contains(?, load_no)", [numbers])
    found = QUESTION.format(condition="list_contains(?, load_no)")
    cursor.execute(f"insert into shared_interactions {found}", [numbers])
