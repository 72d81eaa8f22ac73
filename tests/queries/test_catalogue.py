"""What there is to ask about."""

from datetime import date, datetime

import pytest

from momentos.datasets import DATASETS
from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.domain.viewer import OWNER
from momentos.queries.catalogue import (
    datasets_present,
    period_covered,
    recent_window,
    trend_window,
    values_of,
)
from momentos.queries.measure import measured_metrics
from momentos.queries.rows import current_rows, stored_columns
from tests.queries.company import company, full_row, invented_company


def test_an_empty_database_knows_what_each_sheet_would_unlock(tmp_path):
    with company(tmp_path) as cursor:
        found = datasets_present(cursor)
        assert [one.dataset.name for one in found if not one.is_present] == list(DATASETS)
        assert measured_metrics(cursor) == []
        assert (period_covered(cursor), recent_window(cursor), trend_window(cursor)) == (None, None, None)


def test_only_metrics_with_something_measured_are_offered(tmp_path):
    calls = [full_row("interactions", occurred_at=datetime(2026, 1, 5), wait_seconds=10.0)]
    with company(tmp_path, interactions=calls) as cursor:
        assert [one.key for one in measured_metrics(cursor)] == ["interactions", "wait", "service_level"]


def test_windows_count_back_from_the_last_day_of_data(tmp_path):
    calls = [full_row("interactions", occurred_at=at) for at in (datetime(2024, 3, 2), datetime(2026, 2, 10, 23, 59))]
    with company(tmp_path, interactions=calls) as cursor:
        assert period_covered(cursor) == (date(2024, 3, 2), date(2026, 2, 10))
        assert recent_window(cursor) == (date(2025, 11, 13), date(2026, 2, 10))
        assert trend_window(cursor) == (date(2025, 3, 1), date(2026, 2, 28))


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
