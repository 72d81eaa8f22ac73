"""Every sentence of the screens exists in every language, with the same places."""

import ast
import re
from pathlib import Path

import pytest

from momentos.locales import LANGUAGES, catalogue
from momentos.ui.chrome import SENTENCES_WITH_PLACES, WHOLE_SENTENCES, words_of_frame

ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "src" / "momentos" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
OTHERS = [code for code in LANGUAGES if code != "en"]


def sentences() -> set[str]:
    """Every literal given to ``t`` or ``say`` in the screens."""
    return {
        node.args[0].value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("t", "say")
        and isinstance(node.args[0], ast.Constant)
    }


def places(sentence: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", sentence))


def test_the_screens_say_something():
    assert len(sentences()) > 100


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_of_the_screens_is_translated(code):
    assert sorted(sentences() - set(catalogue(code))) == []


@pytest.mark.parametrize("code", OTHERS)
def test_translations_keep_the_places(code):
    translated = catalogue(code)

    assert [one for one in sentences() if places(one) != places(translated.get(one, one))] == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_of_streamlits_frame_is_translated(code):
    assert sorted({*WHOLE_SENTENCES, *SENTENCES_WITH_PLACES} - set(catalogue(code))) == []


def test_nothing_of_the_frame_changes_in_english():
    assert words_of_frame("en") == {"whole": {}, "withPlaces": {}}
