"""How large a workbook may be, and how much the process that reads it may use."""

from dataclasses import dataclass

MEGABYTE = 1_000_000
GIGABYTE = 1_000 * MEGABYTE

SHEET_ROWS = 1_048_576
SHEET_COLUMNS = 16_384
"""What the format itself allows: no cell lies beyond XFD1048576."""


@dataclass(frozen=True)
class Limits:
    """Defaults that a colleague never meets; every refusal names the one that was met.

    ``box_cells`` bounds the rectangle from the first to the last used cell, empty ones counted.
    ``text_bytes`` bounds all texts once every repeated one is written out.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 2 * GIGABYTE
    part_ratio: int = 200
    ratio_from_bytes: int = 5 * MEGABYTE
    parts: int = 1_000
    sheets: int = 50
    rows: int = SHEET_ROWS
    columns: int = 256
    cells: int = 20_000_000
    box_cells: int = 60_000_000
    cell_characters: int = 32_767
    text_bytes: int = GIGABYTE
    memory_bytes: int = 4 * GIGABYTE
    seconds: int = 120
