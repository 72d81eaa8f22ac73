"""Who sees what: codes, and the doors of the questions about people."""

from datetime import date, datetime

import pytest

from momentos.access import lead_code
from momentos.access.card_codes import codes_of, draw_codes
from momentos.domain.dimensions import Dimension
from momentos.domain.errors import Refused
from momentos.domain.throttle import FREE_ATTEMPTS, Throttle
from momentos.domain.viewer import EVERYBODY, LEADS, Viewer
from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.kept.card_remarks import remark
from momentos.people.meanings.policy import POINTS, READY_POLICIES, Audience
from momentos.people.questions import seen
from momentos.screen import viewer as viewer_of_session
from momentos.warehouse import settings
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.touched import derive_again
from tests.figures.company import company, insert

AT = datetime(2026, 6, 1, 9, 0)
LEAD = Viewer("Marta", frozenset({LEADS}))
ANA = Viewer("", frozenset(), frozenset({"ana ruiz"}))
POLICY = READY_POLICIES[0].policy


@pytest.fixture
def warehouse(tmp_path, monkeypatch):
    monkeypatch.delenv(lead_code.LEAD_CODE_VARIABLE, raising=False)
    with Warehouse.open(tmp_path / "momentos.duckdb") as opened:
        yield opened


@pytest.fixture(scope="module")
def staff(tmp_path_factory):
    """Ana above, Luis below and Iván in between, each with sixty answers."""
    good = {"Ana Ruiz": 58, "Luis Mora": 20, "Iván Peña": 42, "Rosa Gil": 41, "Teo Paz": 43}
    answers = [
        {"employee": name, "answered_at": AT, "csat": 5.0 if place < top else 1.0}
        for name, top in good.items()
        for place in range(60)
    ]
    people = [{"employee": name, "name": name, "supervisor": "Marta"} for name in good]
    with company(tmp_path_factory.mktemp("staff"), responses=answers, employees=people) as cursor:
        yield cursor


def test_without_a_code_nothing_is_protected_and_no_code_is_right(warehouse):
    with warehouse.cursor() as cursor:
        assert not lead_code.mark_of_lead_code(cursor)
        assert not lead_code.is_lead_code(cursor, "")


def test_a_code_set_on_the_screen_is_known_again_and_never_kept(warehouse):
    lead_code.set_lead_code(warehouse, LEAD, "girasol-42", author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        assert lead_code.mark_of_lead_code(cursor)
        assert lead_code.is_lead_code(cursor, " girasol-42 ")
        assert not lead_code.is_lead_code(cursor, "girasol-43")
        assert "girasol" not in str(cursor.execute("select * from settings").fetchall())


def test_two_companies_with_one_code_keep_different_hashes(warehouse, tmp_path):
    with Warehouse.open(tmp_path / "other.duckdb") as other:
        kept = []
        for one in (warehouse, other):
            lead_code.set_lead_code(one, LEAD, "girasol-42", author="Marta", at=AT)
            with one.cursor() as cursor:
                kept.append(settings.setting(cursor, lead_code.LEAD_CODE))
    assert kept[0] != kept[1]


@pytest.mark.parametrize(("code", "author"), [("corta", "Marta"), ("girasol-42", " ")])
def test_a_short_or_unsigned_code_is_refused(warehouse, code, author):
    with pytest.raises(Refused):
        lead_code.set_lead_code(warehouse, LEAD, code, author=author, at=AT)


def test_the_code_of_the_machine_wins_and_is_not_changed_on_the_screen(warehouse, monkeypatch):
    lead_code.set_lead_code(warehouse, LEAD, "girasol-42", author="Marta", at=AT)
    monkeypatch.setenv(lead_code.LEAD_CODE_VARIABLE, "otra-clave")
    with warehouse.cursor() as cursor:
        assert lead_code.is_lead_code(cursor, "otra-clave")
        assert not lead_code.is_lead_code(cursor, "girasol-42")
    with pytest.raises(Refused):
        lead_code.set_lead_code(warehouse, LEAD, "tercera-clave", author="Marta", at=AT)


def test_guessing_slows_down_and_a_right_code_is_forgiven():
    throttle = Throttle()
    for _ in range(FREE_ATTEMPTS - 1):
        assert throttle.begin("lead", 0.0) == 0
    assert throttle.seconds_to_wait("lead", 0.0) == 0
    assert throttle.begin("lead", 0.0) == 0
    assert throttle.seconds_to_wait("lead", 1.0) == 29
    assert throttle.begin("lead", 40.0) == 0
    assert throttle.seconds_to_wait("lead", 40.0) == 60
    assert throttle.seconds_to_wait("ana", 40.0) == 0
    assert throttle.begin("lead", 120.0) == 0
    throttle.forgive("lead")
    assert throttle.begin("lead", 121.0) == 0
    assert throttle.seconds_to_wait("lead", 121.0) == 0


def test_many_guesses_at_once_are_no_more_than_one():
    throttle = Throttle()
    waits = [throttle.begin("lead", 7.0) for _ in range(50)]
    assert waits.count(0.0) == FREE_ATTEMPTS
    assert set(waits) == {0.0, 30.0}


def test_after_years_of_guessing_the_pause_is_still_a_quarter_of_an_hour():
    throttle = Throttle()
    for attempt in range(2000):
        throttle.begin("lead", attempt * 900.0)
    assert throttle.seconds_to_wait("lead", 1999 * 900.0) == 900


def test_a_blank_code_in_the_environment_is_none(warehouse, monkeypatch):
    monkeypatch.setenv(lead_code.LEAD_CODE_VARIABLE, "  ")
    with warehouse.cursor() as cursor:
        assert not lead_code.mark_of_lead_code(cursor)
        assert not lead_code.is_lead_code(cursor, "")


def test_a_short_code_in_the_environment_opens_nothing_and_says_so(warehouse, monkeypatch):
    monkeypatch.setenv(lead_code.LEAD_CODE_VARIABLE, "1234567")
    with warehouse.cursor() as cursor:
        assert lead_code.mark_of_lead_code(cursor)
        with pytest.raises(Refused, match="fewer than 8 characters"):
            lead_code.is_lead_code(cursor, "1234567")


def hired(warehouse, *names):
    """These people in the staff sheet, each with a code drawn for their card; the codes by name."""
    with warehouse.transaction() as cursor:
        insert(cursor, "employees", [{"employee": f"E{place}", "name": name} for place, name in enumerate(names)])
        derive_again(cursor)
    draw_codes(warehouse, LEAD, names, author="Marta", at=AT)
    with warehouse.cursor() as cursor:
        return {one.employee: one.code for one in codes_of(cursor, LEAD, names, AT.date())}


@pytest.fixture
def session(warehouse, monkeypatch):
    """What a browser's session keeps."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(viewer_of_session, "warehouse", lambda: warehouse)
    monkeypatch.setattr(viewer_of_session.st, "session_state", kept)
    return kept


def test_somebody_called_lead_opens_their_card_and_no_more(warehouse, session):
    lead_code.set_lead_code(warehouse, LEAD, "la clave larga", author="Marta", at=AT)
    code = hired(warehouse, "Lead")["Lead"]
    assert viewer_of_session.try_card_code("Lead", code) == 0
    seen = viewer_of_session.viewer()
    assert seen.may_open_card("LEAD")
    assert not seen.is_lead


def test_a_session_that_opened_a_card_is_asked_again_once_the_name_is_anothers(warehouse, session):
    lead_code.set_lead_code(warehouse, LEAD, "la clave larga", author="Marta", at=AT)
    codes = hired(warehouse, "Ana Ruiz", "Luis Mora")
    viewer_of_session.try_card_code("Ana Ruiz", codes["Ana Ruiz"])
    assert viewer_of_session.viewer().own_cards == {"ana ruiz"}

    with warehouse.transaction() as cursor:
        cursor.execute("update employees set name = case employee when 'E0' then 'Luis Mora' else 'Ana Ruiz' end")
        cursor.execute("update employees set name_key = lower(name)")
        derive_again(cursor)

    assert viewer_of_session.viewer().own_cards == frozenset()


def test_a_session_that_opened_a_card_is_asked_again_once_another_code_is_drawn(warehouse, session):
    lead_code.set_lead_code(warehouse, LEAD, "la clave larga", author="Marta", at=AT)
    codes = hired(warehouse, "Ana Ruiz")
    viewer_of_session.try_card_code("Ana Ruiz", codes["Ana Ruiz"])
    draw_codes(warehouse, LEAD, ["Ana Ruiz"], author="Marta", at=AT)
    assert viewer_of_session.viewer().own_cards == frozenset()


def test_a_session_let_in_is_out_again_when_the_code_changes(warehouse, monkeypatch):
    session: dict[str, object] = {}
    monkeypatch.setattr(viewer_of_session, "warehouse", lambda: warehouse)
    monkeypatch.setattr(viewer_of_session.st, "session_state", session)
    assert viewer_of_session.viewer().may_speak_for("Ana Ruiz")
    lead_code.set_lead_code(warehouse, LEAD, "girasol-42", author="Marta", at=AT)
    assert not viewer_of_session.viewer().is_lead
    assert viewer_of_session.try_lead_code("girasol-42") == 0
    assert viewer_of_session.viewer().is_lead
    assert not viewer_of_session.viewer().may_speak_for("Ana Ruiz")
    lead_code.set_lead_code(warehouse, LEAD, "amapola-43", author="Marta", at=AT)
    assert not viewer_of_session.viewer().is_lead


def test_where_no_code_is_set_whoever_looks_as_a_lead_does_not_speak_for_people(warehouse, monkeypatch):
    monkeypatch.setattr(viewer_of_session, "warehouse", lambda: warehouse)
    monkeypatch.setattr(viewer_of_session.st, "session_state", {viewer_of_session.AS_LEAD_KEY: True})
    seen_now = viewer_of_session.viewer()
    assert (seen_now.is_lead, seen_now.may_speak_for("Ana Ruiz")) == (True, False)


def test_only_whoever_leads_changes_the_code(warehouse):
    for viewer in (ANA, EVERYBODY):
        with pytest.raises(Refused):
            lead_code.set_lead_code(warehouse, viewer, "girasol-42", author="Ana", at=AT)


@pytest.mark.parametrize("metric", [METRICS["csat"], POINTS])
def test_who_is_below_is_not_in_what_others_get(staff, metric):
    lead = seen.seen_board(staff, LEAD, POLICY, metric, Filters()).rows.set_index("employee")
    other = seen.seen_board(staff, EVERYBODY, POLICY, metric, Filters()).rows.set_index("employee")

    assert lead.loc["Luis Mora", "band"] == "below"
    assert other.loc["Luis Mora", "band"] == "same"
    assert other.loc["Luis Mora", ["observed", "expected", "score", "low", "high", "p_above", "p_top3"]].isna().all()
    assert other.loc["Ana Ruiz", "score"] == lead.loc["Ana Ruiz", "score"]
    assert list(other.index) == ["Ana Ruiz", "Iván Peña", "Luis Mora", "Rosa Gil", "Teo Paz"]


def test_a_board_for_leads_is_refused_to_others(staff):
    policy = POLICY.__class__(**{**vars(POLICY), "audience": Audience.LEADS})
    with pytest.raises(Refused):
        seen.seen_board(staff, EVERYBODY, policy, METRICS["csat"], Filters())
    assert len(seen.seen_board(staff, LEAD, policy, METRICS["csat"], Filters()).rows) == 5
    assert len(seen.seen_board(staff, EVERYBODY, policy, METRICS["csat"], Filters(), Dimension.AREA).rows) == 0


def test_a_card_opens_to_its_person_and_to_leads(staff):
    window = Filters(date(2026, 5, 1), date(2026, 6, 30))
    assert seen.seen_card(staff, ANA, "Ana Ruiz", POLICY, window).employee == "Ana Ruiz"
    assert seen.seen_card(staff, LEAD, "Luis Mora", POLICY, window).employee == "Luis Mora"
    for asked in ("Luis Mora", "LUIS  MORA"):
        with pytest.raises(Refused):
            seen.seen_card(staff, ANA, asked, POLICY, window)


def test_only_leads_get_teams_cards_everybodys_remarks_and_shortlists(staff):
    for question, *rest in (
        (seen.team_cards, "Marta", POLICY, Filters()),
        (seen.seen_remarks,),
        (seen.seen_leaders, POLICY, AT.date()),
        (seen.seen_never_recognised, Filters()),
        (seen.seen_past_periods, POLICY, AT.date()),
    ):
        with pytest.raises(Refused):
            question(staff, ANA, *rest)


def test_ones_own_remarks_are_ones_own(warehouse):
    remark(warehouse, ANA, "Ana Ruiz", "CSAT", "Fue la semana del apagón", at=AT)
    with warehouse.cursor() as cursor:
        assert len(seen.seen_remarks(cursor, ANA, "Ana Ruiz")) == 1
        with pytest.raises(Refused):
            seen.seen_remarks(cursor, EVERYBODY, "Ana Ruiz")
