"""How many slips of the hand the tests notice: ``python -m tests.mutants``.

In 200 places spread over the program one line is changed, in a copy of the project, and the tests nearest to it are run.
Told are how many changes some test noticed, by group, and each that none did. What was found out is kept, so that a run
that was broken off goes on where it was; a file that changed since is asked again. Numbers that only move what is drawn
are not changed: pictures are judged by eye.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from tests.forking import Forks
from tests.mutations import Mutation, mutations_of
from tests.nearness import Tree
from tests.quick import ROOT, seconds_by_file, select

SEED = 20261201
RESULTS = ROOT / ".pytest_cache" / "mutants.jsonl"
GROUPS = {
    "words": re.compile(r"/words/"),
    "screens": re.compile(r"/screen/|/ui/|^pages/"),
    "questions": re.compile(r"/questions/|/queries/"),
    "ground": re.compile(""),
}
"""Which files are of which group: the first that fits."""

SHARES = {"ground": 0.4, "questions": 0.2, "words": 0.2, "screens": 0.2}
WANTED = {"ground": 0.9, "questions": 0.9, "words": 0.8, "screens": 0.8}
DRAWN = re.compile(r"/(charts|pictures|prints|exports|screen|ui|sample)/|^pages/")
LIBRARIES = (
    *(
        "pytest",
        "_pytest.assertion.rewrite",
        "hypothesis",
        "pandas",
        "pyarrow.compute",
        "duckdb",
        "plotly.graph_objects",
    ),
    *("scipy.stats", "statsmodels.api", "babel.numbers", "streamlit.testing.v1", "xlsxwriter", "openpyxl", "fpdf"),
)
NOT_NEAR = (
    "tests/contracts/test_recipes.py",
    "tests/contracts/test_repository.py",
    "tests/browser/",
    "tests/contracts/test_callers.py",
)
"""Tests that ask for so much, or so little, that no change of one line is theirs to notice."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file, and the group it counts in."""

    path: str
    mutation: Mutation
    group: str

    def __str__(self) -> str:
        return f"{self.path}:{self.mutation.line}: {self.mutation}"


@dataclass(frozen=True)
class Outcome:
    """What came of a mutant: who noticed (``time`` where the tests came to no end), or ``None``."""

    mutant: str
    content: str
    group: str
    noticed_by: str | None
    tests: int


def group_of(path: str) -> str:
    return next(name for name, pattern in GROUPS.items() if pattern.search(path))


def choose(tree: Tree, wanted: int, only: str) -> list[Mutant]:
    """As many places as wanted, the same each time: each group its share, one place of a file before a second of any."""
    places: dict[str, dict[str, list[Mutant]]] = defaultdict(dict)
    for path, text in tree.sources.items():
        if path.startswith(("src/", "pages/")) and re.search(only, path):
            group, chance = group_of(path), random.Random(f"{SEED} {path}")
            found = [Mutant(path, one, group) for one in mutations_of(text, with_numbers=not DRAWN.search(path))]
            places[group][path] = chance.sample(found, len(found))
    chosen: list[Mutant] = []
    whole = sum(SHARES[group] for group in places)
    for group, files in places.items():
        order = random.Random(f"{SEED} {group}").sample(sorted(files), len(files))
        one_of_each = (files[path][turn] for turn in range(wanted) for path in order if turn < len(files[path]))
        chosen += [mutant for mutant, _ in zip(one_of_each, range(round(wanted * SHARES[group] / whole)), strict=False)]
    return chosen


class Copy:
    """A copy of the project, in which one mutant at a time is tried."""

    def __init__(self, folder: Path, forks: Forks) -> None:
        self.folder = folder / "project"
        self.forks = forks
        for path in _project_files():
            target = self.folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        if (shared := ROOT.parent / "shared").exists():
            (folder / "shared").symlink_to(shared)

    def fails(self, tests: list[str], deselected: list[str], seconds: float) -> str | None:
        """The first test that fails, ``time`` if they come to no end within so many seconds, or ``None``."""
        output = self._run([*tests, "-x", *(f"--deselect={one}" for one in deselected)], seconds)
        if output is None:
            return "time"
        failed = _failures(output)
        return failed[0] if failed else None if re.search(r"\d passed", output) else "no test could begin"

    def all_failures(self, test: str) -> list[str]:
        """The tests of this file that fail as the project is."""
        output = self._run([test], 600)
        return [test] if output is None else _failures(output)

    def _run(self, arguments: list[str], seconds: float) -> str | None:
        environment = {
            **os.environ, "PYTHONPATH": str(self.folder / "src"), "PYTHONDONTWRITEBYTECODE": "1",
            "MOMENTOS_MUTANTS": "64", "MOMENTOS_KILLS": "4", "COLUMNS": "400",
        }  # fmt: skip
        log = self.folder.parent / "said.txt"
        program = self.forks.start(
            "pytest", "-q", "-rfE", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments,
            log=log, environment=environment, folder=self.folder,
        )  # fmt: skip
        if not program.is_gone_within(seconds):
            os.killpg(program.number, signal.SIGKILL)
            program.is_gone_within(20)
            return None
        return log.read_text(encoding="utf-8", errors="replace")


def _failures(output: str) -> list[str]:
    """The functions that failed, of whatever example."""
    found = re.findall(r"^(?:FAILED|ERROR|SUBFAILED\S*) (tests/[^\s\[]+)", output, re.MULTILINE)
    return list(dict.fromkeys(found))


def _project_files() -> list[Path]:
    """What git knows of, as it is now; without git, what is no environment or cache."""
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if done.returncode == 0:
        paths = [ROOT / name for name in done.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not {".venv", "__pycache__"} & set(path.parts)]
    return [path for path in paths if path.is_file()]


class Trial:
    """All mutants, tried side by side; what comes of each is written down at once."""

    def __init__(self, results: Path, seconds: float) -> None:
        self.tree = Tree(ROOT)
        self.results = results
        self.seconds = seconds
        self.by_file = seconds_by_file()
        self.known: dict[tuple[str, str], Outcome] = {}
        self.failing: dict[str, list[str]] = {}
        self._writing = threading.Lock()
        if results.exists():
            for line in results.read_text(encoding="utf-8").splitlines():
                outcome = Outcome(**json.loads(line))
                self.known[outcome.mutant, outcome.content] = outcome

    @cached_property
    def contents(self) -> dict[str, str]:
        return {path: hashlib.sha256(text.encode()).hexdigest()[:12] for path, text in self.tree.sources.items()}

    def try_all(self, mutants: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, Outcome]]:
        with tempfile.TemporaryDirectory(prefix="momentos-mutants-") as folder:
            free: list[Copy] = []
            forks = [Forks(*LIBRARIES) for _ in range(jobs)]
            for number, fork in enumerate(forks):
                (Path(folder) / str(number)).mkdir()
                free.append(Copy(Path(folder) / str(number), fork))

            def outcome_of(mutant: Mutant) -> Outcome:
                known = self.known.get((str(mutant), self.contents[mutant.path]))
                if known is not None:
                    return known
                copy = free.pop()
                try:
                    return self._try(mutant, copy)
                finally:
                    free.append(copy)

            with ThreadPoolExecutor(jobs) as pool:
                yield from zip(mutants, pool.map(outcome_of, mutants), strict=True)
            for fork in forks:
                fork.stop()

    def _try(self, mutant: Mutant, copy: Copy) -> Outcome:
        near = [one for one in self.tree.nearest([mutant.path]) if not one.test.startswith(NOT_NEAR)]
        selection = select(near, self.by_file, self.seconds, always=())
        deselected = [failed for test in selection.chosen for failed in self._failing(test, copy)]
        place, text = copy.folder / mutant.path, self.tree.sources[mutant.path]
        place.write_text(mutant.mutation.apply(text), encoding="utf-8")
        try:
            noticed_by = (
                copy.fails([*selection.chosen], deselected, 4 * self.seconds + 120) if selection.chosen else None
            )
        finally:
            place.write_text(text, encoding="utf-8")
        outcome = Outcome(str(mutant), self.contents[mutant.path], mutant.group, noticed_by, len(selection.chosen))
        self._write(outcome)
        return outcome

    def _failing(self, test: str, copy: Copy) -> list[str]:
        """What fails in this file without any mutant, which says nothing of one."""
        if test not in self.failing:
            self.failing[test] = copy.all_failures(test)
        return self.failing[test]

    def _write(self, outcome: Outcome) -> None:
        with self._writing:
            self.results.parent.mkdir(exist_ok=True)
            with self.results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")


def main(arguments: list[str]) -> int:
    """0 if each group has as many noticed as is wanted of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("places", type=int, nargs="?", default=200, help="how many (200)")
    parser.add_argument("--jobs", type=int, default=1, help="how many side by side (1)")
    parser.add_argument("--only", default="", metavar="PATTERN", help="files whose path has this regular expression")
    parser.add_argument("--seconds", type=float, default=60, help="of tests for each, the nearest first (60)")
    parser.add_argument("--results", type=Path, default=RESULTS, help=f"where they are kept ({RESULTS.name})")
    parser.add_argument("--list", action="store_true", help="tell the places and try none")
    told = parser.parse_args(arguments)
    trial = Trial(told.results, told.seconds)
    mutants = choose(trial.tree, told.places, told.only)
    if told.list:
        print(*mutants, sep="\n")
        return 0
    outcomes: list[tuple[Mutant, Outcome]] = []
    for mutant, outcome in trial.try_all(mutants, told.jobs):
        outcomes.append((mutant, outcome))
        print(f"{len(outcomes):4d}/{len(mutants)} {outcome.noticed_by or 'NOBODY'} · {mutant}", flush=True)
    return report(outcomes)


def report(outcomes: list[tuple[Mutant, Outcome]]) -> int:
    """How many of each group were noticed, and those that were not."""
    is_enough = True
    print()
    for group, wanted in WANTED.items():
        of_group = [outcome for mutant, outcome in outcomes if mutant.group == group]
        noticed = sum(outcome.noticed_by is not None for outcome in of_group)
        if of_group:
            share = noticed / len(of_group)
            is_enough = is_enough and share >= wanted
            print(f"{group:10s} {noticed:3d} of {len(of_group):3d} noticed: {share:.0%} (wanted: {wanted:.0%})")
    survivors = [str(mutant) for mutant, outcome in outcomes if outcome.noticed_by is None]
    print(*(["", "Noticed by nobody:", *survivors] if survivors else []), sep="\n")
    return 0 if is_enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
