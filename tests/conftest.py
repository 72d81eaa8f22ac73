"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # two test processes share two cores

settings.register_profile("no clock", deadline=None)  # a slow machine must not fail a test
settings.load_profile("no clock")

REAL_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real spreadsheets kept beside the checkout; skips where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"no real spreadsheets at {REAL_DATA}")
    return REAL_DATA
