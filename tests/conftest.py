"""What every test may ask for."""

import json
import os
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from momentos.warehouse.connection import Warehouse

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # three test processes share two cores

settings.register_profile("no clock", deadline=None)  # a slow machine must not fail a test
settings.load_profile("no clock")

IN_MEMORY = Path("/dev/shm")
ENOUGH_ROOM = 2 * 1024**3
if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ENOUGH_ROOM:  # thousands of commits wait for a disk
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

REAL_DATA = Path(__file__).parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--note-seconds", action="store_true", help="write how long each file's tests took (seconds.json)")


_seconds: dict[str, float] = defaultdict(float)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _seconds[report.nodeid.split("::")[0]] += report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Only where results come together: the processes that run tests side by side note nothing."""
    if session.config.getoption("--note-seconds") and not hasattr(session.config, "workerinput"):
        noted = {path: round(taken, 1) for path, taken in sorted(_seconds.items())}
        Path(__file__).with_name("seconds.json").write_text(json.dumps(noted, indent=0) + "\n", encoding="utf-8")


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real spreadsheets kept beside the checkout; skips where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"no real spreadsheets at {REAL_DATA}")
    return REAL_DATA


@pytest.fixture(scope="session", autouse=True)
def nobodys_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever names no database, programs started from here too, finds none of the person's who runs the tests."""
    nowhere = str(tmp_path_factory.mktemp("nobody") / "momentos.duckdb")
    with patch.dict(os.environ, {"MOMENTOS_DATABASE": nowhere}):
        yield


@pytest.fixture(scope="session", autouse=True)
def forked_readers() -> Iterator[Callable]:
    """Files are read in processes that are forked; yields what starts an interpreter for each, as outside the tests."""
    from momentos.intake import isolate
    from tests.intake.forked import forked_children

    in_earnest = isolate._run_child
    with forked_children():
        yield in_earnest


@pytest.fixture
def read_in_earnest(forked_readers: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read by interpreters started for each, as outside the tests."""
    from momentos.intake import isolate

    monkeypatch.setattr(isolate, "_run_child", forked_readers)


@pytest.fixture(scope="session", autouse=True)
def new_databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable]:
    """A new database begins as a copy of one made empty: the same file in a sixth of the time, which hundreds need."""
    from momentos.warehouse.connection import Warehouse

    empty = tmp_path_factory.mktemp("empty") / "momentos.duckdb"
    open_as_ever = Warehouse.open
    open_as_ever(empty).close()

    def open_copied(path: Path | str) -> Warehouse:
        where = Path(path)
        if not where.exists() and where.parent.is_dir():
            shutil.copyfile(empty, where)
        return open_as_ever(where)

    with patch.object(Warehouse, "open", open_copied):
        yield open_as_ever


@pytest.fixture
def made_anew(new_databases: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """New databases are made from the first step on, as outside the tests."""
    from momentos.warehouse.connection import Warehouse

    monkeypatch.setattr(Warehouse, "open", new_databases)


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample company loaded, made once for all processes that run tests side by side.

    Whoever writes into it copies it first; whoever reads takes ``sample``.
    """
    is_one_of_several = "PYTEST_XDIST_WORKER" in os.environ
    whose = tmp_path_factory.getbasetemp().parent if is_one_of_several else tmp_path_factory.mktemp("sample")
    made = whose / "sample"
    try:
        (whose / "sample-begun").mkdir()
    except FileExistsError:
        return _soon(made) / "momentos.duckdb"
    from momentos.sample import load_sample
    from momentos.warehouse.connection import Warehouse

    begun = tmp_path_factory.mktemp("sample-begun")
    with Warehouse.open(begun / "momentos.duckdb") as warehouse:
        load_sample(warehouse)
    begun.rename(made)
    return made / "momentos.duckdb"


def _soon(folder: Path, seconds: int = 300) -> Path:
    """The folder, once another process has made it."""
    for _ in range(seconds * 10):
        if folder.exists():
            return folder
        time.sleep(0.1)
    raise TimeoutError(folder)


@pytest.fixture(scope="session")
def sample(sample_database: Path) -> Iterator["Warehouse"]:
    """The sample company, open to be read and nothing else."""
    from momentos.warehouse import connection, migrate

    to_read = patch.dict(connection._LIMITS, access_mode="READ_ONLY")
    with to_read, patch.object(migrate, "bring_up_to_date", lambda warehouse: None):
        opened = connection.Warehouse.open(sample_database)
    yield opened
    opened.close()
