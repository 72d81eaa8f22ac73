"""The scales that answers are given on: words with an order, grades, and codes that are not grades at all."""

import re
from collections.abc import Iterable, Mapping

from momentos.intake.text import plain

Scale = tuple[float, float]

WORD_SCALES: tuple[tuple[str, ...], ...] = (
    ("muy insatisfecho", "insatisfecho", "neutral", "satisfecho", "muy satisfecho"),
    ("muy insatisfecho", "algo insatisfecho", "neutral", "algo satisfecho", "muy satisfecho"),
    ("nada satisfecho", "poco satisfecho", "neutral", "satisfecho", "muy satisfecho"),
    ("very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"),
    ("very dissatisfied", "somewhat dissatisfied", "neutral", "somewhat satisfied", "very satisfied"),
    ("pesimo", "malo", "regular", "bueno", "excelente"),
    ("muy malo", "malo", "regular", "bueno", "muy bueno"),
    ("muy malo", "malo", "regular", "bueno", "excelente"),
    ("malo", "regular", "bueno", "muy bueno", "excelente"),
    ("muy mala", "mala", "regular", "buena", "muy buena"),
    ("muy mala", "mala", "regular", "buena", "excelente"),
    ("mala", "regular", "buena", "muy buena", "excelente"),
    ("deficiente", "regular", "bueno", "muy bueno", "excelente"),
    ("very poor", "poor", "fair", "good", "excellent"),
    ("poor", "fair", "good", "very good", "excellent"),
    ("very bad", "bad", "average", "good", "very good"),
    ("totalmente en desacuerdo", "en desacuerdo", "neutral", "de acuerdo", "totalmente de acuerdo"),
    ("muy en desacuerdo", "en desacuerdo", "neutral", "de acuerdo", "muy de acuerdo"),
    ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
    ("nada probable", "poco probable", "neutral", "probable", "muy probable"),
    ("very unlikely", "unlikely", "neutral", "likely", "very likely"),
    ("muy dificil", "dificil", "neutral", "facil", "muy facil"),
    ("very difficult", "difficult", "neutral", "easy", "very easy"),
    ("nunca", "rara vez", "a veces", "casi siempre", "siempre"),
    ("never", "rarely", "sometimes", "often", "always"),
    ("muy bajo", "bajo", "medio", "alto", "muy alto"),
    ("very low", "low", "medium", "high", "very high"),
)
"""Each from worst to best, plain (no accents); a column belongs to the first that knows all of its words."""

NEUTRAL = frozenset(
    [
        *("neutral", "neutro", "neutra", "indiferente", "regular", "ni satisfecho ni insatisfecho", "neither"),
        *("ni de acuerdo ni en desacuerdo", "ni facil ni dificil", "ni bueno ni malo", "normal", "aceptable"),
        *("neither satisfied nor dissatisfied", "neither agree nor disagree", "neither easy nor difficult"),
        *("ni insatisfecho ni satisfecho", "ni probable ni improbable"),
    ]
)
"""Ways to say the middle of a scale whose own middle word is ``neutral``."""

_FEMININE = {"satisfecha": "satisfecho", "insatisfecha": "insatisfecho"}

SCALES: tuple[Scale, ...] = ((1, 5), (1, 7), (0, 10), (1, 10), (0, 100))
RARE_SCALES: tuple[Scale, ...] = ((0, 5), (1, 4), (1, 6), (1, 9), (1, 100))
"""Scales that are believed where a header names them, and never guessed."""

_TOLD = re.compile(r"(?<![\d/.-])(\d{1,2})\s*(?:-|–|—|a|al|to|hasta)\s*(\d{1,3})(?![\d/.-])")

SHARES: Scale = (0, 1)
"""What a cell with a per cent format holds: 0.85, shown as 85 %."""

NOT_SCORE_CODES = frozenset({-1.0, 0.0, 6.0, 8.0, 9.0, 11.0, 88.0, 97.0, 98.0, 99.0, 999.0})
"""Codes that survey software writes for "no answer", "does not apply" or "never used"."""


FEWEST_OF_A_CODE = 3
"""A number off the scale that stands fewer times than this is a mistake to name, not a code somebody chose."""

FEWEST_KNOWN_WORDS, MOST_WORDS_KNOWN = 3, 2 / 3
"""A word that is on no scale is a mistake to name where this many others, and this share of all, are on one."""

MOST_MISTAKES = 1 / 3
"""With a larger share of the grades off the scale, it is another scale."""


def level_word(text: str) -> str:
    """The word in the one form that the scales are written in."""
    words = [_FEMININE.get(word, word) for word in plain(text).strip(" .!").split()]
    return " ".join(words)


def shares_of_words(words: Iterable[str]) -> Mapping[str, float] | None:
    """Each word's place on its scale, 0 worst to 1 best: the first scale that knows all of them, or nearly all.

    A word that the scale does not know has no place. ``None`` if no one scale knows enough of them.
    """
    wanted = {level_word(word) for word in words}
    if not wanted:
        return None
    best = max(map(_places, WORD_SCALES), key=lambda places: len(wanted & places.keys()))
    known = wanted & best.keys()
    if known != wanted and (len(known) < FEWEST_KNOWN_WORDS or len(known) < MOST_WORDS_KNOWN * len(wanted)):
        return None
    return {word: best[word] for word in known}


def _places(levels: tuple[str, ...]) -> dict[str, float]:
    places = {word: place / (len(levels) - 1) for place, word in enumerate(levels)}
    if "neutral" in places:
        places.update(dict.fromkeys(NEUTRAL - places.keys(), 0.5))
    return places


def rescaled(value: float, written: Scale, wanted: Scale) -> float:
    """A grade carried linearly from the scale it was given on to another: 10 of 0–10 is 5 of 1–5."""
    share = (value - written[0]) / (written[1] - written[0])
    return wanted[0] + share * (wanted[1] - wanted[0])


def lies_in_shares(counts: Iterable[float]) -> bool:
    """Whether all grades lie between 0 and 1 and some in between: 85 % as a spreadsheet keeps it."""
    grades = list(counts)
    return all(0 <= one <= 1 for one in grades) and any(one != int(one) for one in grades)


def scale_told(header: str) -> Scale | None:
    """The scale that a header names, ``Nota (1 a 10)``; ``None`` where it names none that people are asked on."""
    found = {(float(low), float(high)) for low, high in _TOLD.findall(plain(header))}
    told = found & {*SCALES, *RARE_SCALES}
    return told.pop() if len(found) == len(told) == 1 else None


def scale_of(counts: Mapping[float, int], wanted: Scale) -> tuple[Scale | None, frozenset[float]]:
    """The scale these grades are on, and the codes among them that are no grades.

    The wanted scale, if nearly all grades are on it but for known codes or a few mistakes (which are left for the check
    to name); shares of one (85 % as a spreadsheet keeps it); else the
    smallest that holds all of them; ``None`` if there is none, or fractions stand beside codes.
    """
    off = {value: count for value, count in counts.items() if not wanted[0] <= value <= wanted[1]}
    if not off:
        return wanted, frozenset()
    if lies_in_shares(counts):
        return SHARES, frozenset()
    if max(off.values()) < FEWEST_OF_A_CODE and sum(off.values()) <= MOST_MISTAKES * sum(counts.values()):
        return wanted, frozenset()
    if off.keys() <= NOT_SCORE_CODES and len(off) <= 3:
        return wanted, frozenset(off)
    lowest, highest = min(counts), max(counts)
    fitting = [scale for scale in SCALES if scale[0] <= lowest and highest <= scale[1]]
    return (fitting[0], frozenset()) if fitting else (None, frozenset())
