"""What there is to ask about."""

from datetime import date, datetime, timedelta

import pytest

from momentos.datasets import DATASETS
from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.domain.viewer import OWNER
from momentos.figures.catalogue import (
    cases_after,
    datasets_present,
    ended,
    period_covered,
    recent_window,
    values_of,
)
from momentos.figures.current_rows import current_rows, stored_columns
from momentos.figures.filters import Filters
from momentos.figures.measure import measured_metrics
from tests.figures.company import company, full_row, invented_company


def test_an_empty_database_knows_what_each_sheet_would_unlock(tmp_path):
    with company(tmp_path) as cursor:
        found = datasets_present(cursor)
        assert [one.dataset.name for one in found if not one.is_present] == list(DATASETS)
        assert measured_metrics(cursor) == []
        assert (period_covered(cursor, TODAY), recent_window(cursor, 90, TODAY)) == (None, None)


def test_only_metrics_with_something_measured_are_offered(tmp_path):
    calls = [full_row("interactions", occurred_at=datetime(2026, 1, 5), wait_seconds=10.0)]
    with company(tmp_path, interactions=calls) as cursor:
        assert [one.key for one in measured_metrics(cursor)] == ["interactions", "wait", "service_level"]


def test_windows_count_back_from_the_last_day_of_data(tmp_path):
    calls = [full_row("interactions", occurred_at=at) for at in (datetime(2024, 3, 2), datetime(2026, 2, 10, 23, 59))]
    with company(tmp_path, interactions=calls) as cursor:
        assert period_covered(cursor, TODAY) == (date(2024, 3, 2), date(2026, 2, 10))
        assert recent_window(cursor, 90, TODAY) == (date(2025, 11, 13), date(2026, 2, 10))


TODAY = date(2026, 9, 14)


def _on(*days: date):
    return [full_row("interactions", occurred_at=datetime.combine(day, datetime.min.time())) for day in days]


def test_a_date_beyond_today_does_not_move_the_last_day(tmp_path):
    calls = _on(date(2026, 5, 4), date(2026, 9, 10), date(2026, 12, 1), date(2031, 1, 1))
    with company(tmp_path, interactions=calls) as cursor:
        assert period_covered(cursor, TODAY) == (date(2026, 5, 4), date(2026, 9, 10))
        assert recent_window(cursor, 90, TODAY) == (date(2026, 6, 13), date(2026, 9, 10))
        assert cases_after(cursor, TODAY) == 2


def test_today_itself_is_a_day_of_data(tmp_path):
    with company(tmp_path, interactions=_on(date(2026, 9, 13), TODAY)) as cursor:
        assert period_covered(cursor, TODAY) == (date(2026, 9, 13), TODAY)
        assert cases_after(cursor, TODAY) == 0


def test_where_every_date_lies_ahead_they_are_all_there_is_to_count_from(tmp_path):
    with company(tmp_path, interactions=_on(date(2026, 10, 1), date(2026, 12, 1))) as cursor:
        assert period_covered(cursor, TODAY) == (date(2026, 10, 1), date(2026, 12, 1))


def test_a_few_cases_a_year_from_all_others_neither_begin_nor_end_the_data(tmp_path):
    days = [date(2024, 1, 1) + timedelta(days=place) for place in range(500)]
    with company(tmp_path, interactions=_on(date(1926, 3, 9), *days, date(2026, 8, 1), date(2026, 9, 1))) as cursor:
        assert period_covered(cursor, TODAY) == (days[0], days[-1])


def test_a_company_that_begins_again_after_a_year_has_its_latest_day(tmp_path):
    early = [date(2024, 1, 1) + timedelta(days=place) for place in range(500)]
    late = [date(2026, 8, 1) + timedelta(days=place) for place in range(6)]
    with company(tmp_path, interactions=_on(*early, *late)) as cursor:
        assert period_covered(cursor, TODAY) == (early[0], late[-1])


def test_a_survey_and_its_scores_are_one_case_ahead(tmp_path):
    ahead = datetime(2027, 1, 1, 9)
    answers = [full_row("responses", response="R1", answered_at=ahead, csat=4.0, touchpoint="Caja")]
    scores = [
        full_row("ratings", response="R1", answered_at=ahead, touchpoint=name, score=4.0) for name in ("Caja", "Web")
    ]
    with company(tmp_path, responses=answers, ratings=scores) as cursor:
        assert cases_after(cursor, TODAY) == 1


def test_what_is_told_over_time_ends_with_the_month_of_the_last_day(tmp_path):
    march = Filters(None, date(2026, 3, 31))
    with company(tmp_path, interactions=_on(date(2026, 5, 4), date(2026, 9, 10), date(2031, 1, 1))) as cursor:
        assert ended(cursor, Filters(), TODAY) == Filters(None, date(2026, 9, 30))
        assert ended(cursor, march, TODAY) == march


def test_touchpoints_and_stages_are_offered_in_the_order_of_the_journey(tmp_path):
    with company(tmp_path, **invented_company(cases=60)) as cursor:
        assert values_of(cursor, Dimension.TOUCHPOINT) == ["Entra", "Paga", "Espera", "Reclama"]
        assert values_of(cursor, Dimension.STAGE) == ["Llegar", "Comprar", "Recibir"]
        assert values_of(cursor, Dimension.AREA) == ["Caja", "Piso"]


@pytest.mark.parametrize("dimension", [one for one in Dimension if one not in TIME_DIMENSIONS])
def test_every_dimension_but_time_has_values_to_pick(tmp_path, dimension):
    with company(tmp_path, **invented_company(cases=60)) as cursor:
        assert values_of(cursor, dimension)


def test_rows_come_back_as_they_were_stored(tmp_path):
    rows = invented_company(cases=10)
    with company(tmp_path, **rows) as cursor:
        for name, expected in rows.items():
            columns = stored_columns(DATASETS[name])
            found = [dict(zip(columns, row, strict=True)) for row in current_rows(cursor, OWNER, DATASETS[name])]
            assert found == expected
