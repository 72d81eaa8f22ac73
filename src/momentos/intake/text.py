"""Text as people type it: folded for matching, plain for headers, cleaned for keeping."""

import re

from momentos.domain import names

FORBIDDEN = "\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of what follows: a name with them reads as something it is not."""

DROPPED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ufeff\u00ad"
"""Control characters and invisible marks that say nothing; joiners stay, emoji need them."""

SPACES = "[\\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
"""Every kind of blank, spelt out: the two engines that read it disagree about ``\\s``."""

_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
_DROPPED = re.compile(f"[{DROPPED}]")
_SPACES = re.compile(SPACES)

MISSING = frozenset(
    [
        *("", "-", "--", "---", "–", "—", ".", "..", "...", "?"),
        *("n/a", "na", "n.a.", "n/d", "n.d.", "s/d", "s.d.", "s/i"),
        *("#n/a", "#n/d", "#na", "null", "nan", "none", "blank", "(blank)", "en blanco", "(en blanco)", "vacío"),
        *("sin dato", "sin datos", "sin información", "no disponible", "not available", "no aplica", "not applicable"),
    ]
)
"""What people write in a cell that has nothing to say, folded."""

MOST_REMEMBERED = 1 << 16
"""How many headers, and comparisons of one with a known one, are kept: files of one company repeat their headers."""

LONGEST_MISSING = 40
"""A longer text, spaces included, is no mark for a missing value."""

FORMULA_ERROR_PATTERN = r"(?i)^\s*#[¡¿]?[a-zñáéíóú0-9/]+[!?]?\s*$"
_FORMULA_ERROR = re.compile(FORMULA_ERROR_PATTERN)


def clean(text: str) -> str:
    """The text without control characters and without spaces around it, inner runs of blanks as one space."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", _DROPPED.sub("", text)).strip()


def fold(text: str) -> str:
    """The form in which names are compared, of a text as it stands in a cell: without what says nothing."""
    return names.fold(clean(text))


def plain(text: str) -> str:
    """``fold`` without accents, for headers and answer words; ``ñ`` becomes ``n``."""
    return fold(text) if text.isascii() else names.without_accents(fold(text))


def is_missing(text: str) -> bool:
    """Whether the cell says that there is no value."""
    return len(text) <= LONGEST_MISSING and fold(text) in MISSING


def is_formula_error(text: str) -> bool:
    """Whether the cell shows a spreadsheet's error, ``#¡DIV/0!`` or ``#REF!``; ``#N/D`` is just missing."""
    stripped = text.strip()
    return stripped.startswith("#") and _FORMULA_ERROR.match(stripped) is not None and not is_missing(stripped)


def turns_direction(text: str) -> bool:
    """Whether the text holds a character that reverses what is read after it."""
    return _FORBIDDEN.search(text) is not None
