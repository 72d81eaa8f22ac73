"""What became of the sheets of a load, or would become of them."""

from collections.abc import Iterable, Sequence

from momentos.datasets import DATASETS
from momentos.domain.messages import Message, as_written, say
from momentos.domain.quantities import Day, count, listed
from momentos.loading.storing import Effect
from momentos.warehouse.history import SheetOutcome

NO_FIGURE_CHANGES = say("No figure would change.")
NOTHING_TO_LOAD = say("There is no row to load.")
_BETWEEN = " · "


def outcome_line(outcome: SheetOutcome) -> Message:
    """What became of one sheet, in one line; only counts that are not zero are told beside the loaded ones."""
    loaded = count(outcome.loaded)
    counts = [say("rows loaded: {n}", n=loaded) if outcome.load_id else say("rows to load: {n}", n=loaded)]
    if outcome.replaced:
        counts.append(say("of them in place of earlier ones: {n}", n=count(outcome.replaced)))
    if outcome.unchanged:
        counts.append(say("already there, unchanged: {n}", n=count(outcome.unchanged)))
    if outcome.rejected:
        counts.append(say("kept out: {n}", n=count(outcome.rejected)))
    if outcome.skipped:
        counts.append(say("skipped on purpose: {n}", n=count(outcome.skipped)))
    return say("{dataset}: {counts}", dataset=DATASETS[outcome.dataset].label, counts=listed(counts, _BETWEEN))


def outcome_of_sheet(outcome: SheetOutcome, all_of_the_file: Sequence[SheetOutcome]) -> Message:
    """The same with the sheet's name before it, where the file has several."""
    words = outcome_line(outcome)
    return as_written(listed([outcome.sheet, words], _BETWEEN)) if len(all_of_the_file) > 1 else words


def period_of(outcomes: Iterable[SheetOutcome]) -> Message | None:
    """The days that the rows speak of; ``None`` if they are not dated."""
    outcomes = list(outcomes)
    first = min((outcome.first_on for outcome in outcomes if outcome.first_on), default=None)
    last = max((outcome.last_on for outcome in outcomes if outcome.last_on), default=None)
    if first is None or last is None:
        return None
    return (
        say("On {day}", day=Day(first))
        if first == last
        else say("From {first} to {last}", first=Day(first), last=Day(last))
    )


def outcome_and_period(outcome: SheetOutcome, all_of_the_file: Sequence[SheetOutcome]) -> Message:
    """What became of one sheet and the days that its rows speak of, in one line."""
    words, period = outcome_of_sheet(outcome, all_of_the_file), period_of([outcome])
    return words if period is None else as_written(listed([words, period], _BETWEEN))


def file_is_in(file: str, outcomes: Iterable[SheetOutcome]) -> Message:
    """That a file is loaded, with how many rows of it."""
    return say("{file} is in: {n} rows", file=file, n=count(sum(outcome.loaded for outcome in outcomes)))


def figures_that_change(effect: Effect) -> Message:
    """How many of the main figures a load would change, or that it changes none."""
    return say("Figures that would change: {n}", n=count(len(effect))) if effect else NO_FIGURE_CHANGES
