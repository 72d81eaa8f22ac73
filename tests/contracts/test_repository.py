"""The repository is in order: its top level is the agreed one, its links lead somewhere, and it speaks of the project alone."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PROJECT = {"app.py", "pages", "data", "src", "tests", "requirements.txt", "README.md"}
FOR_PEOPLE = {
    "README.es.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "LICENSE",
    "docs",
    "benchmarks",
    "iniciar.py",
    "iniciar.bat",
}
FOR_TOOLS = {"pyproject.toml", ".gitignore", ".streamlit", ".ci", "Dockerfile", ".dockerignore"}

FORBIDDEN = {
    "a path of somebody's machine": r"/(?:work|home|root|Users)/[a-z]",
    "a package host": r"\b(?:pypi|pythonhosted|anaconda|jsdelivr|unpkg|cdnjs)\.(?:org|com|net)",
    "who wrote it": r"(?i)\b(?:chatgpt|copilot|claude|anthropic|openai|language model|AI[- ]generated)\b",
    "work not done": r"\b(?:TODO|FIXME|XXX)\b",
}
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")


def tracked() -> list[Path]:
    """Every file that git keeps; skips where this is no checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("this is not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).exists()]


def texts() -> list[tuple[Path, str]]:
    """The tracked files that are text, this one apart."""
    found = []
    for path in tracked():
        if path == Path(__file__):
            continue
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_the_top_level_is_the_agreed_one() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert PROJECT - top == set()
    assert top - PROJECT - FOR_PEOPLE - FOR_TOOLS == set()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_speaks_of_anything_but_the_project(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path, text in texts()
        if path.suffix == ".md"
        for target in LINK.findall(text)
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)[>=<]", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    assert len(names) > 10
    assert [name for name in names if not re.search(rf"^\| .*\b{re.escape(name)}\b", reasons, re.MULTILINE)] == []


def test_every_dependency_is_bounded_above() -> None:
    lines = [line for line in (ROOT / "requirements.txt").read_text().splitlines() if line and line[0] != "#"]
    assert [line for line in lines if ",<" not in line] == []


def test_both_readmes_give_the_same_commands() -> None:
    commands = [
        re.findall(r"^(?:python3|momentos) .*$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
        for name in ("README.md", "README.es.md")
    ]
    assert commands[0] == commands[1]
    assert "python3 iniciar.py" in commands[0]


def test_large_files_stay_out() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > 2_500_000] == []
