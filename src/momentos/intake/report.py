"""Writing down what was found in a table: every problem with its cell, made a column at a time."""

from collections.abc import Sequence
from textwrap import shorten

import pyarrow as pa
import pyarrow.compute as pc

from momentos.datasets.checked import Problem, Severity
from momentos.datasets.field import Field, FieldType
from momentos.domain.messages import Message, say
from momentos.intake.check import SKIPPED
from momentos.intake.convert import Converted, Fault, Notice
from momentos.intake.convert.answered import as_array, cell_text, texts_of
from momentos.intake.raw_table import Column, RawTable

MANY_UNKNOWN = 0.2
"""From this share of a column on, words for "not known" deserve a look."""

LEFT_OUT = "left out: "
"""How the cause of a fault begins whose row loads without the cell."""

MOST_NOTES, LONGEST_NOTE = 4, 60
"""How much of what stands above a table is repeated when it is told."""

REQUIRED = Fault("required", say("This cell is required and is empty."), say("Fill it in."))
DIFFERS = Fault(
    "repeated key",
    say("An earlier row has the same key and says something else."),
    say("Keep one of the two rows, or give each a key of its own."),
)


class Report:
    """The problems of one table, in the order they were found."""

    def __init__(self, table: RawTable) -> None:
        self.table = table
        self.problems: list[Problem] = []

    def faults(self, column: Column, field: Field, converted: Converted, ignored: pa.Array, alone: pa.Array) -> None:
        """Every cell that could not be understood, outside the ignored rows; those ``alone`` load without it."""
        if converted.fault_of is None:
            return
        there = pc.and_not(pc.is_valid(converted.fault_of), ignored)
        left_out = [_left_out_alone(fault) for fault in converted.faults]
        for mask, faults, severity in (
            (pc.and_not(there, alone), converted.faults, Severity.ERROR),
            (pc.and_(there, alone), left_out, Severity.WARNING),
        ):
            codes = converted.fault_of.filter(mask).to_pylist()
            self._cells(column, field, mask, [faults[code] for code in codes], severity)

    def cells(self, column: Column, field: Field, mask: pa.Array, fault: Fault, severity: Severity) -> None:
        """One fault at every cell of the mask."""
        mask = pc.fill_null(mask, False)
        count = pc.sum(mask).as_py() or 0
        self._cells(column, field, mask, [fault] * count, severity)

    def _cells(self, column: Column, field: Field, mask: pa.Array, faults: Sequence[Fault], severity: Severity) -> None:
        if not faults:
            return
        sheet, header, letter, name = self.table.sheet, column.header or column.letter, column.letter, field.name
        rows = self.table.row_numbers.filter(mask).to_pylist()
        written = texts_of(as_array(column.values).filter(mask))
        self.problems.extend(
            Problem(sheet, f"{letter}{row}", header, name, found, one.problem, one.suggestion, severity, one.cause)
            for row, found, one in zip(rows, written, faults, strict=True)
        )

    def rows(
        self,
        positions: Sequence[int],
        problem: Message,
        cause: str,
        severity: Severity,
        suggestion: Message | None = None,
    ) -> None:
        """One thing to say of each of these rows; the cell is the row's first that holds something."""
        for position in positions:
            column = next((one for one in self.table.columns if cell_text(one, position)), self.table.columns[0])
            self.problems.append(
                Problem(
                    self.table.sheet,
                    self.table.cell(position, column),
                    column.header or column.letter,
                    None,
                    cell_text(column, position),
                    problem,
                    suggestion,
                    severity,
                    cause,
                )
            )

    def skipped(self, causes: dict[int, str]) -> None:
        """The rows left out on purpose."""
        for cause, problem in SKIPPED.items():
            self.rows([one for one, why in causes.items() if why == cause], problem, cause, Severity.INFO)

    def notices(self, column: Column, field: Field, notices: Sequence[Notice]) -> None:
        """What to know about a whole column."""
        for one in notices:
            self.column(column, field, "", one)

    def column(self, column: Column, field: Field, found: str, notice: Notice) -> None:
        """One thing to know about a whole column."""
        header = column.header or column.letter
        self.problems.append(
            Problem(
                self.table.sheet,
                "",
                header,
                field.name,
                found,
                notice.problem,
                notice.suggestion,
                notice.severity,
                notice.cause,
            )
        )

    def sheet(self, field: str | None, notice: Notice) -> None:
        """One thing to know about the table as a whole."""
        self.problems.append(
            Problem(
                self.table.sheet, "", "", field, "", notice.problem, notice.suggestion, notice.severity, notice.cause
            )
        )

    def unknown(self, column: Column, field: Field, converted: Converted) -> None:
        """How many cells of the column stand for "not known"."""
        for word, count in converted.unknown.items():
            share = count / max(1, len(converted.values))
            if field.type is FieldType.SCORE:
                problem = say("{count} cells hold {word}, taken as a code that is not a score.", count=count, word=word)
                notice = Notice("not a score code", problem)
            else:
                problem = say("{count} cells hold {word}, taken as not known.", count=count, word=word)
                severity = Severity.WARNING if share >= MANY_UNKNOWN else Severity.INFO
                notice = Notice("unknown word", problem, None, severity)
            self.column(column, field, word, notice)


def _left_out_alone(fault: Fault) -> Fault:
    """The fault of a score whose survey loads without it."""
    problem = say("{problem} This score is left out; the rest of its survey loads.", problem=fault.problem)
    return Fault(f"{LEFT_OUT}{fault.cause}", problem, fault.suggestion)


def several_events(field: Field, count: int) -> Notice:
    """Events that share a number and differ: all are kept, and somebody should look."""
    problem = say(
        "{count} rows repeat a number of the column {field} that another row of this table has, with other contents; "
        "all are kept and count apart.",
        count=count,
        field=field.label,
    )
    suggestion = say(
        "If they correct one another, or are one event listed several times, leave only the last one in the file."
    )
    return Notice("repeated number", problem, suggestion, Severity.WARNING)


def left_out_above(table: RawTable) -> Message | None:
    """The titles and notes over the table's headers, which are told and not loaded; ``None`` where there are none."""
    if not table.notes:
        return None
    shown = " · ".join(shorten(note, LONGEST_NOTE, placeholder="…") for note in table.notes[:MOST_NOTES])
    more = " …" if len(table.notes) > MOST_NOTES else ""
    return say(
        "Titles and notes above the headers in row {row}, not loaded: {count} ({notes})",
        row=table.header_rows[0],
        count=len(table.notes),
        notes=shown + more,
    )
