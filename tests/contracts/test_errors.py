"""Wrong input, not allowed, not found: whoever refuses says which."""

import ast

from momentos.domain.errors import Refused
from tests.tree import EVERYTHING, ROOT

KINDS = {kind.__name__ for kind in Refused.__subclasses__()}


def names_called(source: str) -> set[str]:
    """Whatever is called by its bare name, or is raised without a call."""
    nodes = list(ast.walk(ast.parse(source)))
    called = [node.func for node in nodes if isinstance(node, ast.Call)]
    raised = [node.exc for node in nodes if isinstance(node, ast.Raise)]
    return {node.id for node in (*called, *raised) if isinstance(node, ast.Name)}


CALLED = {path: names_called(path.read_text(encoding="utf-8")) for path in EVERYTHING}


def test_nobody_refuses_without_saying_of_what_kind() -> None:
    assert [str(path.relative_to(ROOT)) for path, names in CALLED.items() if Refused.__name__ in names] == []


def test_every_kind_of_refusal_is_raised_somewhere() -> None:
    assert set.union(*CALLED.values()) >= KINDS


def test_a_bare_refusal_would_be_seen() -> None:
    assert "Refused" in names_called("raise Refused(say('No.'))")
    assert "Refused" in names_called("raise Refused")
    assert "Refused" in names_called("def cannot() -> Refused:\n    return Refused(why)")
