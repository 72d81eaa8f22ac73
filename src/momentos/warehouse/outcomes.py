"""Counting what became of a sheet's rows."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet, SourceFile
from momentos.datasets.touchpoints import TOUCHPOINTS
from momentos.domain.messages import Message, say
from momentos.warehouse import staging
from momentos.warehouse.history import SCREEN_EDIT, SheetOutcome

_MOST_NAMES = 5


def outcome_of(
    cursor: DuckDBPyConnection, sheet_no: int, sheet: CheckedSheet, warnings: Sequence[Message]
) -> SheetOutcome:
    """The sheet's rows counted by their fate. What the same rows say about other datasets is not counted again."""
    counts = _counts(cursor, sheet.dataset, sheet_no)
    new, replacing = counts.get(staging.NEW, 0), counts.get(staging.REPLACING, 0)
    conflicting = counts.get(staging.CONFLICTING, 0)
    first_on, last_on = _period(cursor, sheet.dataset, sheet_no)
    return SheetOutcome(
        load_id="",
        sheet=sheet.sheet,
        dataset=sheet.dataset,
        read=sheet.read,
        loaded=new + replacing,
        rejected=sheet.rejected + conflicting,
        skipped=sheet.skipped,
        replaced=replacing,
        unchanged=counts.get(staging.UNCHANGED, 0) + counts.get(staging.REPEATED, 0),
        first_on=first_on,
        last_on=last_on,
        warnings=(*warnings, *_contradictions(conflicting)),
    )


def edits_replaced(
    cursor: DuckDBPyConnection, source: SourceFile, sheet_no: int, sheet: CheckedSheet
) -> tuple[Message, ...]:
    """A warning where rows of a file would stand in place of what somebody edited on the screen since.

    A touchpoint that was only named there, to be listed at all, is waiting for its sheet. Those that were only moved
    are named last.
    """
    if source.name == SCREEN_EDIT or sheet.dataset != TOUCHPOINTS.name:
        return ()
    others = [field.name for field in TOUCHPOINTS.stored if field.name != "position"]
    only_moved = " and ".join(f"incoming.{name} is not distinct from stored.{name}" for name in others)
    rows = cursor.execute(
        f"""
        select coalesce(stored.name, stored.touchpoint)
        from {staging.staged(sheet.dataset)} as staged
        join {staging.incoming(sheet.dataset)} as incoming using (file_place)
        join current_{sheet.dataset} as stored using (record_key)
        join loads on loads.load_no = stored.load_no
        where staged.sheet_no = ?
            and staged.fate = ?
            and loads.file_name = ?
            and coalesce(stored.stage, stored.area, stored.promise, stored.impact::varchar) is not null
        order by {only_moved}, stored.position, stored.touchpoint
        """,
        [sheet_no, staging.REPLACING, SCREEN_EDIT],
    ).fetchall()
    if not rows:
        return ()
    names = ", ".join(f"«{name}»" for (name,) in rows[:_MOST_NAMES])
    return (
        say(
            "{count} touchpoints were edited on the screen since, and this sheet says otherwise: {names}. Loading it "
            "replaces those edits; undoing the load brings them back.",
            count=len(rows),
            names=names if len(rows) <= _MOST_NAMES else f"{names}…",
        ),
    )


def _contradictions(conflicting: int) -> tuple[Message, ...]:
    if not conflicting:
        return ()
    return (
        say(
            "{count} rows describe again, and differently, something that the same file already describes: the first "
            "description was kept.",
            count=conflicting,
        ),
    )


def _counts(cursor: DuckDBPyConnection, dataset: str, sheet_no: int) -> dict[str, int]:
    rows = cursor.execute(
        f"select fate, count(*) from {staging.staged(dataset)} where sheet_no = ? group by all", [sheet_no]
    )
    return dict(rows.fetchall())


def _period(cursor: DuckDBPyConnection, dataset: str, sheet_no: int) -> tuple:
    """First and last day that the sheet's rows speak of; empty where they are not dated."""
    occurred = DATASETS[dataset].occurred
    if occurred is None:
        return None, None
    row = cursor.execute(
        f"select min({occurred})::date, max({occurred})::date from {staging.incoming(dataset)} where sheet_no = ?",
        [sheet_no],
    ).fetchone()
    return row or (None, None)
