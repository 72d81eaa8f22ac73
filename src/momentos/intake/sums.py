"""Tables whose rows sum up many contacts or answers: by person and day, with counts and averages."""

import re

import pyarrow as pa

from momentos.intake.contents import filled, holds_marks, holds_numbers, is_empty, tells_hours
from momentos.intake.header_row import last_level
from momentos.intake.matching import Reading
from momentos.intake.tables import Column, RawTable
from momentos.intake.text import plain

_COUNTED = (
    r"(?:llamadas|encuestas|respuestas|contactos|conversaciones|chats|casos|tickets|atenciones|interacciones|visitas"
    r"|gestiones|solicitudes|reclamos|quejas|mensajes|correos|clientes|calls|surveys|responses|contacts|conversations"
    r"|cases|interactions|visits|answers|messages|emails|customers)"
)
_COUNT = re.compile(
    rf"(?:(?:total|numero|n|no|nro|cantidad|cant|number|count|acd|aban)(?: de| of)? )?{_COUNTED}"
    r"(?: (?!previ|anter|por|per)\w+)?"
    r"|(?:no )?(?:atendidas|contestadas|abandonadas|perdidas|recibidas|ofrecidas|transferidas|resueltas)"
    r"|handled|offered|cantidad|cant|n|count|frecuencia"
)
"""A header (plain) that counts cases: «Llamadas», «Total de encuestas», «Conversaciones atendidas»."""

_MEAN = re.compile(
    r"\b(?:promedio|prom|average|avg|mean|median|mediana)\b|^media\b|^%|^(?:porcentaje|tasa|rate)\b"
    r"|\b(?:tiempo|nota|valor|duracion|espera|puntaje|calificacion|satisfaccion|csat|nps) medi[oa]\b"
)
_DIGIT = re.compile(r"\d")

REMARKS = re.compile(r"\bobservacion(?:es)?\b")
"""A header (plain) of remarks that may be anybody's, not a customer's words."""


def summed_up(reading: Reading, sample: RawTable) -> tuple[Column, ...]:
    """The columns of counts and averages, where each row seems to sum up many contacts or answers; else none.

    A row with a number of its own or a customer's words is one case, whatever is counted beside it; one with an hour
    is too, unless cases are counted in it: so stand the calls of each half hour.
    """
    if reading.dataset.name not in ("interactions", "responses"):
        return ()
    counts = any(map(_is_count, sample.columns))
    found = tuple(column for column in sample.columns if _is_count(column) or _is_mean(column))
    letters = {column.letter for column in found}
    own = [(name, column) for name, column in reading.certain if column.letter not in letters]
    if any(_tells_one_case(name, column) for name, column in own):
        return ()
    return () if not counts and any(tells_hours(column) for _, column in own) else found


def _tells_one_case(name: str, column: Column) -> bool:
    if name == "comment":
        return not is_empty(column) and not REMARKS.search(plain(last_level(column.header)))
    return name in ("interaction", "response", "time_of_day")


def _is_count(column: Column) -> bool:
    words = " ".join(re.findall(r"[a-z0-9]+", plain(last_level(column.header))))
    is_figure = holds_numbers(column, are_whole=True) and not holds_marks(column)
    return is_figure and _COUNT.fullmatch(words) is not None


def _is_mean(column: Column) -> bool:
    if not _MEAN.search(plain(last_level(column.header))):
        return False
    return pa.types.is_duration(column.values.type) or any(map(_DIGIT.search, filled(column)))
