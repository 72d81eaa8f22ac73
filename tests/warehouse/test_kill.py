"""The program killed at random moments of its loads: what was said to be in is in, and nothing is half in.

``MOMENTOS_KILLS`` says how many times (60 unless set).
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import list_loads
from tests.warehouse.content import assert_summaries_equal_facts
from tests.warehouse.loader import ROWS

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("MOMENTOS_KILLS", "60"))
PARTS = 4
"""Each with a database of its own, so that they may run side by side."""


def load_until_killed(folder: Path, first: int, seconds: float) -> list[int]:
    """The numbers of the files that the program said were in, before it was killed that long after its first began."""
    loader = subprocess.Popen(
        [sys.executable, "-m", "tests.warehouse.loader", str(folder), str(first)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert loader.stdout is not None
    assert loader.stdout.readline().startswith("loading")
    time.sleep(seconds)
    loader.kill()
    said, _ = loader.communicate(timeout=60)
    return [int(line.split()[1]) for line in said.splitlines() if line.startswith("loaded")]


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
def test_a_killed_program_loses_no_acknowledged_load_and_leaves_no_half_one(part: int, tmp_path: Path) -> None:
    chance = random.Random(20260503 + part)
    acknowledged: set[str] = set()
    for attempt in range(part, KILLS, PARTS):
        said = load_until_killed(tmp_path, attempt * 1000, chance.uniform(0.02, 1.2))
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
