"""Comments whose mood nobody doubts, by a short list of words: only to compare with the score beside them.

No model of sentiment: whatever praises and complains at once, turns with a «but», or denies one of the words, has no
clear mood, and most comments have none.
"""

import re
from enum import StrEnum

from momentos.domain.names import without_accents


class Mood(StrEnum):
    """What a comment plainly is."""

    PRAISE = "praise"
    COMPLAINT = "complaint"


_PRAISE = (
    "excelente", "excelentes", "perfecto", "perfecta", "maravilla", "maravilloso", "maravillosa", "felicitaciones",
    "felicito", "impecable", "encantado", "encantada", "feliz", "contento", "contenta", "amable", "amables",
    "excellent", "perfect", "wonderful", "great", "amazing", "delighted", "friendly", "muy bien", "buen servicio",
    "mil gracias", "muchas gracias", "diez puntos", "los recomiendo", "thank you", "very good", "well done",
)  # fmt: skip
_COMPLAINT = (
    "pesimo", "pesima", "horrible", "terrible", "lamentable", "decepcion", "decepcionante", "verguenza", "grosero",
    "grosera", "maltrato", "estafa", "inaceptable", "mentira", "awful", "worst", "rude", "disappointing",
    "unacceptable", "scam", "muy mal", "mala experiencia", "mala atencion", "mal servicio", "falta de respeto",
    "no vuelvo", "nunca mas", "no resuelven", "no resolvieron", "sigo esperando", "no lo puedo creer", "very bad",
    "never again", "bad service",
)  # fmt: skip
_TURNS = ("pero", "aunque", "sin embargo", "salvo", "but", "although", "however", "except")
_DENIALS = ("no", "ni", "nunca", "nada", "sin", "tampoco", "not", "never", "no one", "nothing")


def mood_of(comment: str) -> Mood | None:
    """The clear mood of a comment; ``None`` where there is any doubt."""
    text = " ".join(re.findall(r"\w+", without_accents(comment.casefold())))
    if _finds(text, _TURNS):
        return None
    praises, complains = _finds(text, _PRAISE), _finds(text, _COMPLAINT)
    if praises == complains:
        return None
    if praises:
        return None if _finds(text, _DENIALS) else Mood.PRAISE
    return None if _is_denied(text, _COMPLAINT) else Mood.COMPLAINT


def _finds(text: str, words: tuple[str, ...]) -> bool:
    return re.search(rf"\b(?:{'|'.join(words)})\b", text) is not None


def _is_denied(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands just after a denial: «nada grosero», «not rude»."""
    return re.search(rf"\b(?:{'|'.join(_DENIALS)}) (?:\w+ )?(?:{'|'.join(words)})\b", text) is not None
