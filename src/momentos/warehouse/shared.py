"""The rows of those interactions that several people attended: few, and looked for once, when a load changes theirs.

An interaction is what its number means: the rows of several loads are one interaction's, unless a load was found to
number other things.
"""

from duckdb import DuckDBPyConnection

QUESTION = """
    -- One row per row of an interaction whose rows name different people. The interaction is called by the key of its
    -- first row, which is short; ``place`` is the row's order in it.
    select
        first_value(record_key) over whole as first_record,
        row_number() over whole as place,
        numbering,
        interaction_key,
        record_key,
        employee_key
    from numbered_interactions
    semi join (
        select numbering, interaction_key
        from numbered_interactions
        where interaction_key is not null and {condition}
        group by all
        having min(employee_key) <> max(employee_key)
    ) as several using (numbering, interaction_key)
    window whole as (partition by numbering, interaction_key order by occurred_at, load_no, row_number)
"""


def make_again(cursor: DuckDBPyConnection) -> None:
    """Look through all that is current."""
    cursor.execute(f"create or replace table shared_interactions as {QUESTION.format(condition='true')}")


def note_touched(cursor: DuckDBPyConnection, load_no: int) -> None:
    """Remember the interactions of the load's rows. Call while they are there."""
    cursor.execute(
        "create or replace temp table touched_interactions as select distinct interaction_key from interactions"
        " where load_no = ? and interaction_key is not null",
        [load_no],
    )


def look_again(cursor: DuckDBPyConnection) -> None:
    """Look through the remembered interactions, as they are now."""
    touched = "interaction_key in (select interaction_key from touched_interactions)"
    cursor.execute(f"delete from shared_interactions where {touched}")
    cursor.execute(f"insert into shared_interactions {QUESTION.format(condition=touched)}")
