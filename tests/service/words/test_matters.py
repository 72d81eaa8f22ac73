"""What matters now in the service."""

from dataclasses import replace
from typing import Any

import pandas as pd

from momentos.analysis.signals import Verdict
from momentos.facts import METRICS
from momentos.locales.reader import reader
from momentos.service.words import matters

CSAT = METRICS["csat"]
HELD = replace(CSAT, target=90.0)
READ = reader("en").words


def figure(n: int = 120, high: float = 86.0) -> pd.DataFrame:
    return pd.DataFrame({"value": [80.0], "n": [n], "low": [72.0], "high": [high]})


def test_a_target_surely_missed_matters_with_cases_enough() -> None:
    matter = matters.missed_target(HELD, figure())
    assert matter is not None
    assert READ(matter.words) == "Satisfaction (CSAT): 80.0 %, missing its target of 90.0 % (n = 120)"
    assert (matter.is_good, matter.page, matter.picks) == (False, "service", {"metric": "csat"})
    assert matters.missed_target(HELD, figure(n=CSAT.minimum_n)) is not None


def test_a_target_perhaps_met_or_judged_by_few_does_not_matter() -> None:
    assert matters.missed_target(HELD, figure(high=91.0)) is None
    assert matters.missed_target(HELD, figure(n=CSAT.minimum_n - 1)) is None
    assert matters.missed_target(HELD, figure().head(0)) is None
    assert matters.missed_target(CSAT, figure()) is None


def area(name: str, difference: float, n: int = 60, before: int = 60, is_real: bool = True) -> dict[str, Any]:
    return {
        "area": name, "value": 80.0, "previous": 80.0 - difference, "difference": difference, "n": n,
        "previous_n": before, "is_real": is_real,
    }  # fmt: skip


def test_areas_that_really_changed_matter_the_largest_change_first() -> None:
    changes = pd.DataFrame([area("Caja", 5.0), area("Web", -20.0), area("Tienda", 30.0, is_real=False)])
    caja, web = sorted(matters.changes_by_area(CSAT, changes), key=lambda matter: matter.words.values["area"])
    assert READ(caja.words) == "Caja: Satisfaction (CSAT) rose from 75.0 % to 80.0 % (n = 60)"
    assert READ(web.words) == "Web: Satisfaction (CSAT) fell from 100.0 % to 80.0 % (n = 60)"
    assert (caja.is_good, web.is_good) == (True, False)
    order = [matter.words.values["area"] for matter in matters.changes_by_area(CSAT, changes)]
    assert order == ["Web", "Caja"]


def test_areas_with_few_answers_now_or_before_are_left_alone() -> None:
    few = CSAT.minimum_n - 1
    changes = pd.DataFrame([area("Caja", 5.0, n=few), area("Web", 5.0, before=few), area("Bar", 5.0, n=few + 1)])
    assert [matter.words.values["area"] for matter in matters.changes_by_area(CSAT, changes)] == ["Bar"]


def test_no_more_areas_are_told_than_a_glance_takes() -> None:
    changes = pd.DataFrame([area(f"A{place}", 1.0 + place) for place in range(9)])
    told = [matter.words.values["area"] for matter in matters.changes_by_area(CSAT, changes)]
    assert told == ["A8", "A7", "A6", "A5"]


def test_a_month_outside_its_noise_matters_either_way() -> None:
    worse = matters.outside_its_noise(CSAT, Verdict.DETERIORATION)
    better = matters.outside_its_noise(CSAT, Verdict.IMPROVEMENT)
    assert worse is not None
    assert better is not None
    assert READ(worse.words) == "Satisfaction (CSAT): the latest month is worse than its ordinary ups and downs"
    assert READ(better.words) == "Satisfaction (CSAT): the latest month is better than its ordinary ups and downs"
    assert (worse.is_good, better.is_good) == (False, True)
    others = set(Verdict) - {Verdict.DETERIORATION, Verdict.IMPROVEMENT}
    assert {matters.outside_its_noise(CSAT, verdict) for verdict in others} == {None}


def test_a_month_with_too_few_or_mixed_answers_could_not_stand_out() -> None:
    assert not matters.could_stand_out([Verdict.TOO_FEW, Verdict.MIXED])
    assert matters.could_stand_out([Verdict.TOO_FEW, Verdict.IMPROVEMENT])
    assert not matters.could_stand_out([])


def test_calm_is_told_only_where_something_could_have_stood_out() -> None:
    calm = matters.when_nothing_matters(can_tell=True, is_mixed=True)
    few = matters.when_nothing_matters(can_tell=False, is_mixed=False)
    assert calm is not None
    assert few is not None
    assert READ(calm).startswith("Of what has enough answers, nothing stands out")
    assert READ(few).startswith("There is too little yet to tell a change from chance")
    assert matters.when_nothing_matters(can_tell=False, is_mixed=True) is None


def test_mixed_metrics_are_named_as_not_compared() -> None:
    words = matters.not_compared([CSAT, METRICS["wait"]])
    assert words is not None
    named = f"{READ(CSAT.label)}, {READ(METRICS['wait'].label)}"
    assert READ(words) == (f"Two surveys of different kinds are mixed in {named}: nothing is said of how these change.")
    assert matters.not_compared([]) is None
