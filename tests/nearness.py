"""Which tests stand nearest to a file: those that mirror it, those that import or name it, those that import what does."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FOLDERS = ("src", "pages", "tests", "benchmarks")
ALONE = ("app.py", "iniciar.py")
PACKAGE = "src"
"""Below this folder, a file's path is the name of its module."""

FAR = 3.0
"""How far a test of every module is from each, and a test from the helpers that its folder shares."""


@dataclass(frozen=True)
class Near:
    """A test file, and how many steps lead from it to what was asked for; 0 mirrors it."""

    test: str
    distance: float


@dataclass(frozen=True)
class Tree:
    """A checkout: its Python files, by path from its top, and what each of them uses."""

    root: Path

    @cached_property
    def sources(self) -> dict[str, str]:
        """Every Python file's text by its path."""
        paths = [self.root / name for name in ALONE if (self.root / name).exists()]
        for folder in FOLDERS:
            paths += sorted((self.root / folder).rglob("*.py"))
        return {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    @cached_property
    def modules(self) -> dict[str, str]:
        """Path of each module by its dotted name."""
        return {_dotted(path): path for path in self.sources}

    @cached_property
    def users(self) -> dict[str, dict[str, float]]:
        """By path, who uses it, and how many steps away each of them is."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for path, text in self.sources.items():
            for used, steps in self._uses(path, text):
                if used != path:
                    found[used][path] = min(steps, found[used].get(path, steps))
        return found

    def nearest(self, changed: Iterable[str]) -> list[Near]:
        """Every test file from which some way leads to one of these files, the nearest first."""
        distances: dict[str, float] = {}
        rings: dict[float, set[str]] = defaultdict(set)
        for path in changed:
            for user, steps in self._readers(path):
                rings[steps].add(user)
        while rings:
            ring = min(rings)
            for path in rings.pop(ring):
                if distances.get(path, ring + 1) <= ring:
                    continue
                distances[path] = ring
                for user, steps in self.users.get(path, {}).items():
                    if distances.get(user, ring + steps + 1) > ring + steps:
                        rings[ring + steps].add(user)
        near = [Near(path, distance) for path, distance in distances.items() if is_test(path)]
        return sorted(near, key=lambda one: (one.distance, one.test))

    def _readers(self, path: str) -> Iterator[tuple[str, float]]:
        """Where to begin: the file itself and its mirror; of a file that is no Python, those that read it."""
        if path in self.sources:
            yield path, 0.0
            mirror, where = f"/test_{Path(path).stem}.py", "/".join(Path(path).parts[2:-1])
            for one in self.sources:
                if one.endswith(mirror) and where in ("", _folder(one).removeprefix("tests/")):
                    yield one, 0.0
            return
        name, kind = re.escape(Path(path).name), re.escape(Path(path).suffix)
        named = rf"(?<![\w.]){name}" + (rf"|[\"']{re.escape(Path(path).stem)}[\"']" if kind == r"\.sql" else "")
        for one, text in self.sources.items():
            is_beside = _folder(path).startswith(_folder(one)) or is_test(one)
            if re.search(named, text) or (kind and is_beside and re.search(rf"\*{kind}[\"']", text)):
                yield one, 1.0

    def _uses(self, path: str, text: str) -> Iterator[tuple[str, float]]:
        tree = ast.parse(text)
        for name in _imported(tree):
            if (used := self.modules.get(name)) is not None:
                yield used, 1.0
        if not path.startswith("tests/"):
            return
        for folder in Path(path).parents:
            shared = f"{folder.as_posix()}/conftest.py"
            if shared in self.sources and shared != path:
                yield shared, FAR
        yield from self._named_by(text)

    def _named_by(self, text: str) -> Iterator[tuple[str, float]]:
        """What a test reaches by name and not by import: a page, the frame of all pages, or the whole source."""
        pages = [path for path in self.sources if path.startswith("pages/")]
        for page in pages:
            if f'"{Path(page).name}"' in text:
                yield page, 1.0
            elif re.search(r"\bPAGES\b", text):
                yield page, 2.0
        if "main.py" in text:
            yield from ((path, 1.0) for path in self.sources if path.endswith("/main.py"))
        if re.search(r"\b(EVERYTHING|SOURCE|SCREENS)\b|importlinter", text):
            yield from ((path, FAR) for path in self.sources if path.startswith("src/"))


def is_test(path: str) -> bool:
    return path.startswith("tests/") and Path(path).name.startswith("test_")


def _folder(path: str) -> str:
    folder = Path(path).parent.as_posix()
    return "" if folder == "." else folder


def _dotted(path: str) -> str:
    name = path.removeprefix(f"{PACKAGE}/").removesuffix(".py").replace("/", ".")
    return name.removesuffix(".__init__")


def _imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of what is imported anywhere in the file but for types alone; of ``from a import b``, both."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        else:
            yield from _imported(node)
