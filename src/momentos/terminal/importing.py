"""What ``import`` does with its files: read, compare, load, and tell what became of every row."""

import getpass
import hashlib
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from momentos.datasets.checked import CheckedSheet, Problem, Severity
from momentos.domain.errors import NotFound, WrongInput
from momentos.domain.faults import why_incomplete, why_not_loaded
from momentos.domain.messages import Message, say
from momentos.intake.layouts import as_kept, layout_of
from momentos.intake.near_names import NearNames
from momentos.intake.report import LEFT_OUT
from momentos.loading.alike_names import asked_of
from momentos.loading.remembered_layouts import remember, remembered
from momentos.loading.same_names import Named, said, written_names
from momentos.loading.storing import Effect, foresee, store
from momentos.terminal.reading import ReadFile, ReadTable, Wishes, read_file
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import LoadedSheet, SheetOutcome, list_loads, loaded_then
from momentos.warehouse.loads import preview

MOST_ASKED = 30
"""How many names are asked about in one file."""


class Status(StrEnum):
    """What became of a file."""

    LOADED = "loaded"
    PARTLY = "partly loaded"
    ALREADY = "already loaded"
    WOULD = "would load"
    REFUSED = "refused"


@dataclass(frozen=True)
class SheetReport:
    """One table of the file: how it was understood, and its rows counted. ``dataset`` is ``None`` if unknown."""

    sheet: str
    header_row: int
    dataset: str | None
    mapping: dict[str, str]
    unmapped: tuple[str, ...]
    read: int
    loaded: int
    rejected: int
    skipped: int
    replaced: int
    unchanged: int
    load_id: str | None


@dataclass(frozen=True)
class FileReport:
    """One file. ``problems`` are in the order of its tables; ``effect`` is what a dry run would change."""

    file: str
    sha256: str | None
    status: Status
    sheets: tuple[SheetReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    effect: Effect = field(default_factory=dict)

    @property
    def has_rows_kept_out(self) -> bool:
        return any(sheet.rejected for sheet in self.sheets)

    @property
    def is_whole(self) -> bool:
        """Whether all that stands in its rows loads: none kept out, and no cell left out of one."""
        return not self.has_rows_kept_out and not any(one.cause.startswith(LEFT_OUT) for one in self.problems)


def import_files(
    warehouse: Warehouse, paths: Sequence[Path], wishes: Wishes, *, is_dry: bool, is_strict: bool, at: datetime
) -> list[FileReport]:
    """Load every file, each in a transaction of its own; ``is_strict`` loads none of them if any row is bad.

    A file that fails is refused with a reason; what is done with the others does not depend on it.
    """
    if is_strict and not is_dry:
        reports = [_import_apart(warehouse, path, wishes, is_dry=True, is_foreseen=False, at=at) for path in paths]
        if any(report.status is Status.REFUSED or not report.is_whole for report in reports):
            return [_refused_for_strictness(report) for report in reports]
    return [_import_apart(warehouse, path, wishes, is_dry=is_dry, is_foreseen=is_dry, at=at) for path in paths]


def _import_apart(
    warehouse: Warehouse, path: Path, wishes: Wishes, *, is_dry: bool, is_foreseen: bool, at: datetime
) -> FileReport:
    """What became of one file, whatever happens with it."""
    try:
        return _import(warehouse, path, wishes, is_dry=is_dry, is_foreseen=is_foreseen, at=at)
    except Exception as error:
        return _loaded_though_failed(warehouse, path, error, at) or _refused(path, why_not_loaded(error, path.name))


def _loaded_though_failed(warehouse: Warehouse, path: Path, error: Exception, at: datetime) -> FileReport | None:
    """The file as it was loaded, if what failed came after its rows were in; to say that it is not would be false."""
    sha256 = _sha256(path)
    with warehouse.cursor() as cursor:
        load = loaded_then(cursor, sha256 or "", at)
    if load is None:
        return None
    sheets = tuple(map(_loaded, load.sheets))
    problem = _problem("", why_incomplete(error, path.name), Severity.WARNING)
    return FileReport(path.name, sha256, Status.PARTLY, sheets, (problem,))


def _refused(path: Path, why: Message) -> FileReport:
    return FileReport(path.name or str(path), _sha256(path), Status.REFUSED, (), (_problem("", why),))


def _ensure_can_be_read(path: Path) -> None:
    """``Refused`` where there is no such file, or none that can be opened."""
    try:
        if path.is_dir():
            raise WrongInput(say("{path} is a folder: name the files in it.", path=str(path)))
        with path.open("rb"):
            return
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(say("There is no file {path}. Check its name and its folder.", path=str(path))) from None
    except OSError:
        why = say("The file {path} cannot be opened. Check that you may read it.", path=str(path))
        raise WrongInput(why) from None


def _import(
    warehouse: Warehouse, path: Path, wishes: Wishes, *, is_dry: bool, is_foreseen: bool, at: datetime
) -> FileReport:
    """``is_foreseen`` tries the load out, to tell its effect: it takes as long as the load."""
    _ensure_can_be_read(path)
    read = read_file(path, wishes, today=at.date(), kept=_kept(warehouse))
    earlier = _loaded_before(warehouse, read.source.sha256)
    wanted = [one for one in read.tables if not one.is_left_out]
    if wanted and all(_place(one) in earlier for one in wanted):
        return _already_loaded(read, wanted, earlier)
    report = _load(warehouse, read, earlier, is_dry=is_dry, is_foreseen=is_foreseen, at=at)
    if report.status in (Status.LOADED, Status.PARTLY):
        _remember(warehouse, read, wishes, at)
    return report


def _kept(warehouse: Warehouse) -> dict[str, Mapping[str, Any]]:
    """How each layout was said to be read."""
    with warehouse.cursor() as cursor:
        return {layout: entry.said.layout for layout, entry in remembered(cursor).items()}


def _remember(warehouse: Warehouse, read: ReadFile, wishes: Wishes, at: datetime) -> None:
    """What was said of these tables holds for the next that look like them."""
    for one in read.tables:
        if one.wished is not None and (wishes.say_how or (wishes.hidden and one.table.hidden)):
            remember(warehouse, layout_of(one.table), as_kept(one.table, one.wished), author=author(), at=at)


def _load(
    warehouse: Warehouse,
    read: ReadFile,
    earlier: dict[tuple[str, int], LoadedSheet],
    *,
    is_dry: bool,
    is_foreseen: bool,
    at: datetime,
) -> FileReport:
    """Load the tables that can be loaded and were not before."""
    news = [one for one in read.tables if _place(one) not in earlier]
    ready = [one.checked for one in news if one.checked is not None]
    effect: Effect = {}
    same = _perhaps_known(warehouse, ready)
    if is_foreseen:
        outcomes, effect = foresee(warehouse, read.source, ready)
    else:
        outcomes = preview(warehouse, read.source, ready)
    status = _status(outcomes, sum(one.checked is None and not one.is_left_out for one in news))
    if status is not Status.REFUSED and is_dry:
        status = Status.WOULD
    elif status is not Status.REFUSED:
        how = [(one.table, one.choices, ()) for one in news if one.choices is not None]
        outcomes = store(warehouse, read.source, ready, how, author=author(), at=at)
    told = iter(outcomes)
    sheets = tuple(_not_loaded(one) if one.checked is None else _sheet(one.checked, next(told)) for one in news)
    problems = (
        *(_told(one.sheet, danger) for one in outcomes for danger in one.dangers),
        *read.problems,
        *(problem for one in news for problem in one.problems),
        *same,
        *(_told(one.sheet, warning) for one in outcomes for warning in one.warnings),
    )
    return FileReport(read.source.name, read.source.sha256, status, sheets, problems, effect)


def _perhaps_known(warehouse: Warehouse, sheets: Sequence[CheckedSheet]) -> list[Problem]:
    """Touchpoints that may be one with others, as when a survey's questions were worded anew: asked, never merged."""
    with warehouse.cursor() as cursor:
        found = asked_of(sheets, Named.TOUCHPOINT, written_names(cursor, Named.TOUCHPOINT), said(cursor))
    return [_perhaps(one) for one in found if one.shown][:MOST_ASKED]


def _perhaps(one: NearNames) -> Problem:
    words = {"written": one.written, "shown": one.shown}
    question = say("Is «{written}» the touchpoint «{shown}»? They are kept apart until you say so.", **words)
    names = {name: _quoted(value) for name, value in words.items()}
    how = say("To show it as that one: momentos names --of touchpoint --same {written} {shown}", **names)
    return Problem("", "", "", "touchpoint", one.written, question, how, Severity.WARNING, f"names: {one.written}")


def _quoted(name: str) -> str:
    """As one word of a command line: in double quotes, which every shell knows, wherever they do."""
    return shlex.quote(name) if set(name) & set('"$`\\!') else f'"{name}"'


def _status(outcomes: Sequence[SheetOutcome], blocked: int) -> Status:
    """A file of which no row can be used is refused."""
    if not any(one.loaded or one.unchanged for one in outcomes):
        return Status.REFUSED
    return Status.PARTLY if blocked or any(one.rejected for one in outcomes) else Status.LOADED


def _sheet(checked: CheckedSheet, outcome: SheetOutcome) -> SheetReport:
    return SheetReport(
        checked.sheet,
        checked.header_row,
        checked.dataset,
        dict(checked.mapping),
        checked.unmapped,
        outcome.read,
        outcome.loaded,
        outcome.rejected,
        outcome.skipped,
        outcome.replaced,
        outcome.unchanged,
        outcome.load_id or None,
    )


def _not_loaded(one: ReadTable) -> SheetReport:
    """A table that waits for an answer: all of its rows are kept out; or skipped, where its sheet is hidden."""
    headers = tuple(column.header or column.letter for column in one.table.columns)
    count = one.table.row_count
    rejected, skipped = (0, count) if one.is_left_out else (count, 0)
    return SheetReport(
        one.table.sheet, one.table.header_rows[1], one.dataset, {}, headers, count, 0, rejected, skipped, 0, 0, None
    )


def _loaded_before(warehouse: Warehouse, sha256: str) -> dict[tuple[str, int], LoadedSheet]:
    """The tables of this very file that some load, not undone, brought in."""
    with warehouse.cursor() as cursor:
        loads = [load for load in list_loads(cursor) if load.sha256 == sha256 and not load.is_undone]
    return {(sheet.outcome.sheet, sheet.header_row): sheet for load in loads for sheet in load.sheets}


def _place(one: ReadTable) -> tuple[str, int]:
    return one.table.sheet, one.table.header_rows[1]


def _already_loaded(
    read: ReadFile, wanted: Sequence[ReadTable], earlier: dict[tuple[str, int], LoadedSheet]
) -> FileReport:
    """Nothing to do: what was loaded then is unchanged now."""
    found = [earlier[_place(one)] for one in wanted]
    sheets = tuple(
        replace(_loaded(one), loaded=0, replaced=0, unchanged=one.outcome.loaded + one.outcome.unchanged)
        for one in found
    )
    message = say(
        "This file is already loaded. To read it in another way, undo that load first: momentos undo {load}",
        load=found[0].outcome.load_id,
    )
    problem = _problem("", message, Severity.INFO)
    return FileReport(read.source.name, read.source.sha256, Status.ALREADY, sheets, (problem,))


def _loaded(one: LoadedSheet) -> SheetReport:
    """A sheet as its load remembers it."""
    told = one.outcome
    return SheetReport(
        told.sheet,
        one.header_row,
        told.dataset,
        dict(one.mapping),
        one.unmapped,
        told.read,
        told.loaded,
        told.rejected,
        told.skipped,
        told.replaced,
        told.unchanged,
        told.load_id,
    )


def _refused_for_strictness(report: FileReport) -> FileReport:
    """What would have loaded, had every row been good."""
    if report.status is Status.ALREADY:
        return report
    sheets = tuple(
        replace(sheet, loaded=0, replaced=0, rejected=sheet.rejected + sheet.loaded) for sheet in report.sheets
    )
    message = say("Nothing was loaded: some rows cannot be used, and --strict wants all of them or none.")
    return replace(report, status=Status.REFUSED, sheets=sheets, problems=(_problem("", message), *report.problems))


def _problem(sheet: str, message: Message, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(sheet, "", "", None, "", message, None, severity, "file")


def _told(sheet: str, warning: Message) -> Problem:
    """A warning of the load; each sentence is a cause of its own, so that none is told as another's repetition."""
    return replace(_problem(sheet, warning, Severity.WARNING), cause=warning.text)


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def author() -> str:
    """Who is at the terminal; a container may not know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "terminal"
