"""Nothing lies idle: what is defined has a caller in the program, or is listed with its reason."""

import ast
import re
from collections import Counter

from tests.tree import EVERYTHING, ROOT

LISTED = re.compile(r"^\| (`.+`) \|", re.MULTILINE)
WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


def defined_in(tree: ast.Module) -> list[str]:
    """The names that a module's own statements define."""
    names: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.append(node.target.id)
    return names


def idle() -> set[str]:
    """Names that the whole program says once: where they are defined."""
    texts = [path.read_text(encoding="utf-8") for path in EVERYTHING]
    said = Counter(word for text in texts for word in WORD.findall(text))
    return {name for text in texts for name in defined_in(ast.parse(text)) if said[name] == 1}


def listed() -> set[str]:
    section = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").split("## Kept without a caller")[1]
    return {name for line in LISTED.findall(section) for name in re.findall(r"`(\w+)`", line)}


def test_what_nobody_calls_is_listed_with_its_reason() -> None:
    assert idle() - listed() == set()


def test_what_is_listed_is_there_and_still_idle() -> None:
    assert listed() - idle() == set()
