"""What several rows or sheets of a file say of one person, customer or touchpoint, put together field by field.

The first row of a thing gets what the others add; one that says otherwise anywhere adds nothing, and is told.
"""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset
from momentos.warehouse import staging
from momentos.warehouse.dataset_tables import folded_fields


def described_again(dataset: str) -> str:
    """One row per row of the file whose thing an earlier row has described: ``file_place, adds, contradicts``."""
    return f"again_{dataset}"


def combine(cursor: DuckDBPyConnection, dataset: Dataset) -> bool:
    """Note the rows that describe a thing again, and give the first row of each what the others add; whether any do."""
    incoming, keys, again = staging.incoming(dataset.name), staging.keys_of(dataset.name), described_again(dataset.name)
    folded = {field.name: f"{field.name}_key" for field in folded_fields(dataset)}
    said = [field.name for field in dataset.stored if field.name not in dataset.key]
    compared = [folded.get(name, name) for name in said]
    columns = [*said, *(folded[name] for name in said if name in folded)]
    cursor.execute(
        f"""
        create or replace temp table {again} as
        with several as (
            select
                keys.record_key,
                keys.occurrence,
                incoming.*
            from {incoming} as incoming
            join {keys} as keys using (file_place)
            where keys.record_key in (select record_key from {keys} where occurrence > 1)
        ),
        firsts as (
            select record_key, {_first_said(columns)}
            from several
            group by record_key
        ),
        own as (
            select * from several where occurrence = 1
        )
        select
            several.file_place,
            {_any_of(f"several.{one} is not null and own.{one} is null" for one in said)} as adds,
            {_any_of(f"several.{one} <> firsts.{one}" for one in compared)} as contradicts
        from several
        join firsts using (record_key)
        join own using (record_key)
        where several.occurrence > 1
        """
    )
    if not cursor.execute(f"from {again} where adds and not contradicts limit 1").fetchall():
        return False
    filled = ", ".join(f"coalesce(incoming.{column}, agreed.{column}) as {column}" for column in columns)
    combined = cursor.sql(
        f"""
        with agreed as (
            select keys.record_key, {_first_said(columns)}
            from {incoming} as incoming
            join {keys} as keys using (file_place)
            anti join (from {again} where contradicts) as contradicting using (file_place)
            group by keys.record_key
        )
        select incoming.* replace ({filled})
        from {incoming} as incoming
        join {keys} as keys using (file_place)
        left join agreed on agreed.record_key = keys.record_key and keys.occurrence = 1
        order by file_place
        """
    ).to_arrow_table()
    cursor.register(incoming, combined)
    return True


def _first_said(columns: Iterable[str]) -> str:
    """The first value of each column that is not empty, in the file's order."""
    return ", ".join(f"arg_min({column}, file_place) as {column}" for column in columns)


def _any_of(conditions: Iterable[str]) -> str:
    return " or ".join(f"coalesce({condition}, false)" for condition in conditions)
