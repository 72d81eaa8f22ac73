"""The words that datasets are known by in a header row: evidence of where that row is.

Standard library only: it runs beside the reader.
"""

import re
from functools import cache

from momentos.datasets import DATASETS
from momentos.intake.text import plain

LONGEST_NAME = 120
"""A longer text names no field."""


def is_known(text: str) -> bool:
    """Whether some dataset has a field that this text names, any case and accents, brackets left out."""
    if len(text) > LONGEST_NAME:
        return False
    return _folded(text) in _known() or _folded(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)) in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(
        _folded(word)
        for dataset in DATASETS.values()
        for field in dataset.fields
        for word in (*field.headers, field.name, field.label.text)
    )


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w]|_", " ", plain(text)).split())
