"""Which cell of which sheet a value came from; rows keep only their load, sheet and row, the load knows the columns."""

from collections.abc import Sequence

from momentos.datasets.ratings import RATINGS
from momentos.domain.names import fold
from momentos.warehouse.history import LoadedSheet


def cell_address(
    sheets: Sequence[LoadedSheet], sheet: str, row_number: int, dataset: str, field: str, touchpoint: str | None = None
) -> str | None:
    """``Encuestas!F123``, among the sheets of the row's load; ``None`` where the column is not known.

    It is not of what was made on a screen, of a value given to a whole file, and of loads from before columns were
    kept. ``touchpoint``, as the row spells it, finds the column of a survey grid that a score came from.
    """
    above = [one for one in sheets if one.outcome.sheet == sheet and one.header_row < row_number]
    nearest = max((one.header_row for one in above), default=0)
    found = {_letter(one, dataset, field, touchpoint) for one in above if one.header_row == nearest} - {None}
    return f"{_as_in_a_formula(sheet)}!{found.pop()}{row_number}" if len(found) == 1 else None


def _letter(sheet: LoadedSheet, dataset: str, field: str, touchpoint: str | None) -> str | None:
    if sheet.outcome.dataset == dataset:
        return sheet.letters.get(field)
    if dataset != RATINGS.name or touchpoint is None:
        return None
    grid = {fold(name): letter for name, letter in sheet.rating_letters.items()}
    return grid.get(fold(touchpoint))


def _as_in_a_formula(sheet: str) -> str:
    """The sheet's name, between quotes unless it is one plain word."""
    return sheet if sheet.isidentifier() else "'{}'".format(sheet.replace("'", "''"))
