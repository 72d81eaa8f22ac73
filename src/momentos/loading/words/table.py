"""One table of a file: where it stands, how it was understood, and why it is not loaded."""

from datetime import datetime

from momentos.datasets import Dataset
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Instant, count
from momentos.intake.choices import IGNORED, RATING, Choices
from momentos.intake.raw_table import RawTable
from momentos.intake.sheet_proposal import Match
from momentos.loading.answering import taken_as

LEFT_OUT = say("This sheet will not be loaded.")
NOTHING_BELOW_HEADERS = say("Nothing stands below its headers, so there is nothing to load.")
ANSWER_FIRST = say("Answer what is asked above, or choose not to load this sheet.")


def where_it_stands(table: RawTable) -> Message:
    """The sheet, its rows, and where its headers are."""
    first, last = table.header_rows
    values = {"sheet": table.sheet, "rows": count(table.row_count), "first": first, "last": last}
    if first == last:
        return say("Sheet «{sheet}»: {rows} rows, headers in row {first}", **values)
    return say("Sheet «{sheet}»: {rows} rows, headers in rows {first} to {last}", **values)


def no_table_in(sheet: str, why: Message) -> Message:
    """Why a sheet has no table."""
    return say("Sheet «{sheet}»: {why}", sheet=sheet, why=why)


def decided_before(at: datetime) -> Message:
    """Since when tables with these headers are read so."""
    return say("Read as it was decided on {when} for tables with these headers.", when=Instant(at))


def how_much_is_recognised(table: RawTable, choices: Choices) -> Message:
    """How many of its columns are taken for something."""
    taken = len(choices.mapping) + len(choices.ratings)
    return say("Columns: {taken} of {all} recognised", taken=count(taken), all=count(len(table.columns)))


def column_taken_as(dataset: Dataset, target: str) -> Message:
    """What a column was taken for: a field of the dataset, a touchpoint's score, or nothing."""
    if target == RATING:
        return say("Score of a touchpoint")
    return say("Not loaded") if target == IGNORED else dataset[target].label


def how_sure(match: Match, choices: Choices) -> Message | None:
    """How sure the recognition was; what the person decided is theirs. ``None`` where the column is not loaded."""
    target = taken_as(choices, match.letter)
    if target == IGNORED:
        return None
    if target != match.field:
        return say("you chose it")
    if match.certain:
        return say("certain")
    return say("{value} %", value=count(100 * match.confidence))


def contradiction(header: str) -> Message:
    """That two answers take one column for different things."""
    return say(
        "Two answers make different things of the column {header}; until one changes, neither holds.", header=header
    )


def samples(texts: tuple[str, ...]) -> Message:
    """Values beside a question."""
    return say("For example: {samples}", samples=", ".join(texts))
