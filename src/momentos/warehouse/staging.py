"""A file's rows, set beside what is stored: identified, and told apart into new, changed and unchanged ones.

Nothing here changes what is stored. For each dataset the cursor gets the rows themselves as the relation
``incoming_<dataset>``, and a narrow temporary table ``staged_<dataset>``, one row per incoming row by ``file_place``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

from momentos.datasets import Dataset
from momentos.datasets.checked import ROW_NUMBER, CheckedSheet
from momentos.warehouse.dataset_tables import ARROW_TYPES, COLUMN_TYPES, content_hash, folded_fields
from momentos.warehouse.folding import fold_column

NEW, REPLACING, UNCHANGED, RETURNING = "new", "replacing", "unchanged", "returning"
"""What a staged row is to those stored; one that returns had been taken away by a load that had fewer of its number."""

CONTAINED = "contained"
"""Of a thing: all that the row says is known, but from other loads; it is kept for the day they are undone."""

JOINED, REPEATED, CONFLICTING = "joined", "repeated", "conflicting"
"""Of a thing that an earlier row of the file describes: the row adds to it, says nothing new, or contradicts it."""

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
    """What is known of each row: ``file_place, sheet_no, has_id, content_hash, record_key, occurrence, fate``.

    ``first_key`` is the ``record_key`` of the first of the file's rows of the same thing.
    """
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
    key = "record_key" if dataset.is_of_things else nth_key("record_key", "again.nth")
    cursor.execute(
        f"update {into} as staged set occurrence = again.nth, record_key = {key}"
        " from again where staged.file_place = again.file_place"
    )


def nth_key(first_key: str, nth: str) -> str:
    """The ``record_key`` of the nth row of something that stands several times in a file."""
    return f"md5_number({_digits(first_key)} || '#' || {nth})"


def _digits(key: str) -> str:
    """The key as ``varchar`` has it, cut into three numbers of 64 bits: DuckDB writes one of 128 bits very slowly."""
    cut = "1000000000000000000::uhugeint"
    parts = (f"{key} // {cut} // {cut}", f"{key} // {cut} % {cut}", f"{key} % {cut}")
    padded = ", ".join(f"lpad(({part})::ubigint::varchar, 18, '0')" for part in parts)
    return f"ltrim(concat({padded}), '0')"


def compared_keys(dataset: Dataset) -> list[str]:
    """The columns by which rows are found to be of the same thing."""
    return [f"{name}_key" if dataset[name].is_folded else name for name in dataset.key]


def _identified(dataset: Dataset, scopes: Mapping[int, int]) -> str:
    """One row per incoming row; a row with a key field empty is identified by all that it says."""
    keys = compared_keys(dataset)
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
            record_key as first_key,
            1::bigint as occurrence
        from {incoming(dataset.name)}
    """


def _said(dataset: Dataset) -> str:
    """All that a row says, as one text; what is empty is left out, so a field declared later changes nothing."""
    said = ", ".join(f"'{field.name}=' || {field.name}::varchar" for field in dataset.stored)
    return f"concat_ws({_SEPARATOR}, {said})"


def tell_fates(cursor: DuckDBPyConnection, dataset: Dataset) -> None:
    """Say of each staged event what it is to those stored, in the column ``fate``."""
    cursor.execute(
        f"""
        create or replace temp table {staged(dataset.name)} as
        select
            keys.*,
            case
                when stored.record_key is null then '{NEW}'
                when stored.is_gone then '{RETURNING}'
                when stored.content_hash = keys.content_hash then '{UNCHANGED}'
                else '{REPLACING}'
            end as fate
        from {keys_of(dataset.name)} as keys
        left join (from {dataset.name} where superseded_by is null) as stored using (record_key)
        """
    )


def tell_fates_of_things(cursor: DuckDBPyConnection, dataset: Dataset, again: str, *, is_whole: bool) -> None:
    """Say the same of each staged description: only the first of a thing in the file counts, and ``again`` tells which
    others add to it. What a row leaves empty is no change, unless the rows are meant whole.
    """
    fields = [field.name for field in dataset.stored if field.name not in dataset.key]
    allowed = "false" if is_whole else "incoming.{0} is null"
    same = " and ".join(
        f"({allowed.format(one)} or incoming.{one} is not distinct from stored.{one})" for one in fields
    )
    table = staged(dataset.name)
    cursor.execute(
        f"""
        create or replace temp table {table} as
        select
            keys.*,
            case
                when stored.record_key is null then '{NEW}'
                when not ({same}) then '{REPLACING}'
                when stored.content_hash = keys.content_hash then '{UNCHANGED}'
                else '{CONTAINED}'
            end as fate
        from {keys_of(dataset.name)} as keys
        join {incoming(dataset.name)} as incoming using (file_place)
        left join current_{dataset.name} as stored using (record_key)
        """
    )
    cursor.execute(
        f"""
        update {table} as later
        set fate = case
            when again.contradicts then '{CONFLICTING}'
            when again.adds and first.fate in ('{NEW}', '{REPLACING}') then '{JOINED}'
            else '{REPEATED}'
        end
        from {table} as first, {again} as again
        where first.record_key = later.record_key
            and first.occurrence = 1
            and again.file_place = later.file_place
        """
    )


def keys_of(dataset: str) -> str:
    """The staged rows before their fate is known."""
    return f"{staged(dataset)}_keys"
