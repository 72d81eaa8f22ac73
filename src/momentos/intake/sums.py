"""Tables whose rows sum up many contacts or answers: by person and day, with counts and averages."""

import re

import pyarrow as pa

from momentos.datasets import FieldType
from momentos.intake.contents import filled, holds_marks, holds_numbers, is_empty, tells_hours
from momentos.intake.convert.answered import as_array, texts_of
from momentos.intake.convert.numbers import parse_number
from momentos.intake.header_row import last_level
from momentos.intake.matching import Reading
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.text import plain

_COUNTED = (
    r"(?:llamadas|encuestas|respuestas|contactos|conversaciones|chats|casos|tickets|atenciones|interacciones|visitas"
    r"|gestiones|solicitudes|reclamos|quejas|mensajes|correos|clientes|calls|surveys|responses|contacts|conversations"
    r"|cases|interactions|visits|answers|messages|emails|customers)"
)
_NUMBER = "(?:numero|num|n|no|n o|nro|number)"
"""«Número», «N.º», «N°», «No.» and «#», which is read as ``n``."""

_COUNT = re.compile(
    rf"(?:(?:{_NUMBER}|total|cantidad|cant|count|acd|aban)(?: de| of)? )?{_COUNTED}"
    r"(?: (?!previ|anter|por|per)\w+)?"
    r"|(?:no )?(?:atendidas|contestadas|abandonadas|perdidas|recibidas|ofrecidas|transferidas|resueltas)"
    r"|handled|offered|cantidad|cant|count|frecuencia"
)
"""A header (plain) that counts cases: «Llamadas», «Total de encuestas», «Conversaciones atendidas»."""

_MAY_COUNT = re.compile(r"muestra|base|evaluaciones|volumen|total|sample|sample size|evaluations|volume")
"""A header (plain) that counts cases in one table and is anything else in another."""

_MEAN = re.compile(
    r"\b(?:promedio|prom|average|avg|mean|median|mediana)\b|^media\b|^%|^(?:porcentaje|tasa|rate)\b"
    r"|\b(?:tiempo|nota|valor|duracion|espera|puntaje|calificacion|satisfaccion|csat|nps) medi[oa]\b"
)
_DIGIT = re.compile(r"\d")

SMALLEST_FOLIO = 1_000
"""Different figures from here on under «N.º» are numbers of tickets or receipts; nobody attends so many in a day."""

REMARKS = re.compile(r"\bobservacion(?:es)?\b")
"""A header (plain) of remarks that may be anybody's, not a customer's words."""


def summed_up(reading: Reading, sample: RawTable) -> tuple[Column, ...]:
    """The columns of counts and averages, where each row seems to sum up many contacts or answers; else none.

    A row with a number of its own or a customer's words is one case, whatever is counted beside it; one with an hour
    is too, unless cases are counted in it: so stand the calls of each half hour.
    """
    if reading.dataset.name not in ("interactions", "responses"):
        return ()
    is_averaged = any(map(_is_mean, sample.columns)) or any(map(_holds_means, _scores(reading, sample)))
    counts = [column for column in sample.columns if _is_count(column) or (is_averaged and _is_perhaps_count(column))]
    found = tuple(column for column in sample.columns if column in counts or _is_mean(column))
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
    return _COUNT.fullmatch(_words(column)) is not None and _holds_whole_figures(column)


def _is_perhaps_count(column: Column) -> bool:
    words = _words(column)
    if re.fullmatch(_NUMBER, words):
        return _holds_whole_figures(column) and not _numbers(column)
    return _MAY_COUNT.fullmatch(words) is not None and _holds_whole_figures(column)


def _words(column: Column) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plain(last_level(column.header)).replace("#", " n ")))


def _holds_whole_figures(column: Column) -> bool:
    return holds_numbers(column, are_whole=True) and not holds_marks(column)


def _numbers(column: Column) -> bool:
    """Whether the figures number the rows: they never repeat, and go up, are long, or are 1 to n in some order."""
    figures = _figures(column)
    if len(set(figures)) < len(figures):
        return False
    is_run = max(figures) - min(figures) == len(figures) - 1
    return is_run or figures == sorted(figures) or min(figures) >= SMALLEST_FOLIO


def _scores(reading: Reading, sample: RawTable) -> list[Column]:
    letters = {letter for grid in reading.grids for letter in grid.letters} | set(reading.questions)
    letters |= {letter for letter, one in reading.taken.items() if one.field.type is FieldType.SCORE}
    return [column for column in sample.columns if column.letter in letters]


def _holds_means(column: Column) -> bool:
    """Whether figures stand among the scores that nobody gives as a grade: neither whole nor a half, as 4.1."""
    return any(2 * figure != int(2 * figure) for figure in _figures(column))


def _figures(column: Column) -> list[float]:
    """The numbers of the column, row by row."""
    values = as_array(column.values)
    is_typed = pa.types.is_floating(values.type)
    numbers = (parse_number(text, decimal_comma=not is_typed) for text in texts_of(values))
    return [one for one in numbers if one is not None]


def _is_mean(column: Column) -> bool:
    if not _MEAN.search(plain(last_level(column.header))):
        return False
    return pa.types.is_duration(column.values.type) or any(map(_DIGIT.search, filled(column)))
