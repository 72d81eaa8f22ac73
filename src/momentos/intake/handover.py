"""What the reading child hands to the parent: one Arrow file per table and a trailer that vouches for them.

The trailer is written last. A missing trailer, or one whose digest does not fit the files, means that the child did
not finish, and then nothing of it is used.
"""

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from momentos.domain.messages import Message
from momentos.intake.raw_table import Column, RawTable, SheetInfo

TRAILER = "trailer.json"
ROW_NUMBERS = "row_numbers"
VALUES = "values"
NUMERIC = "numeric"


@dataclass(frozen=True)
class Handover:
    """Everything the child found. A refusal comes alone."""

    tables: tuple[RawTable, ...] = ()
    sheets: tuple[SheetInfo, ...] = ()
    notices: tuple[Message, ...] = ()
    refused: Message | None = None


class BrokenHandover(Exception):
    """The child's files are not what its trailer says, or there is no trailer."""


def write(folder: Path, handover: Handover) -> None:
    """Writes the tables, then the trailer."""
    tables = []
    for number, table in enumerate(handover.tables):
        path = folder / _file_name(number)
        _write_table(path, table)
        tables.append(_describe(table) | {"digest": _digest(path)})
    trailer = {
        "tables": tables,
        "sheets": [asdict(sheet) | {"why_empty": _plain(sheet.why_empty)} for sheet in handover.sheets],
        "notices": [_plain(notice) for notice in handover.notices],
        "refused": _plain(handover.refused),
        "complete": True,
    }
    (folder / TRAILER).write_text(json.dumps(trailer), encoding="utf-8")


def read(folder: Path) -> Handover:
    """Reads back what ``write`` wrote; raises ``BrokenHandover`` if any of it is missing or different."""
    try:
        trailer = json.loads((folder / TRAILER).read_text(encoding="utf-8"))
        if trailer["complete"] is not True:
            raise BrokenHandover
        return Handover(
            tuple(_read_table(folder / _file_name(number), one) for number, one in enumerate(trailer["tables"])),
            tuple(SheetInfo(**(one | {"why_empty": _message(one["why_empty"])})) for one in trailer["sheets"]),
            tuple(_required_message(one) for one in trailer["notices"]),
            _message(trailer["refused"]),
        )
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException) as error:
        raise BrokenHandover from error


def _file_name(number: int) -> str:
    return f"table-{number}.arrow"


def _write_table(path: Path, table: RawTable) -> None:
    arrays: dict[str, Any] = {ROW_NUMBERS: table.row_numbers}
    for number, column in enumerate(table.columns):
        arrays[f"{VALUES}-{number}"] = column.values
        if column.numeric is not None:
            arrays[f"{NUMERIC}-{number}"] = column.numeric
    content = pa.table(arrays)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, content.schema) as writer:
        writer.write_table(content)


def _describe(table: RawTable) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "hidden": table.hidden,
        "index": table.index,
        "header_rows": list(table.header_rows),
        "letters": [column.letter for column in table.columns],
        "headers": [column.header for column in table.columns],
        "notes": list(table.notes),
        "rows": table.row_count,
        "cells": sum(len(column.values) - column.values.null_count for column in table.columns),
    }


def _read_table(path: Path, described: dict[str, Any]) -> RawTable:
    if _digest(path) != described["digest"]:
        raise BrokenHandover
    with pa.OSFile(str(path), "rb") as source:
        content = pa.ipc.open_file(source).read_all()
    columns = tuple(
        Column(letter, header, content[f"{VALUES}-{number}"], _mask(content, f"{NUMERIC}-{number}"))
        for number, (letter, header) in enumerate(zip(described["letters"], described["headers"], strict=True))
    )
    table = RawTable(
        sheet=described["sheet"],
        hidden=described["hidden"],
        index=described["index"],
        header_rows=(described["header_rows"][0], described["header_rows"][1]),
        columns=columns,
        row_numbers=content[ROW_NUMBERS].combine_chunks(),
        notes=tuple(described["notes"]),
    )
    found = _describe(table)
    if found["rows"] != described["rows"] or found["cells"] != described["cells"]:
        raise BrokenHandover
    return table


def _mask(content: pa.Table, name: str) -> pa.Array | None:
    return content[name].combine_chunks() if name in content.column_names else None


def _digest(path: Path) -> int:
    """A checksum against a file that was cut short; nobody forges it, so it may be quick."""
    digest = 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest = zlib.crc32(chunk, digest)
    return digest


def _plain(message: Message | None) -> dict[str, Any] | None:
    if message is None:
        return None
    values = {
        name: {"message": _plain(value)} if isinstance(value, Message) else {"value": value}
        for name, value in message.values.items()
    }
    return {"text": message.text, "values": values}


def _message(plain: dict[str, Any] | None) -> Message | None:
    return None if plain is None else _required_message(plain)


def _required_message(plain: dict[str, Any]) -> Message:
    values = {
        name: _message(one["message"]) if "message" in one else one["value"] for name, one in plain["values"].items()
    }
    sentence = plain["text"]
    return Message(sentence, values)
