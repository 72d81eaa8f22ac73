"""The database and what is kept beside it are their owner's alone: files 0600, folders 0700. Not so on Windows."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077


def shut_out_others() -> int:
    """From now on what this process makes is its owner's alone; the mask there was before, for ``os.umask``.

    DuckDB makes its log and its temporary files whenever it wants, with whatever mask holds then.
    """
    return os.umask(_OTHERS)


def take_back(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Close what an earlier version left open to others: these files, and these folders with the files in them.

    What is somebody else's stays as it is.
    """
    if os.name != "posix":
        return
    for file in files:
        _close_to_others(file)
    for folder in folders:
        _close_to_others(folder)
        with suppress(OSError), os.scandir(folder) as inside:
            for entry in inside:
                if entry.is_file(follow_symlinks=False):
                    _close_to_others(Path(entry.path))


def _close_to_others(path: Path) -> None:
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & _OTHERS:
            path.chmod(mode & 0o700)
