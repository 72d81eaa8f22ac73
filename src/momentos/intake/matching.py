"""A table read as one dataset: which of its columns could be which field, and how much speaks for the whole.

Headers propose, values confirm.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from momentos.datasets import DATASETS, Dataset, FieldType, Repeats
from momentos.intake.candidates import DATES, LIKELY, Candidate, candidate_for, doubted
from momentos.intake.convert.answered import uniques
from momentos.intake.grids import Grid, find_grids, is_about_the_whole, is_question, single_questions
from momentos.intake.headers import CERTAIN, SAME_SET
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.text import plain

ASKS_QUESTIONS = 1.0
"""How much columns that are questions with scores speak for a survey."""


@dataclass(frozen=True)
class Reading:
    """The table as one dataset: what each column (by letter) was taken for, its grids, and how much it convinces.

    ``questions`` are the letters of columns that may be the scores of one touchpoint each, and are to be asked.
    """

    dataset: Dataset
    taken: Mapping[str, Candidate]
    grids: Sequence[Grid]
    score: float
    questions: tuple[str, ...] = ()

    @property
    def certain(self) -> list[tuple[str, Column]]:
        """The fields that are taken without asking, each with its column."""
        return [(one.field.name, one.column) for one in self.taken.values() if one.certain]


def read(sample: RawTable, dataset: Dataset, today: date) -> Reading:
    """The table as this dataset: at most one field a column and one column a field, the likeliest first."""
    candidates = [
        doubted(candidate, dataset)
        for column in sample.columns
        for one in dataset.fields
        if (candidate := candidate_for(column, one, today)) is not None and candidate.confidence >= LIKELY * 0.6
    ]
    candidates.sort(key=lambda one: (not one.certain, -one.confidence, one.place))
    taken: dict[str, Candidate] = {}
    fields: set[str] = set()
    for one in candidates:
        if one.column.letter not in taken and one.field.name not in fields and one.confidence >= LIKELY:
            taken[one.column.letter] = one
            fields.add(one.field.name)
    grids = _grids(sample, dataset, taken)
    taken = _with_overall(sample, dataset, taken, grids)
    score = _score(sample, dataset, taken, grids)
    asked = _single_questions(sample, dataset, taken, grids)
    taken = {letter: one for letter, one in taken.items() if letter not in asked}
    return Reading(dataset, taken, grids, score + (ASKS_QUESTIONS if asked else 0.0), asked)


def _grids(sample: RawTable, dataset: Dataset, taken: Mapping[str, Candidate]) -> list[Grid]:
    """The survey grids among the columns that are nothing else for certain."""
    if dataset.name != "responses":
        return []
    free = [
        column.letter
        for column in sample.columns
        if not (column.letter in taken and taken[column.letter].certain and taken[column.letter].likeness >= CERTAIN)
    ]
    return find_grids(sample, free)


def _single_questions(
    sample: RawTable, dataset: Dataset, taken: Mapping[str, Candidate], grids: Sequence[Grid]
) -> tuple[str, ...]:
    """Questions with scores that are no field and in no grid. Beside one, a longer question than the one known for
    satisfaction is doubtful too: «¿Cómo calificaría la atención en caja?» is not about the whole.
    """
    if dataset.name != "responses":
        return ()
    claimed = {letter for grid in grids for letter in grid.letters}
    free = [column.letter for column in sample.columns if column.letter not in claimed and column.letter not in taken]
    found = single_questions(sample, free)
    longer = [
        letter
        for letter, one in taken.items()
        if one.field.name == "csat"
        and one.likeness < SAME_SET
        and is_question(one.column.header)
        and not is_about_the_whole(one.column.header)
    ]
    return tuple(sorted([*longer, *found], key=_in_order(sample))) if found else ()


def _in_order(sample: RawTable) -> Callable[[str], int]:
    letters = [column.letter for column in sample.columns]
    return letters.index


def _with_overall(
    sample: RawTable, dataset: Dataset, taken: Mapping[str, Candidate], grids: Sequence[Grid]
) -> dict[str, Candidate]:
    """The columns taken, less those that a grid claims, plus the grid's question about the whole as satisfaction."""
    if not grids:
        return dict(taken)
    main = grids[0]
    claimed = set(main.letters)
    kept = {letter: one for letter, one in taken.items() if letter not in claimed}
    overall = next((column for column in sample.columns if column.letter == main.overall), None)
    if overall is not None and not any(one.field.name == "csat" and one.certain for one in kept.values()):
        kept = {letter: one for letter, one in kept.items() if one.field.name != "csat"}
        kept[overall.letter] = Candidate(overall, dataset["csat"], CERTAIN, 1.0, 0)
    return kept


def _score(sample: RawTable, dataset: Dataset, taken: Mapping[str, Candidate], grids: Sequence[Grid]) -> float:
    """How much speaks for the dataset: fields of its own weigh most, required ones that are missing weigh against."""
    total = 0.0
    for one in taken.values():
        weight = 1.5 if one.field.required else 1.0 if _is_its_own(one.field.name) else 0.6
        total += weight * one.confidence * (1.0 if one.certain else 0.6)
    found = {one.field.name for one in taken.values()}
    total -= 2.0 * sum(one.name not in found for one in dataset.required)
    total += 2.5 if grids else 0.0
    rated = {letter for grid in grids for letter in grid.letters}
    strange = [column for column in sample.columns if column.letter not in taken and column.letter not in rated]
    total -= min(1.5, 0.15 * sum(bool(column.header) for column in strange))
    total += 0.5 if named_in_sheet(sample, dataset) else 0.0
    total += _is_listed_once(dataset, taken) + _is_answered_form(sample, dataset)
    return total + _says_who_repeats(dataset, taken)


def says_enough(reading: Reading) -> bool:
    """Whether there is more to go by than one column or a date: half the world's tables have a date."""
    certain = [one for one in reading.taken.values() if one.certain]
    tells = any(one.field.type not in (*DATES, FieldType.TIME_OF_DAY) for one in certain)
    return bool(reading.grids) or (bool(certain) and bool(reading.questions)) or (len(certain) > 1 and tells)


def _is_its_own(name: str) -> bool:
    return sum(name in dataset for dataset in DATASETS.values()) == 1


LEAST_DIFFERENT = 2 / 3
"""The share of rows that name something else in a list of things; where fewer do, it is no list of them."""

FORM_TIMES = frozenset({"marca temporal", "completion time", "hora de finalizacion", "marca de tiempo"})
"""Headers (plain) that Google Forms and Microsoft Forms write over the time of an answer."""

SHEET_WORDS: dict[str, tuple[str, ...]] = {
    "touchpoints": ("punto", "touchpoint", "momento", "recorrido", "journey"),
    "employees": ("emplead", "personal", "colaborador", "staff", "employee", "nomina", "plantilla", "equipo"),
    "interactions": ("interacc", "llamada", "ticket", "atencion", "visita", "call", "interaction", "caso", "contacto"),
    "responses": ("encuesta", "respuesta", "survey", "response", "nps", "csat", "satisfac"),
    "ratings": ("calificacion", "rating", "puntaje", "valoracion"),
    "customers": ("cliente", "customer", "client", "socio", "paciente", "huesped"),
    "pulse": ("pulso", "pulse", "clima laboral"),
    "purchases": ("compra", "venta", "factura", "pedido", "purchase", "sale", "order", "invoice"),
}
"""Pieces of words (plain) that a sheet of each dataset is often called by."""


def named_in_sheet(sample: RawTable, dataset: Dataset) -> bool:
    """Whether the sheet is called as sheets of the dataset often are."""
    name = plain(sample.sheet)
    return any(word in name for word in SHEET_WORDS.get(dataset.name, ()))


def _is_listed_once(dataset: Dataset, taken: Mapping[str, Candidate]) -> float:
    """Against a list of people or places in which most stand several times: it is what happened to them."""
    key = next((one for one in taken.values() if one.field.name == dataset.key[0]), None) if dataset.key else None
    if dataset.repeats is not Repeats.REFUSE or key is None:
        return 0.0
    filled = len(key.column.values) - key.column.values.null_count
    return -2.0 if len(uniques(key.column).texts) < LEAST_DIFFERENT * filled else 0.0


def _is_answered_form(sample: RawTable, dataset: Dataset) -> float:
    """For surveys and against lists of things where a form's program wrote when each answer came."""
    if not any(plain(column.header).strip() in FORM_TIMES for column in sample.columns):
        return 0.0
    return 1.0 if dataset.name == "responses" else -1.0 if dataset.repeats is Repeats.REFUSE else 0.0


def _says_who_repeats(dataset: Dataset, taken: Mapping[str, Candidate]) -> float:
    """Scores by touchpoint repeat the survey's number; a table of surveys does not."""
    response = next((one for one in taken.values() if one.field.name == "response"), None)
    if response is None or dataset.name not in ("ratings", "responses"):
        return 0.0
    if dataset.name == "responses" and any(one.certain and _is_its_own(one.field.name) for one in taken.values()):
        return 1.0
    different = len(uniques(response.column).texts)
    repeats = different < 0.9 * (len(response.column.values) - response.column.values.null_count)
    return 1.0 if repeats == (dataset.name == "ratings") else -1.0
