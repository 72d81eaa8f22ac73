"""What became of a file that came in, sheet by sheet: what a command or a screen reports of it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from momentos.datasets.checked import CheckedSheet, Problem, Severity
from momentos.domain.messages import Message, say
from momentos.intake.report import LEFT_OUT
from momentos.loading.storing import Effect
from momentos.warehouse.history import LoadedSheet, SheetOutcome


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


def sheet_report(checked: CheckedSheet, outcome: SheetOutcome) -> SheetReport:
    """A sheet that was loaded, or would be."""
    return _counted(outcome, checked.header_row, dict(checked.mapping), checked.unmapped)


def as_it_was_loaded(sheet: LoadedSheet) -> SheetReport:
    """A sheet as its load remembers it."""
    return _counted(sheet.outcome, sheet.header_row, dict(sheet.mapping), sheet.unmapped)


def as_it_stands(sheet: LoadedSheet) -> SheetReport:
    """A sheet that was loaded before: unchanged now."""
    then = sheet.outcome
    return replace(as_it_was_loaded(sheet), loaded=0, replaced=0, unchanged=then.loaded + then.unchanged)


def refused_for_strictness(report: FileReport) -> FileReport:
    """What would have loaded, had every row been good."""
    if report.status is Status.ALREADY:
        return report
    sheets = tuple(
        replace(sheet, loaded=0, replaced=0, rejected=sheet.rejected + sheet.loaded) for sheet in report.sheets
    )
    message = say("Nothing was loaded: some rows cannot be used, and --strict wants all of them or none.")
    return replace(report, status=Status.REFUSED, sheets=sheets, problems=(of_the_file(message), *report.problems))


def of_the_file(message: Message, severity: Severity = Severity.ERROR) -> Problem:
    """What is to be said of the file as a whole."""
    return Problem("", "", "", None, "", message, None, severity, "file")


def of_the_load(sheet: str, warning: Message) -> Problem:
    """A warning of the load; each sentence is a cause of its own, so that none is told as another's repetition."""
    return replace(of_the_file(warning, Severity.WARNING), sheet=sheet, cause=warning.text)


def _counted(outcome: SheetOutcome, header_row: int, mapping: dict[str, str], unmapped: tuple[str, ...]) -> SheetReport:
    return SheetReport(
        sheet=outcome.sheet,
        header_row=header_row,
        dataset=outcome.dataset,
        mapping=mapping,
        unmapped=unmapped,
        read=outcome.read,
        loaded=outcome.loaded,
        rejected=outcome.rejected,
        skipped=outcome.skipped,
        replaced=outcome.replaced,
        unchanged=outcome.unchanged,
        load_id=outcome.load_id or None,
    )
