"""A database that does not open, or is hurt inside: told in words that are true, and told apart from a fault of ours."""

import random
import shutil
from pathlib import Path

import duckdb
import pytest

from momentos.domain.errors import Refused, Unavailable
from momentos.locales import translator
from momentos.warehouse.connection import Warehouse
from tests.warehouse.conftest import Load
from tests.warehouse.content import whole_content
from tests.warehouse.hurting import hurt_copies
from tests.warehouse.sheets import sheet_of
from tests.warehouse.test_connection import run_python
from tests.warehouse.test_loads import call

pytestmark = pytest.mark.usefixtures("made_anew")

HURT = "could not be read whole"
OUT_OF_REACH = "cannot be read or written"
IN_USE = "already running"


@pytest.fixture
def database(warehouse: Warehouse, load: Load) -> Path:
    """A closed database with forty calls."""
    load(sheet_of("interactions", [call(f"T{one}") for one in range(40)]))
    warehouse.close()
    return warehouse.path


def refusal_of(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        Warehouse.open(path)
    return str(refused.value)


def read_whole(path: Path) -> object:
    """All that is in the database, or what was told instead, with where."""
    try:
        warehouse = Warehouse.open(path)
    except Refused as refusal:
        return "opening", str(refusal)
    with warehouse:
        try:
            return whole_content(warehouse)
        except Refused as refusal:
            return "reading", str(refusal)


def test_bytes_changed_anywhere_are_told_or_change_nothing(database: Path, tmp_path: Path) -> None:
    expected = read_whole(database)
    answers = [read_whole(copy) for copy in hurt_copies(database, tmp_path / "hurt")]
    refusals = [answer for answer in answers if answer != expected]
    assert {where for where, _ in refusals} == {"opening", "reading"}
    assert [told for _, told in refusals if HURT not in told] == []
    assert len(refusals) < len(answers)


@pytest.mark.parametrize(
    "content",
    [b"", b"hola" * 9000, b"SQLite format 3\0" + bytes(9000), bytes(20_000)],
    ids=["empty", "text", "SQLite", "zeros"],
)
def test_a_file_of_another_kind_is_told_without_the_databases_own_advice(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "momentos.duckdb"
    path.write_bytes(content)
    told = refusal_of(path)
    assert HURT in told
    assert "does not begin as a DuckDB database" in told
    assert "sqlite" not in told.lower()
    assert path.read_bytes() == content


@pytest.mark.parametrize("share", [0.9, 0.5, 0.001])
def test_a_file_that_was_cut_is_told(database: Path, share: float) -> None:
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) * share)])
    told = refusal_of(database)
    assert HURT in told
    assert "momentos.duckdb.wal" in told
    assert "backups" in told
    assert IN_USE not in told


def test_the_spanish_says_what_to_do_first(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:100_000])
    with pytest.raises(Refused) as refused:
        Warehouse.open(database)
    told = refused.value.message.render(translator("es"))
    assert "no se pudo leer entero" in told
    assert "Antes de nada, cierre Momentos y copie momentos.duckdb" in told


def test_a_folder_in_its_place_and_a_file_in_the_place_of_its_folder_are_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "momentos.duckdb").mkdir()
    (tmp_path / "company").touch()
    assert OUT_OF_REACH in refusal_of(tmp_path / "momentos.duckdb")
    assert OUT_OF_REACH in refusal_of(tmp_path / "company" / "momentos.duckdb")


def test_a_file_one_may_not_read_is_out_of_reach_and_not_damaged(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(duckdb, "connect", failing(duckdb.IOException(f'Cannot open file "{database}"')))
    monkeypatch.setattr(Path, "open", denied)
    told = refusal_of(database)
    assert OUT_OF_REACH in told
    assert "Permission denied" in told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('IO Error: Could not set lock on file "/a": Conflicting lock is held in python (PID 7)', IN_USE),
        ("IO Error: Cannot open file: it is being used by another process.", IN_USE),
        ("IO Error: Cannot open file: El proceso no tiene acceso.\n\nFile is already open in C:\\python.exe", IN_USE),
        ("IO Error: Cannot open file: Sharing violation.", IN_USE),
        ("IO Error: Trying to read a database file with version number 99, but we can only read 64", "newer version"),
        ("Corrupt database file: computed checksum 1 does not match stored checksum 2 in block 3", HURT),
        ("IO Error: Failure while replaying WAL file: Corrupt WAL file", HURT),
    ],
)
def test_each_reason_not_to_open_is_told_apart(
    database: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    for kind in (duckdb.IOException, duckdb.Error, duckdb.SerializationException):
        monkeypatch.setattr(duckdb, "connect", failing(kind(said)))
        assert told in refusal_of(database)


def failing(error: Exception):
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (duckdb.Error("Corrupt database file: computed checksum 1 does not match"), HURT),
        (duckdb.IOException("Could not read enough bytes from file"), HURT),
        (duckdb.SerializationException("Failed to deserialize: field id mismatch"), HURT),
        (duckdb.InternalException("INTERNAL Error: Attempted to access index 4"), HURT),
        (duckdb.FatalException("database has been invalidated. Original error: corrupt block"), HURT),
        (duckdb.FatalException("database has been invalidated. Original error: no space"), "look in the list of loads"),
        (duckdb.IOException("Could not write all bytes to file: No space left on device"), OUT_OF_REACH),
    ],
)
def test_what_fails_at_the_file_while_asking_is_told(warehouse: Warehouse, failure: Exception, told: str) -> None:
    with pytest.raises(Refused, match=told), warehouse.cursor():
        raise failure
    with warehouse.cursor() as cursor:
        assert cursor.execute("select 1").fetchone() == (1,)


def test_a_change_to_a_file_that_cannot_be_read_is_not_called_a_full_disk(warehouse: Warehouse) -> None:
    failure = duckdb.IOException("Could not read enough bytes from file")
    with pytest.raises(Unavailable, match=HURT), warehouse.transaction():
        raise failure
    with pytest.raises(Unavailable, match=HURT), warehouse.rehearsal():
        raise failure


@pytest.mark.parametrize("sql", ["select nothing_called_so", "selec 1", "select 'x'::integer", "from no_such_table"])
def test_a_fault_of_ours_is_not_taken_for_damage(warehouse: Warehouse, sql: str) -> None:
    with pytest.raises(duckdb.Error), warehouse.cursor() as cursor:
        cursor.execute(sql)


def test_a_file_lost_while_it_was_open_is_asked_for_again_until_it_is_back(database: Path) -> None:
    warehouse = Warehouse.open(database)
    aside = database.with_name("aside")
    shutil.copyfile(database, aside)
    database.write_bytes(b"hola" * 9000)
    with pytest.raises(Unavailable, match=HURT), warehouse.cursor():
        raise duckdb.FatalException("database has been invalidated")
    with pytest.raises(Unavailable, match=HURT), warehouse.cursor():
        pass
    shutil.copyfile(aside, database)
    with warehouse.cursor() as cursor:
        assert cursor.execute("select count(*) from current_interactions").fetchone() == (40,)
    warehouse.close()


@pytest.fixture
def stopped(database: Path) -> Path:
    """The database of a program that was killed: four loads of forty calls are in its log alone."""
    run_python(
        """
        import os, sys
        from pathlib import Path
        from momentos.warehouse.connection import Warehouse
        from momentos.warehouse.loads import commit
        from tests.warehouse.sheets import NOON, file_of, sheet_of

        warehouse = Warehouse.open(sys.argv[1])
        for number in range(4):
            rows = [{"interaction": f"{number}-{one}", "occurred_at": NOON} for one in range(40)]
            file = file_of(Path(sys.argv[1]).parent, content=b"%d" % number)
            commit(warehouse, file, [sheet_of("interactions", rows)], author="ana", at=NOON)
        os._exit(0)
        """,
        database,
    )
    assert database.with_name("momentos.duckdb.wal").stat().st_size > 10_000
    return database


def test_a_log_that_is_whole_is_taken_in_without_a_word(stopped: Path) -> None:
    with Warehouse.open(stopped) as warehouse, warehouse.cursor() as cursor:
        assert cursor.execute("select count(*) from current_interactions").fetchone() == (200,)
        assert warehouse.notice is None


def hurt_logs(log: bytes) -> list[bytes]:
    """The log with one byte changed, in its beginning and elsewhere; cut; and of another kind."""
    chance = random.Random(20261130)
    places = [0, 1, 8, 9, 16, 20, *(chance.randrange(len(log)) for _ in range(20))]
    changed = [log[:place] + bytes([log[place] ^ 0x55]) + log[place + 1 :] for place in places]
    return [*changed, log[: len(log) // 2], log[:40], chance.randbytes(5000), b"hola" * 500, bytes(5000)]


def calls_or_words(path: Path) -> str:
    """How many calls there are; or what is told, instead or beside it."""
    try:
        with Warehouse.open(path) as warehouse, warehouse.cursor() as cursor:
            counted = cursor.execute("select count(*) from current_interactions").fetchone()
            return str(counted) if warehouse.notice is None else warehouse.notice.render()
    except Refused as refusal:
        return str(refusal)


def test_a_log_that_is_hurt_is_told_or_loses_nothing(stopped: Path) -> None:
    log_file = stopped.with_name("momentos.duckdb.wal")
    log, content = log_file.read_bytes(), stopped.read_bytes()
    answers = []
    for hurt in hurt_logs(log):
        stopped.write_bytes(content)
        log_file.write_bytes(hurt)
        answers.append(calls_or_words(stopped))
    assert [one for one in answers if one != "(200,)" and HURT not in one and "left out" not in one] == []
    assert any("left out" in one for one in answers)
    assert any(HURT in one for one in answers)
