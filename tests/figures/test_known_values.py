"""Templates offer the words a company uses, where they are few and come again."""

from pathlib import Path

from momentos.domain.viewer import OWNER
from momentos.figures.known_values import LONGEST_LIST, known_values
from tests.figures.company import company


def test_names_and_words_that_come_again_are_offered_by_alphabet(tmp_path: Path) -> None:
    calls = [{"employee": "E-2", "channel": "Web"}, {"employee": "E-1", "channel": "Tienda"}] * 2
    with company(tmp_path, interactions=calls) as cursor:
        assert known_values(cursor, OWNER) == {"employee": ["E-1", "E-2"], "channel": ["Tienda", "Web"]}


def test_values_of_one_name_are_joined_over_datasets(tmp_path: Path) -> None:
    places = [{"touchpoint": f"P{number}", "area": "Caja"} for number in range(2)]
    people = [{"employee": f"E{number}", "area": "Ventas"} for number in range(2)]
    with company(tmp_path, touchpoints=places, employees=people) as cursor:
        assert known_values(cursor, OWNER)["area"] == ["Caja", "Ventas"]


def test_words_that_do_not_come_again_are_no_list(tmp_path: Path) -> None:
    answers = [{"response": f"R{number}", "comment": f"comentario {number}"} for number in range(5)]
    with company(tmp_path, responses=answers) as cursor:
        assert "comment" not in known_values(cursor, OWNER)


def test_a_list_too_long_to_pick_from_is_none(tmp_path: Path) -> None:
    sales = [{"customer": f"C{number}", "amount": 1.0} for number in range(LONGEST_LIST + 1)]
    with company(tmp_path, purchases=sales) as cursor:
        assert "customer" not in known_values(cursor, OWNER)


def test_prose_is_no_list(tmp_path: Path) -> None:
    places = [{"touchpoint": f"P{number}", "promise": "palabra " * 20} for number in range(4)]
    with company(tmp_path, touchpoints=places) as cursor:
        assert "promise" not in known_values(cursor, OWNER)


def test_a_company_with_nothing_has_no_lists(tmp_path: Path) -> None:
    with company(tmp_path) as cursor:
        assert known_values(cursor, OWNER) == {}
