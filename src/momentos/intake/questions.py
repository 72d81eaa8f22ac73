"""What is still to be asked about a table, given what was recognised and what was chosen."""

from dataclasses import replace

from momentos.datasets import DATASETS, Dataset, Field
from momentos.domain.messages import say
from momentos.intake.choices import Choices
from momentos.intake.convert.answered import as_array, texts_of
from momentos.intake.raw_table import Column, RawTable
from momentos.intake.sheet_proposal import SAMPLES, Doubt, Proposal
from momentos.intake.text import clean

LIKELY = 1.0
"""From this score on a dataset is worth proposing."""

HEAD_ROWS = 100
"""How far down a column is looked at for a value to show beside a question."""


def hidden_question(table: RawTable) -> Doubt | None:
    """Whether a table that somebody hid is to be loaded too; it is asked before anything else about it.

    Left out without an answer: what people hide are lists, drafts and copies, and loading one counts twice.
    """
    if not table.hidden:
        return None
    question = say(
        "The sheet {sheet} is hidden in the workbook. Should its {rows} rows be loaded too? "
        "They are left out unless you say so.",
        sheet=table.sheet,
        rows=table.row_count,
    )
    samples = [_first_value(column) for column in table.columns]
    return Doubt("hidden", question, (), None, tuple([one for one in samples if one][:SAMPLES]), accepted=False)


def _first_value(column: Column) -> str:
    """The column's header and the first value under it; empty where it has neither."""
    values = (clean(text) for text in texts_of(as_array(column.values.slice(0, HEAD_ROWS))))
    return ": ".join(part for part in (column.header, next((one for one in values if one), "")) if part)


def questions(proposal: Proposal, choices: Choices) -> tuple[Doubt, ...]:
    """What is still to be asked, given these choices: first what keeps the table from loading."""
    if choices.dataset not in DATASETS:
        told = {doubt.kind: doubt for doubt in proposal.doubts if doubt.kind in ("periods across", "dataset")}
        return (told.get("periods across") or told.get("dataset") or _what_is_it(proposal),)
    dataset = DATASETS[choices.dataset]
    given = {*choices.mapping.values(), *choices.constants}
    mapped = {*choices.mapping, *choices.ratings}
    missing = [_missing(dataset, one, proposal) for one in dataset.required if one.name not in given]
    answered = bool(choices.ratings) or not given.isdisjoint(dataset.answers)
    still_open = [
        doubt
        for doubt in proposal.doubts
        if not (doubt.kind in ("column", "undated") and (doubt.field in given or mapped.intersection(doubt.letters)))
        and not (doubt.kind == "grid" and mapped.issuperset(doubt.letters))
        and not (doubt.kind == "dates" and choices.day_first is not None)
        and not (doubt.kind == "not scores" and not doubt.accepted and choices.not_scores.keys() >= set(doubt.letters))
    ]
    if not answered:
        still_open = [_blocking(dataset, doubt, proposal) for doubt in still_open]
    return (*missing, *still_open)


def likely_datasets(proposal: Proposal) -> list[str]:
    """The two datasets that a table which could not be told for certain is likeliest to be, if any is likely."""
    ranked = sorted(proposal.scores, key=lambda name: -proposal.scores[name])
    return [name for name in ranked[:2] if proposal.scores[name] >= LIKELY]


def _what_is_it(proposal: Proposal) -> Doubt:
    likely = likely_datasets(proposal)
    samples = tuple(f"{one.header}: {one.samples[0]}" for one in proposal.matches if one.header and one.samples)
    if len(likely) == 2:
        question = say(
            "What is this table? Its headers could be of {one}, of {other}, or of something else that is not loaded.",
            one=DATASETS[likely[0]].label,
            other=DATASETS[likely[1]].label,
        )
    else:
        question = say("What is this table? It could not be told from its headers and values.")
    field = likely[0] if likely else None
    return Doubt("dataset", question, (), field, samples[:SAMPLES], accepted=False, blocks=True)


def _blocking(dataset: Dataset, doubt: Doubt, proposal: Proposal) -> Doubt:
    """The doubt, in the way of the load if it is about the only answers that the table may hold."""
    if doubt.kind == "grid" and dataset.answers:
        return replace(doubt, blocks=True)
    if doubt.kind != "column" or doubt.field not in dataset.answers:
        return doubt
    header = next(match.header for match in proposal.matches if match.letter == doubt.letters[0])
    question = say(
        "Is the column {header} {field}? Nothing that was answered would be loaded without it.",
        header=header or doubt.letters[0],
        field=dataset[doubt.field].label,
    )
    return replace(doubt, question=question, blocks=True)


def _missing(dataset: Dataset, one: Field, proposal: Proposal) -> Doubt:
    likely = [match for match in proposal.matches if match.field == one.name]
    question = say(
        "Which column is {field}? {dataset} cannot be loaded without it.", field=one.label, dataset=dataset.label
    )
    letters = tuple(match.letter for match in likely)
    samples = likely[0].samples if likely else ()
    return Doubt("missing", question, letters, one.name, samples, accepted=False, blocks=True)
