"""What people decide and say inside the app, kept for ever with author and time.

``kind`` says what it is («impact_vote», «policy», «recognition»…), ``subject`` whom or what it is about, and ``value``
is the rest, a JSON object. What holds today is read from the entries: the last of a subject, or all of them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.warehouse.connection import Warehouse, one_value


@dataclass(frozen=True)
class Entry:
    """One line of the journal."""

    entry_no: int
    kind: str
    subject: str
    value: Mapping[str, Any]
    author: str
    written_at: datetime


def write(
    warehouse: Warehouse, kind: str, subject: str, value: Mapping[str, Any], *, author: str, at: datetime
) -> Entry:
    """Add one entry."""
    with warehouse.transaction() as cursor:
        return write_in(cursor, kind, subject, value, author=author, at=at)


def write_in(
    cursor: DuckDBPyConnection, kind: str, subject: str, value: Mapping[str, Any], *, author: str, at: datetime
) -> Entry:
    """Add one entry inside the open transaction: what was looked up in it still holds when the entry is kept."""
    return _add(cursor, kind, subject, value, author, at, withdraws=None)


def withdraw(warehouse: Warehouse, entry_no: int, *, author: str, at: datetime) -> None:
    """Take an entry back: it stays in the file, and no longer counts. Raises ``Refused`` if it is not there."""
    with warehouse.transaction() as cursor:
        found = [one for one in entries(cursor) if one.entry_no == entry_no]
        if not found:
            raise NotFound(say("Entry {number} is not there, or was already taken back.", number=entry_no))
        _add(cursor, found[0].kind, found[0].subject, {}, author, at, withdraws=entry_no)


def entries(
    cursor: DuckDBPyConnection,
    kind: str | None = None,
    subject: str | None = None,
    *,
    until: datetime | None = None,
) -> list[Entry]:
    """Entries that count, oldest first; ``until`` gives them as they stood at that moment."""
    rows = cursor.execute(
        """
        select
            entry_no,
            kind,
            subject,
            value,
            author,
            written_at
        from journal
        where withdraws is null
            and ($kind is null or kind = $kind)
            and ($subject is null or subject = $subject)
            and ($until is null or written_at <= $until)
            and entry_no not in (
                select withdraws
                from journal
                where withdraws is not null
                    and ($until is null or written_at <= $until)
            )
        order by entry_no
        """,
        {"kind": kind, "subject": subject, "until": until},
    ).fetchall()
    return [Entry(number, what, whom, json.loads(value), author, at) for number, what, whom, value, author, at in rows]


def latest(
    cursor: DuckDBPyConnection, kind: str, subject: str | None = None, *, until: datetime | None = None
) -> dict[str, Entry]:
    """The last entry of every subject, by subject."""
    return {one.subject: one for one in entries(cursor, kind, subject, until=until)}


def _add(
    cursor: DuckDBPyConnection,
    kind: str,
    subject: str,
    value: Mapping[str, Any],
    author: str,
    at: datetime,
    *,
    withdraws: int | None,
) -> Entry:
    number = one_value(cursor, "select nextval('journal_numbers')")
    assert isinstance(number, int)
    kept = json.dumps(value, ensure_ascii=False)
    cursor.execute(
        "insert into journal values (?, ?, ?, ?, ?, ?, ?)", [number, kind, subject, kept, author, at, withdraws]
    )
    return Entry(number, kind, subject, value, author, at)
