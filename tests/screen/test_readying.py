"""The server gets ready for its first page, and for no more."""

import subprocess
import sys

import pytest

from momentos.screen.readying import FIRST_SEEN, imported_by

HEAVY = (
    "statsmodels",
    "scipy.stats",
    "scipy.optimize",
    "xlsxwriter",
    "openpyxl",
    "fpdf",
    "rapidfuzz",
    "momentos.intake",
)
"""What takes longer to import than a page to draw, or belongs to other pages."""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The modules that are there in a fresh process once the first page's are imported."""
    modules = ", ".join(dict.fromkeys(name for script in FIRST_SEEN for name in imported_by(script)))
    code = f"import {modules}, sys; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


@pytest.mark.parametrize("library", HEAVY)
def test_the_first_page_does_not_import_what_it_does_not_need(imported: set[str], library: str) -> None:
    assert library not in imported


def test_what_the_first_page_imports_by_name_is_known() -> None:
    known = {name for script in FIRST_SEEN for name in imported_by(script)}
    assert {"momentos.screen.head", "momentos.screen.notices", "momentos.service.screen.tiles"} <= known
