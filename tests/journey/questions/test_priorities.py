"""What to mend first, in figures and in words; what areas spend; what moments are worth; one bad moment."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from momentos.domain.outcomes import Outcome
from momentos.domain.samples import MATCHED_EACH_SIDE, WORTH_EACH_SIDE
from momentos.journey.questions.bad_moment import EVERYWHERE, bad_moments
from momentos.journey.questions.impact import journey_impact
from momentos.journey.questions.journey import journey
from momentos.journey.questions.priorities import Basis, by_derived_impact, prioritise, usual_basis
from momentos.journey.questions.spending import monthly_spending
from momentos.journey.questions.worth import worth
from momentos.journey.words.reason import reason
from tests.figures.company import company

DAY = datetime(2026, 3, 2, 9)
TOUCHPOINTS = [
    {"touchpoint": "Caja", "stage": "Comprar", "position": 1.0, "area": "Piso", "impact": 4.0, "target": 4.0},
    {"touchpoint": "Entrega", "stage": "Recibir", "position": 2.0, "area": "Logística", "impact": 5.0, "target": 4.0},
    {"touchpoint": "Garantía", "stage": "Resolver", "position": 3.0, "area": "Taller", "impact": 4.0, "target": 4.0},
    {"touchpoint": "Club", "stage": "Volver", "position": 4.0, "area": "Piso", "target": 4.0},
]


def answers(touchpoint: str, *scores: float) -> list[dict]:
    return [
        {
            "response": f"{touchpoint}{n}",
            "answered_at": DAY,
            "customer": f"C{n}",
            "touchpoint": touchpoint,
            "csat": score,
        }
        for n, score in enumerate(scores)
    ]


def test_the_touchpoint_that_matters_and_fails_comes_first_and_says_why(tmp_path: Path) -> None:
    responses = [
        *answers("Caja", *[5.0] * 40, *[4.0] * 10),
        *answers("Entrega", *[2.0] * 40, *[3.0] * 10),
        *answers("Garantía", *[4.0, 5.0, 3.0, 4.0] * 10),
        *answers("Club", *[3.0, 3.0, 4.0] * 10),
    ]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses) as cursor:
        found = prioritise(journey(cursor), None)
    reasons = {row.touchpoint: str(reason(row)) for row in found.rows.itertuples()}
    assert found.rows["touchpoint"].iloc[0] == "Entrega"
    assert found.rows["priority"].iloc[0] == pytest.approx(5 * 1.8 * 1.0)
    assert reasons["Entrega"] == (
        "It weighs 5 of 5, scores 2.2 against a target of 4.0, and 100 % of the customers pass through it."
    )
    assert reasons["Caja"] == "It weighs 4 of 5 and meets its target: 4.8 against 4.0."
    assert "on both sides of the target" in reasons["Garantía"]
    assert reasons["Club"] == "It scores 3.3 against a target of 4.0; its impact is not known."
    assert next(iter(found.areas)) == "Logística"


def test_without_answers_nobody_has_a_priority(tmp_path: Path) -> None:
    with company(tmp_path, touchpoints=TOUCHPOINTS) as cursor:
        found = prioritise(journey(cursor), None, Basis.DERIVED)
    assert found.areas == {}
    assert found.rows["priority"].isna().all()
    assert {str(reason(row)) for row in found.rows.itertuples()} == {"Nobody has scored it in this period."}


def test_spending_is_a_mean_over_the_latest_months_under_the_name_other_sheets_use(tmp_path: Path) -> None:
    """Two months; «LOGISTICA» is spelled otherwise in the touchpoints' sheet only by case."""
    lines = [
        {"month": date(2026, 1, 1), "area": "LOGÍSTICA", "kind": "retain", "amount": 100.0},
        {"month": date(2026, 1, 20), "area": "Logística", "kind": "reward", "amount": 20.0},
        {"month": date(2026, 2, 1), "area": "logística", "kind": "retain", "amount": 80.0},
        {"month": date(2026, 2, 1), "area": "Piso", "amount": 50.0},
    ]
    with company(tmp_path, touchpoints=TOUCHPOINTS, spending=lines) as cursor:
        assert monthly_spending(cursor) == {"Logística": 100.0, "Piso": 25.0}


def test_spending_of_nobody_is_empty(tmp_path: Path) -> None:
    with company(tmp_path) as cursor:
        assert monthly_spending(cursor) == {}


def visitors(count: int) -> tuple[list[dict], list[dict]]:
    """Every other customer had a bad delivery and never came back; the others bought 100 again, 25 of it margin."""
    responses = [
        {
            "response": f"R{n}",
            "answered_at": DAY,
            "customer": f"C{n}",
            "touchpoint": "Entrega",
            "csat": 1.0 if n % 2 else 5.0,
            "nps": 2.0 if n % 2 else 10.0,
        }
        for n in range(count)
    ]
    before = [
        {"customer": f"C{n}", "occurred_on": (DAY - timedelta(days=30)).date(), "amount": 40.0} for n in range(count)
    ]
    after = [
        {"customer": f"C{n}", "occurred_on": (DAY + timedelta(days=20)).date(), "amount": 100.0, "margin": 25.0}
        for n in range(0, count, 2)
    ]
    last = {"customer": "X", "occurred_on": (DAY + timedelta(days=200)).date(), "amount": 1.0}
    return responses, [*before, *after, last]


def test_one_bad_moment_is_followed_by_what_became_of_the_customer(tmp_path: Path) -> None:
    responses, purchases = visitors(4 * MATCHED_EACH_SIDE)
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses, purchases=purchases) as cursor:
        found = bad_moments(cursor)
    again, net = found.of(EVERYWHERE, Outcome.BUYS_AGAIN), found.of("Logística", Outcome.RECOMMENDATION)
    assert found.by_purchases
    assert (again.exposed_mean, again.others_mean, again.difference) == (0, 100, -100)
    assert (net.exposed_mean, net.others_mean, net.difference) == (-100, 100, -200)


def test_a_bad_moment_of_few_says_how_many_are_missing(tmp_path: Path) -> None:
    responses, purchases = visitors(10)
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses, purchases=purchases) as cursor:
        found = bad_moments(cursor)
    assert found.of(EVERYWHERE, Outcome.BUYS_AGAIN).missing == MATCHED_EACH_SIDE - 5


@pytest.mark.parametrize("is_turned", [False, True])
def test_of_two_bad_encounters_on_one_day_the_worst_is_the_moment_whatever_the_order(
    tmp_path: Path, is_turned: bool
) -> None:
    responses, purchases = visitors(4 * MATCHED_EACH_SIDE)
    also_bad = [
        {**one, "response": f"also {one['response']}", "touchpoint": "Caja", "csat": 2.0}
        for one in responses
        if one["csat"] == 1.0
    ]
    both = [*also_bad, *responses] if is_turned else [*responses, *also_bad]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=both, purchases=purchases) as cursor:
        found = bad_moments(cursor)
    assert {one.area for one in found.rows} == {EVERYWHERE, "Logística"}


def test_customers_are_matched_with_those_who_came_as_often(tmp_path: Path) -> None:
    """Nobody with a bad moment bought before; all the others did: there is nobody like them."""
    responses, _ = visitors(4 * MATCHED_EACH_SIDE)
    purchases = [
        {"customer": f"C{n}", "occurred_on": (DAY - timedelta(days=30)).date(), "amount": 1.0}
        for n in range(0, 4 * MATCHED_EACH_SIDE, 2)
    ]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses, purchases=purchases) as cursor:
        found = bad_moments(cursor)
    assert found.of(EVERYWHERE, Outcome.RECOMMENDATION).unmatched == 2 * MATCHED_EACH_SIDE


def test_a_moment_is_worth_what_the_satisfied_spend_more_times_the_margin(tmp_path: Path) -> None:
    responses, purchases = visitors(2 * WORTH_EACH_SIDE)
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses, purchases=purchases) as cursor:
        found, as_sold = worth(cursor), worth(cursor, margin=1.0)
    row = found.rows.iloc[0]
    assert found.margin == pytest.approx(0.25)
    assert (row.satisfied_mean, row.dissatisfied_mean, row.value) == pytest.approx((100, 0, 25))
    assert row.at_stake == pytest.approx(25 * WORTH_EACH_SIDE)
    assert as_sold.rows.iloc[0].value == pytest.approx(100)


def test_a_purchase_dated_beyond_today_does_not_make_the_customers_of_now_lost(tmp_path: Path) -> None:
    """All were asked ten days ago: too early to tell who comes back, whatever a mistyped date says."""
    asked, _ = visitors(4 * MATCHED_EACH_SIDE)
    now = datetime.now() - timedelta(days=10)
    responses = [{**one, "answered_at": now} for one in asked]
    before = [{"customer": one["customer"], "occurred_on": now.date(), "amount": 40.0} for one in asked]
    mistyped = {"customer": "C1", "occurred_on": (now + timedelta(days=300)).date(), "amount": 1.0}
    rows = {"responses": responses, "purchases": [*before, mistyped]}
    with company(tmp_path, touchpoints=TOUCHPOINTS, **rows) as cursor:
        assert bad_moments(cursor).of(EVERYWHERE, Outcome.BUYS_AGAIN) is None
        assert worth(cursor).rows.empty


def test_a_worth_without_enough_customers_is_not_told(tmp_path: Path) -> None:
    responses, purchases = visitors(20)
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses, purchases=purchases) as cursor:
        row = worth(cursor).rows.iloc[0]
    assert row.missing == WORTH_EACH_SIDE - 10
    assert row.value != row.value


def surveys_about_one(touchpoint: str, satisfied: int, dissatisfied: int) -> list[dict]:
    """Surveys about one touchpoint whose satisfied customers recommend and whose dissatisfied ones do not."""
    return [
        {
            "response": f"{touchpoint}{n}",
            "answered_at": DAY,
            "customer": f"{touchpoint}{n}",
            "touchpoint": touchpoint,
            "csat": 5.0 if n < satisfied else 1.0,
            "nps": (10.0 if n % 10 else 3.0) if n < satisfied else (3.0 if n % 5 else 10.0),
        }
        for n in range(satisfied + dissatisfied)
    ]


def test_surveys_about_one_touchpoint_say_what_satisfying_those_who_are_not_would_bring(tmp_path: Path) -> None:
    responses = [*surveys_about_one("Entrega", 60, 90), *surveys_about_one("Caja", 140, 10)]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses) as cursor:
        found = prioritise(journey(cursor), journey_impact(cursor))
    rows = found.rows.set_index("touchpoint")
    delivery = rows.loc["Entrega"]
    assert delivery["dissatisfied"] == pytest.approx(0.6)
    assert delivery["reach"] == pytest.approx(0.5)
    assert delivery["gain"] == pytest.approx(delivery["strength"] * 0.6 * 0.5)
    assert 0 < delivery["gain_low"] < delivery["gain"] < delivery["gain_high"]
    assert rows.loc["Caja", "gain"] == 0


def test_without_a_target_satisfying_the_dissatisfied_is_worth_telling_and_reaching_a_target_is_not(
    tmp_path: Path,
) -> None:
    points = [{**one, "target": None} for one in TOUCHPOINTS]
    responses = [*surveys_about_one("Entrega", 60, 90), *surveys_about_one("Caja", 140, 10)]
    with company(tmp_path, touchpoints=points, responses=responses) as cursor:
        rows = prioritise(journey(cursor), journey_impact(cursor)).rows.set_index("touchpoint")
    assert rows.loc["Entrega", "gain"] == pytest.approx(rows.loc["Entrega", "strength"] * 0.6 * 0.5)
    assert rows.loc["Caja", "gain"] > 0


def test_what_left_the_map_is_neither_weighed_nor_valued(tmp_path: Path) -> None:
    gone = [{**one, "retired_on": date(2026, 1, 1)} if one["touchpoint"] == "Caja" else one for one in TOUCHPOINTS]
    responses = [*surveys_about_one("Entrega", 60, 90), *surveys_about_one("Caja", 75, 75)]
    bought = [{"occurred_on": (DAY + timedelta(days=200)).date(), "customer": "Caja1", "amount": 5.0}]
    with company(tmp_path, touchpoints=gone, responses=responses, purchases=bought) as cursor:
        weighed, valued = journey_impact(cursor), worth(cursor)
    assert weighed.rows["touchpoint"].tolist() == ["Entrega"]
    assert valued.rows["touchpoint"].tolist() == ["Entrega"]


def test_impact_counts_as_assigned_unless_nobody_assigned_any(tmp_path: Path) -> None:
    responses = [*surveys_about_one("Entrega", 60, 90), *surveys_about_one("Caja", 140, 10)]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=responses) as cursor:
        rows, found = journey(cursor), journey_impact(cursor)
    assert usual_basis(rows) is Basis.ASSIGNED
    assert usual_basis(rows.assign(impact=float("nan"))) is Basis.DERIVED

    by_data = by_derived_impact(rows, found).set_index("touchpoint")
    order = prioritise(rows, found, Basis.DERIVED).rows.set_index("touchpoint")
    assert list(by_data.index) == list(rows["touchpoint"])
    for column in ("impact", "quadrant", "priority", "gap"):
        assert by_data[column].to_dict() == pytest.approx(order[column].to_dict(), nan_ok=True)
    assert by_data.loc["Caja", "impact"] != 4.0
