"""The process in which a workbook is read: fresh, limited, and alone with the file. Started by ``isolate``."""

import contextlib
import importlib.abc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from momentos.domain.errors import Refused
from momentos.domain.messages import Message, say
from momentos.intake.limits import Limits

if TYPE_CHECKING:
    from momentos.intake.handover import Handover

READING = 0.9
"""How much of the child's time goes by while it reads; what follows is putting the cells together by column."""

FINISHED = 0
CRASHED = 70


class _WithoutPandas(importlib.abc.MetaPathFinder):
    """Arrow takes pandas along wherever it finds it; reading needs none of it, and it is a quarter second a file."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name, name=name)


def main(arguments: list[str]) -> int:
    """``path name kind folder`` and the limits as ``field=number``: reads, and leaves the handover in the folder."""
    path, name, kind, folder, *limits = arguments
    settings = Limits(**{key: int(value) for key, value in (one.split("=", 1) for one in limits)})
    confine(settings)
    sys.meta_path.insert(0, _WithoutPandas())
    return _read_and_write(Path(path), name, kind, Path(folder), settings)


def confine(limits: Limits) -> None:
    """Bounds memory and processor time, where the system can (Windows cannot: there the clock alone ends it)."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read_and_write(path: Path, name: str, kind: str, folder: Path, limits: Limits) -> int:
    from momentos.intake import handover

    try:
        result = _read(path, name, kind, folder, limits)
    except Refused as refusal:
        result = handover.Handover(refused=refusal.message)
    except MemoryError:
        result = handover.Handover(refused=out_of_memory(name, limits))
    handover.write(folder, result)
    return FINISHED


def _read(path: Path, name: str, kind: str, folder: Path, limits: Limits) -> "Handover":
    from momentos.intake.assemble import tables_of
    from momentos.intake.handover import Handover
    from momentos.intake.progress import Gauge
    from momentos.intake.readers import read_sheets

    gauge = Gauge(folder)
    sheets, notices = read_sheets(path, name, kind, limits, lambda share: gauge.tell(READING * share))
    infos, tables = [], []
    while sheets:
        sheet = sheets.pop(0)
        info, found = tables_of(sheet)
        notices += sheet_notices(sheet.name, sheet.hidden and not found, sheet.formulas_without_value)
        infos.append(info)
        tables += found
    return Handover(tuple(tables), tuple(infos), tuple(notices))


def sheet_notices(name: str, is_hidden_and_empty: bool, formulas_without_value: int) -> list[Message]:
    """A hidden sheet that holds a table is asked about, and need not be told as well."""
    notices = []
    if is_hidden_and_empty:
        notices.append(say("The sheet {sheet} is hidden in the workbook.", sheet=name))
    if formulas_without_value:
        notices.append(
            say(
                "Formulas without a stored result in the sheet {sheet}: {count}. They count as empty. "
                "Open the workbook in Excel and save it, and their results will be there.",
                sheet=name,
                count=formulas_without_value,
            )
        )
    return notices


def out_of_memory(name: str, limits: Limits) -> Message:
    return say(
        "Reading the file {file} takes more than the {limit} GB of memory allowed. Split it by months or areas, "
        "and delete what stands far from the data.",
        file=name,
        limit=round(limits.memory_bytes / 1e9, 1),
    )


def run() -> None:
    """Entry point of the child; whatever goes wrong ends here, as an exit status."""
    try:
        status = main(sys.argv[1:])
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n"[:2000])
        status = CRASHED
    sys.exit(status)
