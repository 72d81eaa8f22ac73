"""What the sample company's customers write: fragments by touchpoint, joined the way people join them."""

from collections.abc import Sequence

import numpy as np

from momentos.domain.names import without_accents
from momentos.sample.comment_words import (
    BAD,
    BAD_END,
    BAD_START,
    BAD_WHOLE,
    GOOD,
    GOOD_END,
    GOOD_START,
    GOOD_WHOLE,
    MIXED_END,
    MIXED_START,
    PRAISE,
)

COMMENT_SHARE = 0.42
CARELESS_SHARE = 0.22
PRAISE_BY_NAME_SHARE = 0.35
GOOD_FROM, BAD_UP_TO = 4, 2


def comment(rng: np.random.Generator, score: int, touchpoint: str | None = None, name: str = "") -> str:
    """What somebody who gave that score (1–5) writes of that touchpoint, or of everything; often nothing: ``""``."""
    if rng.random() >= COMMENT_SHARE:
        return ""
    good = GOOD[touchpoint] if touchpoint else GOOD_WHOLE
    bad = BAD[touchpoint] if touchpoint else BAD_WHOLE
    if score >= GOOD_FROM:
        praise = _pick(rng, PRAISE).format(name=name) if name and rng.random() < PRAISE_BY_NAME_SHARE else ""
        parts = [_pick(rng, GOOD_START), _pick(rng, good), praise or _pick(rng, GOOD_END)]
    elif score <= BAD_UP_TO:
        parts = [_pick(rng, BAD_START), _pick(rng, bad), _pick(rng, BAD_END)]
    else:
        parts = [_pick(rng, MIXED_START), f"{_pick(rng, good)} {_pick(rng, MIXED_END)}"]
    return _as_typed(rng, parts)


def _pick(rng: np.random.Generator, options: Sequence[str]) -> str:
    return options[int(rng.integers(len(options)))]


def _as_typed(rng: np.random.Generator, parts: list[str]) -> str:
    """The parts as one text; now and then in a hurry: no capitals, no accents, no full stop."""
    text = (", " if rng.random() < 0.7 else ". ").join(part for part in parts if part)
    if rng.random() < CARELESS_SHARE:
        return without_accents(text.lower())
    sentences = [sentence[:1].upper() + sentence[1:] for sentence in text.split(". ")]
    return ". ".join(sentences) + "."
