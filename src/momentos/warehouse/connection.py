"""The one owner of the database file: cursors to read, a lock to write, and a version that says when data changed."""

import os
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from momentos.domain.errors import Refused
from momentos.domain.messages import say
from momentos.warehouse.private import shut_out_others, take_back

BACKUPS = "backups"
FILES = "files"

_CHECKOUT = Path(__file__).parents[3]

_LIMITS = {
    "memory_limit": "50%",
    "max_temp_directory_size": "20GB",
    "max_execution_time": "900000",
}
_CLOSED_DOORS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
}


def database_path() -> Path:
    """The file that ``MOMENTOS_DATABASE`` names, else ``data/momentos.duckdb`` of the checkout."""
    named = os.environ.get("MOMENTOS_DATABASE")
    return Path(named) if named else _CHECKOUT / "data" / "momentos.duckdb"


class Warehouse:
    """The open database. One per file and process: opening the same file again gives the same one."""

    _opened: dict[Path, "Warehouse"] = {}
    _opening = threading.Lock()
    _mask_before = 0

    def __init__(self, path: Path) -> None:
        self.path = path
        self._write_lock = threading.RLock()
        self._holders = 0
        self._connection = _connect(path)
        self._data_version = ""

    @classmethod
    def open(cls, path: Path | str) -> "Warehouse":
        """The warehouse in this file, made or brought up to date if need be; every ``open`` wants its ``close``.

        Raises ``Refused`` if another program has the file, or if it is not one of ours.
        """
        from momentos.warehouse.migrate import bring_up_to_date  # it needs the class to be there

        where = Path(path).resolve()
        with cls._opening:
            warehouse = cls._opened.get(where)
            if warehouse is None:
                if not cls._opened:
                    cls._mask_before = shut_out_others()
                try:
                    warehouse = cls(where)
                    try:
                        bring_up_to_date(warehouse)
                        warehouse._read_data_version()
                    except BaseException:
                        warehouse._connection.close()
                        raise
                    cls._opened[where] = warehouse
                finally:
                    cls._let_others_in_if_all_is_closed()
            warehouse._holders += 1
            return warehouse

    def close(self) -> None:
        """Let go of the warehouse; the file is closed when everybody who opened it has."""
        with self._opening:
            self._holders -= 1
            if self._holders <= 0:
                self._connection.close()
                self._opened.pop(self.path, None)
                self._let_others_in_if_all_is_closed()

    @classmethod
    def _let_others_in_if_all_is_closed(cls) -> None:
        if not cls._opened:
            os.umask(cls._mask_before)

    def __enter__(self) -> "Warehouse":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def files_folder(self) -> Path:
        """Where the bytes of loaded files are kept, by their hash."""
        return self.path.parent / FILES

    @property
    def backups_folder(self) -> Path:
        return self.path.parent / BACKUPS

    def data_version(self) -> str:
        """Changes with every committed change of data or settings, and never repeats: the key of every cache."""
        return self._data_version

    @contextmanager
    def cursor(self) -> Iterator[DuckDBPyConnection]:
        """A cursor for one question, in any thread."""
        connection = self._connection
        cursor = connection.cursor()
        try:
            yield cursor
        except duckdb.FatalException as failure:
            self._open_again_after(connection)
            raise _lost_the_file() from failure
        finally:
            cursor.close()

    @contextmanager
    def transaction(self) -> Iterator[DuckDBPyConnection]:
        """A cursor inside the only writing transaction: all that is done through it is kept, or none of it.

        If the disk is full or the file is lost the database is opened anew, as it was before, and ``Refused`` says so.
        """
        with self._write_lock, self.cursor() as cursor:
            version = uuid.uuid4().hex
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("update state set data_version = ?", [version])
                cursor.execute("commit")
            except BaseException as failure:
                _roll_back(cursor)
                if isinstance(failure, duckdb.IOException | duckdb.OutOfMemoryException):
                    raise _no_room(failure) from failure
                raise
            self._data_version = version

    @contextmanager
    def rehearsal(self) -> Iterator[DuckDBPyConnection]:
        """A cursor inside the only writing transaction, of which nothing is ever kept, as if it had been tried out.

        ``Refused`` if the disk has no room for it.
        """
        with self._write_lock, self.cursor() as cursor:
            cursor.execute("begin")
            try:
                yield cursor
            except (duckdb.IOException, duckdb.OutOfMemoryException) as failure:
                raise _no_room(failure) from failure
            finally:
                _roll_back(cursor)

    def _read_data_version(self) -> None:
        with self.cursor() as cursor:
            self._data_version = str(one_value(cursor, "select data_version from state"))

    def _open_again_after(self, failed: DuckDBPyConnection) -> None:
        """Open the file anew, once however many readers saw it fail."""
        with self._write_lock:
            if self._connection is not failed:
                return
            failed.close()
            self._connection = _connect(self.path)
            self._read_data_version()


def one_value(cursor: DuckDBPyConnection, sql: str, parameters: list[object] | None = None) -> object:
    """The single value that the question answers."""
    row = cursor.execute(sql, parameters).fetchone()
    if row is None:
        raise LookupError(f"no row: {sql}")
    return row[0]


def _connect(path: Path) -> DuckDBPyConnection:
    """An open, closed-door connection: no other file, no network, no extensions, and no way to change that."""
    path.parent.mkdir(parents=True, exist_ok=True)
    backups = path.parent / BACKUPS
    take_back([path, _log_of(path)], [path.with_name(f"{path.name}.tmp"), path.parent / FILES, backups])
    try:
        connection = duckdb.connect(str(path), config={**_LIMITS, **_CLOSED_DOORS})
    except duckdb.IOException as failure:
        raise _cannot_open(path, failure) from failure
    connection.execute(f"set allowed_directories = [{text_literal(f'{backups}{os.sep}')}]")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _log_of(path: Path) -> Path:
    """Where DuckDB keeps what is committed and not yet in the file itself."""
    return path.with_name(f"{path.name}.wal")


def text_literal(text: str) -> str:
    """The text as SQL writes it, where a statement takes no parameters."""
    return "'" + text.replace("'", "''") + "'"


def _cannot_open(path: Path, failure: Exception) -> Refused:
    if "lock" in str(failure).lower() or "used by another process" in str(failure):
        return Refused(
            say(
                "{file} is in use by another program: Momentos is probably already running. Close it there, or use it "
                "there.",
                file=path.name,
            )
        )
    return Refused(say("{file} cannot be opened as a Momentos database: {reason}", file=path.name, reason=str(failure)))


def _no_room(failure: Exception) -> Refused:
    return Refused(
        say(
            "The change could not be written, so nothing of it was kept and all that was there remains. Is the disk "
            "full? Details: {reason}",
            reason=str(failure).splitlines()[0],
        )
    )


def _lost_the_file() -> Refused:
    return Refused(
        say(
            "The database stopped because the disk is full or the file was taken away; it has been opened again, and "
            "everything loaded before is there. Free some space and try again."
        )
    )


def _roll_back(cursor: DuckDBPyConnection) -> None:
    """Undo the open transaction; one that DuckDB has already ended needs nothing."""
    try:
        cursor.execute("rollback")
    except duckdb.Error:
        return
