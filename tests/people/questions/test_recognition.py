"""Recognitions given and proposed: each rests on a fact, falls on whom it should, and is counted evenly."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from momentos.domain.errors import Refused
from momentos.figures.filters import Filters
from momentos.people.kept.recognitions import recognise
from momentos.people.meanings.policy import READY_POLICIES, Award, WeighedMetric
from momentos.people.questions.awards import winners
from momentos.people.questions.recognition import peer_voices, recognitions
from momentos.people.questions.recognition_proposals import equity, never_recognised, possible_leaders, proposals
from momentos.people.questions.shifts import Shift
from momentos.people.words.recognition import proof, reason
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.loads import commit
from tests.figures.company import company, full_row
from tests.warehouse.sheets import file_of, sheet_of

POLICY = replace(READY_POLICIES[0].policy, metrics=(WeighedMetric("csat", 100, 50, 100),), awards=(Award.ABOVE,))
STAFF = [
    full_row("employees", employee=code, name=name, area=area)
    for code, name, area in (("E1", "Ana Ruiz", "Caja"), ("E2", "Luis Mora", "Caja"), ("E3", "Eva Sol", "Piso"))
]
AT = datetime(2026, 2, 10, 9, 0)
TODAY = date(2026, 12, 31)


def surveys(employee, satisfied, dissatisfied, **given):
    return [
        full_row("responses", answered_at=datetime(2026, 1, 5), employee=employee, csat=score, **given)
        for score in [5.0] * satisfied + [1.0] * dissatisfied
    ]


def given(employee, by, day=date(2026, 1, 9), **more):
    return full_row("recognitions", employee=employee, given_by=by, given_on=day, reason=f"Gracias de {by}", **more)


def test_proposals_rest_on_the_policy_on_words_and_on_hard_cases(tmp_path):
    rows = [*surveys("E1", 78, 2), *surveys("E2", 40, 40), *surveys("E3", 40, 40), *surveys("E4", 40, 40)]
    rows += surveys("E2", 1, 0, comment="Luis me llamó al 300 123 4567 y lo resolvió", response="R9")
    hard = [
        full_row("interactions", occurred_at=datetime(2026, 1, 5), employee="E3", escalated=True, resolved=True)
        for _ in range(3)
    ]
    with company(tmp_path, employees=STAFF, responses=rows, interactions=hard) as cursor:
        found = proposals(cursor, POLICY, Filters())
    assert [one.employee for one in found] == ["Ana Ruiz", "Luis Mora", "Eva Sol"]
    assert str(reason(found[1])) == "A customer wrote: «Luis me llamó al ••• y lo resolvió»"
    assert str(proof(found[1])) == "survey R9"
    assert "Solved 3 hard cases" in str(reason(found[2]))


def test_words_on_whoever_was_never_recognised_come_first_and_say_so(tmp_path):
    rows = [
        *surveys("E1", 1, 0, comment="Ana se tomó todo el tiempo del mundo y me lo explicó dos veces", response="R1"),
        *surveys("E2", 1, 0, comment="Luis fue muy amable y muy rápido", response="R2"),
    ]
    with company(tmp_path, employees=STAFF, responses=rows, recognitions=[given("E1", "Luis")]) as cursor:
        found = proposals(cursor, POLICY, Filters())
    assert [(one.employee, one.is_first) for one in found] == [("Luis Mora", True), ("Ana Ruiz", False)]
    # The reason goes to the wall and to the certificate, where nobody is told to have been forgotten.
    assert str(reason(found[0])) == "A customer wrote: «Luis fue muy amable y muy rápido»"


def test_words_on_those_who_left_take_no_place_from_others(tmp_path):
    gone = [
        full_row("employees", employee=f"X{place}", name=f"Exempleado {place}", left_on=date(2025, 12, 1))
        for place in range(5)
    ]
    long = "me lo explicó dos veces, me llamó después y me acompañó hasta que quedó resuelto"
    rows = [row for one in gone for row in surveys(one["employee"], 1, 0, comment=long, response=one["employee"])]
    rows += surveys("E2", 1, 0, comment="Luis fue muy amable y muy rápido", response="R2")
    with company(tmp_path, employees=[*STAFF, *gone], responses=rows) as cursor:
        assert [one.employee for one in proposals(cursor, POLICY, Filters())] == ["Luis Mora"]


WORDS = "Me atendieron con mucha paciencia y lo resolvieron"


@pytest.mark.parametrize(
    ("scores", "is_praise"),
    [
        ({"csat": 5.0}, True),
        ({"csat": 5.0, "nps": 9.0}, True),
        ({"csat": 5.0, "nps": 7.0}, False),
        ({"csat": 4.0, "nps": 10.0}, False),
        ({"nps": 10.0}, False),  # others of this survey gave an overall score; this answer did not
        ({}, False),
    ],
)
def test_words_are_praise_only_with_the_top_overall_score_in_that_answer(tmp_path, scores, is_praise):
    said = full_row("responses", answered_at=AT, employee="E1", comment=WORDS, response="R1", **scores)
    with company(tmp_path, employees=STAFF, responses=[said, *surveys("E2", 1, 0)]) as cursor:
        assert [one.employee for one in proposals(cursor, POLICY, Filters())] == ["Ana Ruiz"] * is_praise


@pytest.mark.parametrize(("nps", "is_praise"), [(10.0, True), (9.0, False)])
def test_where_a_survey_asks_no_overall_score_only_a_recommendation_of_ten_is_one(tmp_path, nps, is_praise):
    said = full_row("responses", answered_at=AT, employee="E1", comment=WORDS, response="R1", nps=nps)
    with company(tmp_path, employees=STAFF, responses=[said]) as cursor:
        assert [one.employee for one in proposals(cursor, POLICY, Filters())] == ["Ana Ruiz"] * is_praise


def test_a_complaint_with_the_top_score_is_no_praise_and_hides_no_earlier_one(tmp_path):
    complaint = "Pésima la espera, sigo esperando la llamada que me prometieron"
    rows = [
        *surveys("E1", 1, 0, comment=WORDS, response="R1"),
        full_row("responses", answered_at=AT, employee="E1", comment=complaint, response="R2", csat=5.0),
    ]
    with company(tmp_path, employees=STAFF, responses=rows) as cursor:
        found = proposals(cursor, POLICY, Filters())
    assert [str(proof(one)) for one in found] == ["survey R1"]


def _loaded(folder, header, **given):
    """A survey of one answer whose comments stand in column D under this header."""
    row = {"answered_at": AT, "employee": "Ana Ruiz", "csat": 5.0, "comment": WORDS, **given}
    letters = dict(zip(row, "ABCDEF", strict=False))
    mapping = {header if name == "comment" else name: name for name in row if name != "response" or "own" in header}
    sheet = replace(sheet_of("responses", [row], sheet="Encuestas"), mapping=mapping, letters=letters)
    with Warehouse.open(folder / "company.duckdb") as warehouse:
        commit(warehouse, file_of(folder), [sheet], author="ana", at=AT)
        with warehouse.cursor() as cursor:
            return proposals(cursor, POLICY, Filters())


def test_words_under_a_question_of_what_to_improve_are_no_praise(tmp_path):
    assert _loaded(tmp_path, "¿Qué podríamos mejorar?") == ()


def test_words_under_any_other_header_are(tmp_path):
    assert [one.employee for one in _loaded(tmp_path, "Comentario")] == ["Ana Ruiz"]


MADE_UP = "8416a1f6a581022a36"


def test_a_survey_without_a_number_of_its_own_is_told_by_its_touchpoint_and_cell(tmp_path):
    found = _loaded(tmp_path, "Comentario", response=MADE_UP, touchpoint="Caja")
    assert str(proof(found[0])) == "survey about «Caja», Encuestas!D2"


def test_a_survey_about_no_touchpoint_is_told_by_its_cell(tmp_path):
    assert str(proof(_loaded(tmp_path, "Comentario", response=MADE_UP)[0])) == "survey in Encuestas!D2"


def test_a_number_that_stands_in_the_sheet_is_told_whatever_it_looks_like(tmp_path):
    assert str(proof(_loaded(tmp_path, "Comentario (own)", response=MADE_UP)[0])) == f"survey {MADE_UP}"


def test_equity_by_shift_goes_by_the_hours_in_which_each_attends(tmp_path):
    hours = [("E1", 9), ("E1", 10), ("E1", 23), ("E2", 22), ("E2", 3), ("E2", 15), ("E3", 0)]
    cases = [full_row("interactions", occurred_at=datetime(2026, 1, 5, hour), employee=who) for who, hour in hours]
    with company(tmp_path, employees=STAFF, recognitions=[given("E2", "Eva")], interactions=cases) as cursor:
        found = equity(cursor, Filters())
    assert found.by_shift == ((Shift.MORNING, 0, 1), (Shift.NIGHT, 1, 1), (None, 0, 1))


def test_the_voice_of_peers_counts_different_people_and_not_oneself(tmp_path):
    rows = [given("E1", "Luis"), given("E1", "Eva"), given("e1", "Ana Ruiz"), given("E2", "Eva"), given("E2", "Eva ")]
    policy = replace(POLICY, awards=(Award.PEERS,))
    with company(tmp_path, employees=STAFF, recognitions=rows) as cursor:
        assert peer_voices(cursor, Filters()) == {"Ana Ruiz": 2, "Luis Mora": 1}
        assert [(one.name, one.luck) for one in winners(cursor, policy, Filters())] == [("Ana Ruiz", None)]


def test_equity_says_who_is_never_recognised_and_how_long_thanks_take(tmp_path):
    case = full_row("interactions", interaction="T1", occurred_at=datetime(2026, 1, 5), employee="E1")
    rows = [given("E1", "Luis", interaction="T1"), given("E1", "Eva"), given("E2", "Eva")]
    with company(tmp_path, employees=STAFF, recognitions=rows, interactions=[case]) as cursor:
        found = equity(cursor, Filters())
        assert never_recognised(cursor, Filters()) == ("Eva Sol",)
    assert (found.people, found.never) == (3, ("Eva Sol",))
    assert found.top_share == pytest.approx(2 / 3)
    assert found.by_area == (("Caja", 2, 2), ("Piso", 0, 1))
    assert found.days_to_thanks == 4


def test_whoever_left_is_not_among_those_whom_recognition_forgets(tmp_path):
    left = full_row("employees", employee="E4", name="Iván Paz", area="Piso", left_on=date(2025, 12, 1))
    with company(tmp_path, employees=[*STAFF, left], recognitions=[given("E4", "Luis")]) as cursor:
        found = equity(cursor, Filters())
    assert (found.people, found.never, found.by_area[1]) == (3, ("Ana Ruiz", "Eva Sol", "Luis Mora"), ("Piso", 0, 1))


def test_one_recognition_is_not_a_concentration(tmp_path):
    with company(tmp_path, employees=STAFF, recognitions=[given("E1", "Luis")]) as cursor:
        assert equity(cursor, Filters()).top_share is None


def test_possible_leaders_stand_out_in_more_than_one_window(tmp_path):
    rows = [*surveys("E1", 78, 2), *surveys("E2", 40, 40), *surveys("E3", 40, 40), *surveys("E4", 40, 40)]
    earlier = [{**row, "answered_at": datetime(2025, 10, 20)} for row in rows]
    with company(tmp_path, employees=STAFF, responses=rows) as cursor:
        assert possible_leaders(cursor, POLICY, TODAY) == ()
    (tmp_path / "twice").mkdir()
    with company(tmp_path / "twice", employees=STAFF, responses=[*rows, *earlier]) as cursor:
        wide = replace(POLICY, window_days=60)
        assert [(one.employee, one.windows) for one in possible_leaders(cursor, wide, TODAY)] == [("Ana Ruiz", 2)]


def test_what_is_given_in_the_app_is_listed_and_not_proposed_again(tmp_path):
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse:
        recognise(
            warehouse, "Ana Ruiz", "Ayudó", "encuesta R9", occurred_on=date(2026, 2, 1), author="Eva", at=AT, fact="words R9"
        )  # fmt: skip
        with warehouse.cursor() as cursor:
            (one,) = recognitions(cursor)
    assert (one.employee, one.given_by, one.given_on, one.fact) == ("Ana Ruiz", "Eva", date(2026, 2, 10), "words R9")


@pytest.mark.parametrize(
    ("author", "reason", "proof"),
    [("", "Ayudó", "R9"), ("Eva", " ", "R9"), ("Eva", "Ayudó", ""), ("ana ruiz", "Ayudó", "R9")],
)
def test_a_recognition_needs_a_name_a_reason_and_a_proof_and_never_ones_own(tmp_path, author, reason, proof):
    with Warehouse.open(tmp_path / "momentos.duckdb") as warehouse, pytest.raises(Refused):
        recognise(warehouse, "Ana Ruiz", reason, proof, occurred_on=None, author=author, at=AT)
