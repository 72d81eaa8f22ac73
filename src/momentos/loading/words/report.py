"""What became of a file, and what is wrong in it, line by line."""

from collections import Counter
from collections.abc import Iterator

from momentos.datasets.checked import Problem, Severity
from momentos.domain.messages import Message, say
from momentos.domain.quantities import count
from momentos.loading.file_report import FileReport, SheetReport, Status
from momentos.loading.words.problems import problem_and_suggestion

MOST_KINDS = 20
"""Kinds of problem told one by one."""

_STATUS = {
    Status.LOADED: say("{file}: loaded."),
    Status.PARTLY: say("{file}: loaded, with some rows kept out."),
    Status.ALREADY: say("{file}: already loaded; nothing changed."),
    Status.WOULD: say("{file}: this is what would be loaded."),
    Status.REFUSED: say("{file}: not loaded."),
}


def what_became_of(report: FileReport) -> Message:
    """Whether the file is loaded."""
    return Message(_STATUS[report.status].text, {"file": report.file})


def columns_left_out(sheet: SheetReport) -> Message | None:
    """The columns that will not be loaded, where the table itself is."""
    if not sheet.dataset or not sheet.unmapped:
        return None
    columns = " · ".join(sheet.unmapped)
    return say("{sheet}: columns that are not loaded: {columns}", sheet=sheet.sheet, columns=columns)


def what_is_wrong(report: FileReport) -> Iterator[Message]:
    """One line for each cause in each column, with the first cell; what is only to be known is told where it is all."""
    to_act_on = [one for one in report.problems if one.severity is not Severity.INFO] or report.problems
    counts = Counter((one.sheet, one.column, one.cause) for one in to_act_on)
    first = {(one.sheet, one.column, one.cause): one for one in reversed(to_act_on)}
    for kind, times in list(counts.items())[:MOST_KINDS]:
        yield _line(report, first[kind], times)
    if len(counts) > MOST_KINDS:
        more = count(len(counts) - MOST_KINDS)
        yield say("There are {count} more kinds of problem: see them all with --json.", count=more)


def _line(report: FileReport, problem: Problem, times: int) -> Message:
    parts = (problem.sheet or report.file, problem.cell, problem.column, problem.found)
    place = " · ".join(part for part in parts if part)
    sentence = problem_and_suggestion(problem.problem, problem.suggestion)
    if times == 1:
        return say("{place}: {sentence}", place=place, sentence=sentence)
    return say("{place}: {sentence} The same in {count} places.", place=place, sentence=sentence, count=count(times))
