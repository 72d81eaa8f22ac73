"""Survey grids: one row with a score for each of several touchpoints becomes one row for each score."""

from collections.abc import Mapping
from hashlib import blake2b

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import ROW_NUMBER
from momentos.datasets.ratings import RATINGS
from momentos.intake.convert import ARROW_TYPES
from momentos.intake.raw_table import RawTable


def unpivoted(responses: pa.Table, scores: Mapping[str, pa.Array]) -> pa.Table:
    """One row for each score that was given: the fields of ``ratings`` and ``row_number``.

    ``scores`` has, for each touchpoint, a score a row of ``responses`` (null where there is none).
    """
    parts = [_of_one(responses, touchpoint, values) for touchpoint, values in scores.items()]
    return pa.concat_tables(parts) if parts else _of_one(responses.slice(0, 0), "", pa.array([], pa.float64()))


def _of_one(responses: pa.Table, touchpoint: str, values: pa.Array) -> pa.Table:
    given = pc.is_valid(values)
    rows = responses.filter(given)
    columns: dict[str, pa.Array] = {}
    for field in RATINGS.stored:
        if field.name == "touchpoint":
            columns[field.name] = pa.repeat(pa.scalar(touchpoint, pa.string()), rows.num_rows)
        elif field.name == "score":
            columns[field.name] = values.filter(given)
        elif field.name in rows.column_names:
            columns[field.name] = rows.column(field.name)
        else:
            columns[field.name] = pa.nulls(rows.num_rows, ARROW_TYPES[field.type])
    columns[ROW_NUMBER] = rows.column(ROW_NUMBER)
    return pa.table(columns)


def content_names(table: RawTable) -> pa.Array:
    """A name for each row from what it holds, the same whenever and wherever the same row comes again.

    A survey without a number needs one, so that its scores can be told from another's. The second of two equal rows
    is another answer, and gets a name of its own.
    """
    texts = [_texts(column.values) for column in table.columns]
    joined = pc.binary_join_element_wise(*texts, "\x1f", null_handling="replace", null_replacement="")
    seen: dict[str, int] = {}
    names = []
    for text in joined.to_pylist():
        name = blake2b(text.encode(), digest_size=9).hexdigest()
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return pa.array(names, pa.string())


def _texts(values: pa.ChunkedArray) -> pa.Array:
    whole = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    if pa.types.is_duration(whole.type):
        whole = pc.cast(whole, pa.int64())
    return pc.cast(whole, pa.string())
