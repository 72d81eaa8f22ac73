"""Questions that ask what to improve: whatever is written under one is no praise, however high the score beside it."""

import re

from momentos.domain.names import without_accents

_STEMS = (
    # «mejorar», «mejoramos», «mejora», but not «lo mejor» nor «los mejores», which ask for the best.
    r"mejor(?!es\b)[aeio]\w*", "suger", "sugier", "recomendaciones", "aconsej", "consejos?",
    "falt", "queja", "reclam", "inconform", "molest", "disgust", "desagrad", "problema", "inconvenient", "dificult",
    r"mal\b", "peor", "negativ", "debil", "critic", "insatisfec", "insatisfac", "descontent", "decepcion", "frustr",
    "cambi", "corregir", "corrij", "agreg", "anadir", "anadiria", "oportunidad", "diferente", "distinto",
    r"menos (?:le|te|les) gusto", r"gusto menos", r"no (?:le|te|les|nos) gust", r"no encontr", r"que no\b",
    r"pod(?:emos|amos|riamos|ria|rian) hacer", r"debe(?:mos|riamos) hacer",
    r"pod\w+ (?:\w+ ){0,3}mejor\b", r"una? mejor\b", r"fall(?!ec)", "error", "esperaba", "extran", "de menos",
    r"(?:hubie|habri)\w* (?:gustado|preferido|querido|esperado)", r"(?<!por )que nos recomend",
    "improv", "better", "suggest", "advice", "complain", "missing", "lack", "dislik", "least",
    r"(?:not|\w*n t) (?:you )?(?:like|enjoy)", "wrong", "problem", "issue", "disappoint", "frustrat", "dissatisf",
    "unsatisf", "negative", "weak", "worst", "chang", "fix", "differently", r"(?:could|can|should) we (?:do|have)",
    r"bad(?:ly)?\b", "fail",
)  # fmt: skip
_ASKS = re.compile(rf"\b(?:{'|'.join(_STEMS)})")


def asks_what_to_improve(question: str) -> bool:
    """Whether a question, as the header of its column has it, asks for what was missing, wrong or could be better."""
    words = re.findall(r"\w+", without_accents(question.casefold()).replace("_", " "))
    return _ASKS.search(" ".join(words)) is not None
