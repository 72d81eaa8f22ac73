"""What was planted in the sample company is what the product says of it, asked as the screens ask."""

from collections.abc import Iterator

import pytest
from duckdb import DuckDBPyConnection

from momentos.domain.outcomes import Outcome
from momentos.figures.loyalty import Loyalty
from momentos.journey.questions.bad_moment import EVERYWHERE, bad_moments
from momentos.journey.questions.impact import JourneyImpact, journey_impact
from momentos.journey.questions.worth import worth
from momentos.sample.truths import WEIGHS_LESS, WEIGHS_MORE
from momentos.warehouse.connection import Warehouse


@pytest.fixture(scope="module")
def cursor(sample: Warehouse) -> Iterator[DuckDBPyConnection]:
    """The sample company, loaded from its workbooks."""
    with sample.cursor() as cursor:
        yield cursor


@pytest.fixture(scope="module")
def found(cursor: DuckDBPyConnection) -> JourneyImpact:
    return journey_impact(cursor)


def test_the_data_contradict_just_the_two_that_managers_got_wrong(found: JourneyImpact) -> None:
    verdicts = found.rows.set_index("touchpoint")["verdict"]
    contradicted = verdicts[verdicts != "data do not contradict"].to_dict()
    assert contradicted == {WEIGHS_MORE: "data suggest more", WEIGHS_LESS: "data suggest less"}


def test_what_weighs_most_and_what_weighs_nothing_are_found(found: JourneyImpact) -> None:
    rows = found.rows.set_index("touchpoint")
    assert rows["share"].idxmax() == WEIGHS_MORE
    assert rows.loc[WEIGHS_LESS, "strength_low"] < 0.1
    weightless = {one.key for one in found.report.touchpoints if not one.is_driver}
    assert weightless == {WEIGHS_LESS}


def test_satisfied_customers_buy_again_more(cursor: DuckDBPyConnection) -> None:
    rows = journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN)).rows
    assert (rows["strength"] > 0).all()
    assert (rows["strength_low"] > 0).sum() >= 12


def test_one_bad_moment_costs_purchases_and_recommendation(cursor: DuckDBPyConnection) -> None:
    moments = bad_moments(cursor)
    for outcome in (Outcome.BUYS_AGAIN, Outcome.RECOMMENDATION):
        matched = moments.of(EVERYWHERE, outcome)
        assert matched is not None
        assert matched.is_real
        assert matched.difference < 0


def test_satisfied_customers_leave_more_money(cursor: DuckDBPyConnection) -> None:
    rows = worth(cursor).rows
    assert (rows["value"] > 0).sum() >= 12
    assert (rows["low"] > 0).sum() >= 6
