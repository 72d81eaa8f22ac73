"""What a table is: which dataset, which column is which field, how surely, and what has to be asked.

Headers propose, values confirm. What is certain is taken; what is only likely is asked with samples beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pyarrow as pa

from momentos.datasets import DATASETS, Dataset, FieldType
from momentos.domain.messages import Message, say
from momentos.intake.across import named, periods_across, why_crossed
from momentos.intake.candidates import DATES, SOME_FIT, Candidate
from momentos.intake.check import data_alone
from momentos.intake.choices import RATING, Choices
from momentos.intake.convert.answered import as_array, number_text, uniques
from momentos.intake.convert.dates import dates_of_two_readings, day_first_is_unknown
from momentos.intake.convert.scores import found_scale, grade_counts
from momentos.intake.evidence import speaks_for_itself
from momentos.intake.grids import Grid
from momentos.intake.headers import CERTAIN
from momentos.intake.matching import Reading, read, says_enough
from momentos.intake.questions import LIKELY
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.scales import Scale
from momentos.intake.sheet_proposal import SAMPLES, Doubt, Match, Proposal
from momentos.intake.sums import summed_up
from momentos.intake.text import clean

SAMPLE_ROWS = 1_000

NEVER_SCORES = frozenset({-1.0, 11.0, 88.0, 97.0, 98.0, 99.0, 999.0})
"""Codes that can be no grade of any scale here, so that they are left out without a grid to show it."""


def recognise(table: RawTable, *, today: date, dataset: str | None = None) -> Proposal:
    """What the table seems to be, or how its columns match the dataset that is given."""
    sample = data_alone(_sampled(table))
    wanted = [DATASETS[dataset]] if dataset else list(DATASETS.values())
    readings = [read(sample, one, today) for one in wanted]
    ranked = sorted(readings, key=lambda reading: -reading.score)
    best = ranked[0]
    scores = {reading.dataset.name: round(reading.score, 2) for reading in ranked}
    second = ranked[1].score if len(ranked) > 1 else 0.0
    wide = periods_across(table)
    summed = () if dataset else summed_up(best, sample)
    is_told = says_enough(best) and speaks_for_itself(best, sample) and not summed
    known = dataset is not None or (not wide and is_told and best.score >= LIKELY and best.score - second >= 0.25)
    confidence = 1.0 if dataset else max(0.0, min(1.0, best.score / 3) * min(1.0, (best.score - second) / 1.0 + 0.5))
    proposal = _proposal(table, sample, best, known, confidence, scores)
    return (
        replace(proposal, doubts=(*proposal.doubts, _sums_doubt(best.dataset, sample, summed))) if summed else proposal
    )


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


def _proposal(
    table: RawTable, sample: RawTable, best: Reading, known: bool, confidence: float, scores: Mapping[str, float]
) -> Proposal:
    main = best.grids[0] if best.grids else None
    ratings = dict(main.columns) if main else {}
    not_scores, scales, doubts = _scales(best, main, sample)
    matches = tuple(_match(column, best.taken.get(column.letter), ratings, main) for column in sample.columns)
    for match in matches:
        if match.field and match.field != RATING and not match.certain:
            doubts.append(_column_doubt(best.dataset, match))
    doubts += [_other_grid(grid, sample) for grid in best.grids[1:]]
    doubts += _single_questions(best, sample)
    doubts += _date_doubts(table, best)
    crossed = None if known and not periods_across(table) else why_crossed(table)
    if crossed is not None:
        why, columns = crossed
        letters = tuple(column.letter for column in columns)
        is_in_the_way = not known or best.dataset.occurred is not None
        doubts.append(Doubt("periods across", why, letters, None, (), accepted=False, blocks=is_in_the_way))
    return Proposal(
        best.dataset.name if known else None, confidence, matches, tuple(doubts), ratings, not_scores, scales, scores
    )


def _sums_doubt(dataset: Dataset, sample: RawTable, summed: Sequence[Column]) -> Doubt:
    """What the table is, where it looks like a summary of what it would be taken for."""
    question = say(
        "What is this table? Each row seems to sum up several cases (counts and averages: {headers}) and would count "
        "as one. If so, bring the list it was summed up from.",
        headers=named(summed),
    )
    samples = tuple(f"{column.header}: {_samples(column)[0]}" for column in sample.columns if _samples(column))
    return Doubt("dataset", question, (), dataset.name, samples[:SAMPLES], accepted=False, blocks=True)


def _match(column: Column, taken: Candidate | None, ratings: Mapping[str, str], grid: Grid | None) -> Match:
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


def _why(taken: Candidate) -> Message:
    if taken.certain and (taken.fit is None or taken.fit > SOME_FIT):
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


def _single_questions(best: Reading, sample: RawTable) -> list[Doubt]:
    """Whether the questions with scores that make no grid are about one touchpoint each."""
    asked = [column for column in sample.columns if column.letter in best.questions]
    if not asked:
        return []
    if len(asked) == 1:
        question = say(
            "Is this question about one touchpoint, and its answers the scores? {header}", header=asked[0].header
        )
        samples = _samples(asked[0])
    else:
        question = say("Is each of these questions about one touchpoint, and its answers the scores?")
        samples = tuple(f"{column.header}: {_samples(column)[0]}" for column in asked if _samples(column))[:SAMPLES]
    return [Doubt("grid", question, best.questions, RATING, samples, accepted=False)]


def _scales(
    best: Reading, main: Grid | None, sample: RawTable
) -> tuple[dict[str, frozenset[float]], dict[str, Scale], list[Doubt]]:
    """Codes to leave out and scales to convert from, by column, with a question for each."""
    not_scores: dict[str, frozenset[float]] = {}
    scales: dict[str, Scale] = {}
    doubts: list[Doubt] = []
    if main is not None:
        in_grid = [column for column in sample.columns if column.letter in main.letters]
        not_scores.update(dict.fromkeys(main.letters, main.not_scores) if main.not_scores else {})
        if main.scale != (1, 5):
            scales.update(dict.fromkeys(main.letters, main.scale))
            doubts.append(_scale_doubt(in_grid, None, main.scale))
        if main.not_scores:
            doubts.append(_codes_doubt(in_grid, None, main.not_scores, accepted=True))
    for letter, one in best.taken.items():
        if one.field.type is not FieldType.SCORE or letter in not_scores:
            continue
        wanted = (one.field.low or 0, one.field.high or 5)
        counts = {grade: count for grade, count in grade_counts(one.column, wanted).items() if count}
        scale, codes = found_scale(one.column, one.field, counts) if counts else (None, frozenset())
        if codes:
            accepted = codes <= NEVER_SCORES or (main is not None and codes <= main.not_scores)
            if accepted:
                not_scores[letter] = codes
            doubts.append(_codes_doubt([one.column], one.field.name, codes, accepted=accepted))
        elif scale is not None and scale != (one.field.low, one.field.high):
            scales[letter] = scale
            doubts.append(_scale_doubt([one.column], one.field.name, scale))
    return not_scores, scales, doubts


def _codes_doubt(columns: Sequence[Column], name: str | None, codes: frozenset[float], *, accepted: bool) -> Doubt:
    written = tuple(number_text(code) for code in sorted(codes))
    question = say(
        "Do {codes} stand for “no answer” in {headers}? They are outside the scale and frequent.",
        codes=", ".join(written),
        headers=named(columns),
    )
    return Doubt("not scores", question, _letters(columns), name, written, accepted=accepted)


def _scale_doubt(columns: Sequence[Column], name: str | None, scale: Scale) -> Doubt:
    low, high = (number_text(bound) for bound in scale)
    question = say(
        "Are the scores of {headers} on a scale from {low} to {high}? They would be converted.",
        headers=named(columns),
        low=low,
        high=high,
    )
    return Doubt("scale", question, _letters(columns), name, _samples(columns[0]), accepted=True)


def _letters(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(column.letter for column in columns)


def _date_doubts(table: RawTable, best: Reading) -> list[Doubt]:
    by_letter = {column.letter: column for column in table.columns}
    doubts = [
        Doubt(
            "dates",
            say(
                "Does the day come first in {header}? Dates such as {sample} could be read either way.",
                header=one.column.header,
                sample=_either(by_letter[letter])[0],
            ),
            (letter,),
            one.field.name,
            _either(by_letter[letter]),
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


def _either(column: Column) -> tuple[str, ...]:
    """A few of the dates that could be read either way, as written."""
    return tuple(clean(text) for text in dates_of_two_readings(column)[:SAMPLES])


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
