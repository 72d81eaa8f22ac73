"""Names that may be one: an accent, a dot, surname first, a slip of the hand; and letters of two alphabets in one name.

Nothing is merged here: a person decides.
"""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from momentos.intake.text import fold, plain
from momentos.intake.wordings import ask_the_same, content_words, unchanging

SHORTEST, ALIKE = 8, 90
"""Shorter names differ by a letter and are two people; of longer ones, this much of 100 may be a slip."""

SHORTEST_WORD = 5
"""The same of words that are nobody's name: areas, channels, reasons, sites."""

RESEMBLES = 70
"""From this much of 100 on a name is worth proposing for another, to be confirmed by a person."""

MOST_COMPARED = 1_000
"""Beyond this many names, slips of the hand are not looked for: accents, dots and order still are."""


class Why(StrEnum):
    """Why two names may be one."""

    ACCENTS = "accents or punctuation"
    ORDER = "another order"
    SPELLING = "nearly the same letters"
    ALPHABETS = "letters of two alphabets"
    WORDING = "the same in other words"


@dataclass(frozen=True)
class NearNames:
    """``written`` stands ``count`` times and may be ``shown``; empty ``shown`` where nothing looks like it."""

    written: str
    shown: str
    count: int
    why: Why


def near_names(
    written: Mapping[str, int], known: Collection[str] = (), shortest: int = SHORTEST, *, wordings: bool = False
) -> list[NearNames]:
    """The names worth asking about, the most frequent first; each is asked about once.

    ``written`` counts each name; ``known`` are those already in use, which are kept rather than changed. Of two that
    differ in accents alone the one that has them is kept: people leave accents out, and add none. Names with fewer
    letters than ``shortest`` are not taken for slips of the hand. ``wordings`` asks also about names that are one
    question in other words, of which the shortest is kept.
    """
    names = {fold(name): name for name in (*written, *known)}
    counts = {fold(name): 0 for name in names.values()}
    for name, count in written.items():
        counts[fold(name)] += count
    trusted = {fold(name) for name in known}
    ordered = sorted(names, key=lambda key: (_mixes_alphabets(key), key not in trusted, -counts[key], -_accents(key)))
    best_written = sorted(ordered, key=lambda key: (_mixes_alphabets(key), key not in trusted, -_accents(key)))
    found = [*_same_letters(best_written), *_slips(ordered, shortest)]
    if wordings:
        found += _same_question(sorted(ordered, key=lambda key: (key not in trusted, "?" in key, len(key))))
    asked: dict[str, NearNames] = {}
    for key, into, why in found:
        if key not in trusted and key not in asked and into not in asked:
            asked[key] = NearNames(names[key], names[into], counts[key], why)
    for key in ordered:
        if _mixes_alphabets(key) and key not in asked:
            asked[key] = NearNames(names[key], "", counts[key], Why.ALPHABETS)
    return sorted(asked.values(), key=lambda one: -one.count)


def likeliest(name: str, known: Sequence[str]) -> str | None:
    """The known name that reads most like this one, if any does at all."""
    found = extractOne(plain(name), [plain(one) for one in known], scorer=ratio, score_cutoff=RESEMBLES)
    return known[found[2]] if found else None


def _same_letters(keys: list[str]) -> list[tuple[str, str, Why]]:
    """Those whose letters are the same words as an earlier one's, whatever the accents, dots and order."""
    first: dict[tuple[str, ...], str] = {}
    found = []
    for key in keys:
        words = _words(key)
        if not words:
            continue
        into = first.setdefault(tuple(sorted(words)), key)
        if into != key:
            found.append((key, into, Why.ACCENTS if _words(into) == words else Why.ORDER))
    return found


def _slips(keys: list[str], shortest: int) -> list[tuple[str, str, Why]]:
    """Those that read nearly as an earlier one; codes with digits never do."""
    bare = [
        (key, " ".join(_words(key)))
        for key in keys
        if len(key) >= shortest and not any(letter.isdigit() for letter in key)
    ]
    if len(bare) > MOST_COMPARED:
        return []
    return [
        (key, into, Why.ALPHABETS if _mixes_alphabets(key) else Why.SPELLING)
        for place, (key, text) in enumerate(bare)
        for into, other in bare[:place]
        if ratio(text, other, score_cutoff=ALIKE) and not _differ_by_a_letter_alone(text, other)
    ]


def _differ_by_a_letter_alone(one: str, other: str) -> bool:
    """Whether both hold words of one letter, and others: «Sucursal A» and «Sucursal B», two people's initials."""
    letters, others = ({word for word in text.split() if len(word) == 1} for text in (one, other))
    return bool(letters and others) and letters != others


def _same_question(keys: list[str]) -> list[tuple[str, str, Why]]:
    """Those that ask in other words what an earlier one asks."""
    if len(keys) > MOST_COMPARED:
        return []
    alike: dict[tuple[int, tuple[str, ...]], list[tuple[str, tuple[str, ...]]]] = {}
    found = []
    for key in keys:
        words = content_words(key)
        earlier = alike.setdefault(unchanging(words), [])
        found += [(key, into, Why.WORDING) for into, others in earlier if ask_the_same(words, others)]
        earlier.append((key, words))
    return found


def _words(key: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in plain(key)).split()


def _accents(key: str) -> int:
    return sum(unicodedata.combining(letter) != 0 for letter in unicodedata.normalize("NFD", key))


def _mixes_alphabets(key: str) -> bool:
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in key if letter.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
