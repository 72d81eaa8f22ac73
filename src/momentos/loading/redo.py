"""Loading an undone load again: the bytes that were kept, read once more as it was decided then."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.datasets.checked import CheckedSheet, SourceFile
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.messages import say
from momentos.domain.viewer import Viewer, inner, need_lead
from momentos.intake.choices import Choices
from momentos.intake.layouts import as_chosen, as_kept
from momentos.intake.opening import open_workbook
from momentos.intake.preparing import prepare
from momentos.intake.raw_table import RawTable
from momentos.intake.repair import Repair, from_kept, repaired
from momentos.intake.repair import as_kept as kept_repairs
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import LoadRecord, SheetOutcome, find_load, list_loads
from momentos.warehouse.journal_kinds import Names, kept_as
from momentos.warehouse.kept_files import is_kept, kept_file
from momentos.warehouse.loads import check_author, commit

Read = Iterable[tuple[RawTable, Choices, Sequence[Repair]]]
"""Each table as it was read, how it was understood, and the cells mended before."""


@kept_as("load_choices", tables=Names.ANYBODY)
@dataclass(frozen=True)
class LoadChoices:
    """How each table of the load that is the subject was read: the intake's own affair."""

    tables: tuple[Mapping[str, Any], ...]


@inner
def note_choices(warehouse: Warehouse, load_id: str, read: Read, *, author: str, at: datetime) -> None:
    """Keep how the tables of a load were read, so that it can be read so again."""
    tables = tuple(
        {
            **as_kept(table, choices),
            "sheet": table.sheet,
            "index": table.index,
            "constants": dict(choices.constants),
            "repairs": kept_repairs(repairs),
        }
        for table, choices, repairs in read
    )
    journal.write(warehouse, LoadChoices(tables), load_id, author=author, at=at)


def redo(warehouse: Warehouse, viewer: Viewer, load_id: str, *, author: str, at: datetime) -> list[SheetOutcome]:
    """Load the file of an undone load again, as a new load; what it replaces and leaves unchanged is told anew.

    ``Refused`` to who does not lead, if the load is not undone, its tables are in by another load, its file is no
    longer there, it did not come from a file, or it is signed as the invented company.
    """
    need_lead(viewer)
    check_author(author)
    load, tables = _redoable(warehouse, load_id)
    path = kept_file(warehouse, viewer, load.sha256)
    book = open_workbook(path, load.file_name)
    places = {(table.sheet, table.index): table for table in book.tables}
    read: list[tuple[RawTable, Choices, list[Repair]]] = []
    for kept in tables:
        table = places.get((kept["sheet"], kept["index"]))
        choices = as_chosen(table, kept) if table is not None else None
        if table is None or choices is None:
            raise _cannot(load)
        read.append((table, choices, from_kept(kept["repairs"])))
    sheets = _prepared(read, load.loaded_at.date())
    source = SourceFile(load.file_name, path, load.sha256, load.size)
    outcomes = commit(warehouse, source, sheets, author=author, at=at)
    note_choices(warehouse, outcomes[0].load_id, read, author=author, at=at)
    return outcomes


def _prepared(read: Read, today: date) -> list[CheckedSheet]:
    return [prepare(repaired(table, repairs), choices, today=today) for table, choices, repairs in read]


def can_redo(warehouse: Warehouse, load: LoadRecord) -> bool:
    """Whether ``redo`` has what it needs."""
    if not load.is_undone or not is_kept(warehouse, load.sha256):
        return False
    with warehouse.cursor() as cursor:
        return load.load_id in journal.latest(cursor, LoadChoices, load.load_id) and _in_again_as(cursor, load) is None


def _in_again_as(cursor: DuckDBPyConnection, load: LoadRecord) -> LoadRecord | None:
    """The load in use that brought all the tables of an undone one from the same file, if there is one."""
    wanted = _places(load)
    loads = [one for one in list_loads(cursor) if one.sha256 == load.sha256 and not one.is_undone]
    return next((one for one in loads if wanted <= _places(one)), None)


def _places(load: LoadRecord) -> set[tuple[str, int]]:
    return {(sheet.outcome.sheet, sheet.header_row) for sheet in load.sheets}


def _redoable(warehouse: Warehouse, load_id: str) -> tuple[LoadRecord, tuple[Mapping[str, Any], ...]]:
    with warehouse.cursor() as cursor:
        load = find_load(cursor, load_id)
        entry = journal.latest(cursor, LoadChoices, load_id).get(load_id)
        again = None if load is None else _in_again_as(cursor, load)
    if load is None:
        raise NotFound(say("There is no load {load}. The list of loads shows their numbers.", load=load_id))
    if not load.is_undone:
        raise WrongInput(say("The load {load} ({file}) is not undone.", load=load_id, file=load.file_name))
    if entry is None or not is_kept(warehouse, load.sha256):
        raise _cannot(load)
    if again is not None:
        raise WrongInput(
            say(
                "What {load} brought from {file} is in already, as {new}.",
                load=load_id,
                file=load.file_name,
                new=again.load_id,
            )
        )
    return load, entry.said.tables


def _cannot(load: LoadRecord) -> WrongInput:
    return WrongInput(
        say(
            "The load {load} ({file}) cannot be repeated by itself: bring the file once more.",
            load=load.load_id,
            file=load.file_name,
        )
    )
