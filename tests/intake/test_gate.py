"""The gate knows a file by its content, whatever it is called."""

from pathlib import Path

import pytest

from momentos.domain.errors import Refused
from momentos.intake.gate import identify
from momentos.intake.limits import Limits
from tests.intake.hostile import NOISE, ods, packed, parts, workbook


def kind_of(folder: Path, content: bytes, name: str = "libro.xlsx") -> str:
    path = folder / "file"
    path.write_bytes(content)
    return identify(path, name, Limits())


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    assert kind_of(tmp_path, workbook(), "datos.csv") == "xlsx"
    assert kind_of(tmp_path, ods(""), "datos.xlsx") == "ods"
    assert kind_of(tmp_path, packed(parts() | {"xl/workbook.bin": b""}), "datos.xlsx") == "xlsb"
    assert kind_of(tmp_path, b"a;b\n1;2\n", "datos.xls") == "csv"
    assert kind_of(tmp_path, "a;b\n".encode("utf-16"), "datos.txt") == "csv"


def test_an_old_workbook_that_says_it_is_encrypted_wants_its_password_removed(tmp_path: Path) -> None:
    beginning = bytes.fromhex("0908 1000") + bytes(16)
    encrypted = beginning + bytes.fromhex("2F00 0400") + bytes(4)
    container = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
    directory = "Workbook".encode("utf-16-le")

    assert kind_of(tmp_path, container + beginning + bytes(512) + directory) == "xls"
    with pytest.raises(Refused, match="password"):
        kind_of(tmp_path, container + encrypted + bytes(512) + directory)


def test_the_gate_unpacks_nothing(tmp_path: Path) -> None:
    broken = parts() | {"xl/worksheets/sheet1.xml": NOISE}

    assert kind_of(tmp_path, packed(broken)) == "xlsx"
