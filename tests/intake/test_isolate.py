"""What a reading process leaves behind is used whole or not at all, and no such process outlives its reading."""

import subprocess
import time
from pathlib import Path

import pyarrow as pa
import pytest
import xlsxwriter

from momentos.domain.errors import Refused
from momentos.domain.messages import say
from momentos.intake import handover, isolate, progress
from momentos.intake.limits import Limits
from momentos.intake.opening import open_workbook
from momentos.intake.raw_table import Column, RawTable, SheetInfo
from tests.intake.hostile import workbook

pytestmark = pytest.mark.usefixtures("read_in_earnest")

TABLE = RawTable(
    "Hoja1",
    hidden=False,
    index=0,
    header_rows=(1, 2),
    columns=(
        Column("A", "Empleado", pa.chunked_array([["Ana", None]])),
        Column("C", "Puntaje", pa.chunked_array([["4", "x"]]), pa.array([True, False])),
    ),
    row_numbers=pa.array([3, 4], pa.int32()),
    notes=("Reporte",),
)
FOUND = handover.Handover(
    (TABLE,), (SheetInfo("Hoja2", True, 0, 0, say("The sheet {sheet} is empty.", sheet="Hoja2")),), (say("Nota"),)
)


def test_a_handover_reads_back_as_it_was_written(tmp_path: Path) -> None:
    handover.write(tmp_path, FOUND)

    assert handover.read(tmp_path) == FOUND


def test_a_refusal_inside_a_refusal_survives_the_handover(tmp_path: Path) -> None:
    refused = say("The file {file} is damaged: {detail}", file="a", detail=say("its end is missing."))
    handover.write(tmp_path, handover.Handover(refused=refused))

    assert handover.read(tmp_path).refused == refused


@pytest.mark.parametrize("name", ["table-0.arrow", handover.TRAILER])
def test_a_handover_that_breaks_off_is_not_used(tmp_path: Path, name: str) -> None:
    handover.write(tmp_path, FOUND)
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) // 2])

    with pytest.raises(handover.BrokenHandover):
        handover.read(tmp_path)


def test_no_trailer_is_no_handover(tmp_path: Path) -> None:
    with pytest.raises(handover.BrokenHandover):
        handover.read(tmp_path)


def test_a_child_that_dies_refuses_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolate, "START", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")

    with pytest.raises(Refused, match="could not be read to its end"):
        isolate.read_isolated(tmp_path / "a.xlsx", "a.xlsx", "xlsx", Limits())


def test_a_child_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = tmp_path / "started"
    monkeypatch.setattr(
        isolate,
        "START",
        "import subprocess, time; from pathlib import Path; child = subprocess.Popen(['sleep', '600']); "
        f"Path({str(started)!r}).write_text(str(child.pid)); time.sleep(600)",
    )

    with pytest.raises(Refused, match="more than 3 seconds"):
        isolate.read_isolated(tmp_path / "a.xlsx", "a.xlsx", "xlsx", Limits(seconds=3))

    assert _is_gone_soon(started.read_text())


def _is_gone_soon(process: str) -> bool:
    """Whether the process ends within ten seconds: a busy machine takes its time over a killed one."""
    for _ in range(100):
        found = subprocess.run(["ps", "-o", "stat=", "-p", process], capture_output=True, text=True, check=False)
        if found.stdout.strip() in ("", "Z"):
            return True
        time.sleep(0.1)
    return False


def test_memory_beyond_the_limit_ends_the_child_and_not_us(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())

    with pytest.raises(Refused, match="memory"):
        isolate.read_isolated(path, "a.xlsx", "xlsx", Limits(memory_bytes=100_000_000))


def test_the_share_that_is_read_is_told_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "larga.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(60_000):
            sheet.write_row(row, 0, [f"texto {row}", *range(row, row + 8)])
    shares: list[float] = []

    open_workbook(path, "larga.xlsx", on_share=shares.append)

    assert shares
    assert shares == sorted(shares)
    assert 0 < shares[-1] < 1


@pytest.mark.parametrize("content", [b"", b"nan", b"-1", b"2", b"1e999", b"\xff\x00"])
def test_nothing_but_a_share_is_taken_from_what_a_child_tells(tmp_path: Path, content: bytes) -> None:
    (tmp_path / progress.FILE).write_bytes(content)

    assert progress.share_told(tmp_path) is None


def test_of_a_long_telling_only_the_beginning_is_read(tmp_path: Path) -> None:
    (tmp_path / progress.FILE).write_bytes(b"0." + b"5" * 10_000_000)

    assert progress.share_told(tmp_path) == pytest.approx(5 / 9)


def test_where_a_child_tells_nothing_there_is_no_share(tmp_path: Path) -> None:
    assert progress.share_told(tmp_path) is None


def test_a_share_is_written_and_read_back(tmp_path: Path) -> None:
    progress.Gauge(tmp_path).tell(0.375)

    assert progress.share_told(tmp_path) == 0.375
