"""Derived impact asked of small and large companies: outcomes, shapes of survey, filters, and what is missing."""

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from momentos.analysis.impact import Evidence, Method
from momentos.analysis.survey_quality import Caution
from momentos.domain.dimensions import Dimension
from momentos.domain.outcomes import Outcome
from momentos.figures.filters import Filters
from momentos.figures.loyalty import Loyalty, offered_outcomes
from momentos.journey.questions.impact import journey_impact
from momentos.journey.questions.impact_lack import Lack
from momentos.journey.words.impact import what_is_lacking
from tests.figures.company import company

START = datetime(2026, 1, 10, 12)
TOUCHPOINTS = [
    {"touchpoint": "Caja", "stage": "Comprar", "position": 1.0, "area": "Piso", "impact": 5.0},
    {"touchpoint": "Entrega", "stage": "Recibir", "position": 2.0, "area": "Logística", "impact": 1.0},
]


def grid(respondents: int, **more: object) -> dict[str, list[dict]]:
    """Surveys that score both touchpoints: recommendation follows the delivery and not the till."""
    rng = np.random.default_rng(3)
    till, delivery = rng.integers(1, 6, respondents), rng.integers(1, 6, respondents)
    nps = np.clip(2 + 1.5 * delivery + rng.normal(0, 0.6, respondents), 0, 10).round()
    responses = [
        {
            "response": f"R{n}",
            "answered_at": START + timedelta(hours=n),
            "customer": f"C{n % 50}",
            "nps": float(one),
            **more,
        }
        for n, one in enumerate(nps)
    ]
    ratings = [
        {"response": f"R{n}", "touchpoint": name, "score": float(score), "answered_at": START + timedelta(hours=n)}
        for name, scores in (("Caja", till), ("Entrega", delivery))
        for n, score in enumerate(scores)
    ]
    return {"touchpoints": TOUCHPOINTS, "responses": responses, "ratings": ratings}


def short_surveys(count: int) -> list[dict]:
    """Surveys about the till: every other one satisfied, who recommend and buy again within a month."""
    return [
        {
            "response": f"R{n}",
            "answered_at": START,
            "customer": f"C{n}",
            "touchpoint": "Caja" if n % 4 < 2 else "Entrega",
            "csat": 5.0 if n % 2 else 2.0,
            "nps": 10.0 if n % 2 else 3.0,
        }
        for n in range(count)
    ]


def test_what_weighs_is_told_from_what_does_not(tmp_path: Path) -> None:
    with company(tmp_path, **grid(300)) as cursor:
        found = journey_impact(cursor)
    rows = found.rows.set_index("touchpoint")
    assert found.loyalty.outcome is Outcome.RECOMMENDATION
    assert found.report.method is Method.SHAPLEY
    assert rows.loc["Entrega", "derived"] == 4
    assert rows.loc["Entrega", "verdict"] == "data suggest more"
    assert rows.loc["Caja", ["derived", "verdict"]].tolist() == [1, "data suggest less"]
    assert rows.loc["Entrega", "strength"] == pytest.approx(1.4, abs=0.2)


def test_a_few_answers_say_how_many_are_missing(tmp_path: Path) -> None:
    with company(tmp_path, **grid(40)) as cursor:
        found = journey_impact(cursor)
    assert found.report.evidence is Evidence.NONE
    assert found.rows["derived"].isna().all()
    assert found.rows["verdict"].isna().all()


def test_the_window_and_the_segment_choose_respondents_but_the_area_only_rows(tmp_path: Path) -> None:
    rows = grid(300)
    rows["customers"] = [{"customer": f"C{n}", "segment": "Nuevo" if n < 25 else "Frecuente"} for n in range(50)]
    with company(tmp_path, **rows) as cursor:
        everybody = journey_impact(cursor)
        of_delivery = journey_impact(cursor, Filters().only(Dimension.AREA, "logística"))
        new = journey_impact(cursor, Filters().only(Dimension.SEGMENT, "Nuevo"))
        one_week = journey_impact(cursor, Filters(START.date(), (START + timedelta(days=6)).date()))
    assert of_delivery.rows["touchpoint"].tolist() == ["Entrega"]
    assert of_delivery.rows["share"].item() == everybody.rows.set_index("touchpoint").loc["Entrega", "share"]
    assert new.report.respondents == 150
    assert one_week.report.respondents == 7 * 24 - 12


def test_surveys_of_one_touchpoint_compare_satisfied_and_dissatisfied(tmp_path: Path) -> None:
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=short_surveys(400)) as cursor:
        found = journey_impact(cursor)
    assert found.report.method is Method.SATISFIED_GAP
    assert found.rows["strength"].tolist() == [200, 200]


def test_buying_again_counts_only_purchases_after_the_answer(tmp_path: Path) -> None:
    """The satisfied bought ten days later; the dissatisfied ten days before; the last purchase watches 90 days over all."""
    answers = short_surveys(400)
    days = [10 if n % 2 else -10 for n in range(400)]
    purchases = [
        {"customer": f"c{n}", "occurred_on": (START + timedelta(days=day)).date(), "amount": 5.0}
        for n, day in enumerate(days)
    ]
    purchases.append({"customer": "X", "occurred_on": (START + timedelta(days=90)).date(), "amount": 5.0})
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=answers, purchases=purchases) as cursor:
        found = journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 90))
        too_early = journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 91))
    assert found.rows["strength"].tolist() == [1, 1]
    assert too_early.report.respondents == 0


@pytest.mark.parametrize("stray", [timedelta(days=300), timedelta(days=-1), None])
def test_the_days_after_an_answer_are_watched_up_to_today_whatever_a_date_says(
    tmp_path: Path, stray: timedelta | None
) -> None:
    """Answers of 50 days ago, purchases up to yesterday: of 40 days all is known, of 90 nothing yet."""
    now = datetime.now()
    answers = [{**one, "answered_at": now - timedelta(days=50)} for one in short_surveys(400)]
    bought = [now - timedelta(days=30 if n % 2 else 60) for n in range(400)]
    purchases = [{"customer": f"C{n}", "occurred_on": day.date(), "amount": 5.0} for n, day in enumerate(bought)]
    purchases.append({"customer": "X", "occurred_on": (now - timedelta(days=1)).date(), "amount": 5.0})
    if stray:
        purchases.append({"customer": "C0", "occurred_on": (now + stray).date(), "amount": 5.0})
    customers = [{"customer": f"C{n}", "left_on": (now + (stray or timedelta(0))).date()} for n in range(3)]
    with company(tmp_path, responses=answers, purchases=purchases, customers=customers) as cursor:
        known = journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 40))
        assert known.rows["strength"].tolist() == [1, 1]
        assert journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 90)).lack is Lack.NOT_YET
        assert journey_impact(cursor, loyalty=Loyalty(Outcome.STAYS, 60)).lack is Lack.NOT_YET


def test_a_purchase_planned_when_its_sheet_was_loaded_ends_nothing_once_its_day_has_passed(tmp_path: Path) -> None:
    days = [START + timedelta(days=day) for day in (5, 95)]
    purchases = [{"customer": f"C{n}", "occurred_on": day.date(), "amount": 5.0} for n, day in enumerate(days)]
    with company(tmp_path, responses=short_surveys(200), purchases=purchases) as cursor:
        assert journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 90)).report.respondents == 200
        loaded = (START + timedelta(days=20), "Ana", "abc", "ventas.xlsx", "0", 1, "[]")
        cursor.execute(
            "insert into loads (load_no, loaded_at, author, load_id, file_name, sha256, size, sheets)"
            " values (1, ?, ?, ?, ?, ?, ?, ?)",
            loaded,
        )
        assert journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 90)).lack is Lack.NOT_YET


def test_a_handful_of_purchases_far_from_all_others_ends_nothing(tmp_path: Path) -> None:
    days = [(START - timedelta(days=n % 30 + 400)).date() for n in range(199)]
    purchases = [{"customer": f"C{n}", "occurred_on": day, "amount": 5.0} for n, day in enumerate(days)]
    stray = {"customer": "C1", "occurred_on": (START + timedelta(days=95)).date(), "amount": 5.0}
    with company(tmp_path, responses=short_surveys(200), purchases=[*purchases, stray]) as cursor:
        assert journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN, 90)).lack is Lack.NOT_YET


def test_staying_is_told_by_the_day_of_leaving(tmp_path: Path) -> None:
    answers = short_surveys(400)
    left_on = (START + timedelta(days=5)).date()
    customers = [{"customer": f"C{n}", "left_on": None if n % 2 else left_on} for n in range(400)]
    answers.append({"response": "late", "answered_at": START + timedelta(days=95), "csat": 5.0})
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=answers, customers=customers) as cursor:
        assert Outcome.STAYS in offered_outcomes(cursor)
        found = journey_impact(cursor, loyalty=Loyalty(Outcome.STAYS, 90))
    assert found.rows["strength"].tolist() == [1, 1]


def test_only_outcomes_that_the_data_hold_are_offered(tmp_path: Path) -> None:
    with company(tmp_path, **grid(5)) as cursor:
        assert offered_outcomes(cursor) == [Outcome.RECOMMENDATION]


def test_scores_without_any_loyalty_still_show_how_they_were_given(tmp_path: Path) -> None:
    """Two of three give one score to everything."""
    ratings = [
        {"response": f"R{n}", "touchpoint": f"Q{q}", "score": float(3 if n % 3 else 1 + (n + q) % 5)}
        for n in range(300)
        for q in range(4)
    ]
    with company(tmp_path, ratings=ratings) as cursor:
        found = journey_impact(cursor)
    lined = next(one for one in found.report.warnings if one.caution is Caution.STRAIGHT_LINING)
    assert str(lined.sentence) == "67 % of the respondents give one score to everything."
    assert found.report.respondents == 0
    assert found.rows["n"].tolist() == [300] * 4


def test_too_few_who_recommend_and_score_are_told_from_a_question_that_is_missing(tmp_path: Path) -> None:
    with company(tmp_path, **grid(55)) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, found.report.respondents, found.report.missing_respondents) == (Lack.TOO_FEW, 55, 45)
    assert found.rows["missing"].tolist() == [45, 45]
    assert str(what_is_lacking(found)) == "45 answers are missing to weigh the touchpoints"


def test_of_those_who_score_and_recommend_only_who_scored_several_count(tmp_path: Path) -> None:
    # Of 70, the last 10 recommend and scored one touchpoint alone; 20 others scored both and recommend nothing.
    rows = grid(90)
    rows["ratings"] = [
        one
        for one in rows["ratings"]
        if not (one["touchpoint"] == "Entrega" and int(one["response"][1:]) in range(60, 70))
    ]
    for one in rows["responses"][70:]:
        one["nps"] = None
    with company(tmp_path, **rows) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, found.report.respondents, found.report.missing_respondents) == (Lack.TOO_FEW, 60, 40)


def test_one_answer_short_is_one_answer(tmp_path: Path) -> None:
    with company(tmp_path, **grid(99)) as cursor:
        assert str(what_is_lacking(journey_impact(cursor))) == "One answer is missing to weigh the touchpoints"


@pytest.mark.parametrize("respondents", [100, 300])
def test_enough_answers_lack_nothing(tmp_path: Path, respondents: int) -> None:
    with company(tmp_path, **grid(respondents)) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, what_is_lacking(found)) == (None, None)


def following(*visits: tuple[str, int], loyal: object = lambda score: 2.0 * score) -> list[dict]:
    """Surveys about one touchpoint each: scores 1 to 5 in turn, and a recommendation that follows them."""
    names = [name for name, n in visits for _ in range(n)]
    return [
        {
            "response": f"R{at}",
            "answered_at": START,
            "touchpoint": name,
            "csat": 1.0 + at % 5,
            "nps": loyal(1 + at % 5),
        }
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("visits", "lack", "missing", "told"),
    [
        (
            [("Caja", 120), ("Entrega", 10)],
            Lack.TOO_FEW_EACH,
            20,
            "20 answers are missing at «Entrega» to weigh the touchpoints",
        ),
        (
            [("Caja", 120), ("Entrega", 29)],
            Lack.TOO_FEW_EACH,
            1,
            "One answer is missing at «Entrega» to weigh the touchpoints",
        ),
        (
            [("Caja", 100), ("Entrega", 10), ("Reserva", 25)],
            Lack.TOO_FEW_EACH,
            5,
            "Answers are missing at 2 touchpoints to weigh them; «Reserva» is the nearest (missing: 5)",
        ),
        ([("Caja", 150)], Lack.ALONE, 0, "Another touchpoint with answers is missing, to weigh one against the other"),
    ],
)
def test_scores_that_answers_are_missing_to_weigh_are_not_said_to_explain_nothing(
    tmp_path: Path, visits: list[tuple[str, int]], lack: Lack, missing: int, told: str
) -> None:
    with company(tmp_path, responses=following(*visits)) as cursor:
        found = journey_impact(cursor)
    assert found.rows["derived"].isna().all()
    assert (found.lack, found.missing, str(what_is_lacking(found))) == (lack, missing, told)


def test_scores_of_a_whole_journey_with_one_touchpoint_of_enough_lack_answers_at_the_other(tmp_path: Path) -> None:
    rows = grid(120)
    rows["ratings"] = rows["ratings"][:140]
    alone = {"touchpoint": "Reserva", "answered_at": START, "score": 3.0}
    rows["ratings"] += [{**alone, "response": f"R{n}"} for n in range(20, 120)]
    with company(tmp_path, **rows) as cursor:
        found = journey_impact(cursor, Filters().only(Dimension.AREA, "Logística"))
    assert (found.lack, found.missing) == (Lack.TOO_FEW_EACH, 10)


def test_where_everybody_is_as_loyal_the_answers_vary_too_little(tmp_path: Path) -> None:
    answers = following(("Caja", 100), ("Entrega", 100), loyal=lambda _: 10.0)
    with company(tmp_path, responses=answers) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, found.missing) == (Lack.ALIKE, 0)


def test_satisfied_who_are_less_loyal_are_scores_that_explain_nothing(tmp_path: Path) -> None:
    answers = following(("Caja", 100), ("Entrega", 100), loyal=lambda score: 10.0 - score)
    with company(tmp_path, responses=answers) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, [one.caution for one in found.report.warnings]) == (None, [Caution.UNEXPLAINED])


def test_scores_of_touchpoints_without_any_question_of_loyalty_lack_the_question(tmp_path: Path) -> None:
    rows = grid(55)
    with company(tmp_path, touchpoints=TOUCHPOINTS, ratings=rows["ratings"]) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, found.report.respondents) == (Lack.NO_QUESTION, 0)
    assert str(what_is_lacking(found)) == "There are scores; a recommendation question from 0 to 10 is missing"


def test_surveys_about_one_touchpoint_without_a_recommendation_lack_the_question_too(tmp_path: Path) -> None:
    answers = [{**one, "nps": None, "customer": None} for one in short_surveys(300)]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=answers) as cursor:
        found = journey_impact(cursor)
    assert found.lack is Lack.NO_QUESTION
    assert found.rows["n"].tolist() == [150, 150]


def test_surveys_about_one_touchpoint_say_how_many_are_missing(tmp_path: Path) -> None:
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=short_surveys(60)) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, found.report.missing_respondents) == (Lack.TOO_FEW, 40)


def test_where_few_of_either_kind_of_survey_answered_the_more_say_how_many_are_missing(tmp_path: Path) -> None:
    rows = grid(55)
    alone = [{**one, "response": f"A{place}"} for place, one in enumerate(short_surveys(8))]
    with company(tmp_path, **{**rows, "responses": [*rows["responses"], *alone]}) as cursor:
        assert journey_impact(cursor).report.missing_respondents == 45


def test_a_recommendation_in_other_answers_than_the_scores_is_told_as_such(tmp_path: Path) -> None:
    rows = grid(120)
    apart = [{**one, "response": f"otra {place}"} for place, one in enumerate(rows["responses"])]
    with company(tmp_path, **{**rows, "responses": apart}) as cursor:
        found = journey_impact(cursor)
    assert (found.lack, found.loyal, found.report.respondents) == (Lack.APART, 120, 0)
    told = "Recommendation (0 to 10): no answer has it together with scores of touchpoints"
    assert str(what_is_lacking(found)) == told


def test_a_recommendation_that_nobody_gave_in_the_period_is_told_as_such(tmp_path: Path) -> None:
    rows = grid(120)
    early = [{**one, "answered_at": START - timedelta(days=400)} for one in rows["responses"]]
    with company(tmp_path, **{**rows, "responses": early}) as cursor:
        found = journey_impact(cursor, Filters(START.date(), None), Loyalty(Outcome.RECOMMENDATION))
    assert (found.lack, found.loyal) == (Lack.NOBODY_HERE, 0)


def test_a_deed_that_nobody_could_do_yet_is_too_early(tmp_path: Path) -> None:
    purchases = [{"customer": "C1", "occurred_on": (START + timedelta(days=3)).date(), "amount": 5.0}]
    with company(tmp_path, touchpoints=TOUCHPOINTS, responses=short_surveys(60), purchases=purchases) as cursor:
        assert journey_impact(cursor, loyalty=Loyalty(Outcome.BUYS_AGAIN)).lack is Lack.NOT_YET


def test_an_empty_warehouse_says_nothing(tmp_path: Path) -> None:
    with company(tmp_path) as cursor:
        found = journey_impact(cursor)
    assert found.rows.empty
    assert found.report.evidence is Evidence.NONE
