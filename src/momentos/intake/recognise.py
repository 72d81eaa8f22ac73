"""What a table is: which dataset, which column is which field, how surely, and what has to be asked.

Headers propose, values confirm. What is certain is taken; what is only likely is asked with samples beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow as pa

from momentos.datasets import DATASETS, Dataset, Field, FieldType
from momentos.domain.messages import Message, say
from momentos.intake.choices import RATING, Choices
from momentos.intake.convert import Ways, convert
from momentos.intake.convert.dates import day_first_is_unknown, years_alone
from momentos.intake.convert.outcome import as_array, number_text, uniques
from momentos.intake.convert.scores import grade_counts, word_places
from momentos.intake.grids import Grid, find_grids
from momentos.intake.headers import CERTAIN, likeness, place, speaks_of_another_date
from momentos.intake.scales import Scale, scale_of
from momentos.intake.tables import Column, RawTable
from momentos.intake.text import clean, is_missing, plain

SAMPLE_ROWS = 5_000
SAMPLES = 5
LIKELY = 0.5
"""Below this, a column is not even proposed for a field."""

ENOUGH_FIT, SOME_FIT = 0.9, 0.5
"""Shares of a column's values that read as the field's type: confirmed from the first, doubted from the second."""

NEVER_SCORES = frozenset({-1.0, 11.0, 88.0, 97.0, 98.0, 99.0, 999.0})
"""Codes that can be no grade of any scale here, so that they are left out without a grid to show it."""

ONLY_A_YEAR = 0.7
"""How surely a column of years dates the rows: enough to ask, never to take."""

DATES = (FieldType.DATE, FieldType.INSTANT)
YEAR_WORDS = frozenset({"year", "ano", "anio", "ejercicio"})


@dataclass(frozen=True)
class Match:
    """What one column was taken for. ``field`` is ``rating`` for a grid's column, ``None`` for nothing known.

    ``confidence`` is 0 to 1. Only ``certain`` matches are taken without asking. ``samples`` are values as written.
    """

    letter: str
    header: str
    field: str | None
    confidence: float
    certain: bool
    why: Message
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Doubt:
    """A question about the table, and what holds if nobody answers.

    ``kind``: ``column`` (is it this field?), ``missing`` (which column is it?), ``dates``, ``scale``, ``not scores``,
    ``grid``, ``undated``. ``accepted`` says whether the proposal holds unless somebody says no; ``blocks`` whether the
    table cannot be loaded before it is answered.
    """

    kind: str
    question: Message
    letters: tuple[str, ...]
    field: str | None
    samples: tuple[str, ...]
    accepted: bool
    blocks: bool = False


@dataclass(frozen=True)
class Proposal:
    """What a table seems to be. ``dataset`` is ``None`` if it could not be told; ``scores`` rank all.

    ``ratings`` are the grid's columns by letter, with the touchpoint each is about.
    """

    dataset: str | None
    confidence: float
    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]
    ratings: Mapping[str, str] = field(default_factory=dict)
    not_scores: Mapping[str, frozenset[float]] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Candidate:
    column: Column
    field: Field
    likeness: float
    fit: float | None
    place: int

    @property
    def confidence(self) -> float:
        if self.fit is None or self.fit >= ENOUGH_FIT:
            return self.likeness
        return self.likeness * (0.75 if self.fit >= SOME_FIT else 0.4)

    @property
    def certain(self) -> bool:
        return self.likeness >= CERTAIN and (self.fit is None or self.fit >= ENOUGH_FIT)


def recognise(table: RawTable, *, today: date, dataset: str | None = None) -> Proposal:
    """What the table seems to be, or how its columns match the dataset that is given."""
    sample = _sampled(table)
    wanted = [DATASETS[dataset]] if dataset else list(DATASETS.values())
    readings = [_read(sample, one, today) for one in wanted]
    ranked = sorted(readings, key=lambda reading: -reading.score)
    best = ranked[0]
    scores = {reading.dataset.name: round(reading.score, 2) for reading in ranked}
    second = ranked[1].score if len(ranked) > 1 else 0.0
    known = dataset is not None or (_says_enough(best) and best.score >= 1 and best.score - second >= 0.25)
    confidence = 1.0 if dataset else max(0.0, min(1.0, best.score / 3) * min(1.0, (best.score - second) / 1.0 + 0.5))
    return _proposal(table, sample, best, known, confidence, scores)


def default_choices(proposal: Proposal) -> Choices:
    """The choices that hold if nobody answers: certain matches, and proposals that are accepted by default."""
    mapping = {one.letter: one.field for one in proposal.matches if one.certain and one.field and one.field != RATING}
    return Choices(
        proposal.dataset or "",
        mapping,
        dict(proposal.ratings),
        not_scores=dict(proposal.not_scores),
        scales={letter: scale for letter, scale in proposal.scales.items() if letter in {*mapping, *proposal.ratings}},
    )


def questions(proposal: Proposal, choices: Choices) -> tuple[Doubt, ...]:
    """What is still to be asked, given these choices: first what keeps the table from loading."""
    if choices.dataset not in DATASETS:
        question = say("What is this table? It could not be told from its headers and values.")
        return (Doubt("dataset", question, (), None, (), accepted=False, blocks=True),)
    dataset = DATASETS[choices.dataset]
    given = {*choices.mapping.values(), *choices.constants}
    mapped = {*choices.mapping, *choices.ratings}
    missing = [_missing(dataset, one, proposal) for one in dataset.required if one.name not in given]
    still_open = [
        doubt
        for doubt in proposal.doubts
        if not (doubt.kind in ("column", "undated") and (doubt.field in given or mapped.intersection(doubt.letters)))
        and not (doubt.kind == "grid" and mapped.issuperset(doubt.letters))
        and not (doubt.kind == "dates" and choices.day_first is not None)
    ]
    return (*missing, *still_open)


def _missing(dataset: Dataset, one: Field, proposal: Proposal) -> Doubt:
    likely = [match for match in proposal.matches if match.field == one.name]
    question = say(
        "Which column is {field}? {dataset} cannot be loaded without it.", field=one.label, dataset=dataset.label
    )
    letters = tuple(match.letter for match in likely)
    samples = likely[0].samples if likely else ()
    return Doubt("missing", question, letters, one.name, samples, accepted=False, blocks=True)


# Reading the table as one dataset


@dataclass(frozen=True)
class _Reading:
    dataset: Dataset
    taken: Mapping[str, _Candidate]
    grids: Sequence[Grid]
    score: float


def _read(sample: RawTable, dataset: Dataset, today: date) -> _Reading:
    """The table as this dataset: at most one field a column and one column a field, the likeliest first."""
    candidates = [
        candidate
        for column in sample.columns
        for one in dataset.fields
        if (candidate := _candidate(column, one, today)) is not None and candidate.confidence >= LIKELY * 0.6
    ]
    candidates.sort(key=lambda one: (not one.certain, -one.confidence, one.place))
    taken: dict[str, _Candidate] = {}
    fields: set[str] = set()
    for one in candidates:
        if one.column.letter not in taken and one.field.name not in fields and one.confidence >= LIKELY:
            taken[one.column.letter] = one
            fields.add(one.field.name)
    grids = _grids(sample, dataset, taken)
    taken = _with_overall(sample, dataset, taken, grids)
    return _Reading(dataset, taken, grids, _score(sample, dataset, taken, grids))


def _candidate(column: Column, one: Field, today: date) -> _Candidate | None:
    if one.type in DATES and speaks_of_another_date(column.header):
        return None
    near = likeness(column.header, one)
    if near < LIKELY and one.type in DATES and plain(column.header) in YEAR_WORDS and years_alone(column, today):
        near = ONLY_A_YEAR
    if near < LIKELY:
        return None
    return _Candidate(column, one, near, _fit(column, one, today), place(column.header, one))


def _fit(column: Column, one: Field, today: date) -> float | None:
    """The share of the column's values that read as the field's type; ``None`` if there are no values."""
    values = as_array(column.values)
    if len(values) == values.null_count:
        return None
    if one.type is FieldType.SCORE:
        return _score_fit(column, one)
    if one.type in (FieldType.TEXT, FieldType.IDENTIFIER):
        odd = pa.types.is_duration(values.type) or pa.types.is_timestamp(values.type)
        return 0.0 if odd or (one.type is FieldType.TEXT and pa.types.is_boolean(values.type)) else 1.0
    if one.type in DATES and years_alone(column, today):
        return SOME_FIT
    converted = convert(column, one, Ways(today))
    wrong = converted.is_faulty.true_count if converted.fault_of is not None else 0
    present = len(values) - converted.values.null_count + wrong
    return 1 - wrong / present if present else None


def _score_fit(column: Column, one: Field) -> float:
    """1 if the grades are on the field's scale but for codes, or words of one scale; half if on another scale."""
    counts = {grade: count for grade, count in grade_counts(column).items() if count}
    if not counts:
        return 1.0 if word_places(column) else 0.0
    scale, _ = scale_of(counts, (one.low or 0, one.high or 5))
    if scale is None or any(not word_places(column) and text for text in _other_words(column)):
        return 0.0
    return 1.0 if scale == (one.low, one.high) else SOME_FIT


def _other_words(column: Column) -> list[str]:
    graded = grade_counts(column)
    texts = uniques(column).texts
    return [] if len(graded) >= 0.5 * len([text for text in texts if not is_missing(text)]) else texts


def _grids(sample: RawTable, dataset: Dataset, taken: Mapping[str, _Candidate]) -> list[Grid]:
    """The survey grids among the columns that are nothing else for certain."""
    if dataset.name != "responses":
        return []
    free = [
        column.letter
        for column in sample.columns
        if not (column.letter in taken and taken[column.letter].certain and taken[column.letter].likeness >= CERTAIN)
    ]
    return find_grids(sample, free)


def _with_overall(
    sample: RawTable, dataset: Dataset, taken: Mapping[str, _Candidate], grids: Sequence[Grid]
) -> dict[str, _Candidate]:
    """The columns taken, less those that a grid claims, plus the grid's question about the whole as satisfaction."""
    if not grids:
        return dict(taken)
    main = grids[0]
    claimed = set(main.letters)
    kept = {letter: one for letter, one in taken.items() if letter not in claimed}
    overall = next((column for column in sample.columns if column.letter == main.overall), None)
    if overall is not None and not any(one.field.name == "csat" and one.certain for one in kept.values()):
        kept = {letter: one for letter, one in kept.items() if one.field.name != "csat"}
        kept[overall.letter] = _Candidate(overall, dataset["csat"], CERTAIN, 1.0, 0)
    return kept


def _score(sample: RawTable, dataset: Dataset, taken: Mapping[str, _Candidate], grids: Sequence[Grid]) -> float:
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
    total += _named_in_sheet(sample, dataset)
    return total + _says_who_repeats(dataset, taken)


def _says_enough(reading: _Reading) -> bool:
    """Whether there is more to go by than one column or a date: half the world's tables have a date."""
    certain = [one for one in reading.taken.values() if one.certain]
    tells = any(one.field.type not in (*DATES, FieldType.TIME_OF_DAY) for one in certain)
    return bool(reading.grids) or (len(certain) > 1 and tells)


def _is_its_own(name: str) -> bool:
    return sum(name in dataset for dataset in DATASETS.values()) == 1


SHEET_WORDS: dict[str, tuple[str, ...]] = {
    "touchpoints": ("punto", "touchpoint", "momento", "recorrido", "journey"),
    "employees": ("emplead", "personal", "colaborador", "staff", "employee", "nomina", "plantilla", "equipo"),
    "interactions": ("interacc", "llamada", "ticket", "atencion", "visita", "call", "interaction", "caso", "contacto"),
    "responses": ("encuesta", "respuesta", "survey", "response", "nps", "csat", "satisfac"),
    "ratings": ("calificacion", "rating", "puntaje", "valoracion"),
    "customers": ("cliente", "customer", "client", "socio", "paciente", "huesped"),
    "purchases": ("compra", "venta", "factura", "pedido", "purchase", "sale", "order", "invoice"),
}
"""Pieces of words (plain) that a sheet of each dataset is often called by."""


def _named_in_sheet(sample: RawTable, dataset: Dataset) -> float:
    name = plain(sample.sheet)
    return 0.5 if any(word in name for word in SHEET_WORDS.get(dataset.name, ())) else 0.0


def _says_who_repeats(dataset: Dataset, taken: Mapping[str, _Candidate]) -> float:
    """Scores by touchpoint repeat the survey's number; a table of surveys does not."""
    response = next((one for one in taken.values() if one.field.name == "response"), None)
    if response is None or dataset.name not in ("ratings", "responses"):
        return 0.0
    different = len(uniques(response.column).texts)
    repeats = different < 0.9 * (len(response.column.values) - response.column.values.null_count)
    return 1.0 if repeats == (dataset.name == "ratings") else -1.0


# The proposal


def _proposal(
    table: RawTable, sample: RawTable, best: _Reading, known: bool, confidence: float, scores: Mapping[str, float]
) -> Proposal:
    main = best.grids[0] if best.grids else None
    ratings = dict(main.columns) if main else {}
    not_scores, scales, doubts = _scales(best, main)
    matches = tuple(_match(column, best.taken.get(column.letter), ratings, main) for column in sample.columns)
    for match in matches:
        if match.field and match.field != RATING and not match.certain:
            doubts.append(_column_doubt(best.dataset, match))
    doubts += [_other_grid(grid, sample) for grid in best.grids[1:]]
    doubts += _date_doubts(table, best)
    return Proposal(
        best.dataset.name if known else None, confidence, matches, tuple(doubts), ratings, not_scores, scales, scores
    )


def _match(column: Column, taken: _Candidate | None, ratings: Mapping[str, str], grid: Grid | None) -> Match:
    samples = _samples(column)
    if column.letter in ratings and grid is not None:
        why = say("It holds scores, as its neighbours do.")
        certain = grid.scale == (1, 5) or grid.scale[1] <= 10
        return Match(column.letter, column.header, RATING, CERTAIN, certain, why, samples)
    if taken is None:
        return Match(
            column.letter, column.header, None, 0.0, False, say("No known field has a header like this."), samples
        )
    return Match(
        column.letter, column.header, taken.field.name, round(taken.confidence, 2), taken.certain, _why(taken), samples
    )


def _why(taken: _Candidate) -> Message:
    if taken.certain:
        return say("The header says so and the values agree.")
    if taken.likeness >= CERTAIN:
        return say("The header says so, but some values do not look like it.")
    return say("The header is similar, no more.")


def _column_doubt(dataset: Dataset, match: Match) -> Doubt:
    one = dataset[match.field or ""]
    question = say("Is the column {header} {field}?", header=match.header or match.letter, field=one.label)
    return Doubt("column", question, (match.letter,), one.name, match.samples, accepted=False)


def _other_grid(grid: Grid, sample: RawTable) -> Doubt:
    headers = [column.header for column in sample.columns if column.letter in grid.letters]
    question = say("Are these columns scores of touchpoints too? {headers}", headers=", ".join(headers))
    return Doubt("grid", question, grid.letters, RATING, tuple(headers[:SAMPLES]), accepted=False)


def _scales(best: _Reading, main: Grid | None) -> tuple[dict[str, frozenset[float]], dict[str, Scale], list[Doubt]]:
    """Codes to leave out and scales to convert from, by column, with a question for each."""
    not_scores: dict[str, frozenset[float]] = {}
    scales: dict[str, Scale] = {}
    doubts: list[Doubt] = []
    if main is not None:
        not_scores.update(dict.fromkeys(main.letters, main.not_scores) if main.not_scores else {})
        if main.scale != (1, 5):
            scales.update(dict.fromkeys(main.letters, main.scale))
            doubts.append(_scale_doubt(tuple(main.letters), None, main.scale))
        if main.not_scores:
            doubts.append(_codes_doubt(tuple(main.letters), None, main.not_scores, accepted=True))
    for letter, one in best.taken.items():
        if one.field.type is not FieldType.SCORE or letter in not_scores:
            continue
        counts = {grade: count for grade, count in grade_counts(one.column).items() if count}
        scale, codes = scale_of(counts, (one.field.low or 0, one.field.high or 5)) if counts else (None, frozenset())
        if codes:
            accepted = codes <= NEVER_SCORES or (main is not None and codes <= main.not_scores)
            if accepted:
                not_scores[letter] = codes
            doubts.append(_codes_doubt((letter,), one.field.name, codes, accepted=accepted))
        elif scale is not None and scale != (one.field.low, one.field.high):
            scales[letter] = scale
            doubts.append(_scale_doubt((letter,), one.field.name, scale))
    return not_scores, scales, doubts


def _codes_doubt(letters: tuple[str, ...], name: str | None, codes: frozenset[float], *, accepted: bool) -> Doubt:
    written = tuple(number_text(code) for code in sorted(codes))
    question = say(
        "Do {codes} stand for “no answer”? They are outside the scale and frequent.", codes=", ".join(written)
    )
    return Doubt("not scores", question, letters, name, written, accepted=accepted)


def _scale_doubt(letters: tuple[str, ...], name: str | None, scale: Scale) -> Doubt:
    low, high = (number_text(bound) for bound in scale)
    question = say("Are these scores on a scale from {low} to {high}? They would be converted.", low=low, high=high)
    return Doubt("scale", question, letters, name, (low, high), accepted=True)


def _date_doubts(table: RawTable, best: _Reading) -> list[Doubt]:
    by_letter = {column.letter: column for column in table.columns}
    doubts = [
        Doubt(
            "dates",
            say(
                "Does the day come first in {header}? Every date in it could be read either way.",
                header=one.column.header,
            ),
            (letter,),
            one.field.name,
            _samples(one.column),
            accepted=True,
        )
        for letter, one in best.taken.items()
        if one.field.type in DATES and day_first_is_unknown(by_letter[letter])
    ]
    occurred = best.dataset.occurred
    dated = any(one.field.name == occurred and one.certain for one in best.taken.values())
    if occurred and not dated and not best.dataset[occurred].required:
        question = say("When were these surveys answered? No column says so for certain; one date can be given to all.")
        doubts.append(Doubt("undated", question, (), occurred, (), accepted=True))
    return doubts


def _samples(column: Column) -> tuple[str, ...]:
    """A few different values, as written."""
    texts = (clean(text) for text in uniques(column).texts)
    return tuple([text for text in texts if text][:SAMPLES])


def _sampled(table: RawTable) -> RawTable:
    """Rows from all over a long table."""
    if table.row_count <= SAMPLE_ROWS:
        return table
    step = table.row_count // SAMPLE_ROWS
    places = pa.array(range(0, table.row_count, step), pa.int64())
    columns = tuple(_taken(column, places) for column in table.columns)
    return replace(table, columns=columns, row_numbers=table.row_numbers.take(places))


def _taken(column: Column, places: pa.Array) -> Column:
    numeric = None if column.numeric is None else as_array(column.numeric).take(places)
    values = as_array(column.values).take(places)
    return replace(column, values=pa.chunked_array([values]), numeric=numeric)
