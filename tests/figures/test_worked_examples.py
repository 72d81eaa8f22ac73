"""One worked example by hand for every metric: the few rows that matter, and the answer."""

from datetime import datetime

import pytest

from momentos.facts import METRICS
from momentos.figures.measure import measure
from tests.figures.company import company, full_row

AT = datetime(2026, 1, 5, 10)


def _calls(field: str, *values):
    return [full_row("interactions", occurred_at=AT, **{field: value}) for value in values]


def _answers(field: str, *values):
    return [full_row("responses", answered_at=AT, **{field: value}) for value in values]


def _waits(*pairs, field: str = "wait_seconds"):
    return [full_row("interactions", occurred_at=AT, answered=answered, **{field: s}) for answered, s in pairs]


# metric: (rows, value, n, low, high). Unknown answers (None) are in none of them but "interactions".
# Shares: Wilson with z = 1.96, worked with a calculator. Means: t from n - 1.
WORKED = {
    # Three contacts. A count has no interval.
    "interactions": ({"interactions": _calls("resolved", True, False, None)}, 3, 3, None, None),
    # 4, 5, 4.5 of five answers are satisfied: 3 / 5.
    "csat": ({"responses": _answers("csat", 4, 5, 4.5, 3, 1, None)}, 60.0, 5, 23.07, 88.24),
    # (5 + 4 + 3) / 3 = 4; s = 1; t(2) = 4.303; 4 ± 4.303 / √3, and never above 5.
    "score": ({"responses": _answers("csat", 5, 4, 3, None)}, 4.0, 3, 1.516, 5.0),
    # 19 promoters, 12 passives, 5 detractors: Rocks (2016), published.
    "nps": ({"responses": _answers("nps", *[9] * 19, *[8] * 12, *[6] * 5, None)}, 38.89, 36, 13.158, 58.637),
    # (7 + 5) / 2 = 6; s = √2; t(1) = 12.706; 6 ± 12.706: all of the scale.
    "ces": ({"responses": _answers("ces", 7, 5, None)}, 6.0, 2, 1.0, 7.0),
    # 81 of 263: Newcombe (1998), published.
    "fcr": ({"interactions": _calls("first_contact", *[True] * 81, *[False] * 182, None)}, 30.80, 263, 25.53, 36.62),
    # 1 of 1: Wilson's lower bound is 1 / (1 + z²).
    "resolution": ({"interactions": _calls("resolved", True, None)}, 100.0, 1, 20.65, 100.0),
    # 0 of 20: Newcombe (1998), published.
    "escalation": ({"interactions": _calls("escalated", *[False] * 20, None)}, 0.0, 20, 0.0, 16.11),
    # 1 of 4.
    "reopened": ({"interactions": _calls("reopened", True, False, False, False, None)}, 25.0, 4, 4.56, 69.94),
    # One left of the four that were served or left; neither "other" nor "not stated" counts.
    "abandonment": ({"interactions": _calls("answered", "no", "yes", "yes", "yes", "other", None)}, 25.0, 4, 4.56, 69.94),
    # Served (or not stated to be anything else): (10 + 20 + 30) / 3; s = 10; those who left do not count. No wait is below 0.
    "wait": (
        {"interactions": _waits(("yes", 10), ("yes", 20), (None, 30), ("no", 500), ("other", 900), ("yes", None))},
        20.0, 3, 0.0, 44.84,
    ),
    # Served within 20 s: 2 of the 4 whose wait is known and who were served or left.
    "service_level": (
        {"interactions": _waits(("yes", 20), (None, 5), ("yes", 21), ("no", 3), ("other", 1), ("yes", None))},
        50.0, 4, 15.00, 85.00,
    ),
    # (100 + 300) / 2; s = 141.42; t(1) = 12.706; ± 12.706 · 100.
    "handle_time": (
        {"interactions": _waits(("yes", 100), ("yes", 300), ("no", 1), ("other", 9), field="handle_seconds")},
        200.0, 2, 0.0, 1470.6,
    ),
    # A single known time has no interval.
    "resolution_time": ({"interactions": _calls("resolution_seconds", 3600, None)}, 3600.0, 1, None, None),
}  # fmt: skip


def test_every_metric_has_its_worked_example():
    assert WORKED.keys() == METRICS.keys()


@pytest.mark.parametrize("key", WORKED)
def test_the_metric_gives_what_was_worked_by_hand(tmp_path, key):
    rows, value, n, low, high = WORKED[key]
    with company(tmp_path, **rows) as cursor:
        frame = measure(cursor, METRICS[key])
    figure = frame.astype(object).where(frame.notna(), None).iloc[0]
    assert figure["value"] == pytest.approx(value, abs=0.006)
    assert figure["n"] == n
    assert [figure["low"], figure["high"]] == ([low, high] if low is None else pytest.approx([low, high], abs=0.05))
