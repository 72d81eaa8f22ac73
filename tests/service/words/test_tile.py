"""What a tile says of a figure."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.locales.reader import reader
from momentos.service.words.tile import Change, change_of, what_stands_behind

CSAT, CALLS = METRICS["csat"], METRICS["interactions"]
MARCH = Filters(date(2026, 3, 1), date(2026, 3, 31))
NAN = float("nan")
READ = reader("en").words


def row(**changed: Any) -> SimpleNamespace:
    at_80 = {
        "value": 80.0, "n": 1200, "low": 78.0, "high": 82.0, "previous": 70.0, "previous_n": 110, "difference": 10.0,
        "is_real": True, "is_mixed": False, "is_mixed_now": False,
    }  # fmt: skip
    return SimpleNamespace(**at_80 | changed)


def change(metric=CSAT, filters: Filters = MARCH, **changed: Any) -> Change:
    found = change_of(metric, row(**changed), filters)
    assert found is not None
    return found


def words(metric=CSAT, filters: Filters = MARCH, **changed: Any) -> str:
    return READ(change(metric, filters, **changed).words)


def test_behind_a_figure_stand_its_n_its_interval_and_its_target() -> None:
    held = replace(CSAT, target=90.0)
    assert READ(what_stands_behind(held, row())) == "n = 1,200 · 95 %: 78.0 % to 82.0 % · target 90.0 %"
    assert READ(what_stands_behind(CSAT, row())) == "n = 1,200 · 95 %: 78.0 % to 82.0 %"
    assert READ(what_stands_behind(held, row(low=NAN, high=NAN))) == "n = 1,200 · target 90.0 %"
    assert READ(what_stands_behind(CSAT, row(low=NAN, high=NAN))) == "n = 1,200"


def test_behind_a_count_stands_what_it_counts() -> None:
    assert what_stands_behind(CALLS, row()) == CALLS.formula


def test_a_real_change_has_its_sign_its_arrow_and_what_was_before() -> None:
    found = change()
    assert (READ(found.words), found.has_arrow, found.is_real) == ("+10.0 points", True, True)
    assert found.beside is not None
    assert READ(found.beside) == "before 70.0 %"


def test_a_change_that_may_be_chance_says_so() -> None:
    found = change(is_real=False)
    assert (found.has_arrow, found.is_real) == (True, False)
    assert found.beside is not None
    assert READ(found.beside) == "could be chance"


def test_too_few_answers_say_how_many_are_missing() -> None:
    assert words(n=CSAT.minimum_n - 3) == "3 more needed to compare"
    assert words(n=CSAT.minimum_n) == "+10.0 points"
    assert words(previous_n=CSAT.minimum_n - 1) == f"only {CSAT.minimum_n - 1} before, too few to compare"
    assert words(previous_n=CSAT.minimum_n) == "+10.0 points"


def test_two_surveys_are_told_before_that_answers_are_few() -> None:
    assert words(n=1, is_mixed=True, is_mixed_now=True) == "mixes two surveys"
    assert words(n=1, is_mixed=True) == "another survey before"


def test_without_a_window_before_there_is_no_change() -> None:
    assert change_of(CSAT, row(), Filters(to_on=date(2026, 3, 31))) is None
    assert change_of(CSAT, row(), Filters(from_on=date(2026, 3, 1))) is None
    assert words(difference=NAN) == "no earlier period"


def test_a_count_changes_in_per_cent_and_is_never_called_real() -> None:
    found = change(CALLS, value=90.0, previous=100.0)
    assert (READ(found.words), found.has_arrow, found.is_real) == ("-10.0 %", True, False)
    assert words(CALLS, value=90.0, previous=0.0) == "no earlier period"
    assert words(CALLS, value=90.0, previous=NAN) == "no earlier period"
