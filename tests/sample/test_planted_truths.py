"""What was planted in the sample company can be seen in its raw data, by the plainest means."""

from dataclasses import dataclass

import numpy as np
import pytest
import statsmodels.api as sm

from momentos.analysis.fair import Band, BoardRow, case_mix, fair_board
from momentos.sample.company import AREAS, TOUCHPOINTS
from momentos.sample.contacts import MONTH_OF_DAY
from momentos.sample.model import Company
from momentos.sample.truths import (
    BETTER_PEOPLE,
    CRISIS_AREA,
    CRISIS_MONTH,
    MENDING_AREA,
    MENDING_FROM,
    SLOW_CHANNEL,
    WEIGHS_LESS,
    WEIGHS_MORE,
)

AREA_OF = np.array([point.area for point in TOUCHPOINTS])
NAMES = [point.name for point in TOUCHPOINTS]


def mean_scores(company: Company, area: str) -> np.ndarray:
    """Mean satisfaction of each of the eighteen months in an area."""
    surveys = company.short_surveys
    here = AREA_OF[company.contacts.touchpoint[surveys.contact]] == area
    months = MONTH_OF_DAY[surveys.day]
    return np.array([surveys.csat[here & (months == month)].mean() for month in range(18)])


@dataclass(frozen=True)
class Answers:
    """Short surveys as a board sees them, one element an answer."""

    person: np.ndarray
    case: np.ndarray
    satisfied: np.ndarray
    day: np.ndarray


@pytest.fixture(scope="module")
def answers(company: Company) -> Answers:
    surveys, contacts = company.short_surveys, company.contacts
    here = surveys.contact
    cases = [f"{point}{way}" for point, way in zip(contacts.touchpoint[here], contacts.channel[here], strict=True)]
    return Answers(
        person=np.array([person.code for person in company.staff])[contacts.employee[here]],
        case=np.unique(cases, return_inverse=True)[1],
        satisfied=(surveys.csat >= 4).astype(float),
        day=surveys.day,
    )


def board(answers: Answers, kept: np.ndarray) -> dict[str, BoardRow]:
    """The fair board over some of the answers, like with like by touchpoint and channel."""
    people, person = np.unique(answers.person[kept], return_inverse=True)
    cases, case = np.unique(answers.case[kept], return_inverse=True)
    pairs, place = np.unique(person * len(cases) + case, return_inverse=True)
    satisfied = np.bincount(place, answers.satisfied[kept])
    counted = np.bincount(place).astype(float)
    mix = case_mix(pairs // len(cases), pairs % len(cases), counted, satisfied, satisfied)
    return {row.key: row for row in fair_board(people.tolist(), mix, factor=100)}


@pytest.mark.parametrize("days", [92, 365, 549])
def test_the_fair_board_finds_the_two_better_people_and_nobody_else(answers: Answers, days: int) -> None:
    rows = board(answers, answers.day >= answers.day.max() - days)
    assert {key for key, row in rows.items() if row.band is Band.ABOVE} == set(BETTER_PEOPLE)
    assert {key for key, row in rows.items() if row.is_award} == set(BETTER_PEOPLE)


def test_over_three_months_nobody_stands_out_below(answers: Answers) -> None:
    rows = board(answers, answers.day >= answers.day.max() - 92)
    assert [key for key, row in rows.items() if row.band is Band.BELOW] == []


def test_without_the_two_better_people_everybody_is_like_everybody(answers: Answers) -> None:
    rows = board(answers, ~np.isin(answers.person, BETTER_PEOPLE))
    assert [key for key, row in rows.items() if row.is_award or row.band is Band.BELOW] == []


def test_people_have_very_different_numbers_of_answers(answers: Answers) -> None:
    counts = np.unique(answers.person, return_counts=True)[1]
    assert counts.min() < 20
    assert counts.max() > 300


@pytest.fixture(scope="module")
def slopes(company: Company) -> dict[str, float]:
    """Plain least squares of the recommendation on what each respondent passed and how they scored it."""
    scores = company.long_surveys.scores
    passed = scores > 0
    means = scores.sum(axis=0) / passed.sum(axis=0)
    fit = sm.OLS(
        company.long_surveys.nps, sm.add_constant(np.hstack([passed, np.where(passed, scores - means, 0.0)]))
    ).fit()
    return dict(zip(NAMES, fit.params[1 + len(NAMES) :], strict=True))


def test_one_touchpoint_weighs_more_than_any_other_though_managers_gave_it_a_two(slopes: dict[str, float]) -> None:
    assert max(slopes, key=slopes.__getitem__) == WEIGHS_MORE
    assert TOUCHPOINTS[NAMES.index(WEIGHS_MORE)].assigned == 2


def test_one_touchpoint_weighs_nothing_though_managers_gave_it_a_five(slopes: dict[str, float]) -> None:
    assert min(slopes, key=slopes.__getitem__) == WEIGHS_LESS
    assert slopes[WEIGHS_LESS] < 0.12
    assert TOUCHPOINTS[NAMES.index(WEIGHS_LESS)].assigned == 5


def test_every_planted_weight_is_found_again_within_a_quarter_of_a_point(slopes: dict[str, float]) -> None:
    assert {point.name: slopes[point.name] for point in TOUCHPOINTS} == pytest.approx(
        {point.name: point.weight for point in TOUCHPOINTS}, abs=0.25
    )


def test_deliveries_are_in_crisis_in_one_month_only(company: Company) -> None:
    scores = mean_scores(company, CRISIS_AREA)
    others = np.delete(scores, CRISIS_MONTH)
    assert scores[CRISIS_MONTH] < others.mean() - 1
    assert others.min() > others.mean() - 0.5


def test_deliveries_took_longer_in_the_crisis(company: Company) -> None:
    contacts = company.contacts
    deliveries = contacts.touchpoint == NAMES.index("Recibe el pedido")
    crisis = MONTH_OF_DAY[contacts.day] == CRISIS_MONTH
    usual = np.nanmean(contacts.resolution[deliveries & ~crisis])
    assert np.nanmean(contacts.resolution[deliveries & crisis]) > 2 * usual


def test_one_area_mends_over_the_last_months_and_the_others_stay(company: Company) -> None:
    for area in AREAS:
        scores = mean_scores(company, area)
        gained = scores[-3:].mean() - np.delete(scores[:MENDING_FROM], CRISIS_MONTH).mean()
        assert (gained > 0.5) == (area == MENDING_AREA), area


def test_one_channel_waits_much_longer_at_the_same_touchpoints(company: Company) -> None:
    contacts = company.contacts
    for place, point in enumerate(TOUCHPOINTS):
        if SLOW_CHANNEL in point.channels:
            here = (contacts.touchpoint == place) & ~np.isnan(contacts.wait)
            slow = here & (contacts.channel == SLOW_CHANNEL)
            assert contacts.wait[slow].mean() > 3 * contacts.wait[here & ~slow].mean(), point.name


def test_satisfied_customers_buy_again_more(company: Company) -> None:
    surveys, purchases = company.short_surveys, company.purchases
    days_of: dict[int, list[int]] = {}
    for customer, day in zip(purchases.customer, purchases.day, strict=True):
        days_of.setdefault(int(customer), []).append(int(day))
    answers = zip(company.contacts.customer[surveys.contact], surveys.day, strict=True)
    again = np.array([any(day < bought <= day + 90 for bought in days_of.get(int(who), ())) for who, day in answers])
    in_time = surveys.day < len(MONTH_OF_DAY) - 90
    satisfied = surveys.csat >= 4
    assert again[in_time & satisfied].mean() > again[in_time & ~satisfied].mean() + 0.15
