"""The one command: it makes an environment, installs once, and says in a sentence what is missing."""

from collections.abc import Callable
from pathlib import Path

import pytest

import iniciar

Calls = list[tuple[str, ...]]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of its own, with requirement files and no environment yet."""
    (tmp_path / "tests").mkdir()
    for name in iniciar.INSTALLED_FROM["tests"]:
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(iniciar, "ROOT", tmp_path)
    monkeypatch.setattr(iniciar, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(iniciar, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(iniciar, "SPEAKS_ENGLISH", True)
    return tmp_path


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What would have been run; all of it ends well."""
    calls: Calls = []
    monkeypatch.setattr(iniciar, "call", recording(calls, lambda command: 0))
    return calls


def recording(calls: Calls, ends: Callable[[tuple[str, ...]], int]) -> Callable[..., int]:
    def call(*command: str) -> int:
        calls.append(command)
        return ends(command)

    return call


def pip_calls(calls: Calls) -> Calls:
    return [command for command in calls if "pip" in command]


def make_by_hand(checkout: Path) -> None:
    """An environment as ``venv`` leaves it."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").touch()
    (checkout / ".venv" / "lib" / "python3.11" / "site-packages" / "pip").mkdir(parents=True)


def test_without_venv_it_says_what_to_install(
    checkout: Path, called: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(iniciar, "can_make_with", lambda maker: False)
    assert iniciar.make_environment() == 1
    assert "sudo apt install python3" in capsys.readouterr().out
    assert called == []


def test_a_venv_that_comes_out_broken_is_made_with_virtualenv(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Calls = []

    def ends(command: tuple[str, ...]) -> int:
        if "virtualenv" in command:
            make_by_hand(checkout)
            return 0
        return 1

    monkeypatch.setattr(iniciar, "can_make_with", lambda maker: True)
    monkeypatch.setattr(iniciar, "call", recording(calls, ends))
    assert iniciar.make_environment() == 0
    assert [command[2] for command in calls] == ["venv", "virtualenv"]


def test_an_environment_that_works_is_left_alone(checkout: Path, called: Calls) -> None:
    make_by_hand(checkout)
    assert iniciar.make_environment() == 0
    assert called == []


def test_it_installs_once_until_a_requirement_changes(checkout: Path, called: Calls) -> None:
    make_by_hand(checkout)
    for _ in range(2):
        assert iniciar.install(is_testing=False) == 0
    assert len(pip_calls(called)) == 1
    (checkout / "requirements.txt").write_text("another")
    assert iniciar.install(is_testing=False) == 0
    assert len(pip_calls(called)) == 2


def test_what_tests_need_includes_what_the_app_needs(checkout: Path, called: Calls) -> None:
    make_by_hand(checkout)
    iniciar.install(is_testing=True)
    iniciar.install(is_testing=False)
    assert [command[-1] for command in pip_calls(called)] == [".[tests]"]


def test_an_installation_that_fails_is_told_and_tried_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_by_hand(checkout)
    calls: Calls = []
    monkeypatch.setattr(iniciar, "call", recording(calls, lambda command: 1))
    assert [iniciar.install(is_testing=False) for _ in range(2)] == [1, 1]
    assert len(pip_calls(calls)) == 2
    assert "internet" in capsys.readouterr().out


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What would have been checked: the tests pass, of the checks of the source mypy does not."""
    calls: Calls = []
    kept = recording(calls, lambda command: int("mypy" in command))
    monkeypatch.setattr(iniciar, "call", recording(calls, lambda command: 0))
    monkeypatch.setattr(iniciar, "call_and_keep", lambda *command: (kept(*command), f"said by {command[2]}\n"))
    return calls


def test_a_check_that_fails_is_named_and_the_others_still_run(
    checkout: Path, checked: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    assert iniciar.run_checks(["-q"]) == 1
    assert "These did not pass: mypy." in capsys.readouterr().out
    assert sorted(command[2] for command in checked) == ["mypy", "pytest", "ruff", "ruff"]
    (pytest_call,) = [command for command in checked if command[2] == "pytest"]
    assert pytest_call[-1] == "-q"


def test_what_checks_beside_the_tests_say_is_told_after_them_each_in_one_piece(
    checkout: Path, checked: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    iniciar.run_checks([])
    told = capsys.readouterr().out.splitlines()
    assert told[-8:-1] == [
        *(
            "— pytest, import-linter",
            "— ruff",
            "said by ruff",
            "— ruff format",
            "said by ruff",
            "— mypy",
            "said by mypy",
        ),
    ]


def test_the_quick_tests_are_those_nearest_to_what_changed(checkout: Path, checked: Calls) -> None:
    iniciar.run_checks(["--quick", "-x"])
    assert [command[2:] for command in checked if "tests" in command[2]] == [("tests.quick", "-x")]


def test_the_sample_is_loaded_only_where_there_is_no_database(
    checkout: Path, called: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = checkout / "mine.duckdb"
    monkeypatch.setenv("MOMENTOS_DATABASE", str(database))
    monkeypatch.setattr(iniciar, "become", lambda *command: 0)
    iniciar.open_app([])
    assert [command[2:] for command in called] == [("momentos", "demo")]
    database.touch()
    iniciar.open_app([])
    assert len(called) == 1


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(iniciar.sys, "version_info", (3, 9, 2))
    assert iniciar.main([]) == 1
    assert "3.11" in capsys.readouterr().out
