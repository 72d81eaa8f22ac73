"""What the board says of the staff sheet, and of a bare ranking."""

from datetime import date, datetime

from momentos.facts import METRICS
from momentos.figures.filters import Filters
from momentos.people.questions.board import have_nothing_alike, team_board
from momentos.people.questions.raw_ranking import Mistake, raw_ranking, wrong_places
from momentos.people.questions.staff_notes import Left, Moved, Renamed, SharedName, staff_notes
from momentos.warehouse import shown_names
from tests.figures.company import company, full_row

CSAT = METRICS["csat"]


def surveys(employee, touchpoint, satisfied, dissatisfied):
    return [
        full_row("responses", answered_at=datetime(2026, 1, 5), employee=employee, touchpoint=touchpoint, csat=score)
        for score in [5.0] * satisfied + [1.0] * dissatisfied
    ]


def test_whoever_left_is_told(tmp_path):
    with company(tmp_path, employees=[full_row("employees", employee="Ana", left_on=date(2026, 1, 20))]) as cursor:
        assert staff_notes(cursor, Filters(to_on=date(2026, 1, 31))) == (Left("Ana", date(2026, 1, 20)),)
        assert staff_notes(cursor, Filters(to_on=date(2026, 1, 15))) == ()


def test_two_of_the_same_name_are_told_apart_and_the_bare_name_counts_for_neither(tmp_path):
    staff = [full_row("employees", employee=code, name="Ana Ruiz") for code in ("E1", "E2")]
    rows = [*surveys("E1", "Caja", 2, 0), *surveys("E2", "Caja", 0, 2), *surveys("Ana Ruiz", "Caja", 3, 0)]
    with company(tmp_path, employees=staff, responses=rows) as cursor:
        board = team_board(cursor, CSAT).rows.set_index("employee")["n"].to_dict()
        notes = staff_notes(cursor, Filters())
    assert board == {"Ana Ruiz (E1)": 2, "Ana Ruiz (E2)": 2, "Ana Ruiz": 3}
    assert notes == (SharedName(("E1", "E2"), "Ana Ruiz", 3),)


def test_a_renamed_person_is_one_person_and_a_moved_one_keeps_their_cases(tmp_path):
    before = full_row("employees", employee="E1", name="Ana Ruiz", supervisor="Marta")
    rows = [*surveys("Ana Ruiz", "Caja", 2, 0), *surveys("Ana Mora", "Caja", 1, 0)]
    with company(tmp_path, employees=[before], responses=rows) as cursor:
        cursor.execute("update employees set superseded_by = 2")
        cursor.execute(
            "insert into employees select * replace ('Ana Mora' as name, 'ana mora' as name_key, 'Raúl' as supervisor,"
            " 'raúl' as supervisor_key, 2 as load_no, null as superseded_by) from employees"
        )
        shown_names.refresh_names(cursor)
        found = cursor.execute("select employee, supervisor from employee_names where key = 'ana ruiz'").fetchall()
        notes = staff_notes(cursor, Filters())
    assert found == [("Ana Mora", "Raúl")]
    assert notes == (Renamed("Ana Mora", "Ana Ruiz"), Moved("Ana Mora", "Marta", "Raúl"))


def test_a_bare_ranking_crowns_few_answers_and_easy_cases(tmp_path):
    rows = [
        *surveys("Suerte", "Caja", 6, 0), *surveys("Fácil", "Caja", 92, 8), *surveys("Otra", "Caja", 90, 10),
        *surveys("Buena", "Entrega", 70, 30), *surveys("Media", "Entrega", 40, 60), *surveys("Baja", "Entrega", 38, 62),
    ]  # fmt: skip
    with company(tmp_path, responses=rows) as cursor:
        board = team_board(cursor, CSAT)
    assert raw_ranking(board.rows, CSAT)["employee"].head(3).tolist() == ["Suerte", "Fácil", "Otra"]
    wrong = [(one.employee, one.mistake, one.place) for one in wrong_places(board.rows, CSAT, board.team)]
    assert wrong[:2] == [("Suerte", Mistake.FEW_ANSWERS, 1), ("Fácil", Mistake.EASIER_CASES, 2)]
    assert ("Buena", Mistake.LEFT_OFF, None) in wrong


def test_where_nothing_is_alike_a_bare_ranking_compares_what_cannot_be(tmp_path):
    rows = [*surveys("Ana", "Caja", 36, 4), *surveys("Luis", "Entrega", 20, 20), *surveys("Eva", "Pago", 10, 30)]
    with company(tmp_path, responses=rows) as cursor:
        board = team_board(cursor, CSAT)
    assert have_nothing_alike(board.rows)
    wrong = wrong_places(board.rows, CSAT, board.team)
    assert [one.mistake for one in wrong] == [Mistake.NOTHING_ALIKE] * 3
