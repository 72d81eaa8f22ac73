"""What is missing is told, and only what is."""

from datetime import date

from momentos.figures.filters import Filters
from momentos.figures.words import missing
from momentos.locales.reader import reader

READ = reader("en").words
TODAY = date(2026, 3, 10)


def test_a_company_without_data_is_told_how_little_it_takes() -> None:
    assert READ(missing.why_nothing_is_measured(is_empty=True)) == (
        "No data have been uploaded. One sheet of interactions or of surveys is enough to begin."
    )
    assert READ(missing.why_nothing_is_measured(is_empty=False)) == (
        "Either the sheet has not been uploaded, or the period and filters above leave nothing in."
    )


def test_the_sheets_that_would_show_more_are_counted() -> None:
    assert READ(missing.sheets_to_come(1)) == "One sheet more would show more: see which"
    assert READ(missing.sheets_to_come(2)) == "2 sheets more would show more: see which"


def test_rows_of_days_to_come_count_where_the_period_has_no_end() -> None:
    inside, outside = missing.dates_to_come(1200, Filters()), missing.dates_to_come(3, Filters(to_on=TODAY))
    assert inside is not None
    assert outside is not None
    assert READ(inside) == "Rows with a date after today, which count here all the same: 1,200."
    assert READ(outside) == "Rows with a date after today, which do not count in the period: 3."


def test_without_rows_to_come_nothing_is_said() -> None:
    assert missing.dates_to_come(0, Filters()) is None


def test_a_clock_that_is_wrong_is_noticed_where_every_day_lies_ahead() -> None:
    tomorrow, later = date(2026, 3, 11), date(2026, 9, 1)
    assert missing.every_date_lies_ahead((tomorrow, later), TODAY) is not None
    assert missing.every_date_lies_ahead((TODAY, later), TODAY) is None
    assert missing.every_date_lies_ahead(None, TODAY) is None
