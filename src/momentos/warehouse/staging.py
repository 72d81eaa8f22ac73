"""A file's rows, set beside what is stored: identified, and told apart into new, changed and unchanged ones.

Nothing here changes what is stored. For each dataset the cursor gets the rows themselves as the relation
``incoming_<dataset>``, and a narrow temporary table ``staged_<dataset>``, one row per incoming row by ``file_place``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset, Repeats
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet
from momentos.warehouse.folding import fold_column
from momentos.warehouse.tables import ARROW_TYPES, COLUMN_TYPES, content_hash, folded_fields, has_folded_key

NEW, REPLACING, UNCHANGED, REPEATED, CONFLICTING = "new", "replacing", "unchanged", "repeated", "conflicting"
"""What a staged row is to those stored. The last two, where a key may stand once in a file: the same again, or not."""

COMMON_SCOPE = 0
"""The numbering that ids belong to unless they were found to number other things."""

WORKING_COLUMNS = ("file_place", "sheet_no", "sheet", ROW_NUMBER)
"""What stands beside the fields of an incoming row; no field may have such a name."""

_SEPARATOR = "chr(31)"


@dataclass(frozen=True)
class Part:
    """The rows that one sheet has for one dataset."""

    sheet_no: int
    sheet: str
    rows: pa.Table


def parts_by_dataset(sheets: Sequence[CheckedSheet]) -> dict[str, list[Part]]:
    """Every sheet's rows, and what they say about other datasets, gathered by dataset, in the file's order."""
    parts: dict[str, list[Part]] = {}
    for sheet_no, sheet in enumerate(sheets):
        for dataset, rows in ((sheet.dataset, sheet.rows), *sheet.more.items()):
            parts.setdefault(dataset, []).append(Part(sheet_no, sheet.sheet, rows))
    return parts


def incoming(dataset: str) -> str:
    """The file's rows for the dataset: stored fields, folded keys and the working columns."""
    return f"incoming_{dataset}"


def staged(dataset: str) -> str:
    """What is known of each row: ``file_place, sheet_no, has_id, content_hash, record_key, occurrence, fate``."""
    return f"staged_{dataset}"


def bring_in(cursor: DuckDBPyConnection, dataset: Dataset, parts: Iterable[Part]) -> None:
    """Make the rows known to the cursor, with their folded keys and their place in the file."""
    rows = pa.concat_tables([_typed(dataset, part) for part in parts])
    positions = pa.array(range(rows.num_rows), pa.int64())
    cursor.register(incoming(dataset.name), rows.append_column("file_place", positions))


def _typed(dataset: Dataset, part: Part) -> pa.Table:
    """The part's rows with every stored column in its type, folded keys, and where they came from."""
    columns: dict[str, pa.Array] = {}
    size = part.rows.num_rows
    for field in dataset.stored:
        type_ = ARROW_TYPES[COLUMN_TYPES[field.type]]
        known = field.name in part.rows.column_names
        columns[field.name] = pc.cast(part.rows.column(field.name), type_) if known else pa.nulls(size, type_)
    for field in folded_fields(dataset):
        columns[f"{field.name}_key"] = fold_column(columns[field.name])
    columns["sheet_no"] = pa.repeat(pa.scalar(part.sheet_no, pa.int32()), size)
    columns["sheet"] = pa.repeat(pa.scalar(part.sheet, pa.string()), size)
    columns[ROW_NUMBER] = pc.cast(part.rows.column(ROW_NUMBER), pa.int32())
    return pa.table(columns)


def identify(cursor: DuckDBPyConnection, dataset: Dataset, scopes: Mapping[int, int], *, into: str) -> None:
    """Give each incoming row its ``record_key``, and its ``occurrence`` among the file's rows of the same thing.

    ``scopes`` says which numbering each sheet's ids belong to, by ``sheet_no``; sheets not named use the common one.
    Where a thing may stand several times in a file, each occurrence has a key of its own.
    """
    cursor.execute(f"create or replace temp table {into} as {_identified(dataset, scopes)}")
    cursor.execute(
        f"""
        create or replace temp table again as
        select
            file_place,
            row_number() over (partition by record_key order by file_place) as nth
        from {into}
        where record_key in (select record_key from {into} group by record_key having count(*) > 1)
        qualify nth > 1
        """
    )
    key = "record_key" if dataset.repeats is Repeats.REFUSE else "md5_number(record_key || '#' || again.nth)"
    cursor.execute(
        f"update {into} as staged set occurrence = again.nth, record_key = {key}"
        " from again where staged.file_place = again.file_place"
    )


def _identified(dataset: Dataset, scopes: Mapping[int, int]) -> str:
    """One row per incoming row; a row with a key field empty is identified by all that it says."""
    keys = [f"{name}_key" if has_folded_key(dataset[name]) else name for name in dataset.key]
    has_id = " and ".join(f"{key} is not null" for key in keys) or "false"
    cases = "".join(f" when {sheet_no} then {scope}" for sheet_no, scope in scopes.items())
    numbering = f"case sheet_no{cases} else {COMMON_SCOPE} end" if cases else f"{COMMON_SCOPE}"
    identity = f"concat_ws({_SEPARATOR}, {', '.join([numbering, *keys])})"
    return f"""
        select
            file_place,
            sheet_no,
            {has_id} as has_id,
            {content_hash(dataset)} as content_hash,
            md5_number(case when {has_id} then {identity} else {_said(dataset)} end) as record_key,
            1::bigint as occurrence
        from {incoming(dataset.name)}
    """


def _said(dataset: Dataset) -> str:
    """All that a row says, as one text; what is empty is left out, so a field declared later changes nothing."""
    said = ", ".join(f"'{field.name}=' || {field.name}::varchar" for field in dataset.stored)
    return f"concat_ws({_SEPARATOR}, {said})"


def tell_fates(cursor: DuckDBPyConnection, dataset: Dataset) -> None:
    """Say of each staged row what it is to those stored, in the column ``fate``."""
    table = staged(dataset.name)
    cursor.execute(
        f"""
        create or replace temp table {table} as
        select
            keys.*,
            case
                when stored.record_key is null then '{NEW}'
                when stored.content_hash = keys.content_hash then '{UNCHANGED}'
                else '{REPLACING}'
            end as fate
        from {keys_of(dataset.name)} as keys
        left join current_{dataset.name} as stored using (record_key)
        """
    )
    if dataset.repeats is Repeats.REFUSE:
        _tell_repeats(cursor, table)


def keys_of(dataset: str) -> str:
    """The staged rows before their fate is known."""
    return f"{staged(dataset)}_keys"


def _tell_repeats(cursor: DuckDBPyConnection, table: str) -> None:
    """Only the first of a file's rows with one key counts; the others say the same again, or contradict it."""
    cursor.execute(
        f"""
        update {table} as again
        set fate = case when again.content_hash = first.content_hash then '{REPEATED}' else '{CONFLICTING}' end
        from {table} as first
        where first.record_key = again.record_key
            and first.occurrence = 1
            and again.occurrence > 1
        """
    )
