"""The recipes of CONTRIBUTING.md are true: each is followed on a copy of the project, and what it promises holds."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tree import ROOT

COPIED = ("src", "pages", "pyproject.toml", ".streamlit")
WORDS = "src/momentos/locales/"
STEP = re.compile(
    r"^(New file|In) `(?P<file>[^`]+)`(?:, (?P<how>after|in place of|at the end)(?: `(?P<anchor>.+)`)?)?:$"
)
PLACES = re.compile(r"^\*Places: (\d+)(, besides its own folder)?\.\*", re.MULTILINE)
RUN = '''
import json, subprocess, sys

def run(*command):
    """What a command of ours answers in JSON; of the linter, how it ended."""
    module = [sys.executable, "-m", command[0]] if command[0] == "momentos" else [sys.executable, "-c", {lint!r}]
    done = subprocess.run([*module, *command[1:]], capture_output=True, text=True)
    if command[0] != "momentos":
        return done
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if "--json" in command else done

'''.replace(
    "{lint!r}", repr("from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))")
)


@dataclass(frozen=True)
class Step:
    """One file written or changed."""

    file: str
    how: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Recipe:
    """What to write, what must hold then, and how many places it says it takes."""

    name: str
    places: int
    has_own_folder: bool
    steps: tuple[Step, ...]
    check: str

    @property
    def touched(self) -> set[str]:
        """The files touched besides the catalogues of words, and besides its own folder where it has one."""
        return {
            step.file
            for step in self.steps
            if not step.file.startswith(WORDS) or step.file.endswith(".py")
            if not (self.has_own_folder and step.how == "New file")
        }


def recipes() -> Iterator[Recipe]:
    """The recipes as they are written."""
    chapter = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n## Recipes\n")[1]
    for section in chapter.split("\n### ")[1:]:
        name, _, body = section.partition("\n")
        stated = PLACES.search(body)
        assert stated, f"{name} does not say how many places it takes"
        steps, check = _read(body)
        yield Recipe(name, int(stated[1]), stated[2] is not None, tuple(steps), check)


def _read(body: str) -> tuple[list[Step], str]:
    steps, check = [], ""
    parts = re.split(r"^```(?:\w+)?\n(.*?)^```$", body, flags=re.MULTILINE | re.DOTALL)
    for prose, block in zip(parts[::2], parts[1::2], strict=False):
        said = STEP.match(prose.strip().splitlines()[-1])
        if said is None:
            check = block
        else:
            steps.append(Step(said["file"], said["how"] or "New file", said["anchor"] or "", block))
    return steps, check


def follow(step: Step, copy: Path) -> None:
    path = copy / step.file
    if step.how == "New file":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    if step.how == "at the end":
        path.write_text(f"{text}\n{step.text}" if step.file.endswith(".po") else text + step.text, encoding="utf-8")
        return
    assert text.count(step.anchor) == 1, f"«{step.anchor}» stands {text.count(step.anchor)} times in {step.file}"
    new = step.text.rstrip("\n") if step.how == "in place of" else f"{step.anchor}\n{step.text.rstrip()}"
    path.write_text(text.replace(step.anchor, new), encoding="utf-8")


@pytest.mark.parametrize("recipe", [pytest.param(one, id=one.name) for one in recipes()])
def test_whoever_follows_the_recipe_gets_what_it_promises(recipe: Recipe, tmp_path: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copyfile(source, tmp_path / name)
    (tmp_path / "data").symlink_to(ROOT / "data")
    for step in recipe.steps:
        follow(step, tmp_path)

    (tmp_path / "check.py").write_text(RUN + recipe.check, encoding="utf-8")
    database = str(tmp_path / "momentos.duckdb")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "MOMENTOS_DATABASE": database}
    done = subprocess.run(
        [sys.executable, "check.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    assert len(recipe.touched) <= recipe.places


def test_no_recipe_takes_more_places_than_it_says() -> None:
    assert {one.name: len(one.touched) for one in recipes() if len(one.touched) != one.places} == {}
