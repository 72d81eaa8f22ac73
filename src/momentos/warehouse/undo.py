"""Undoing a load, in any order: the rows left are those there would be had the load never been.

A key's rows form a chain by load: each but the last is superseded by the next. Taking a load out of the chain links its
neighbours. Where a later load held the very same row, which was therefore not stored twice, it passes to that load.
"""

from datetime import datetime

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse import shared
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import LoadRecord, find_load
from momentos.warehouse.touched import note_touched_days, refresh_derived


def undo(warehouse: Warehouse, viewer: Viewer, load_id: str, *, author: str, at: datetime) -> LoadRecord:
    """Take the load's rows out and bring back what they replaced; the load stays in the history as undone.

    Raises ``Refused`` to who does not lead, if there is no such load, or if it is undone already.
    """
    need_lead(viewer)
    with warehouse.transaction() as cursor:
        load = _undoable(cursor, load_id)
        touched = [dataset for dataset in DATASETS if _take_out(cursor, dataset, load.load_no)]
        cursor.execute("delete from confirmed_rows where load_no = ?", [load.load_no])
        cursor.execute("delete from load_scopes where load_no = ?", [load.load_no])
        cursor.execute("update loads set undone_by = ?, undone_at = ? where load_no = ?", [author, at, load.load_no])
        refresh_derived(cursor, touched)
    return load


def _undoable(cursor: DuckDBPyConnection, load_id: str) -> LoadRecord:
    load = find_load(cursor, load_id)
    if load is None:
        raise NotFound(say("There is no load {load}. The list of loads shows their numbers.", load=load_id))
    if load.is_undone:
        raise WrongInput(
            say("The load {load} ({file}) was already undone by {author}.", load=load_id, file=load.file_name,
                author=load.undone_by)
        )  # fmt: skip
    return load


def _take_out(cursor: DuckDBPyConnection, dataset: str, load_no: int) -> bool:
    """Take the load's rows of one dataset out of their chains; whether it had any."""
    note_touched_days(cursor, dataset, load_no)
    if dataset == "interactions":
        shared.note_touched(cursor, load_no)
    if not _write_leaving(cursor, dataset, load_no):
        return False
    cursor.execute(
        f"update {dataset} set superseded_by = leaving.next from leaving"
        f" where {dataset}.superseded_by = ? and {dataset}.record_key = leaving.record_key",
        [load_no],
    )
    cursor.execute(
        f"update {dataset} set load_no = leaving.heir, sheet = leaving.sheet, row_number = leaving.row_number"
        f" from leaving where {dataset}.load_no = ? and {dataset}.record_key = leaving.record_key"
        " and leaving.heir is not null",
        [load_no],
    )
    cursor.execute(f"delete from {dataset} where load_no = ?", [load_no])
    if dataset == "interactions":
        shared.look_again(cursor)
    cursor.execute(
        "delete from confirmed_rows using leaving where confirmed_rows.dataset = ?"
        " and confirmed_rows.load_no = leaving.heir and confirmed_rows.record_key = leaving.record_key",
        [dataset],
    )
    return True


def _write_leaving(cursor: DuckDBPyConnection, dataset: str, load_no: int) -> int:
    """One row per row of the load: the load that held it too and inherits it, if any, and what follows in its chain."""
    cursor.execute(
        f"""
        create or replace temp table leaving as
        with heirs as (
            select
                kept.record_key,
                min(held.load_no) as heir,
                arg_min(held.sheet, held.load_no) as sheet,
                arg_min(held.row_number, held.load_no) as row_number
            from {dataset} as kept
            join confirmed_rows as held
                on held.dataset = '{dataset}'
                and held.record_key = kept.record_key
                and held.load_no > kept.load_no
                and (kept.superseded_by is null or held.load_no < kept.superseded_by)
            where kept.load_no = ?
            group by all
        )
        select
            kept.record_key,
            heirs.heir,
            heirs.sheet,
            heirs.row_number,
            coalesce(heirs.heir, kept.superseded_by) as next
        from {dataset} as kept
        left join heirs using (record_key)
        where kept.load_no = ?
        """,
        [load_no, load_no],
    )
    return len(cursor.execute("from leaving limit 1").fetchall())
