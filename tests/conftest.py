"""What every test may ask for."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # three test processes share two cores

settings.register_profile("no clock", deadline=None)  # a slow machine must not fail a test
settings.load_profile("no clock")

REAL_DATA = Path(__file__).parents[2] / "shared" / "data"


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
    """A database with the sample company loaded. Whoever writes into it copies it first."""
    from momentos.sample import load_sample
    from momentos.warehouse.connection import Warehouse

    path = tmp_path_factory.mktemp("sample") / "momentos.duckdb"
    with Warehouse.open(path) as warehouse:
        load_sample(warehouse)
    return path
