"""The finding about a metric: what the data say, and no more than they say."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.locales.reader import reader
from momentos.service.words.finding import service_finding

CSAT = METRICS["csat"]
MARCH, EVER = Filters(date(2026, 3, 1), date(2026, 3, 31)), Filters()
AT_80 = {
    "value": 80.0, "n": 120, "low": 72.0, "high": 86.0, "previous": 70.0, "previous_n": 110, "difference": 10.0,
    "is_real": True, "is_mixed": False, "is_mixed_now": False,
}  # fmt: skip


def told(filters: Filters = MARCH, metric=CSAT, **changed: Any) -> str:
    return reader("en").words(service_finding(metric, pd.DataFrame([AT_80 | changed]), filters))


def test_a_real_change_is_told_from_what_to_what() -> None:
    assert told() == "Satisfaction (CSAT): rose from 70.0 % to 80.0 %"
    assert told(previous=90.0, difference=-10.0) == "Satisfaction (CSAT): fell from 90.0 % to 80.0 %"


def test_what_may_be_chance_is_no_real_change() -> None:
    assert told(is_real=False) == "Satisfaction (CSAT): 80.0 %, without a real change"


def test_a_target_surely_missed_is_told_beside_it() -> None:
    held = replace(CSAT, target=90.0)
    assert told(metric=held, is_real=False) == (
        "Satisfaction (CSAT): 80.0 %, without a real change and missing its target of 90.0 %"
    )
    assert told(EVER, held) == "Satisfaction (CSAT): 80.0 %, missing its target of 90.0 %"
    assert told(EVER, replace(CSAT, target=85.0)) == "Satisfaction (CSAT): 80.0 %"


def test_without_a_window_before_nothing_is_said_of_a_change() -> None:
    assert told(EVER) == "Satisfaction (CSAT): 80.0 %"
    assert told(Filters(from_on=date(2026, 3, 1))) == "Satisfaction (CSAT): 80.0 %"
    assert told(difference=float("nan")) == "Satisfaction (CSAT): 80.0 %"


def test_too_few_before_are_not_compared() -> None:
    assert told(previous_n=CSAT.minimum_n - 1) == "Satisfaction (CSAT): 80.0 %"
    assert told(previous_n=CSAT.minimum_n) == "Satisfaction (CSAT): rose from 70.0 % to 80.0 %"


def test_too_few_now_are_not_judged() -> None:
    assert told(n=CSAT.minimum_n - 1) == (
        f"Satisfaction (CSAT): 80.0 % from only {CSAT.minimum_n - 1} cases, too few to judge yet"
    )
    assert told(n=CSAT.minimum_n) == "Satisfaction (CSAT): rose from 70.0 % to 80.0 %"


def test_a_count_is_told_as_it_stands_however_small() -> None:
    interactions = METRICS["interactions"]
    assert told(metric=interactions, value=7.0, n=7) == f"{interactions.label.render()}: 7"


def test_two_surveys_are_not_compared() -> None:
    assert told(is_mixed=True, is_mixed_now=True) == (
        "Satisfaction (CSAT): 80.0 %, from two mixed surveys (one about each contact, one about the relation): "
        "not compared"
    )
    assert told(is_mixed=True) == (
        "Satisfaction (CSAT): 80.0 %; another kind of survey is in the period before, so they are not compared"
    )


def test_nothing_measured_is_said_to_be_so() -> None:
    nothing = service_finding(CSAT, pd.DataFrame([AT_80]).head(0), MARCH)
    assert reader("en").words(nothing) == "Satisfaction (CSAT): nothing measured in this period"
