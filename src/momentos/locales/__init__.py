"""The languages screens speak. English is written in the code; every other language is a folder of ``.po`` files."""

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

from momentos.domain.messages import Translate

LANGUAGES = ("es", "en")
DEFAULT_LANGUAGE = "es"

_FOLDER = Path(__file__).parent


def translator(language: str) -> Translate:
    """A function from an English sentence to the reader's; a sentence without translation stays English."""
    sentences = catalogue(language)
    return lambda text: sentences.get(text, text)


@cache
def catalogue(language: str) -> dict[str, str]:
    """Every translated sentence of a language, from all its ``.po`` files; empty for English."""
    sentences: dict[str, str] = {}
    for path in sorted((_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            sentences.update({str(one.id): str(one.string) for one in read_po(file) if one.id and one.string})
    return sentences
