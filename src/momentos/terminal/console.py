"""What every command shares: its options, the language it answers in, and how it refuses."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from momentos.domain.errors import Refused
from momentos.domain.messages import Message, say
from momentos.locales import DEFAULT_LANGUAGE, LANGUAGES
from momentos.locales.reader import Reader, reader
from momentos.terminal.aligned import aligned

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from momentos.warehouse.connection import Warehouse

DONE, REFUSED, WRONG_USAGE, PARTLY = 0, 1, 2, 3
"""Exit statuses: done; refused, with the reason; wrong usage; loaded, with some rows or files kept out."""


@dataclass(frozen=True)
class Console:
    """Where one command reads from and how it answers."""

    database: Path | None
    language: str
    is_json: bool = False

    @property
    def reader(self) -> Reader:
        """Whoever is at the terminal: numbers are written as is common in the language."""
        return reader(self.language)

    def render(self, message: Message) -> str:
        return self.reader.words(message)

    def tell(self, message: Message) -> None:
        """A sentence for the person, on standard error: standard output is for the answer alone."""
        click.echo(self.render(message), err=True)

    def print_json(self, answer: Any) -> None:
        """One JSON document."""
        text = json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False)
        write_utf8([text, "\n"])

    def print_table(self, headings: Sequence[Message], rows: Sequence[Sequence[Any]]) -> None:
        """An aligned table; numbers in the reader's language."""
        click.echo(aligned([self.render(heading) for heading in headings], rows, self.reader))

    def has_database(self) -> bool:
        """Whether there is a database yet: opening it would make one."""
        from momentos.warehouse.connection import database_path

        return (self.database or database_path()).exists()

    @contextmanager
    def warehouse(self) -> Iterator["Warehouse"]:
        """The database, opened and closed; how it was found is said first, if it matters."""
        from momentos.warehouse.connection import Warehouse, database_path

        with Warehouse.open(self.database or database_path()) as warehouse:
            if warehouse.notice is not None:
                self.tell(warehouse.notice)
            yield warehouse

    @contextmanager
    def cursor(self) -> Iterator["DuckDBPyConnection"]:
        """A cursor to ask the database with."""
        with self.warehouse() as warehouse, warehouse.cursor() as cursor:
            yield cursor


def write_utf8(parts: Iterable[str]) -> None:
    """Text to standard output, in UTF-8 whatever the terminal speaks."""
    sys.stdout.flush()
    for part in parts:
        sys.stdout.buffer.write(part.encode(errors="replace"))
    sys.stdout.buffer.flush()


def command(function: Callable[..., int | None]) -> Callable[..., None]:
    """Give a command ``--db`` and ``--lang``, hand it a ``Console`` first, and turn refusals into exit status 1.

    What the command returns is its exit status; nothing is 0. A command that prints figures takes ``--json`` with
    ``json_option`` besides.
    """

    @click.option("--db", "database", type=click.Path(dir_okay=False, path_type=Path), help="The database file.")
    @click.option(
        "--lang", "language", type=click.Choice(LANGUAGES), default=DEFAULT_LANGUAGE, help="The language of the answer."
    )
    @wraps(function)
    def run(database: Path | None, language: str, is_json: bool = False, **given: Any) -> None:
        console = Console(database, language, is_json)
        try:
            status = function(console, **given)
        except Refused as refusal:
            console.tell(refusal.message)
            status = REFUSED
        sys.exit(status or DONE)

    return run


json_option = click.option("--json", "is_json", is_flag=True, help="One JSON document instead of a table.")

NOTHING_YET = say("There is nothing to show yet. Load a spreadsheet first: momentos import FILE")
NOTHING_MEASURED = say("Nothing that answers this has been measured, or not under these filters.")
