"""What is wrong in a table."""

from momentos.datasets.checked import Severity
from momentos.domain.messages import Message, say
from momentos.intake.check import ProblemGroup
from momentos.loading.words import problems as words
from momentos.locales.reader import reader

WRONG = say("This is no date.")


def group(severity: Severity, count: int = 1, column: str = "", *samples: tuple[str, str]) -> ProblemGroup:
    return ProblemGroup("date", severity, "Hoja1", column, None, count, WRONG, None, samples)


def english(message: Message | None) -> str | None:
    return None if message is None else reader("en").words(message)


NOTE, BAD = group(Severity.INFO, 7), group(Severity.ERROR, 1200)


def test_cells_to_look_at_are_counted_without_the_notes() -> None:
    doubtful = group(Severity.WARNING, 3)
    assert english(words.how_many_problems([BAD, doubtful, NOTE], is_all_in=True)) == "Things to look at: 1,203"


def test_that_nothing_is_wrong_is_said_only_if_all_is_in() -> None:
    assert english(words.how_many_problems([NOTE, NOTE], is_all_in=True)) == "Nothing is wrong; notes: 2"
    assert english(words.how_many_problems([NOTE, NOTE], is_all_in=False)) == "Notes: 2"


def test_what_to_do_follows_what_is_wrong() -> None:
    assert english(words.problem_and_suggestion(WRONG, say("Correct it."))) == "This is no date. Correct it."
    assert english(words.problem_and_suggestion(WRONG, None)) == "This is no date."


def test_a_group_says_in_which_column_and_shows_cells_that_hold_something() -> None:
    samples = (("B2", "ayer"), ("B3", ""), ("B4", "31/02"))
    assert english(words.where_it_is(group(Severity.ERROR, 1200, "Fecha", *samples))) == (
        "In Fecha: 1,200 · B2: «ayer», B4: «31/02»"
    )
    assert english(words.where_it_is(group(Severity.ERROR, 1, "", ("B2", "ayer")))) == "B2: «ayer»"
    assert english(words.where_it_is(group(Severity.ERROR, 1, "Fecha"))) == "In Fecha: 1"


def test_what_is_of_no_cell_stands_nowhere() -> None:
    assert words.where_it_is(NOTE) is None


def test_a_list_that_is_cut_says_so() -> None:
    assert english(words.first_of_them(1000, 1001)) == "The first 1,000 of 1,001."
    assert words.first_of_them(1000, 1000) is None
