"""A hurt database at the terminal: every command says it in words with exit status 1, or answers right."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from momentos.__main__ import main
from momentos.domain.errors import Refused
from momentos.warehouse.connection import Warehouse
from tests.terminal.conftest import CALLS
from tests.terminal.terminal import Terminal
from tests.warehouse.content import whole_content
from tests.warehouse.hurting import hurt_copies

COMMANDS = ["metric csat", "team", "loads", "journey", "impact", "monitor csat", "rows responses", "import {new}"]
HURT = "no se pudo leer entero"


def run(typed: str, database: Path) -> Result:
    new = database.with_name("nuevas.csv")
    new.write_text(CALLS.replace("Ana Ruiz", "Eva Ruiz"), encoding="utf-8")
    return CliRunner().invoke(main, [*typed.format(new=new).split(), "--db", str(database)])


def copy_of(company: Terminal, folder: Path) -> Path:
    """The company's database in a folder of its own."""
    folder.mkdir()
    copy = folder / "momentos.duckdb"
    copy.write_bytes((company.folder / "momentos.duckdb").read_bytes())
    return copy


def reads_whole(path: Path) -> bool:
    try:
        with Warehouse.open(path) as warehouse:
            whole_content(warehouse)
    except Refused:
        return False
    return True


@pytest.fixture(scope="module")
def hurt(company: Terminal, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The company's database with bytes changed, in every second place that keeps some of it from being read."""
    copies = hurt_copies(company.folder / "momentos.duckdb", tmp_path_factory.mktemp("hurt"))
    return [copy.read_bytes() for copy in copies if not reads_whole(copy)][::2]


@pytest.mark.parametrize("typed", COMMANDS)
def test_a_command_on_a_hurt_database_says_so_or_answers_right(
    company: Terminal, hurt: list[bytes], tmp_path: Path, typed: str
) -> None:
    database = copy_of(company, tmp_path / "whole")
    right = run(typed, database).output
    results = []
    for content in hurt:
        database.write_bytes(content)
        database.with_name("momentos.duckdb.wal").unlink(missing_ok=True)
        results.append(run(typed, database))
    told = [one for one in results if HURT in one.output]
    assert [one.exception for one in results if not isinstance(one.exception, SystemExit | None)] == []
    assert [one.output for one in results if one not in told and one.output != right] == []
    assert {one.exit_code for one in told} == {1}


@pytest.mark.parametrize("typed", COMMANDS)
def test_a_command_on_a_file_that_is_no_database_says_so(tmp_path: Path, typed: str) -> None:
    (tmp_path / "momentos.duckdb").write_text("hola" * 5000)
    result = run(typed, tmp_path / "momentos.duckdb")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert HURT in result.stderr
    assert "copie momentos.duckdb" in result.stderr


def test_a_log_that_could_not_be_read_whole_is_told_beside_the_answer(company: Terminal, tmp_path: Path) -> None:
    copy = copy_of(company, tmp_path / "stopped")
    right = run("metric csat", copy)
    copy.with_name("momentos.duckdb.wal").write_bytes(b"hola" * 500)
    result = run("metric csat", copy)
    assert result.exit_code == 0
    assert result.stdout == right.stdout
    assert "esa parte quedó fuera" in result.stderr
