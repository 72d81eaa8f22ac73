"""One module per kind of file; each gives the cells of every sheet and what there is to tell."""

from pathlib import Path

from momentos.domain.messages import Message
from momentos.intake.cells import Sheet
from momentos.intake.limits import Limits
from momentos.intake.progress import OnShare


def read_sheets(
    path: Path, name: str, kind: str, limits: Limits, on_share: OnShare | None = None
) -> tuple[list[Sheet], list[Message]]:
    """Reads a file of the kind the gate found. The readers' libraries are imported only when they are needed.

    ``on_share`` hears how much is read, from 0 to 1; only of .xlsx, as the other readers tell nothing on the way.
    """
    if kind == "xlsx":
        from momentos.intake.readers import xlsx

        return xlsx.read(path, limits, on_share)
    if kind == "csv":
        from momentos.intake.readers import delimited

        return delimited.read(path, name, limits)
    from momentos.intake.readers import legacy, ods, xlsb

    if kind == "ods":
        per_cents = ods.check(path, name, limits)
        sheets, told = legacy.read(path, name, limits)
        return [ods.with_per_cents(sheet, per_cents.get(sheet.name, {})) for sheet in sheets], told
    if kind == "xlsb":
        xlsb.check(path, limits)
    return legacy.read(path, name, limits)
