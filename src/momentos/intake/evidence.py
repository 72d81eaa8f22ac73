"""What in a table speaks of a dataset itself: a date and a person stand in half the tables of the world.

A contact needs no more than a date, and a survey not even that. So a table is taken for one of them only with evidence
of its own, weighed in points; else it is asked what it is.
"""

import re
from collections.abc import Mapping

from momentos.intake.contents import holds_amounts, holds_marks, holds_numbers, is_empty
from momentos.intake.header_row import JOINED_BY, last_level
from momentos.intake.matching import FORM_TIMES, Reading, named_in_sheet
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.sums import REMARKS
from momentos.intake.text import plain

# Contacts

HINT, SAYS_SO, UNMISTAKABLE = 1, 2, 5
OF_A_CONTACT: Mapping[str, int] = {
    **dict.fromkeys(("wait_seconds", "resolution_seconds", "answered", "resolved"), UNMISTAKABLE),
    **dict.fromkeys(("first_contact", "escalated", "reopened", "invited"), UNMISTAKABLE),
    **dict.fromkeys(("interaction", "touchpoint", "channel", "reason", "handle_seconds", "resolved_at"), SAYS_SO),
    **dict.fromkeys(("employee", "compensation"), HINT),
}
"""How much a column of each field, taken for certain, says that the rows are contacts with customers."""

NAMES_OF_THINGS = ("touchpoint", "channel", "reason")
"""Fields that hold words: amounts under their headers are something else («Puntos» of a customer)."""

NAMED = 4
"""How much it says under a header that names a contact: «motivo de la llamada», «id caso»."""

ENOUGH, ENOUGH_BESIDE_FIGURES = 3, 5
"""Points from which a table is one of contacts: alone, and beside figures that are no contact's (points, a balance)."""

_NAMES_A_CONTACT = re.compile(
    r"\b(?:tickets?|casos?|llamadas?|interaccion\w*|atencion\w*|expedientes?|radicados?|contacto\w*|visitas?|consultas?"
    r"|reclamos?|quejas?|chats?|conversacion\w*|tipificacion|calls?|cases?|interactions?|contacts?|conversations?"
    r"|tmo|aht|talk|handle|handling|momento|moment|touchpoint)\b"
)
_ANYBODYS = re.compile(
    r"^(?:empleado|empleada|colaborador|colaboradora|funcionario|legajo|vendedor|vendedora|cajero|cajera|staff|employee)\b"
    r"|^(?:nombre|codigo|cod|id)\b.*\b(?:empleado|colaborador|vendedor)\b"
)
"""How people are called in sheets of staff, sales and absences too, whoever attended whom."""

_OF_ANY_KIND = re.compile(r"^(?:tipo|categoria|type|category|topic|resultado|result|outcome|desenlace|cerrado|closed)$")
"""Headers that stand over kinds and results of anything: movements of points, items of a checklist, deals."""

# Answers

STRONG, WEAK = 2, 1
MEASURES = ("nps", "csat", "ces")

_NAMES_A_SURVEY = re.compile(r"\b(?:encuesta|respuesta|respondent|response|survey|respnum)")
_CODED = re.compile(r"^(?:\d+[.)]|[qpr]\d+|g\d+q\d+|(?:pregunta|question|item)s? ?\d+)")
_SPEAKS_OF_SCORES = re.compile(
    r"\b(?:califi\w*|evalu\w*|valora\w*|puntaje\w*|puntua\w*|notas?|satisf\w*|opini\w*|rate|ratings?|scores?"
    r"|encuesta|survey|experiencia|experience)\b|\?|\b\d\s*(?:a|-|to)\s*\d"
)


def speaks_for_itself(reading: Reading, sample: RawTable) -> bool:
    """Whether the table says that it is this dataset by more than dates, people and numbers."""
    if reading.dataset.name == "interactions":
        needed = ENOUGH_BESIDE_FIGURES if _figures_of_something_else(reading, sample) else ENOUGH
        return _points_of_contact(reading) >= needed
    if reading.dataset.name == "responses":
        return _points_of_answer(reading, sample) >= STRONG
    return True


def _points_of_contact(reading: Reading) -> int:
    certain = dict(reading.certain)
    points = {name: _weighed(name, column) for name, column in certain.items() if name in OF_A_CONTACT}
    says_what = any(points.get(name) for name in (*NAMES_OF_THINGS, "resolved_at"))
    return sum(points.values()) + (HINT if says_what and "customer" in certain else 0)


def _weighed(name: str, column: Column) -> int:
    header = plain(last_level(column.header))
    if name in NAMES_OF_THINGS and holds_numbers(column):
        return 0
    if name == "employee":
        return 0 if _ANYBODYS.search(header) else HINT
    if _OF_ANY_KIND.match(header):
        return HINT
    named = NAMED if OF_A_CONTACT[name] == SAYS_SO and _NAMES_A_CONTACT.search(header) else 0
    return max(OF_A_CONTACT[name], named)


def _figures_of_something_else(reading: Reading, sample: RawTable) -> bool:
    """Whether columns that are no field of a contact hold amounts, or several of them marks of yes and no."""
    words = {one.column.letter for one in reading.taken.values() if one.field.name not in NAMES_OF_THINGS}
    others = [column for column in sample.columns if column.letter not in words]
    return any(map(holds_amounts, others)) or sum(map(holds_marks, others)) > 1


def _points_of_answer(reading: Reading, sample: RawTable) -> int:
    in_grid = {letter for grid in reading.grids for letter in grid.letters}
    points = sum(_weighed_answer(name, column) for name, column in reading.certain if column.letter not in in_grid)
    points += sum(WEAK for one in reading.taken.values() if one.field.name in MEASURES and not one.certain)
    asked = [column.header for column in sample.columns if column.letter in reading.questions]
    points += STRONG if any(map(_asks_for_scores, asked)) else WEAK if asked else 0
    points += WEAK if any(plain(column.header).strip() in FORM_TIMES for column in sample.columns) else 0
    return points + (_weighed_grid(reading, sample) if reading.grids else 0)


def _weighed_answer(name: str, column: Column) -> int:
    if name in MEASURES:
        return STRONG
    if name == "comment":
        return 0 if is_empty(column) or REMARKS.search(plain(last_level(column.header))) else STRONG
    return WEAK if name == "response" and _NAMES_A_SURVEY.search(plain(last_level(column.header))) else 0


def _weighed_grid(reading: Reading, sample: RawTable) -> int:
    """Strong where its headers ask for scores, or where it stands beside who answered or when. Of columns that a group
    or a running number alone makes a grid not even that is enough: so stand counts by day and rates by year.
    """
    grid = reading.grids[0]
    headers = [column.header for column in sample.columns if column.letter in grid.letters]
    whole = next(
        (plain(last_level(column.header)) for column in sample.columns if column.letter == grid.overall), "total"
    )
    if whole != "total" or any(map(_asks_for_scores, headers)):
        return STRONG
    if any(JOINED_BY in header or re.search(r"\d\s*$", header) for header in headers):
        return WEAK if named_in_sheet(sample, reading.dataset) else 0
    return STRONG if any(name not in ("touchpoint", "channel") for name, _ in reading.certain) else WEAK


def _asks_for_scores(header: str) -> bool:
    """Whether the header is an item of a form, a question or its code, or stands under words for scores."""
    words = plain(header)
    return "[" in header or bool(_SPEAKS_OF_SCORES.search(words)) or bool(_CODED.match(words))
