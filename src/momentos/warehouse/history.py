"""What was loaded: one record per load, with what was said of each of its sheets."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.datasets.checked import CheckedSheet, Problem, SourceFile
from momentos.domain.messages import Message

SCREEN_EDIT = "edición en pantalla"
"""What stands in the place of a file's name for a load that was made on a screen."""
SAMPLE_AUTHOR = "sample"
"""Who brought the loads that are of the invented company and not the company's own."""


@dataclass(frozen=True)
class SheetOutcome:
    """What became of one sheet. ``read == loaded + rejected + skipped + unchanged``.

    ``replaced`` counts those of ``loaded`` that took the place of an earlier row. ``load_id`` is empty in a preview.
    ``first_on`` and ``last_on`` bound the days that its rows speak of, if its rows are dated. ``dangers`` are warnings
    of what it may destroy: to be said before it is loaded, and not in passing.
    """

    load_id: str
    sheet: str
    dataset: str
    read: int
    loaded: int
    rejected: int
    skipped: int
    replaced: int
    unchanged: int
    first_on: date | None
    last_on: date | None
    warnings: tuple[Message, ...] = ()
    dangers: tuple[Message, ...] = ()


@dataclass(frozen=True)
class CauseCount:
    """How many problems a sheet had for one cause, with the first one's sentence."""

    cause: str
    severity: str
    count: int
    example: Message


@dataclass(frozen=True)
class LoadedSheet:
    """One sheet of a load as it was understood: the mapping from header to field, the counts, the problems by cause.

    ``letters`` says in which column of the sheet each field stood, ``rating_letters`` each touchpoint of a grid; both
    are empty for what was made on a screen and for loads from before they were kept.
    """

    outcome: SheetOutcome
    header_row: int
    mapping: Mapping[str, str]
    unmapped: tuple[str, ...]
    problems: tuple[CauseCount, ...]
    letters: Mapping[str, str] = field(default_factory=dict)
    rating_letters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LoadRecord:
    """One load: who brought which file when, and who undid it, if anybody did."""

    load_no: int
    load_id: str
    author: str
    loaded_at: datetime
    file_name: str
    sha256: str
    size: int
    sheets: tuple[LoadedSheet, ...]
    undone_by: str | None
    undone_at: datetime | None

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


_COLUMNS = "load_no, load_id, author, loaded_at, file_name, sha256, size, sheets, undone_by, undone_at"


def list_loads(cursor: DuckDBPyConnection) -> list[LoadRecord]:
    """Every load, undone ones too, the latest first."""
    rows = cursor.execute(f"select {_COLUMNS} from loads order by load_no desc").fetchall()
    return [_record(row) for row in rows]


def find_load(cursor: DuckDBPyConnection, load_id: str) -> LoadRecord | None:
    """The load of this id, undone or not."""
    row = cursor.execute(f"select {_COLUMNS} from loads where load_id = ?", [load_id]).fetchone()
    return _record(row) if row else None


def find_file(cursor: DuckDBPyConnection, sha256: str) -> LoadRecord | None:
    """The last load, not undone, of a file with these very bytes."""
    row = cursor.execute(
        f"select {_COLUMNS} from loads where sha256 = ? and undone_at is null order by load_no desc limit 1", [sha256]
    ).fetchone()
    return _record(row) if row else None


def loaded_then(cursor: DuckDBPyConnection, sha256: str, at: datetime) -> LoadRecord | None:
    """The load of a file with these very bytes that was made at this very moment."""
    return next((one for one in list_loads(cursor) if one.sha256 == sha256 and one.loaded_at == at), None)


def keep_record(
    cursor: DuckDBPyConnection,
    load_no: int,
    source: SourceFile,
    sheets: Sequence[CheckedSheet],
    outcomes: Sequence[SheetOutcome],
    *,
    author: str,
    at: datetime,
) -> None:
    """Write the load into the history."""
    told = [_sheet_as_json(sheet, outcome) for sheet, outcome in zip(sheets, outcomes, strict=True)]
    cursor.execute(
        f"insert into loads ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, null, null)",
        [load_no, load_id_of(load_no), author, at, source.name, source.sha256, source.size, json.dumps(told)],
    )


def load_id_of(load_no: int) -> str:
    return f"L{load_no:05d}"


def _sheet_as_json(sheet: CheckedSheet, outcome: SheetOutcome) -> dict[str, Any]:
    told = asdict(outcome)
    told["first_on"], told["last_on"] = _iso(outcome.first_on), _iso(outcome.last_on)
    told["warnings"] = [_message_as_json(warning) for warning in outcome.warnings]
    told["dangers"] = [_message_as_json(danger) for danger in outcome.dangers]
    return {
        "outcome": told,
        "header_row": sheet.header_row,
        "mapping": dict(sheet.mapping),
        "unmapped": list(sheet.unmapped),
        "problems": _by_cause(sheet.problems),
        "letters": dict(sheet.letters),
        "rating_letters": dict(sheet.rating_letters),
    }


def _by_cause(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    groups: dict[tuple[str, str], dict[str, Any]] = {}
    for problem in problems:
        group = groups.setdefault(
            (problem.cause, problem.severity),
            {
                "cause": problem.cause,
                "severity": str(problem.severity),
                "count": 0,
                "example": _message_as_json(problem.problem),
            },
        )
        group["count"] += 1
    return list(groups.values())


def _message_as_json(message: Message) -> dict[str, Any]:
    values = {
        name: _message_as_json(value) if isinstance(value, Message) else _plain(value)
        for name, value in message.values.items()
    }
    return {"text": message.text, "values": values}


def _message(told: Mapping[str, Any]) -> Message:
    values = {
        name: _message(value) if isinstance(value, dict) and "text" in value else value
        for name, value in told["values"].items()
    }
    sentence = told["text"]
    return Message(sentence, values)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _record(row: tuple[Any, ...]) -> LoadRecord:
    load_no, load_id, author, loaded_at, file_name, sha256, size, sheets, undone_by, undone_at = row
    told = tuple(_loaded_sheet(sheet) for sheet in json.loads(sheets))
    return LoadRecord(load_no, load_id, author, loaded_at, file_name, sha256, size, told, undone_by, undone_at)


def _loaded_sheet(told: Mapping[str, Any]) -> LoadedSheet:
    outcome = dict(told["outcome"])
    outcome["first_on"], outcome["last_on"] = _day(outcome["first_on"]), _day(outcome["last_on"])
    outcome["warnings"] = tuple(_message(warning) for warning in outcome["warnings"])
    outcome["dangers"] = tuple(_message(danger) for danger in outcome.get("dangers", ()))
    causes = tuple(
        CauseCount(one["cause"], one["severity"], one["count"], _message(one["example"])) for one in told["problems"]
    )
    return LoadedSheet(
        SheetOutcome(**outcome),
        told["header_row"],
        told["mapping"],
        tuple(told["unmapped"]),
        causes,
        told.get("letters", {}),
        told.get("rating_letters", {}),
    )
