"""What is told of a metric's target."""

from dataclasses import replace
from datetime import datetime

from momentos.facts import METRICS
from momentos.figures.taken_targets import TakenTarget
from momentos.locales.reader import reader
from momentos.service.words.target import target_line

CSAT = replace(METRICS["csat"], suggested=85.0)


def test_the_companys_target_is_told_with_who_set_it_and_when() -> None:
    taken = TakenTarget("csat", 82.5, "Marta", datetime(2026, 3, 2, 9))
    assert reader("en").words(target_line(CSAT, taken)) == (
        "The company's target: 82.5 % (set by Marta on Mar 2, 2026)."
    )


def test_without_one_the_trades_suggestion_is_told_as_such() -> None:
    assert reader("en").words(target_line(CSAT, None)) == "No target. The trade suggests 85.0 %."


def test_without_either_there_is_none() -> None:
    assert reader("en").words(target_line(replace(CSAT, suggested=None), None)) == "No target."
