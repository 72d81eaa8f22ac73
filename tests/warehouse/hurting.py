"""Databases with bytes changed inside, as a bad disk or an interrupted copy leaves them."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

HEADERS = 3 * 4096
BLOCK = 262_144
"""How DuckDB lays a file out: three headers, then blocks, each with a checksum."""


def hurt_copies(database: Path, folder: Path, seed: int = 20261130) -> Iterator[Path]:
    """The same copy again and again, each time with three bytes changed in another place: the headers, then each block."""
    content = database.read_bytes()
    chance = random.Random(seed)
    copy = folder / "momentos.duckdb"
    copy.parent.mkdir(parents=True, exist_ok=True)
    if (database.parent / "files").is_dir():
        shutil.copytree(database.parent / "files", folder / "files", dirs_exist_ok=True)
    for start, size in [(0, HEADERS), *((place, BLOCK) for place in range(HEADERS, len(content), BLOCK))]:
        hurt = bytearray(content)
        for _ in range(3):
            hurt[start + chance.randrange(size)] ^= chance.randrange(1, 256)
        copy.with_name("momentos.duckdb.wal").unlink(missing_ok=True)
        copy.write_bytes(hurt)
        yield copy
