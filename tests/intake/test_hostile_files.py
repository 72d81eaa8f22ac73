"""Files that mean harm are refused with a sentence of their own; odd ones open; nothing ever stops the process."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from momentos.domain.errors import Refused
from momentos.intake.limits import Limits
from momentos.intake.opening import open_workbook
from tests.intake.hostile import HOSTILE, ODD, Hostile, Odd, mutated, sheet_xml, workbook

pytestmark = pytest.mark.usefixtures("read_in_earnest")

MUTANTS = int(os.environ.get("MOMENTOS_MUTANTS", "2000")) // 20
"""Those read by interpreters started for each, as in earnest; the others are forked (``test_hostile_loads``)."""


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_a_hostile_file_is_refused_with_its_own_sentence(hostile: Hostile, tmp_path: Path) -> None:
    path = write(tmp_path, hostile.file, hostile.make())

    with pytest.raises(Refused) as refusal:
        open_workbook(path, hostile.file, limits=hostile.limits)

    assert hostile.says in str(refusal.value)


@pytest.mark.parametrize("odd", ODD, ids=lambda one: one.name)
def test_an_odd_file_opens(odd: Odd, tmp_path: Path) -> None:
    opened = open_workbook(write(tmp_path, odd.file, odd.make()), odd.file)

    assert opened.tables[0].row_count == odd.rows
    assert opened.tables[0].columns[0].header.casefold() in ("empleado", "t0")


def test_mutants_of_a_good_workbook_open_or_are_refused(tmp_path: Path) -> None:
    good = workbook(
        sheet_xml(), sheet_xml("".join(f'<row r="{n}"><c r="A{n}" s="0"><v>{n}</v></c></row>' for n in range(1, 60)))
    )

    def outcome(seed: int) -> str:
        path = write(tmp_path, f"{seed}.xlsx", mutated(good, seed))
        try:
            opened = open_workbook(path, path.name, limits=Limits(seconds=20))
        except Refused as refusal:
            return str(refusal)
        return f"opened with {len(opened.sheets)} sheets"

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(outcome, range(MUTANTS)))

    assert len(outcomes) == MUTANTS
    assert all(outcomes)
    assert not [one for one in outcomes if "could not be read to its end" in one]
