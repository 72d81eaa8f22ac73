"""Rows that a corrected file no longer has: of a number that it repeats with fewer rows than were known.

The rows of one number are told by their order in the file, each with a key of its own. A file that has a number again
says all there is of it: what was known beyond its rows is gone. That is kept as a row of its own in the chain, empty
but for the number, so that it can be undone like any other.
"""

from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset
from momentos.warehouse import staging
from momentos.warehouse.dataset_tables import folded_fields


def gone(dataset: str) -> str:
    """One row per row that the file says is no more: ``record_key, sheet_no, sheet, row_number, fate`` and its key.

    The place is that of the number's first row.
    """
    return f"gone_{dataset}"


def find(cursor: DuckDBPyConnection, dataset: Dataset) -> None:
    """Set the file's numbers beside the stored ones, in the relation ``gone``."""
    compared = ", ".join(staging.compared_keys(dataset))
    cursor.execute(
        f"""
        create or replace temp table {gone(dataset.name)} as
        with told as (
            select
                first_key,
                count(*) as rows_told,
                min(file_place) as file_place
            from {staging.keys_of(dataset.name)}
            where has_id
            group by first_key
        ),
        known as (
            select {compared}, count(*) as rows_known
            from {dataset.name}
            where superseded_by is null
            group by {compared}
            having count(*) > 1
        ),
        beyond as (
            select
                first_key,
                file_place,
                unnest(generate_series(rows_told + 1, rows_known)) as nth
            from told
            join {staging.incoming(dataset.name)} using (file_place)
            join known using ({compared})
            where rows_known > rows_told
        )
        select
            stored.record_key,
            {", ".join(f"incoming.{one}" for one in key_columns(dataset))},
            sheet_no,
            incoming.sheet,
            incoming.row_number,
            case when stored.is_gone then '{staging.UNCHANGED}' else '{staging.REPLACING}' end as fate
        from beyond
        join {staging.incoming(dataset.name)} as incoming using (file_place)
        join {dataset.name} as stored on stored.record_key = {staging.nth_key("first_key", "nth")}
        where stored.superseded_by is null
        """
    )


def key_columns(dataset: Dataset) -> list[str]:
    """The columns that say which number a row has."""
    return [*dataset.key, *(f"{one.name}_key" for one in folded_fields(dataset) if one.name in dataset.key)]
