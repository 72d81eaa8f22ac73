"""Purchase models against the published CDNOW figures and against planted parameters."""

from datetime import datetime
from itertools import groupby

import numpy as np
import pytest

from momentos.analysis.repurchase import (
    NotEnoughRepeatsError,
    PurchaseModel,
    ValueModel,
    expected_purchases,
    expected_value,
    fit_purchases,
    fit_values,
)

CDNOW = PurchaseModel(0.243, 4.414, 0.793, 2.426, -9582.43)


@pytest.fixture(scope="module")
def cdnow(real_data):
    """Repeats, time of the last and time observed of 2,357 customers, in weeks."""
    file = real_data / "cdnow" / "cdnow_customers_summary.csv"
    return np.genfromtxt(file, delimiter=",", skip_header=1).T[1:]


def test_cdnow_has_the_published_parameters(cdnow):
    model = fit_purchases(*cdnow)
    found = (model.r, model.alpha, model.a, model.b)
    assert found == pytest.approx((0.243, 4.414, 0.793, 2.426), abs=1.5e-3)
    assert model.log_likelihood == pytest.approx(-9582.43, abs=0.01)


def test_a_cdnow_customer_is_expected_to_buy_as_published():
    expected = expected_purchases(CDNOW, np.array([2.0]), np.array([30.43]), np.array([38.86]), 39)
    assert expected[0] == pytest.approx(1.226, abs=1e-3)


def test_cdnow_values_have_the_published_parameters(real_data):
    repeats, means = [], []
    lines = (real_data / "cdnow" / "CDNOW_sample.txt").read_text().splitlines()
    rows = [(fields[1], datetime.strptime(fields[2], "%Y%m%d"), float(fields[4])) for fields in map(str.split, lines)]
    for _, purchases in groupby(rows, key=lambda row: row[0]):
        first, *later = [(day, value) for _, day, value in purchases if day <= datetime(1997, 9, 30)]
        again = [(day, value) for day, value in later if day > first[0]]
        days = len({day for day, _ in again})
        repeats.append(days)
        means.append(sum(value for _, value in again) / days if days else 0)
    model = fit_values(np.array(repeats, dtype=float), np.array(means))
    assert (model.p, model.q, model.gamma) == pytest.approx((6.249, 3.745, 15.448), rel=5e-3)


def test_planted_parameters_are_recovered_in_any_unit_of_time():
    rng = np.random.default_rng(1)
    customers = 4000
    rate = rng.gamma(0.8, 1 / 10, customers)
    leaving = rng.beta(1.2, 3.0, customers)
    observed = rng.uniform(20, 60, customers)
    repeats, last = np.zeros(customers), np.zeros(customers)
    for customer in range(customers):
        at = 0.0
        while True:
            at += rng.exponential(1 / rate[customer])
            if at > observed[customer]:
                break
            repeats[customer] += 1
            last[customer] = at
            if rng.random() < leaving[customer]:
                break
    weeks, days = fit_purchases(repeats, last, observed), fit_purchases(repeats, 7 * last, 7 * observed)
    assert weeks.r == pytest.approx(0.8, rel=0.15)
    assert weeks.alpha == pytest.approx(10, rel=0.2)
    assert weeks.a / (weeks.a + weeks.b) == pytest.approx(1.2 / 4.2, rel=0.15)
    assert days.alpha == pytest.approx(7 * weeks.alpha, rel=1e-3)


def test_more_is_expected_of_who_came_often_and_lately():
    often, lapsed, once = expected_purchases(
        CDNOW, np.array([6.0, 6, 0]), np.array([36.0, 8, 0]), np.array([38.0, 38, 38]), 39
    )
    assert often > once > lapsed > 0


def test_hundreds_of_purchases_are_still_a_number():
    expected = expected_purchases(CDNOW, np.array([850.0, 1490]), np.array([20.0, 112]), np.array([41.0, 112]), 39)
    assert expected[0] == pytest.approx(0)
    assert 100 < expected[1] < 1490


def test_very_many_customers_are_fitted_on_some_of_them(cdnow, monkeypatch):
    monkeypatch.setattr("momentos.analysis.repurchase.LARGEST_FIT", 1200)
    some = fit_purchases(*cdnow)
    assert some.r == pytest.approx(0.243, rel=0.2)
    assert some.log_likelihood > -6000


def test_a_mean_value_lies_between_ones_own_and_everybodys():
    model = ValueModel(6.249, 3.745, 15.448, 0)
    everybody = expected_value(model, np.array([0.0]), np.array([0.0]))[0]
    few, many = expected_value(model, np.array([1.0, 20]), np.array([100.0, 100]))
    assert everybody == pytest.approx(6.249 * 15.448 / 2.745)
    assert everybody < few < many < 100


def test_nobody_coming_back_teaches_nothing():
    with pytest.raises(NotEnoughRepeatsError):
        fit_purchases(np.zeros(50), np.zeros(50), np.full(50, 30.0))
    with pytest.raises(NotEnoughRepeatsError):
        fit_values(np.zeros(50), np.zeros(50))
