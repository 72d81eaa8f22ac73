"""Two wordings of one question: «Pago en caja», «Pagar en la caja», «¿Cómo califica el pago en caja?».

What is left of each without the words of asking must be the same words, whatever their order and form. Words that
tell things apart stay: numbers, single letters, *antes* and *después*, *pre* and *post*.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from momentos.intake.text import plain

_SMALL_WORDS = """
el la los las lo un una unos unas de del al a en con por para su sus mi mis tu tus y e o u que se le les nos
te me nuestro nuestra nuestros nuestras the of at in on an and our your my to for with by from
"""
_WORDS_OF_ASKING = """
como cual cuan tan tal que usted ustedes esta estas estuvo fue es era parece parecio resulto siente sintio
recibio recibido recibida brindado brindada califica calificas calificar calificaria califique calificacion
evalua evaluas evaluar evaluaria evalue evaluacion valora valoras valorar valoraria valore valoracion puntua
puntue puntuaria puntaje puntuacion nota opina opinas opinion satisfecho satisfecha satisfaccion conforme
contento contenta experiencia nivel grado indique favor how what would do did does you rate rating score is
was were are satisfied satisfaction happy experience please find found level
"""
_LEFT_OUT = frozenset(f"{_SMALL_WORDS} {_WORDS_OF_ASKING}".split())

_MAY_BE_A_LETTER = frozenset("aeouy")
"""Words of one letter, which at the end of a name are its letter: «Sucursal A»."""

_SCALE = re.compile(
    r"\(\s*(?:del? )?\d+\s*(?:al?|to|-|–)\s*\d+[^)]*\)|\b(?:del?|from|on a scale of) \d+ (?:al?|to) \d+\b"
)
_QUESTION_NUMBER = re.compile(r"^\s*(?:[a-z]{1,2}\d{1,3}[.):\-]*\s+|\d{1,3}[.):\-]+\s*)")
_VERBAL = re.compile(r"(?:ar|er|ir)(?:se)?$|(?:a|ie|e)ndo$|(?:a|i)?cion$|(?:a|i)miento$|ing$|ment$")
SHORTEST_ROOT = 3
LONG_WORD, SLIP = 7, 88
"""A longer word with the same first letter and this much of 100 alike is a slip of the hand."""

MOST_WORDS = 6
"""Of longer questions nothing is said: what makes them differ may be one small word."""


def content_words(text: str) -> tuple[str, ...]:
    """The words that say what is asked about, in order, without accents; empty if there are none."""
    bare = plain(text)
    if "?" in bare:
        bare = _QUESTION_NUMBER.sub("", bare)
    bare = _SCALE.sub(" ", bare)
    words = "".join(letter if letter.isalnum() else " " for letter in bare).split()
    last = words[-1] if words else ""
    kept = [word for word in words[:-1] if word not in _LEFT_OUT]
    is_kept = last in _MAY_BE_A_LETTER or last not in _LEFT_OUT
    return (*kept, last) if last and is_kept else tuple(kept)


def unchanging(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """What all wordings of a question share to the letter: how many words there are, and those with digits."""
    return len(words), tuple(sorted(word for word in words if not word.isalpha()))


def ask_the_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether these content words, each once, are those of the other wording in some order and form."""
    if not one or len(one) != len(other) or len(one) > MOST_WORDS:
        return False
    found = []
    for word in one:
        found.append([place for place, another in enumerate(other) if _is_same_word(word, another)])
        if not found[-1]:
            return False
    return _is_assignable(found)


def _is_assignable(found: Sequence[Sequence[int]], taken: frozenset[int] = frozenset()) -> bool:
    """Whether each word can have one of the places it fits, and no two the same."""
    if not found:
        return True
    return any(_is_assignable(found[1:], taken | {place}) for place in found[0] if place not in taken)


@lru_cache(maxsize=100_000)
def _is_same_word(one: str, other: str) -> bool:
    """The same, in the plural, as a verb and its noun, or with a slip; two nouns that differ by a letter are not."""
    if one == other or _is_plural(one, other) or _is_plural(other, one):
        return True
    if not (one.isalpha() and other.isalpha()) or one[0] != other[0]:
        return False
    if _VERBAL.search(one) or _VERBAL.search(other):
        root = _root(one)
        if len(root) >= SHORTEST_ROOT and root == _root(other):
            return True
    return min(len(one), len(other)) >= LONG_WORD and ratio(one, other) >= SLIP


def _is_plural(many: str, one: str) -> bool:
    return len(one) >= SHORTEST_ROOT and one.isalpha() and many in (f"{one}s", f"{one}es")


def _root(word: str) -> str:
    """What a verb, what is made of it, and its noun share: «pag» of *pagar* and *pago*."""
    bare = _VERBAL.sub("", word)
    return bare if bare != word else word.rstrip("aeo")
