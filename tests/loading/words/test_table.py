"""One table of a file, in words."""

from dataclasses import replace
from datetime import datetime

from momentos.datasets import DATASETS
from momentos.domain.messages import Message, say
from momentos.intake.choices import IGNORED, RATING, Choices
from momentos.intake.sheet_proposal import Match
from momentos.loading.words import table as words
from momentos.locales.reader import reader
from tests.intake.drawn import table

CALLS = table({"Fecha": ["1", "2"], "Canal": ["Web", "Web"], "Nota": ["5", "5"]})
CHOICES = Choices("interactions", {"B": "channel"}, {"C": "Nota"})


def english(message: Message | None) -> str | None:
    return None if message is None else reader("en").words(message)


def test_a_table_says_where_its_headers_are() -> None:
    one_row, two_rows = replace(CALLS, header_rows=(3, 3)), replace(CALLS, header_rows=(3, 4))
    assert english(words.where_it_stands(one_row)) == "Sheet «Hoja1»: 2 rows, headers in row 3"
    assert english(words.where_it_stands(two_rows)) == "Sheet «Hoja1»: 2 rows, headers in rows 3 to 4"


def test_columns_taken_for_fields_and_for_scores_are_recognised() -> None:
    assert english(words.how_much_is_recognised(CALLS, CHOICES)) == "Columns: 2 of 3 recognised"


def test_a_column_is_called_by_what_it_was_taken_for() -> None:
    calls = DATASETS["interactions"]
    assert english(words.column_taken_as(calls, "channel")) == english(calls["channel"].label)
    assert english(words.column_taken_as(calls, RATING)) == "Score of a touchpoint"
    assert english(words.column_taken_as(calls, IGNORED)) == "Not loaded"


def sure(letter: str, field: str | None, certain: bool = False) -> str | None:
    return english(words.how_sure(Match(letter, "x", field, 0.5, certain, say("?"), ()), CHOICES))


def test_what_the_person_decided_is_theirs() -> None:
    assert sure("B", "reason", certain=True) == "you chose it"


def test_recognition_is_certain_or_told_in_per_cent() -> None:
    assert sure("B", "channel", certain=True) == "certain"
    assert sure("B", "channel") == "50 %"


def test_of_a_column_that_is_not_loaded_nothing_is_sure() -> None:
    assert sure("A", "occurred_at") is None


def test_how_it_was_read_before_is_told_with_the_day() -> None:
    assert reader("es").words(words.decided_before(datetime(2026, 3, 2, 9, 5))) == (
        "Leída como se decidió el 2 mar 2026, 9:05 para tablas con estos encabezados."
    )


def test_a_contradiction_names_the_column() -> None:
    told = english(words.contradiction("Nota"))
    assert told == "Two answers make different things of the column Nota; until one changes, neither holds."


def test_a_sheet_without_a_table_says_why_and_values_stand_beside_a_question() -> None:
    assert english(words.no_table_in("Hoja2", say("It is empty."))) == "Sheet «Hoja2»: It is empty."
    assert english(words.samples(("1", "2"))) == "For example: 1, 2"
