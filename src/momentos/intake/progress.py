"""How far the reading child has come: a number in a small file, written by the child and looked at by the parent.

It is for the eye alone. Whatever the file holds, nothing but a number from 0 to 1 is taken from it.
"""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

OnShare = Callable[[float], None]

FILE = "progress"
LONGEST = 32
"""More than any number that ``Gauge`` writes."""

EVERY_SECONDS = 0.25


class Gauge:
    """Writes the share that is done, from 0 to 1, now and then."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._next = 0.0

    def tell(self, share: float) -> None:
        """Too soon after the last time nothing is written; a full disk is no reason to stop reading."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + EVERY_SECONDS
        with contextlib.suppress(OSError):
            self._path.write_text(f"{share:.4f}", encoding="ascii")


def share_told(folder: Path) -> float | None:
    """The share last written; ``None`` where there is none, or what is there is not one."""
    try:
        with (folder / FILE).open("rb") as file:
            share = float(file.read(LONGEST))
    except (OSError, ValueError):
        return None
    return share if 0 <= share <= 1 else None
