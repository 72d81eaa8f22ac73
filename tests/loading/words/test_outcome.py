"""What became of the sheets of a load."""

from dataclasses import replace
from datetime import date

from momentos.domain.messages import Message
from momentos.loading.words import outcome as words
from momentos.locales.reader import reader
from momentos.warehouse.history import SheetOutcome

LOADED = SheetOutcome("L00001", "Hoja1", "interactions", 1200, 1200, 0, 0, 0, 0, date(2026, 1, 5), date(2026, 2, 7))


def english(message: Message | None) -> str | None:
    return None if message is None else reader("en").words(message)


def test_only_counts_that_are_not_nought_stand_beside_the_rows_loaded() -> None:
    assert english(words.outcome_line(LOADED)) == "Interactions: rows loaded: 1,200"
    all_of_them = replace(LOADED, replaced=2, unchanged=3, rejected=4, skipped=5)
    assert reader("es").words(words.outcome_line(all_of_them)) == (
        "Interacciones: filas cargadas: 1.200 · de ellas, en lugar de otras anteriores: 2 · ya estaban igual: 3 · "
        "quedan fuera: 4 · omitidas a propósito: 5"
    )


def test_before_it_is_loaded_rows_are_to_load() -> None:
    assert english(words.outcome_line(replace(LOADED, load_id=""))) == "Interactions: rows to load: 1,200"


def test_a_sheet_has_its_name_where_the_file_has_several() -> None:
    assert english(words.outcome_of_sheet(LOADED, [LOADED])) == "Interactions: rows loaded: 1,200"
    assert english(words.outcome_of_sheet(LOADED, [LOADED] * 2)) == "Hoja1 · Interactions: rows loaded: 1,200"


def test_the_period_goes_from_the_first_day_of_all_sheets_to_the_last() -> None:
    later = replace(LOADED, first_on=date(2026, 2, 1), last_on=date(2026, 3, 9))
    assert english(words.period_of([later, LOADED])) == "From Jan 5, 2026 to Mar 9, 2026"
    assert english(words.period_of([replace(LOADED, last_on=LOADED.first_on)])) == "On Jan 5, 2026"


def test_rows_without_dates_have_no_period() -> None:
    undated = replace(LOADED, first_on=None, last_on=None)
    assert words.period_of([undated]) is None
    assert words.period_of([]) is None
    assert english(words.outcome_and_period(undated, [undated])) == "Interactions: rows loaded: 1,200"


def test_a_line_has_the_outcome_and_the_period() -> None:
    assert english(words.outcome_and_period(LOADED, [LOADED])) == (
        "Interactions: rows loaded: 1,200 · From Jan 5, 2026 to Feb 7, 2026"
    )


def test_a_file_that_is_in_has_the_rows_of_all_its_sheets() -> None:
    assert english(words.file_is_in("a.xlsx", [LOADED, LOADED])) == "a.xlsx is in: 2,400 rows"


def test_the_figures_that_a_load_changes_are_counted() -> None:
    assert english(words.figures_that_change({"csat": (80.0, 81.0)})) == "Figures that would change: 1"
    assert english(words.figures_that_change({})) == "No figure would change."
