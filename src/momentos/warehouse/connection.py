"""The one owner of the database file: cursors to read, a lock to write, and a version that says when data changed."""

import os
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from momentos.domain.messages import Message, say
from momentos.warehouse import failures
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
    """The open database. One per file and process: opening the same file again gives the same one.

    ``notice`` is what a person should know of how it was found, if anything.
    """

    _opened: dict[Path, "Warehouse"] = {}
    _opening = threading.Lock()
    _mask_before = 0

    def __init__(self, path: Path) -> None:
        self.path = path
        self._write_lock = threading.RLock()
        self._holders = 0
        self._connection = _connect(path)
        self._is_lost = False
        self.notice = _notice(path, self._connection)
        self._data_version = ""

    @classmethod
    def open(cls, path: Path | str) -> "Warehouse":
        """The warehouse in this file, made or brought up to date if need be; every ``open`` wants its ``close``.

        Raises ``Refused`` if another program has the file, if it cannot be read, or if it is not one of ours.
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
        """A cursor for one question, in any thread. Raises ``Refused`` if the file fails, and not the question."""
        if self._is_lost:
            self._open_again_after(self._connection)
        connection = self._connection
        cursor = connection.cursor()
        try:
            yield cursor
        except duckdb.Error as failure:
            if isinstance(failure, duckdb.FatalException):
                self._open_again_after(connection)
            refusal = failures.meaning(self.path, failure)
            if refusal is None:
                raise
            raise refusal from failure
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
                if _has_no_room(failure):
                    raise failures.no_room(failure) from failure
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
                if _has_no_room(failure):
                    raise failures.no_room(failure) from failure
                raise
            finally:
                _roll_back(cursor)

    def _read_data_version(self) -> None:
        with self.cursor() as cursor:
            self._data_version = _data_version(cursor)

    def _open_again_after(self, failed: DuckDBPyConnection) -> None:
        """Open the file anew, once however many readers saw it fail; if it does not open, the next who asks tries."""
        with self._write_lock:
            if self._connection is not failed:
                return
            failed.close()
            self._is_lost = True
            connection = _connect(self.path)
            try:
                self._data_version = _data_version(connection)
            except duckdb.Error as failure:
                connection.close()
                raise failures.cannot_open(self.path, failure) from failure
            self._connection = connection
            self._is_lost = False


def _data_version(cursor: DuckDBPyConnection) -> str:
    return str(one_value(cursor, "select data_version from state"))


def _has_no_room(failure: BaseException) -> bool:
    """Whether what failed is writing: a full disk, not a file that cannot be read."""
    is_of_writing = isinstance(failure, duckdb.IOException | duckdb.OutOfMemoryException)
    return is_of_writing and not failures.is_of_damage(failure)


def one_value(cursor: DuckDBPyConnection, sql: str, parameters: list[object] | None = None) -> object:
    """The single value that the question answers."""
    row = cursor.execute(sql, parameters).fetchone()
    if row is None:
        raise LookupError(f"no row: {sql}")
    return row[0]


def _connect(path: Path) -> DuckDBPyConnection:
    """An open, closed-door connection: no other file, no network, no extensions, and no way to change that."""
    backups = path.parent / BACKUPS
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        take_back([path, _log_of(path)], [path.with_name(f"{path.name}.tmp"), path.parent / FILES, backups])
        connection = duckdb.connect(str(path), config={**_LIMITS, **_CLOSED_DOORS})
    except (OSError, duckdb.Error) as failure:
        raise failures.cannot_open(path, failure) from failure
    connection.execute(f"set allowed_directories = [{text_literal(f'{backups}{os.sep}')}]")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _notice(path: Path, connection: DuckDBPyConnection) -> Message | None:
    """DuckDB takes what it cannot read at the end of its log for a change that was never finished, and says nothing."""
    log = _log_of(path)
    if not log.exists() or log.stat().st_size < _least_bytes_above(_log_size(connection)):
        return None
    return say(
        "What was last written in {file} before Momentos stopped could not be read whole, and that part is left out. "
        "Look in the list of loads whether your last one is there; if it is not, load its file again.",
        file=path.name,
    )


def _log_size(connection: DuckDBPyConnection) -> str:
    """How much of the log DuckDB took in, as it writes it: ``944 bytes``, ``2.6 KiB``, cut after that decimal."""
    return str(one_value(connection, "select wal_size from pragma_database_size()"))


def _least_bytes_above(size: str) -> float:
    """The first number of bytes that would be written otherwise, and as more."""
    number, unit = size.split()
    factor = 1024 ** "BKMGT".index(unit[0].upper())
    return (float(number) + (1 if factor == 1 else 0.1)) * factor


def _log_of(path: Path) -> Path:
    """Where DuckDB keeps what is committed and not yet in the file itself."""
    return path.with_name(f"{path.name}.wal")


def text_literal(text: str) -> str:
    """The text as SQL writes it, where a statement takes no parameters."""
    return "'" + text.replace("'", "''") + "'"


def _roll_back(cursor: DuckDBPyConnection) -> None:
    """Undo the open transaction; one that DuckDB has already ended needs nothing."""
    try:
        cursor.execute("rollback")
    except duckdb.Error:
        return
