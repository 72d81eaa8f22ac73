"""What every metric must keep."""

import pytest

from momentos.domain.metrics import Kind, Metric
from momentos.facts import FACTS, METRICS, facts_of

ALL = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())


@ALL
def test_its_sums_are_measures_of_its_facts(metric: Metric) -> None:
    named = {metric.numerator, metric.denominator} | ({metric.squares} if metric.squares else set())
    for fact in facts_of(metric):
        assert named <= set(fact.measures)


@ALL
def test_means_and_net_scores_keep_their_squares_so_that_they_have_an_interval(metric: Metric) -> None:
    assert (metric.squares is not None) == (metric.kind in (Kind.MEAN, Kind.NET))


@ALL
def test_a_suggestion_lies_on_the_scale_and_is_no_target(metric: Metric) -> None:
    assert metric.target is None
    if metric.suggested is not None:
        lowest, highest = metric.bounds
        assert metric.can_have_target
        assert lowest <= metric.suggested <= highest


@ALL
def test_it_is_explained_in_a_whole_sentence(metric: Metric) -> None:
    assert metric.formula.text.endswith(".")


def test_it_stands_beside_the_fact_that_it_is_read_from() -> None:
    declared = [metric for fact in FACTS.values() for metric in fact.metrics]
    assert [metric.key for metric in declared if metric not in FACTS[metric.fact].metrics] == []
    assert len(declared) == len(METRICS)


def test_counts_come_first_and_then_the_figures_fact_by_fact() -> None:
    assert list(METRICS) == [
        "interactions", "csat", "score", "nps", "ces", "fcr", "resolution", "escalation", "reopened", "abandonment",
        "wait", "service_level", "handle_time", "resolution_time",
    ]  # fmt: skip
