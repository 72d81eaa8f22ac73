"""A survey's reason is that of the contact it is about."""

from datetime import datetime

from momentos.domain.dimensions import Dimension
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.people.questions.board import team_board, unknown_cases
from tests.figures.company import company

AT = datetime(2026, 3, 2, 9, 0)


def hard_and_easy(linked: bool) -> dict[str, list[dict]]:
    """Ana and Luis both satisfy 9 of 10 with queries and 3 of 10 with complaints; Luis has most of the complaints."""
    contacts, surveys = [], []
    for person, queries, complaints in (("Ana", 60, 20), ("Luis", 20, 60), ("Rosa", 40, 40)):
        for reason, n, share in (("Consulta", queries, 0.9), ("Reclamo", complaints, 0.3)):
            for place in range(n):
                number = f"T{len(contacts)}"
                contacts.append({"interaction": number, "occurred_at": AT, "employee": person, "reason": reason})
                score = 5.0 if place < share * n else 1.0
                surveys.append(
                    {"answered_at": AT, "employee": person, "csat": score, "interaction": number if linked else None}
                )
    return {"interactions": contacts, "responses": surveys}


def test_satisfaction_by_reason_reads_the_contact(tmp_path):
    with company(tmp_path, **hard_and_easy(linked=True)) as cursor:
        found = measure(cursor, METRICS["csat"], (Dimension.REASON,))
    assert dict(zip(found["reason"], found["value"].round(6), strict=True)) == {"Consulta": 90.0, "Reclamo": 30.0}
    assert found["n"].tolist() == [120, 120]


def test_ratings_take_the_reason_of_their_survey(tmp_path):
    contacts = [{"interaction": "T1", "occurred_at": AT, "reason": "Reclamo"}]
    surveys = [{"response": "R1", "answered_at": AT, "interaction": "T1"}]
    ratings = [{"response": "R1", "answered_at": AT, "touchpoint": "Paga", "score": 2.0}]
    with company(tmp_path, interactions=contacts, responses=surveys, ratings=ratings) as cursor:
        found = measure(cursor, METRICS["score"], (Dimension.REASON, Dimension.TOUCHPOINT))
    assert found[["reason", "touchpoint", "value"]].to_numpy().tolist() == [["Reclamo", "Paga", 2.0]]


def test_whoever_has_the_hard_reasons_is_not_below_like_with_like(tmp_path):
    with company(tmp_path, **hard_and_easy(linked=True)) as cursor:
        alike = team_board(cursor, METRICS["csat"], cases=(Dimension.REASON,)).rows.set_index("employee")
        assert unknown_cases(cursor, METRICS["csat"], Filters(), (Dimension.REASON,)) == ()
    assert alike.loc["Luis", "expected"] == 45.0
    assert alike.loc["Luis", "band"] == "same"


def test_a_reason_that_no_survey_leads_to_is_said_not_to_be_used(tmp_path):
    with company(tmp_path, **hard_and_easy(linked=False)) as cursor:
        assert unknown_cases(cursor, METRICS["csat"], Filters(), (Dimension.REASON,)) == ((Dimension.REASON, 0.0),)
