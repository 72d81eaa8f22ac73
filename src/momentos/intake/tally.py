"""What has been read so far, held against the limits while it is read."""

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.limits import MEGABYTE, Limits


class Tally:
    """Counts over one workbook; each method raises ``Refused``, naming the limit and the way out, once it is passed."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.counted = (0, 0)
        """Cells, and bytes of text; may be set back where something is to be read a second time."""

    def count(self, cells: int, sheet: str) -> None:
        all_cells = self.counted[0] + cells
        self.counted = (all_cells, self.counted[1])
        if all_cells > self.limits.cells:
            raise WrongInput(
                say(
                    "The workbook has more than {limit} filled cells (the limit was passed in the sheet {sheet}). "
                    "Split it by months or areas.",
                    limit=self.limits.cells,
                    sheet=sheet,
                )
            )

    def count_text(self, size: int, sheet: str) -> None:
        all_bytes = self.counted[1] + size
        self.counted = (self.counted[0], all_bytes)
        if all_bytes > self.limits.text_bytes:
            raise WrongInput(
                say(
                    "Written out, the texts of the workbook take more than {limit} MB (the limit was passed in "
                    "the sheet {sheet}). Split it by months or areas.",
                    limit=round(self.limits.text_bytes / MEGABYTE),
                    sheet=sheet,
                )
            )

    def check_text_length(self, longest: int, sheet: str) -> None:
        if longest > self.limits.cell_characters:
            raise WrongInput(
                say(
                    "In the sheet {sheet} a cell holds {found} characters and the limit, Excel's own, is {limit}. "
                    "Shorten that text.",
                    sheet=sheet,
                    found=longest,
                    limit=self.limits.cell_characters,
                )
            )

    def check_sheets(self, found: int) -> None:
        if found > self.limits.sheets:
            raise WrongInput(
                say(
                    "The workbook has {found} sheets and the limit is {limit}. Bring it in parts.",
                    found=found,
                    limit=self.limits.sheets,
                )
            )

    def check_box(self, first_row: int, last_row: int, first_column: int, last_column: int, sheet: str) -> None:
        """The rectangle that holds every filled cell of a sheet."""
        if last_row > self.limits.rows:
            raise WrongInput(
                say(
                    "The sheet {sheet} goes down to row {found} and the limit is {limit}. "
                    "Delete what stands below the data, or split the sheet.",
                    sheet=sheet,
                    found=last_row,
                    limit=self.limits.rows,
                )
            )
        if last_column > self.limits.columns:
            raise WrongInput(
                say(
                    "The sheet {sheet} has something in its column number {found} and the limit is {limit} columns. "
                    "Delete what stands to the right of the data.",
                    sheet=sheet,
                    found=last_column,
                    limit=self.limits.columns,
                )
            )
        box = (last_row - first_row + 1) * (last_column - first_column + 1)
        if box > self.limits.box_cells:
            raise WrongInput(
                say(
                    "The filled cells of the sheet {sheet} lie so far apart that {found} cells, nearly all empty, "
                    "would be read; the limit is {limit}. Delete what stands far below or to the right of the data.",
                    sheet=sheet,
                    found=box,
                    limit=self.limits.box_cells,
                )
            )
