"""Which files of a folder are spreadsheets that are read."""

from pathlib import Path

KINDS = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt")


def is_spreadsheet(name: str) -> bool:
    """By its name alone: of a kind that is read, and neither hidden nor what Excel leaves while a workbook is open."""
    path = Path(name)
    return path.suffix.lower().lstrip(".") in KINDS and not path.name.startswith((".", "~$"))
