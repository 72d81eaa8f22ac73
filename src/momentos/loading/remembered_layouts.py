"""How people said that a layout is to be read: remembered for the next file that looks the same, and forgettable.

The journal keeps it under ``mapping``, by the layout's fingerprint; what it holds is the intake's own affair.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.warehouse import journal
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal_kinds import Names, kept_as


@kept_as("mapping", layout=Names.ANYBODY)
@dataclass(frozen=True)
class RememberedLayout:
    """How the layout whose fingerprint is the subject is read, as the intake keeps it."""

    layout: Mapping[str, Any]

    def as_plain(self) -> dict[str, Any]:
        return dict(self.layout)

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> "RememberedLayout":
        return cls(value)


def remember(warehouse: Warehouse, layout: str, kept: Mapping[str, Any], *, author: str, at: datetime) -> None:
    """Keep how this layout is read, in place of what was kept before; nothing is written if it is the same."""
    if not layout:
        return
    with warehouse.cursor() as cursor:
        known = journal.latest(cursor, RememberedLayout, layout).get(layout)
    if known is None or known.said != RememberedLayout(dict(kept)):
        journal.write(warehouse, RememberedLayout(dict(kept)), layout, author=author, at=at)


def remembered(cursor: DuckDBPyConnection) -> dict[str, journal.Entry[RememberedLayout]]:
    """What is kept, by layout."""
    return journal.latest(cursor, RememberedLayout)


def forget(warehouse: Warehouse, layout: str, *, author: str, at: datetime) -> None:
    """Read the layout as if nobody had ever said how; the start of its fingerprint will do. ``Refused`` if unknown."""
    with warehouse.cursor() as cursor:
        found = [one for one in journal.entries(cursor, RememberedLayout) if layout and one.subject.startswith(layout)]
    if len({one.subject for one in found}) != 1:
        raise NotFound(say("No remembered layout is called {layout}.", layout=layout))
    for one in found:
        journal.withdraw(warehouse, one.entry_no, author=author, at=at)
