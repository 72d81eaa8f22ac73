"""What is wrong in a table: how many things, where each is, and what becomes of its rows."""

from collections.abc import Sequence

from momentos.datasets.checked import Severity
from momentos.domain.messages import Message, as_written, say
from momentos.domain.quantities import count, listed
from momentos.intake.check import ProblemGroup

RESULTS: dict[Severity, Message] = {
    Severity.ERROR: say("Kept out"),
    Severity.WARNING: say("Loaded, worth a look"),
    Severity.INFO: say("For your information"),
}


def how_many_problems(groups: Sequence[ProblemGroup], *, is_all_in: bool) -> Message:
    """How many cells deserve a look; that nothing is wrong is said only if all of the table is in (``is_all_in``)."""
    grave = sum(group.count for group in groups if group.severity is not Severity.INFO)
    if grave:
        return say("Things to look at: {n}", n=count(grave))
    if is_all_in:
        return say("Nothing is wrong; notes: {n}", n=count(len(groups)))
    return say("Notes: {n}", n=count(len(groups)))


def problem_and_suggestion(problem: Message, suggestion: Message | None) -> Message:
    """What is wrong, and what to do where there is something to do."""
    if suggestion is None:
        return problem
    return say("{problem} {suggestion}", problem=problem, suggestion=suggestion)


def where_it_is(group: ProblemGroup) -> Message | None:
    """In which column how often, and a few cells with what they hold; ``None`` where it is of no column and no cell."""
    parts = []
    if group.column:
        parts.append(say("In {column}: {n}", n=count(group.count), column=group.column))
    samples = [say("{cell}: «{found}»", cell=cell, found=text) for cell, text in group.samples if cell and text]
    if samples:
        parts.append(as_written(listed(samples)))
    return as_written(listed(parts, " · ")) if parts else None


def first_of_them(shown: int, total: int) -> Message | None:
    """That not all cells are listed; ``None`` where they are."""
    return say("The first {shown} of {all}.", shown=count(shown), all=count(total)) if shown < total else None
