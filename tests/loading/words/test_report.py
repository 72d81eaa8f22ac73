"""What a report says of a file."""

from momentos.datasets.checked import Problem, Severity
from momentos.domain.messages import say
from momentos.loading.file_report import FileReport, SheetReport, Status
from momentos.loading.words import report as words
from momentos.locales.reader import reader


def problem(cause: str, cell: str = "B2", severity: Severity = Severity.ERROR, column: str = "Fecha") -> Problem:
    suggestion = say("Correct it.") if cause == "date" else None
    return Problem("Hoja1", cell, column, None, "ayer", say("This is no date."), suggestion, severity, cause)


def report(*problems: Problem, status: Status = Status.PARTLY) -> FileReport:
    return FileReport("a.csv", None, status, (), problems)


def told(*problems: Problem) -> list[str]:
    return [reader("en").words(line) for line in words.what_is_wrong(report(*problems))]


def test_every_status_has_its_sentence() -> None:
    told_of = {status: reader("en").words(words.what_became_of(report(status=status))) for status in Status}
    assert told_of == {
        Status.LOADED: "a.csv: loaded.",
        Status.PARTLY: "a.csv: loaded, with some rows kept out.",
        Status.ALREADY: "a.csv: already loaded; nothing changed.",
        Status.WOULD: "a.csv: this is what would be loaded.",
        Status.REFUSED: "a.csv: not loaded.",
    }


def test_one_cause_is_told_once_with_its_first_cell_and_how_often() -> None:
    cells = [problem("date", f"B{place}") for place in range(2, 1202)]
    assert told(*cells) == ["Hoja1 · B2 · Fecha · ayer: This is no date. Correct it. The same in 1,200 places."]


def test_a_problem_of_its_own_is_told_where_it_stands() -> None:
    assert told(problem("other")) == ["Hoja1 · B2 · Fecha · ayer: This is no date."]
    of_the_file = Problem("", "", "", None, "", say("Empty."), None, Severity.ERROR, "file")
    assert told(of_the_file) == ["a.csv: Empty."]


def test_what_is_only_to_be_known_is_told_where_it_is_all_there_is() -> None:
    note = problem("note", severity=Severity.INFO)
    assert len(told(problem("date"), note)) == 1
    assert len(told(note)) == 1


def test_of_very_many_kinds_the_rest_is_counted() -> None:
    kinds = [problem(f"cause {place}") for place in range(22)]
    assert told(*kinds)[20:] == ["There are 2 more kinds of problem: see them all with --json."]
    assert len(told(*kinds[:20])) == 20


def test_columns_left_out_are_named_where_the_table_is_loaded() -> None:
    def sheet(dataset: str | None, *unmapped: str) -> SheetReport:
        return SheetReport("Hoja1", 1, dataset, {}, unmapped, 0, 0, 0, 0, 0, 0, None)

    words_of = words.columns_left_out(sheet("interactions", "Saldo", "Nota"))
    assert words_of is not None
    assert reader("en").words(words_of) == "Hoja1: columns that are not loaded: Saldo · Nota"
    assert words.columns_left_out(sheet("interactions")) is None
    assert words.columns_left_out(sheet(None, "Saldo")) is None
