"""What a load takes the place of, and whoever loads it should know first."""

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.datasets.checked import CheckedSheet
from momentos.domain.messages import Message, say
from momentos.warehouse import fewer_rows, staging
from momentos.warehouse.connection import one_value

_MOST_MONTHS, _MOST_LOADS = 6, 3
"""How many months and loads are named."""


def outside_its_period(cursor: DuckDBPyConnection, sheet_no: int, sheet: CheckedSheet) -> tuple[Message, ...]:
    """A warning where the sheet replaces rows dated before the first or after the last day that the file speaks of.

    A corrected file replaces rows of its own days. One that replaces others mostly numbers its rows from the start
    again, or has a column that was taken for their number and is none.
    """
    dataset = DATASETS[sheet.dataset]
    if dataset.occurred is None or not dataset.key:
        return ()
    found = cursor.execute(
        f"""
        with period as (
            select min({dataset.occurred})::date as first_on, max({dataset.occurred})::date as last_on
            from {staging.incoming(dataset.name)}
        ),
        retired as ({_retired(dataset)}),
        outside as (
            select {dataset.occurred}::date as day, load_no
            from retired
            where sheet_no = ?
                and ({dataset.occurred}::date < (select first_on from period)
                    or {dataset.occurred}::date > (select last_on from period))
        ),
        months as (
            select distinct date_trunc('month', day) as month from outside
        ),
        origins as (
            select distinct load_no, load_id, file_name from outside join loads using (load_no)
        )
        select
            (select count(*) from outside),
            (select list(strftime(month, '%m/%Y') order by month) from months),
            (select list(load_id || ' (' || file_name || ')' order by load_no) from origins)
        """,
        [sheet_no],
    ).fetchall()
    ((count, months, origins),) = found
    if not count:
        return ()
    return (
        say(
            "This sheet takes the place of {count} rows of other days than the file covers: rows of {months}, from "
            "{loads}. If those are other cases, what was taken for the number of a row here is not one: leave that "
            "column out. Undoing the load brings those rows back.",
            count=count,
            months=_listed(months, _MOST_MONTHS),
            loads=_listed(origins, _MOST_LOADS),
        ),
    )


def no_longer_told(cursor: DuckDBPyConnection, sheet_no: int, sheet: CheckedSheet) -> tuple[Message, ...]:
    """A warning for each field that replaced events had and the sheet lacks: an event is told whole each time."""
    dataset = DATASETS[sheet.dataset]
    if dataset.is_of_things or not dataset.key:
        return ()
    lacking = [one for one in dataset.stored if sheet.rows.column(one.name).null_count == sheet.rows.num_rows]
    if not lacking:
        return ()
    counts = cursor.execute(
        f"""
        select {", ".join(f"count(stored.{one.name})" for one in lacking)}
        from {staging.staged(dataset.name)} as staged
        join current_{dataset.name} as stored using (record_key)
        where staged.sheet_no = ? and staged.fate = ?
        """,
        [sheet_no, staging.REPLACING],
    ).fetchall()[0]
    return tuple(
        say(
            "{count} of the rows that this sheet replaces also said {field}, and it does not: that is no longer known "
            "once it is loaded. Undoing the load brings it back.",
            count=count,
            field=one.label,
        )
        for one, count in zip(lacking, counts, strict=True)
        if count
    )


def taken_away(cursor: DuckDBPyConnection, sheet_no: int, sheet: CheckedSheet) -> tuple[Message, ...]:
    """A warning where the sheet has fewer rows of a number than were known, so that the others go."""
    dataset = DATASETS[sheet.dataset]
    if dataset.is_of_things or not dataset.key:
        return ()
    question = f"select count(*) from {fewer_rows.gone(dataset.name)} where sheet_no = ? and fate = ?"
    count = one_value(cursor, question, [sheet_no, staging.REPLACING])
    if not count:
        return ()
    return (
        say(
            "{count} earlier rows go without another in their place: this sheet says the same with fewer rows. Undoing "
            "the load brings them back.",
            count=count,
        ),
    )


def _retired(dataset: Dataset) -> str:
    """The stored rows that make way: for another, or because their number has fewer rows now."""
    places = [staging.staged(dataset.name)]
    if not dataset.is_of_things:
        places.append(fewer_rows.gone(dataset.name))
    return " union all ".join(
        f"select told.sheet_no, stored.load_no, stored.{dataset.occurred} from {place} as told"
        f" join current_{dataset.name} as stored using (record_key) where told.fate = '{staging.REPLACING}'"
        for place in places
    )


def _listed(names: list[str], most: int) -> str:
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown}…"
