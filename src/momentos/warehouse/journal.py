"""What people decide and say inside the app, kept for ever with author and time.

What was said is one of the kinds (``journal_kinds``), ``subject`` whom or what it is about. What holds today is read
from the entries: the last of a subject, or all of them. A kind that this version does not know stays and is not read.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from duckdb import DuckDBPyConnection

from momentos.domain.errors import NotFound
from momentos.domain.messages import say
from momentos.domain.names import fold
from momentos.warehouse.authors import note_author
from momentos.warehouse.connection import Warehouse, one_value
from momentos.warehouse.journal_kinds import SUBJECT, Kind, Names, as_plain, as_said, every_kind, kind_of, texts_in

_Said = TypeVar("_Said")

AUTHOR = "author"


@dataclass(frozen=True)
class Entry(Generic[_Said]):
    """One line of the journal that counts."""

    entry_no: int
    subject: str
    said: _Said
    author: str
    written_at: datetime


@dataclass(frozen=True)
class NamingEntry:
    """A line of the journal that names somebody, whether it still counts or not: as it is kept, and in which of its
    fields it names them (or as ``subject`` or ``author``)."""

    entry_no: int
    kind: str
    subject: str
    value: Mapping[str, Any]
    author: str
    written_at: datetime
    named_in: tuple[str, ...]


def write(warehouse: Warehouse, said: _Said, subject: str, *, author: str, at: datetime) -> Entry[_Said]:
    """Add one entry; a ``TypeError`` unless what is said is of a registered kind."""
    with warehouse.transaction() as cursor:
        return write_in(cursor, said, subject, author=author, at=at)


def write_in(cursor: DuckDBPyConnection, said: _Said, subject: str, *, author: str, at: datetime) -> Entry[_Said]:
    """Add one entry inside the open transaction: what was looked up in it still holds when the entry is kept."""
    number = _add(cursor, kind_of(type(said)).name, subject, as_plain(said), author, at, withdraws=None)
    return Entry(number, subject, said, author, at)


def withdraw(warehouse: Warehouse, entry_no: int, *, author: str, at: datetime) -> None:
    """Take an entry back: it stays in the file, and no longer counts. Raises ``NotFound`` if it is not there."""
    with warehouse.transaction() as cursor:
        line = next((line for line in _lines(cursor) if line.entry_no == entry_no), None)
        if line is None:
            raise NotFound(say("Entry {number} is not there, or was already taken back.", number=entry_no))
        _add(cursor, line.kind, line.subject, {}, author, at, withdraws=entry_no)


def entries(
    cursor: DuckDBPyConnection,
    said: type[_Said],
    subject: str | None = None,
    *,
    until: datetime | None = None,
) -> list[Entry[_Said]]:
    """Entries of a kind that count, oldest first; ``until`` gives them as they stood at that moment."""
    return [
        Entry(line.entry_no, line.subject, as_said(said, line.value), line.author, line.written_at)
        for line in _lines(cursor, kind_of(said).name, subject, until)
    ]


def latest(
    cursor: DuckDBPyConnection, said: type[_Said], subject: str | None = None, *, until: datetime | None = None
) -> dict[str, Entry[_Said]]:
    """The last entry of every subject, by subject."""
    return {entry.subject: entry for entry in entries(cursor, said, subject, until=until)}


def entries_naming(cursor: DuckDBPyConnection, person: str) -> list[NamingEntry]:
    """Every line that names this employee or customer, by any text that means them, or that they signed, oldest first:
    also those taken back, or spoken over by a later one. Of a kind that this version does not know, the author alone is
    looked at."""
    texts, kinds = _texts_of(cursor, person), every_kind()
    naming: dict[int, NamingEntry] = {}
    for line in _all_lines(cursor):
        named_in = tuple(_named_in(line, kinds.get(line.kind), texts, naming))
        if named_in:
            naming[line.entry_no] = NamingEntry(
                line.entry_no, line.kind, line.subject, line.value, line.author, line.written_at, named_in
            )
    return list(naming.values())


@dataclass(frozen=True)
class _Line:
    """One row of the table, as it is kept."""

    entry_no: int
    kind: str
    subject: str
    value: Mapping[str, Any]
    author: str
    written_at: datetime
    withdraws: int | None


_COLUMNS = "entry_no, kind, subject, value, author, written_at, withdraws"


def _lines(
    cursor: DuckDBPyConnection, kind: str | None = None, subject: str | None = None, until: datetime | None = None
) -> list[_Line]:
    """The lines that count, oldest first, of any kind unless one is given."""
    rows = cursor.execute(
        f"""
        select {_COLUMNS}
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
    return [_line(row) for row in rows]


def _all_lines(cursor: DuckDBPyConnection) -> list[_Line]:
    """Every line ever written, those that take back others too."""
    return [_line(row) for row in cursor.execute(f"select {_COLUMNS} from journal order by entry_no").fetchall()]


def _line(row: tuple[Any, ...]) -> _Line:
    entry_no, kind, subject, value, author, written_at, withdraws = row
    return _Line(entry_no, kind, subject, json.loads(value), author, written_at, withdraws)


def _add(
    cursor: DuckDBPyConnection,
    kind: str,
    subject: str,
    value: Mapping[str, Any],
    author: str,
    at: datetime,
    *,
    withdraws: int | None,
) -> int:
    number = one_value(cursor, "select nextval('journal_numbers')")
    assert isinstance(number, int)
    note_author(cursor, author)
    text = json.dumps(value, ensure_ascii=False)
    cursor.execute(
        "insert into journal values (?, ?, ?, ?, ?, ?, ?)", [number, kind, subject, text, author, at, withdraws]
    )
    return number


def _texts_of(cursor: DuckDBPyConnection, person: str) -> frozenset[str]:
    """The folded texts that mean whomever this text means: codes, names, and names they had."""
    rows = cursor.execute(
        """
        select same.key, same.employee
        from employee_names as names
        join employee_names as same using (employee_key)
        where $key in (names.key, names.employee_key)
        union all
        select same.key, same.customer
        from customer_names as names
        join customer_names as same using (customer_key)
        where $key in (names.key, names.customer_key)
        """,
        {"key": fold(person)},
    ).fetchall()
    return frozenset({fold(person), *(fold(text) for row in rows for text in row)})


def _named_in(line: _Line, kind: Kind | None, texts: Collection[str], before: Mapping[int, object]) -> Iterator[str]:
    """The fields of the line that name whomever these texts mean; ``before`` are the earlier lines that name them."""
    if fold(line.author) in texts:
        yield AUTHOR
    if line.withdraws is not None:
        if line.withdraws in before:
            yield SUBJECT
        return
    if kind is None:
        return
    said: object = as_said(kind.said, line.value)
    if kind.may_name is not None and not kind.may_name(said):
        return
    for field, names in kind.naming.items():
        value = line.subject if field == SUBJECT else getattr(said, field)
        if names is Names.ENTRY:
            if str(value).isdigit() and int(str(value)) in before:
                yield field
        elif any(fold(text) in texts for text in texts_in(value)):
            yield field
