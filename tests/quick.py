"""The tests nearest to what changed, as many as take a minute and a half: ``python -m tests.quick [for pytest…]``.

What changed is what differs from where this branch left the main one, with what is not yet committed. Where nothing did,
a few tests from all over.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.nearness import Near, Tree, is_test

ROOT = Path(__file__).parents[1]
SECONDS = ROOT / "tests" / "seconds.json"
"""How long the tests of each file take one after another; ``pytest --note-seconds`` writes it."""

BUDGET = 110.0
"""Seconds of tests one after another that two processors do in a minute, which leaves half a minute to begin and end."""

UNKNOWN = 2.0
MAIN = ("main", "origin/main", "master", "origin/master")
ALWAYS = ("tests/contracts/test_language.py", "tests/contracts/test_layers.py", "tests/contracts/test_repository.py")
CORE = (
    *("tests/domain/", "tests/datasets/", "tests/locales/", "tests/contracts/test_start.py", "tests/analysis/"),
    *("tests/figures/test_worked_examples.py", "tests/figures/test_measure.py", "tests/intake/test_recognise.py"),
    *(
        "tests/warehouse/test_loads.py",
        "tests/terminal/test_answers.py",
        "tests/people/",
        "tests/screen/test_findings.py",
    ),
)


@dataclass(frozen=True)
class Selection:
    """Test files to run, and those that are near too and would take too long."""

    chosen: tuple[str, ...]
    left_out: tuple[str, ...]
    seconds: float


def changed_files() -> list[str]:
    """Paths that differ from the main branch, or are not committed; none where this is no checkout of git."""
    base = next((commit for name in MAIN if (commit := _git("merge-base", "HEAD", name))), ["HEAD"])
    differing = _git("diff", "--name-only", base[0])
    return sorted({*differing, *_git("ls-files", "--others", "--exclude-standard")})


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []


def seconds_by_file() -> dict[str, float]:
    return json.loads(SECONDS.read_text(encoding="utf-8")) if SECONDS.exists() else {}


def select(
    near: Sequence[Near], seconds: dict[str, float], budget: float = BUDGET, always: Sequence[str] = ALWAYS
) -> Selection:
    """The nearest first, and of equally near ones the shorter; what does not fit any more is left out."""
    left, chosen, left_out = budget, [], []
    ordered = sorted(near, key=lambda one: (one.distance, seconds.get(one.test, UNKNOWN), one.test))
    for test in dict.fromkeys([*(one for one in always if one in seconds), *(one.test for one in ordered)]):
        needed = seconds.get(test, UNKNOWN)
        if needed <= left:
            chosen.append(test)
            left -= needed
        else:
            left_out.append(test)
    return Selection(tuple(chosen), tuple(left_out), budget - left)


def core(tests: Iterable[str]) -> list[Near]:
    return [Near(test, place) for place, beginning in enumerate(CORE) for test in tests if test.startswith(beginning)]


def main(arguments: list[str]) -> int:
    tree = Tree(ROOT)
    changed = changed_files()
    tests = [path for path in tree.sources if is_test(path)]
    seconds = seconds_by_file()
    selection = select(tree.nearest(changed), seconds) if changed else select(core(tests), seconds, BUDGET / 3)
    if changed:
        print(f"Changed: {len(changed)} files. Nearest tests: {len(selection.chosen)} files", end=", ")
    else:
        print(f"Nothing changed. Tests from all over: {len(selection.chosen)} files", end=", ")
    print(f"about {selection.seconds:.0f} s one after another.")
    if selection.left_out:
        print(f"Left out for time: {len(selection.left_out)} files, the nearest {', '.join(selection.left_out[:8])}.")
    sys.stdout.flush()
    pytest = [sys.executable, "-m", "pytest", "-q", "--numprocesses=3", "--dist=worksteal", *arguments]
    return subprocess.run([*pytest, *selection.chosen], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
