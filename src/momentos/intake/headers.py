"""How near a header as people write it is to the words a field is known by."""

import re
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from momentos.datasets import Field, FieldType
from momentos.intake.header_row import JOINED_BY
from momentos.intake.text import MOST_REMEMBERED, plain
from momentos.locales import LANGUAGES, translator

EXACT, SAME_WORDS, SAME_SET, ALL_SAID, MISSPELT = 1.0, 0.97, 0.93, 0.92, 0.8
LEVEL_ALONE = 0.96
"""What the last level of a header says at most: under «Tiempos», «Atención» is a time and not the number of one."""
CERTAIN = 0.9
"""From this likeness on, a header alone says which field its column is (its values must agree)."""

_STOP = frozenset(
    [
        *(
            "de",
            "la",
            "el",
            "los",
            "las",
            "del",
            "al",
            "a",
            "en",
            "por",
            "para",
            "su",
            "tu",
            "un",
            "una",
            "y",
            "o",
            "e",
        ),
        *("que", "es", "se", "lo", "le", "nos", "con", "the", "of", "an", "to", "in", "on", "is", "was", "your", "our"),
        *("us", "you", "nuestro", "nuestra", "usted"),
    ]
)
_NUMBERING = frozenset({"id", "numero", "codigo", "no", "code", "number", "n"})
"""Words that say that a thing has a number, and not which thing: they add nothing to what an identifier names."""

_NAMES_ONE = frozenset({"id", "ids", "codigo", "codigos", "code", "codes", "folio", "folios", "ref", "referencia"})
"""Words that name one of many, also before a plural; «número» may as well say how many."""

_COUNTING = frozenset(
    [
        *("cantidad", "cantidades", "cant", "total", "totales", "conteo", "recuento", "volumen", "suma", "promedio"),
        *("medio", "media", "cuantos", "cuantas", "count", "counts", "qty", "quantity", "volume", "sum", "average"),
        *("avg", "mean"),
    ]
)
"""Words that say how many or how much there is of something."""

_WRITTEN_OUT = {
    "nro": "numero",
    "num": "numero",
    "nr": "numero",
    "cod": "codigo",
    "fec": "fecha",
    "tel": "telefono",
    "t": "tiempo",
    "tpo": "tiempo",
}

_SENTENCE_WORDS = 3
"""A known question of so many words of content is recognised inside a longer one."""

_OTHER_DATES = frozenset(
    [
        "nacimiento",
        "nac",
        "cumpleanos",
        "birth",
        "birthday",
        "dob",
        "vencimiento",
        "vence",
        "caducidad",
        "expiry",
        "expiration",
    ]
)
"""Words of dates that no dataset asks for; a header with one of them is never the date of a row."""


def likeness(header: str, field: Field) -> float:
    """From 0 to 1, how surely the header names the field. One item of a grid never names a score of the whole."""
    if field.type is FieldType.SCORE and "[" in header:
        return 0.0
    return _likest(header, _known(field.name, *_words(field)), field.type is FieldType.IDENTIFIER)


@lru_cache(MOST_REMEMBERED)
def _likest(header: str, known_words: tuple[str, ...], numbered: bool) -> float:
    whole = _whole_forms(header)
    return max(
        (
            min(_likeness(form, known, numbered), EXACT if form in whole else LEVEL_ALONE)
            for form in forms(header)
            for known in known_words
        ),
        default=0.0,
    )


@lru_cache(MOST_REMEMBERED)
def speaks_of_another_date(header: str) -> bool:
    """Whether the header names a date that is not the row's: a birth, an expiry."""
    return bool(_OTHER_DATES & set(plain(header).replace(".", " ").split()))


def speaks_of_a_count(header: str, field: Field) -> bool:
    """Whether the header says how many there are of what the identifier names, and not which: «Llamadas», «Cantidad de
    encuestas», «N.º de tickets», «Ticket promedio». One that names a code («ID llamadas») never does.
    """
    known = _known(field.name, *_words(field))
    things = {word for form in known for word in form.split()} - _STOP - _NUMBERING
    plurals = {f"{thing}{ending}" for thing in things for ending in ("s", "es")} - things
    for form in forms(header):
        words = set(form.split())
        if words & _COUNTING:
            return True
        if words & plurals and not words & _NAMES_ONE and form not in known:
            return True
    return False


def place(header: str, field: Field) -> int:
    """Where in the field's list of headers this one stands; the first are the most usual."""
    known = list(_known(field.name, *_words(field)))
    return min((known.index(form) for form in forms(header) if form in known), default=len(known))


def _words(field: Field) -> tuple[str, ...]:
    """What the field is known by: its declared headers, its name, and its label in every language a screen speaks."""
    return (*field.headers, field.name.replace("_", " "), *_labels(field.label.text))


@cache
def _labels(english: str) -> tuple[str, ...]:
    return (english, *(translator(language)(english) for language in LANGUAGES))


@cache
def _known(_name: str, *words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_bare(word) for word in words))


@cache
def _whole_forms(header: str) -> frozenset[str]:
    """The forms that say all of the header's levels."""
    return frozenset(forms(header.replace(JOINED_BY, " ")))


@cache
def forms(header: str) -> tuple[str, ...]:
    """The header as it may be compared: whole, its last level alone, and each without what stands in brackets."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    levels = spaced.split(JOINED_BY)
    kept = [level for level in levels if not re.fullmatch(r"\(.*\)|[a-z/%$:]{1,10}", level.strip())] or levels
    wanted = [spaced, kept[-1], *(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", one) for one in (spaced, kept[-1]))]
    return tuple(dict.fromkeys(form for one in wanted if (form := _bare(one))))


def _bare(text: str) -> str:
    """Plain words and single spaces: no punctuation, underscores or leading number."""
    words = re.sub(r"[^\w]|_", " ", re.sub(r"^\s*\d+\s*[.)\-]\s*", "", plain(text)))
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words.split())


@cache
def _stems(text: str) -> tuple[str, ...]:
    """The words that carry meaning, without their plural endings."""
    words = [word for word in text.split() if word not in _STOP] or text.split()
    return tuple(word.removesuffix("s").removesuffix("e") if len(word) > 3 else word for word in words)


@lru_cache(MOST_REMEMBERED)
def _likeness(form: str, known: str, numbered: bool) -> float:
    if form == known:
        return EXACT
    words, wanted = _stems(form), _stems(known)
    if words == wanted:
        return SAME_WORDS
    if set(words) == set(wanted):
        return SAME_SET
    if numbered and set(words) - _NUMBERING == set(wanted) - _NUMBERING != set():
        return SAME_SET
    if len(wanted) >= _SENTENCE_WORDS and set(wanted) <= set(words):
        return ALL_SAID
    if min(len(form), len(known)) >= 5 and ratio(form, known) >= 86:
        return MISSPELT
    if wanted and set(wanted) <= set(words):
        return 0.5 + 0.3 * len(wanted) / len(words)
    return 0.0
