"""A file's rows, set beside what is stored: identified, and told apart into new, changed and unchanged ones.

Nothing here changes what is stored: the results are temporary tables of the cursor, ``staged_<dataset>``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset, Repeats
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet
from momentos.warehouse.folding import fold_column
from momentos.warehouse.tables import ARROW_TYPES, COLUMN_TYPES, folded_fields, has_folded_key

NEW, REPLACING, UNCHANGED, REPEATED, CONFLICTING = "new", "replacing", "unchanged", "repeated", "conflicting"
"""What a staged row is to those stored. The last two, where a key may stand once in a file: the same again, or not."""

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


def staged(dataset: str) -> str:
    """The name of the temporary table with the file's rows for the dataset."""
    return f"staged_{dataset}"


def write_staged(cursor: DuckDBPyConnection, dataset: Dataset, parts: Iterable[Part]) -> None:
    """Bring the rows in, with their folded keys, the hash of their content and the text that identifies them.

    Columns beside the stored ones: ``position`` (order in the file), ``sheet_no``, ``sheet``, ``row_number``,
    ``content_hash`` and ``identity``, which is empty for a row that only its content identifies.
    """
    incoming = pa.concat_tables([_typed(dataset, part) for part in parts])
    incoming = incoming.append_column("position", pa.array(range(incoming.num_rows), pa.int64()))
    cursor.register("incoming", incoming)
    try:
        cursor.execute(
            f"create or replace temp table {staged(dataset.name)} as "
            f"select *, md5_number({_content(dataset)}) as content_hash, {_identity(dataset)} as identity from incoming"
        )
    finally:
        cursor.unregister("incoming")


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


def _content(dataset: Dataset) -> str:
    """All that the row says, as one text: empty cells are left out, so a field declared later changes no hash."""
    said = ", ".join(f"'{field.name}=' || {field.name}::varchar" for field in dataset.stored)
    return f"concat_ws({_SEPARATOR}, {said})"


def _identity(dataset: Dataset) -> str:
    """The key fields as one text; null where one of them is empty."""
    keys = (f"{name}_key" if has_folded_key(dataset[name]) else f"{name}::varchar" for name in dataset.key)
    return f" || {_SEPARATOR} || ".join(keys)


def write_record_keys(
    cursor: DuckDBPyConnection, dataset: Dataset, scopes: dict[int, int], *, into: str | None = None
) -> None:
    """Give each staged row its ``record_key``, and its ``occurrence`` among those of the file with the same identity.

    ``scopes`` says which numbering each sheet's ids belong to, by ``sheet_no``; sheets not named use the common one.
    The temporary table is ``staged_<dataset>_keys`` unless ``into`` names another.
    """
    table = into or f"{staged(dataset.name)}_keys"
    cursor.execute(f"create or replace temp table keyed as {_keyed(dataset, scopes)}")
    cursor.execute(
        """
        create or replace temp table again as
        select
            position,
            row_number() over (partition by record_key order by position) as occurrence
        from keyed
        where record_key in (select record_key from keyed group by record_key having count(*) > 1)
        qualify occurrence > 1
        """
    )
    numbered = (
        "md5_number(keyed.record_key || '#' || again.occurrence)"
        if dataset.repeats is Repeats.KEEP
        else "keyed.record_key"
    )
    cursor.execute(
        f"""
        create or replace temp table {table} as
        select
            keyed.position,
            keyed.content_hash,
            keyed.sheet_no,
            case when again.occurrence is null then keyed.record_key else {numbered} end as record_key,
            coalesce(again.occurrence, 1) as occurrence
        from keyed
        left join again using (position)
        """
    )


def _keyed(dataset: Dataset, scopes: dict[int, int]) -> str:
    scope = "".join(f" when {sheet_no} then {scope}" for sheet_no, scope in scopes.items())
    numbering = f"case sheet_no{scope} else 0 end" if scope else "0"
    return f"""
        select
            position,
            sheet_no,
            content_hash,
            case
                when identity is null then content_hash
                else md5_number({numbering} || {_SEPARATOR} || identity)
            end as record_key
        from {staged(dataset.name)}
    """


def write_fates(cursor: DuckDBPyConnection, dataset: Dataset) -> None:
    """Say of each staged row what it is to those stored: the table ``staged_<dataset>_fates``."""
    table = staged(dataset.name)
    cursor.execute(
        f"""
        create or replace temp table {table}_fates as
        select
            staged.position,
            staged.sheet_no,
            staged.record_key,
            case
                when stored.record_key is null then '{NEW}'
                when stored.content_hash = staged.content_hash then '{UNCHANGED}'
                else '{REPLACING}'
            end as fate
        from {table}_keys as staged
        left join current_{dataset.name} as stored using (record_key)
        """
    )
    if dataset.repeats is Repeats.REFUSE:
        _write_repeats(cursor, table)


def _write_repeats(cursor: DuckDBPyConnection, table: str) -> None:
    """Only the first of a file's rows with one key counts; the others say the same again, or contradict it."""
    cursor.execute(
        f"""
        update {table}_fates as fates
        set fate = case when again.content_hash = first.content_hash then '{REPEATED}' else '{CONFLICTING}' end
        from {table}_keys as again
        join {table}_keys as first on first.record_key = again.record_key and first.occurrence = 1
        where again.occurrence > 1
            and fates.position = again.position
        """
    )

