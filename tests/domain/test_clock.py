"""The one clock."""

from datetime import timedelta

from momentos.domain import clock


def test_the_day_and_the_second_are_of_this_instant() -> None:
    before, second, day, after = clock.now(), clock.this_second(), clock.today(), clock.now()
    assert before - timedelta(seconds=1) < second <= after
    assert second.microsecond == 0
    assert before.date() <= day <= after.date()
