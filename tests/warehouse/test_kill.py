"""The program killed at random moments of its loads: what was said to be in is in, and nothing is half in.

``MOMENTOS_KILLS`` says how many times (60 unless set).
"""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import list_loads
from tests.forking import Forks, forks_of
from tests.warehouse.content import assert_summaries_equal_facts
from tests.warehouse.loader import ROWS

KILLS = int(os.environ.get("MOMENTOS_KILLS", "60"))
PARTS = 4
"""Each with a database of its own, so that they may run side by side."""


@pytest.fixture(scope="module")
def loaders() -> Iterator[Forks]:
    with forks_of("tests.warehouse.loader") as forks:
        yield forks


def load_until_killed(loaders: Forks, folder: Path, first: int, seconds: float) -> list[int]:
    """The numbers of the files that the program said were in, before it was killed that long after its first began."""
    log = folder / f"said-{first}.txt"
    loader = loaders.start("tests.warehouse.loader", str(folder), str(first), log=log, environment=os.environ)
    began = time.monotonic()
    while not log.exists() or not log.read_text().startswith("loading"):
        assert not loader.is_gone_within(0.002), log.read_text()
        assert time.monotonic() < began + 60
    time.sleep(seconds)
    loader.end(signal.SIGKILL)
    return [int(line.split()[1]) for line in log.read_text().splitlines() if line.startswith("loaded")]


def rows_of_each_load(warehouse: Warehouse) -> dict[int, tuple[int, int, int]]:
    """Stored rows of each load: interactions, responses and ratings."""
    counts: dict[int, list[int]] = {}
    with warehouse.cursor() as cursor:
        for place, table in enumerate(("interactions", "responses", "ratings")):
            for load_no, count in cursor.execute(f"select load_no, count(*) from {table} group by all").fetchall():
                counts.setdefault(load_no, [0, 0, 0])[place] = count
    return {load_no: (calls, answers, ratings) for load_no, (calls, answers, ratings) in counts.items()}


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a Unix thing")
@pytest.mark.parametrize("part", range(PARTS))
def test_a_killed_program_loses_no_acknowledged_load_and_leaves_no_half_one(
    part: int, loaders: Forks, tmp_path: Path
) -> None:
    chance = random.Random(20260503 + part)
    acknowledged: set[str] = set()
    for attempt in range(part, KILLS, PARTS):
        said = load_until_killed(loaders, tmp_path, attempt * 1000, chance.uniform(0.02, 1.2))
        acknowledged |= {str(number) for number in said}
        with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
            rows = rows_of_each_load(warehouse)
            with warehouse.cursor() as cursor:
                records = {record.load_no: record for record in list_loads(cursor)}
            kept = {(warehouse.files_folder / record.sha256).read_text() for record in records.values()}

            assert acknowledged <= kept
            assert set(rows) == set(records)
            assert set(rows.values()) <= {(ROWS + 1, ROWS, ROWS)}
            assert_summaries_equal_facts(warehouse)
