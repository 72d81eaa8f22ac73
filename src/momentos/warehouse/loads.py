"""A load: all of a file's sheets taken in at once, told beforehand, and undone as if it had never been."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from duckdb import DuckDBPyConnection

from momentos.datasets import DATASETS, Dataset
from momentos.datasets.checked import CheckedSheet, SourceFile
from momentos.domain.errors import WrongInput
from momentos.domain.messages import Message, say
from momentos.domain.names import fold
from momentos.warehouse import combining, fewer_rows, numbering, shared, staging
from momentos.warehouse.connection import Warehouse, one_value
from momentos.warehouse.dataset_tables import LOAD_COLUMNS, columns_of
from momentos.warehouse.history import SAMPLE_AUTHOR, SCREEN_EDIT, SheetOutcome, find_file, keep_record, load_id_of
from momentos.warehouse.kept_files import keep_file
from momentos.warehouse.row_counts import edits_replaced, outcome_of
from momentos.warehouse.touched import note_touched_days, refresh_derived

Seen = TypeVar("Seen")


def preview(warehouse: Warehouse, source: SourceFile, sheets: Sequence[CheckedSheet]) -> list[SheetOutcome]:
    """What ``commit`` would say now, sheet by sheet, without an id; nothing is stored."""
    with warehouse.cursor() as cursor:
        outcomes, _ = _compare(cursor, source, sheets)
        return outcomes


def check_author(author: str) -> None:
    """Raises ``Refused`` where somebody would sign as the invented company, whose loads are told apart by that."""
    if fold(author) == SAMPLE_AUTHOR:
        raise WrongInput(say("«{name}» signs the files of the invented company: write your own name.", name=author))


def commit(
    warehouse: Warehouse, source: SourceFile, sheets: Sequence[CheckedSheet], *, author: str, at: datetime
) -> list[SheetOutcome]:
    """Store the file's sheets in one transaction and say what became of each; all carry the one load's id.

    Loading the same file again is allowed, changes nothing and is warned of; ``find_file`` tells beforehand.
    """
    keep_file(warehouse, source)
    with warehouse.transaction() as cursor:
        outcomes, numberings = _compare(cursor, source, sheets)
        load_no = _next_load_no(cursor)
        outcomes = [replace(outcome, load_id=load_id_of(load_no)) for outcome in outcomes]
        numberings.remember(cursor, load_no)
        keep_record(cursor, load_no, source, sheets, outcomes, author=author, at=at)
        _take_in(cursor, sheets, load_no)
    return outcomes


def rehearse(
    warehouse: Warehouse, source: SourceFile, sheets: Sequence[CheckedSheet], look: Callable[[DuckDBPyConnection], Seen]
) -> tuple[list[SheetOutcome], Seen]:
    """What ``preview`` says, and what ``look`` sees where the rows are in; then all of it is taken back."""
    with warehouse.rehearsal() as cursor:
        outcomes, _ = _compare(cursor, source, sheets)
        _take_in(cursor, sheets, _next_load_no(cursor))
        return outcomes, look(cursor)


def _take_in(cursor: DuckDBPyConnection, sheets: Sequence[CheckedSheet], load_no: int) -> None:
    """Store the compared rows as this load's, and bring what is worked out from them up to date."""
    parts = staging.parts_by_dataset(sheets)
    for dataset in parts:
        _store(cursor, dataset, load_no)
        note_touched_days(cursor, dataset, load_no)
    if "interactions" in parts:
        shared.note_touched(cursor, load_no)
        shared.look_again(cursor)
    refresh_derived(cursor, parts)


def _compare(
    cursor: DuckDBPyConnection, source: SourceFile, sheets: Sequence[CheckedSheet]
) -> tuple[list[SheetOutcome], numbering.Numberings]:
    """Set every row beside those stored and count, sheet by sheet."""
    parts = staging.parts_by_dataset(sheets)
    for dataset in parts:
        staging.bring_in(cursor, DATASETS[dataset], parts[dataset])
        _set_beside_stored(cursor, dataset, {}, is_whole=source.name == SCREEN_EDIT)
    numberings = numbering.find(cursor, sheets)
    for dataset in parts:
        scopes = numberings.scopes_of(dataset)
        if scopes:
            _set_beside_stored(cursor, dataset, scopes)
    known = _already_loaded(cursor, source)
    outcomes = [
        outcome_of(
            cursor,
            sheet_no,
            sheet,
            (*known, *numberings.warnings_of(sheet_no), *edits_replaced(cursor, source, sheet_no, sheet)),
        )
        for sheet_no, sheet in enumerate(sheets)
    ]
    return outcomes, numberings


def _set_beside_stored(
    cursor: DuckDBPyConnection, name: str, scopes: Mapping[int, int], *, is_whole: bool = False
) -> None:
    """``is_whole`` says that what a description leaves empty is meant to be empty: it was drawn on a screen."""
    dataset = DATASETS[name]
    staging.identify(cursor, dataset, scopes, into=staging.keys_of(name))
    if not dataset.is_of_things:
        staging.tell_fates(cursor, dataset)
        if dataset.key:
            fewer_rows.find(cursor, dataset)
        return
    if combining.combine(cursor, dataset):
        staging.identify(cursor, dataset, scopes, into=staging.keys_of(name))
    staging.tell_fates_of_things(cursor, dataset, combining.described_again(name), is_whole=is_whole)


def _already_loaded(cursor: DuckDBPyConnection, source: SourceFile) -> tuple[Message, ...]:
    earlier = find_file(cursor, source.sha256)
    if earlier is None:
        return ()
    return (say("This same file is already loaded, as {file}.", file=earlier.file_name),)


def _next_load_no(cursor: DuckDBPyConnection) -> int:
    cursor.execute("update state set last_load_no = last_load_no + 1")
    return int(str(one_value(cursor, "select last_load_no from state")))


def _store(cursor: DuckDBPyConnection, name: str, load_no: int) -> None:
    """Retire the rows that are replaced, add the new ones, and remember which unchanged rows the file holds too."""
    dataset = DATASETS[name]
    staged, incoming = staging.staged(name), staging.incoming(name)
    _retire(cursor, name, staged, (staging.REPLACING, staging.RETURNING, staging.CONTAINED), load_no)
    copied = ", ".join([*(column for column in columns_of(dataset) if column not in LOAD_COLUMNS), "sheet, row_number"])
    cursor.execute(
        f"insert into {name} ({copied}, load_no, record_key, content_hash)"
        f" select {copied}, ?, staged.record_key, staged.content_hash"
        f" from {incoming} join {staged} as staged using (file_place) where staged.fate in (?, ?, ?, ?)",
        [load_no, staging.NEW, staging.REPLACING, staging.RETURNING, staging.CONTAINED],
    )
    cursor.execute(
        "insert into confirmed_rows select ?, ?, staged.record_key, sheet, row_number"
        f" from {incoming} join {staged} as staged using (file_place) where staged.fate = ?",
        [load_no, name, staging.UNCHANGED],
    )
    if dataset.key and not dataset.is_of_things:
        _store_gone(cursor, dataset, load_no)


def _store_gone(cursor: DuckDBPyConnection, dataset: Dataset, load_no: int) -> None:
    """The same with the rows that the file says are no more."""
    gone = fewer_rows.gone(dataset.name)
    _retire(cursor, dataset.name, gone, (staging.REPLACING,), load_no)
    copied = ", ".join([*fewer_rows.key_columns(dataset), "sheet, row_number, record_key"])
    cursor.execute(
        f"insert into {dataset.name} ({copied}, load_no, content_hash, is_gone)"
        f" select {copied}, ?, 0, true from {gone} where fate = ?",
        [load_no, staging.REPLACING],
    )
    cursor.execute(
        f"insert into confirmed_rows select ?, ?, record_key, sheet, row_number from {gone} where fate = ?",
        [load_no, dataset.name, staging.UNCHANGED],
    )


def _retire(cursor: DuckDBPyConnection, name: str, told: str, fates: Sequence[str], load_no: int) -> None:
    """The rows of the dataset that those told, of these fates, take the place of."""
    listed = ", ".join(f"'{fate}'" for fate in fates)
    cursor.execute(
        f"update {name} set superseded_by = ? from {told} as told"
        f" where told.fate in ({listed}) and {name}.record_key = told.record_key and {name}.superseded_by is null",
        [load_no],
    )
