"""The window before a window."""

from datetime import date

import pytest

from momentos.figures.filters import previous_window


@pytest.mark.parametrize(
    ("window", "before"),
    [
        ((date(2026, 3, 1), date(2026, 3, 31)), (date(2026, 2, 1), date(2026, 2, 28))),
        ((date(2026, 1, 1), date(2026, 3, 31)), (date(2025, 10, 1), date(2025, 12, 31))),
        ((date(2024, 1, 1), date(2024, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31))),
        ((date(2026, 3, 2), date(2026, 3, 31)), (date(2026, 1, 31), date(2026, 3, 1))),
        ((date(2026, 1, 5), date(2026, 1, 5)), (date(2026, 1, 4), date(2026, 1, 4))),
    ],
)
def test_whole_months_are_compared_with_whole_months_and_days_with_days(window, before):
    assert previous_window(*window) == before
