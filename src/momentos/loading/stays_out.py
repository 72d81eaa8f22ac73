"""What of a file will not be loaded: columns, rows, whole sheets, and what nobody answered."""

from dataclasses import dataclass

from momentos.datasets.checked import CheckedSheet
from momentos.domain.messages import Message
from momentos.intake.choices import Choices
from momentos.intake.contents import is_empty
from momentos.intake.raw_table import Column, RawTable


@dataclass(frozen=True)
class StaysOut:
    """What of one file, or of one sheet of it, stays out: all (``is_whole``), or these columns of ``of`` that hold
    something and ``rows`` of ``of_rows``, which cannot be used; ``unanswered`` are the questions nobody answered."""

    place: str
    is_whole: bool = False
    unanswered: tuple[Message, ...] = ()
    columns: tuple[str, ...] = ()
    of: int = 0
    rows: int = 0
    of_rows: int = 0


def left_out(
    table: RawTable, choices: Choices, sheet: CheckedSheet, place: str, unanswered: tuple[Message, ...]
) -> StaysOut | None:
    """The columns with something in them that are no field, and how many rows cannot be used; ``None`` if all of the
    table is in. What was skipped on purpose, such as totals, is no loss."""
    taken = {*choices.mapping, *choices.ratings}
    full = [column for column in table.columns if column.letter in taken or not is_empty(column)]
    left = tuple(_name(table, column) for column in full if column.letter not in taken)
    if not left and not unanswered and not sheet.rejected:
        return None
    return StaysOut(place, unanswered=unanswered, columns=left, of=len(full), rows=sheet.rejected, of_rows=sheet.read)


def _name(table: RawTable, column: Column) -> str:
    """The column's header, with its letter where another column has the same."""
    if not column.header:
        return column.letter
    is_alone = [one.header for one in table.columns].count(column.header) == 1
    return column.header if is_alone else f"{column.header} ({column.letter})"
