"""A policy says in a sentence what keeps it from being published, and survives being written down."""

import json
from dataclasses import replace
from datetime import date

import pytest

from momentos.people.meanings.policy import (
    READY_POLICIES,
    Award,
    PolicyThreshold,
    WeighedMetric,
    as_plain,
    from_plain,
    period_of,
)
from momentos.people.meanings.policy_problems import problems

INDIVIDUAL = READY_POLICIES[0].policy


@pytest.mark.parametrize("ready", READY_POLICIES, ids=lambda one: one.key)
def test_every_ready_policy_can_be_published(ready):
    assert problems(ready.policy) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"metrics": (WeighedMetric("csat", 70, 60, 95), WeighedMetric("nps", 40, 0, 80))}, "add up to 110"),
        ({"metrics": ()}, "at least one metric"),
        ({"metrics": (WeighedMetric("csat", 100, 95, 60),)}, "worse than the minimum"),
        ({"metrics": (WeighedMetric("wait", 100, 60, 300),)}, "worse than the minimum"),
        ({"metrics": (WeighedMetric("csat", 100, 90, 90),)}, "are the same"),
        ({"metrics": (WeighedMetric("handle_time", 100, 900, 300),)}, "only as a threshold"),
        ({"thresholds": (PolicyThreshold("handle_time", 900, 300),)}, "nobody can be inside"),
        ({"awards": ()}, "at least one award"),
        ({"band_n": 40}, "must grow"),
        ({"clearly": 1.2}, "certainty"),
        ({"period_months": 5}, "1, 3, 6 or 12"),
    ],
)
def test_an_unsound_policy_says_what_is_wrong(changed, sentence):
    found = [str(one) for one in problems(replace(INDIVIDUAL, **changed))]
    assert len(found) == 1
    assert sentence in found[0]


def test_a_policy_reads_the_same_after_being_written_down():
    policy = replace(
        INDIVIDUAL, name="Ñandú", thresholds=(PolicyThreshold("handle_time", at_most=600.0),), awards=tuple(Award)
    )
    assert from_plain(json.loads(json.dumps(as_plain(policy)))) == policy


@pytest.mark.parametrize(
    ("months", "first", "after"),
    [(1, date(2026, 11, 1), date(2026, 12, 1)), (3, date(2026, 10, 1), date(2027, 1, 1)),
     (6, date(2026, 7, 1), date(2027, 1, 1)), (12, date(2026, 1, 1), date(2027, 1, 1))],
)  # fmt: skip
def test_periods_begin_with_months_of_the_calendar(months, first, after):
    assert period_of(replace(INDIVIDUAL, period_months=months), date(2026, 11, 21)) == (first, after)
