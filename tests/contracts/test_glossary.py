"""The glossary and the screens call a thing by the same word."""

import re

from momentos.locales import catalogue
from tests.tree import ROOT

ROW = re.compile(r"^\| (?P<english>[^|]+) \| (?P<spanish>[^|]+) \| ", re.MULTILINE)


def terms() -> dict[str, str]:
    rows = ROW.findall((ROOT / "GLOSSARY.md").read_text(encoding="utf-8"))
    return {english.strip(): spanish.strip() for english, spanish in rows if english.strip() != "English"}


def test_words_that_are_labels_are_translated_alike() -> None:
    labels = {english: spanish for english, spanish in terms().items() if english in catalogue("es")}
    assert len(labels) > 30
    assert {english: (spanish, catalogue("es")[english]) for english, spanish in labels.items()
            if spanish != catalogue("es")[english]} == {}  # fmt: skip
