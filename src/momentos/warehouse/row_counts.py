"""Counting what became of a sheet's rows."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS
from momentos.datasets.checked import CheckedSheet, SourceFile
from momentos.datasets.touchpoints import TOUCHPOINTS
from momentos.domain.messages import Message, say
from momentos.warehouse import replaced, staging
from momentos.warehouse.history import SCREEN_EDIT, SheetOutcome

_MOST_NAMES = 5


def outcome_of(
    cursor: DuckDBPyConnection, sheet_no: int, sheet: CheckedSheet, warnings: Sequence[Message]
) -> SheetOutcome:
    """The sheet's rows counted by their fate. What the same rows say about other datasets is not counted again."""
    counts = _counts(cursor, sheet.dataset, sheet_no)
    replacing, conflicting = counts.get(staging.REPLACING, 0), counts.get(staging.CONFLICTING, 0)
    first_on, last_on = _period(cursor, sheet.dataset, sheet_no)
    return SheetOutcome(
        load_id="",
        sheet=sheet.sheet,
        dataset=sheet.dataset,
        read=sheet.read,
        loaded=replacing + sum(counts.get(fate, 0) for fate in (staging.NEW, staging.RETURNING, staging.JOINED)),
        rejected=sheet.rejected + conflicting,
        skipped=sheet.skipped,
        replaced=replacing,
        unchanged=sum(counts.get(fate, 0) for fate in (staging.UNCHANGED, staging.CONTAINED, staging.REPEATED)),
        first_on=first_on,
        last_on=last_on,
        warnings=(
            *warnings,
            *_contradictions(conflicting),
            *replaced.taken_away(cursor, sheet_no, sheet),
            *replaced.no_longer_told(cursor, sheet_no, sheet),
        ),
        dangers=replaced.outside_its_period(cursor, sheet_no, sheet),
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
    others = [field.name for field in TOUCHPOINTS.stored if field.name not in TOUCHPOINTS.key]
    retold = {
        name: f"(incoming.{name} <> stored.{name} and edited.{name} = stored.{name})"
        f" or (incoming.{name} is not null and stored.{name} is null and before.{name} is not null)"
        for name in others
    }
    only_moved = f"not ({' or '.join(told for name, told in retold.items() if name != 'position')})"
    rows = cursor.execute(
        f"""
        with edited as (
            select touchpoints.*
            from touchpoints
            join loads using (load_no)
            where file_name = ?
            qualify row_number() over (partition by record_key order by load_no desc) = 1
        )
        select coalesce(stored.name, stored.touchpoint)
        from {staging.staged(sheet.dataset)} as staged
        join {staging.incoming(sheet.dataset)} as incoming using (file_place)
        join current_{sheet.dataset} as stored using (record_key)
        join edited using (record_key)
        left join described_{sheet.dataset} as before
            on before.record_key = edited.record_key
            and before.superseded_by = edited.load_no
        where staged.sheet_no = ?
            and staged.fate = ?
            and coalesce(edited.stage, edited.area, edited.promise, edited.impact::varchar) is not null
            and ({" or ".join(retold.values())})
        order by coalesce({only_moved}, true), stored.position, stored.touchpoint
        """,
        [SCREEN_EDIT, sheet_no, staging.REPLACING],
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
