"""What it means to a person that DuckDB fails at its file: others have it, it is out of reach, or it is damaged."""

from pathlib import Path

import duckdb

from momentos.domain.errors import Unavailable
from momentos.domain.messages import Message, say

_IN_USE = ("could not set lock", "used by another process", "already open in", "sharing violation")
_OF_ANOTHER_VERSION = ("with version number",)
_ANOTHER_KIND = say("it does not begin as a DuckDB database does.")
_DAMAGED = ("corrupt", "checksum", "could not read", "failed to decode", "deserialize", "replaying wal")


def cannot_open(path: Path, failure: Exception) -> Unavailable:
    """Why the file does not open, from what DuckDB or the system said."""
    if _says(failure, _IN_USE):
        return Unavailable(
            say(
                "{file} is in use by another program: Momentos is probably already running. Close it there, or use it "
                "there.",
                file=path.name,
            )
        )
    if _says(failure, _OF_ANOTHER_VERSION):
        return of_a_newer_version(path)
    if isinstance(failure, OSError) or not path.exists():
        return _out_of_reach(path, failure)
    try:
        path.open("r+b").close()
    except OSError as reason:
        return _out_of_reach(path, reason)
    return _damaged(path, _first_line(failure) if _begins_as_a_database(path) else _ANOTHER_KIND)


def meaning(path: Path, failure: duckdb.Error) -> Unavailable | None:
    """What a failure while asking means; ``None`` where what was asked is wrong, and not the file.

    DuckDB tells a block that is not as it was written by a plain ``Error``.
    """
    if isinstance(failure, duckdb.SerializationException | duckdb.InternalException) or is_of_damage(failure):
        return _damaged(path, _first_line(failure))
    if isinstance(failure, duckdb.FatalException):
        return _stopped()
    return _out_of_reach(path, failure) if isinstance(failure, duckdb.IOException) else None


def is_of_damage(failure: BaseException) -> bool:
    """Whether what stands in the file, or in its log, cannot be read."""
    of_a_file = isinstance(failure, duckdb.IOException | duckdb.FatalException) or type(failure) is duckdb.Error
    return of_a_file and _says(failure, _DAMAGED)


def of_a_newer_version(path: Path) -> Unavailable:
    return Unavailable(
        say(
            "{file} was last used by a newer version of Momentos: update the program, or use another file.",
            file=path.name,
        )
    )


def no_room(failure: BaseException) -> Unavailable:
    """A change that could not be written."""
    return Unavailable(
        say(
            "The change could not be written, so nothing of it was kept and all that was there remains. Is the disk "
            "full? Details: {reason}",
            reason=_first_line(failure),
        )
    )


def _out_of_reach(path: Path, failure: Exception) -> Unavailable:
    return Unavailable(
        say(
            "{file} cannot be read or written. Look whether it is where it should be, whether you may write in its "
            "folder, and whether the disk is full. Details: {reason}",
            file=path.name,
            reason=_first_line(failure),
        )
    )


def _damaged(path: Path, reason: str | Message) -> Unavailable:
    return Unavailable(
        say(
            "{file} could not be read whole: it may be damaged, or not be a Momentos database. Before anything else, "
            "close Momentos and copy {file} and, if it is there, {file}.wal to another place. Then put a copy from the "
            "folder backups in its place, if there is one; or begin a new database and load your spreadsheets again: "
            "they are kept as they came in the folder files. Details: {reason}",
            file=path.name,
            reason=reason,
        )
    )


def _stopped() -> Unavailable:
    return Unavailable(
        say(
            "The database stopped, perhaps because the disk is full or the file was taken away, and has been opened "
            "again. Free some space if need be, look in the list of loads whether your last one is there, and try "
            "again."
        )
    )


def _says(failure: BaseException, signs: tuple[str, ...]) -> bool:
    text = str(failure).lower()
    return any(sign in text for sign in signs)


def _begins_as_a_database(path: Path) -> bool:
    """By the mark of DuckDB's files; of another kind DuckDB may say that it lacks an extension to read it."""
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def _first_line(failure: BaseException) -> str:
    return str(failure).splitlines()[0] if str(failure) else type(failure).__name__
