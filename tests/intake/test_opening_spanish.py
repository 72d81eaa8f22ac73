"""Every sentence of the opening of workbooks is there in Spanish."""

import ast
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import momentos

INTAKE = Path(momentos.__file__).parent / "intake"
MODULES = (
    "gate.py",
    "child.py",
    "isolate.py",
    "tally.py",
    *(f"readers/{one.name}" for one in (INTAKE / "readers").glob("*.py")),
)
SPANISH = Path(momentos.__file__).parent / "locales" / "es" / "opening.po"


@pytest.mark.parametrize("module", MODULES)
def test_every_sentence_has_its_translation_with_the_same_places(module: str) -> None:
    with SPANISH.open("rb") as file:
        translated = {message.id: message.string for message in read_po(file)}

    for sentence in _sentences(INTAKE / module):
        assert translated.get(sentence), sentence
        assert _places(translated[sentence]) == _places(sentence)


def _sentences(path: Path) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return [
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "say" and isinstance(call.args[0], ast.Constant)
    ]


def _places(sentence: str) -> set[str]:
    return {piece.partition("}")[0] for piece in sentence.split("{")[1:]}
