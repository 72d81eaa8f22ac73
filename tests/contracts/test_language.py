"""Every sentence a reader can meet has its Spanish, and every Spanish sentence is still said."""

import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from momentos.locales import LANGUAGES, catalogue

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "src" / "momentos" / "locales"
MARKS = {"say": None, "t": None, "Message": None}
BROWSER_WORDS = {"chrome.po"}
"""Streamlit's own words, which no sentence of ours says: the browser swaps them."""

OTHERS = [language for language in LANGUAGES if language != "en"]


@cache
def said() -> dict[str, str]:
    """Every English sentence marked for translation, with where it stands first."""
    found: dict[str, str] = {}
    sources = [*sorted((ROOT / "src").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py")), ROOT / "app.py"]
    for path in sources:
        for line, sentence, *_ in extract_from_file("python", path, keywords=MARKS):
            found.setdefault(str(sentence), f"{path.relative_to(ROOT)}:{line}")
    return found


def places(sentence: str) -> set[str]:
    """The named places of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str) -> None:
    known = catalogue(language)
    missing = [f"{where}: {sentence}" for sentence, where in said().items() if sentence not in known]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_loses_or_invents_a_place(language: str) -> None:
    wrong = {english: other for english, other in catalogue(language).items() if places(english) != places(other)}
    assert wrong == {}


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over(language: str) -> None:
    left = {
        f"{path.name}: {one.id}"
        for path in (LOCALES / language).glob("*.po")
        if path.name not in BROWSER_WORDS
        for one in read_po(path.open("rb"))
        if one.id and one.id not in said()
    }
    assert not left, "\n".join(sorted(left))


@pytest.mark.parametrize("language", OTHERS)
def test_one_sentence_has_one_translation(language: str) -> None:
    seen: dict[str, set[str]] = {}
    for path in (LOCALES / language).glob("*.po"):
        for one in read_po(path.open("rb")):
            if one.id:
                seen.setdefault(str(one.id), set()).add(str(one.string))
    assert {english: others for english, others in seen.items() if len(others) > 1} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_spaces_and_full_stops(language: str) -> None:
    """A sentence that ends with a full stop ends with one, and no stray spaces surround it."""
    wrong = {
        english: other
        for english, other in catalogue(language).items()
        if other != other.strip() or (english.endswith(".") != other.endswith(".") and re.search(r"\w\.$", english))
    }
    assert wrong == {}
