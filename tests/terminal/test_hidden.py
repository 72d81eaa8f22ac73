"""Hidden sheets at the terminal: left out and asked about, loaded where somebody says so."""

import pytest

from tests.intake.messy.making import book
from tests.terminal.terminal import Terminal

HEADERS = ["Fecha", "Agente", "Canal", "Espera", "Atendida"]
SHOWN = [HEADERS, *([f"{day:02d}/03/2026", "Ana", "Teléfono", 10 + day, "sí"] for day in range(1, 21))]
DRAFT = [HEADERS, *([f"{day:02d}/04/2026", "Ana", "Teléfono", 10 + day, "sí"] for day in range(1, 6))]
LISTS = [["Canal", "Sede"], ["Teléfono", "Cali"], ["Tienda", "Bogotá"]]


@pytest.fixture
def path(terminal: Terminal) -> str:
    """Twenty calls in view and five in a hidden sheet."""
    target = terminal.folder / "llamadas.xlsx"
    target.write_bytes(book({"Marzo": SHOWN, "Borrador": DRAFT}, hidden="Borrador"))
    return str(target)


def counts(answer: dict) -> dict[str, list[int]]:
    return {one["sheet"]: [one[name] for name in ("read", "loaded", "rejected", "skipped")] for one in answer["sheets"]}


def test_a_hidden_sheet_is_left_out_and_asked_about_and_the_others_load(terminal: Terminal, path: str) -> None:
    (answer,) = terminal.json("import", path)

    assert answer["status"] == "loaded"
    assert counts(answer) == {"Marzo": [20, 20, 0, 0], "Borrador": [5, 0, 0, 5]}
    (asked,) = [one for one in answer["problems"] if "Borrador" in one["problem"]]
    assert (asked["sheet"], asked["severity"]) == ("Borrador", "warning")
    assert asked["found"] == "Fecha: 01/04/2026, Agente: Ana, Canal: Teléfono, Espera: 11, Atendida: sí"
    assert "--hidden" in asked["suggestion"]


def test_it_is_loaded_when_asked_for_and_the_next_file_like_it_too(terminal: Terminal, path: str) -> None:
    (answer,) = terminal.json("import", path, "--hidden")
    assert counts(answer) == {"Marzo": [20, 20, 0, 0], "Borrador": [5, 5, 0, 0]}

    later = terminal.folder / "mayo.xlsx"
    later.write_bytes(
        book({"Marzo": SHOWN, "Borrador": [*DRAFT, ["07/05/2026", "Ana", "Tienda", 9, "no"]]}, hidden="Borrador")
    )
    (answer,) = terminal.json("import", str(later))
    assert counts(answer)["Borrador"] == [6, 1, 0, 0]


def test_a_hidden_sheet_of_another_name_is_asked_about_anew(terminal: Terminal, path: str) -> None:
    terminal.json("import", path, "--hidden")

    later = terminal.folder / "mayo.xlsx"
    later.write_bytes(book({"Marzo": SHOWN, "Marzo (copia)": DRAFT}, hidden="Marzo (copia)"))
    (answer,) = terminal.json("import", str(later))

    assert counts(answer)["Marzo (copia)"] == [5, 0, 0, 5]


def test_it_is_loaded_after_the_others_when_the_answer_comes_later(terminal: Terminal, path: str) -> None:
    terminal.json("import", path)

    (answer,) = terminal.json("import", path, "--hidden")

    assert counts(answer) == {"Borrador": [5, 5, 0, 0]}
    assert len(terminal.json("rows", "interactions")) == 25


def test_naming_the_sheet_says_that_it_is_wanted_this_time(terminal: Terminal, path: str) -> None:
    (answer,) = terminal.json("import", path, "--sheet", "Borrador")
    assert counts(answer) == {"Borrador": [5, 5, 0, 0]}

    assert terminal.json("layouts") == []


def test_whoever_says_no_is_not_asked(terminal: Terminal, path: str) -> None:
    (answer,) = terminal.json("import", path, "--no-hidden")

    (told,) = [one for one in answer["problems"] if one["sheet"] == "Borrador"]
    assert (told["severity"], told["suggestion"]) == ("info", None)


def test_the_same_file_is_already_loaded_though_its_hidden_sheet_is_not(terminal: Terminal, path: str) -> None:
    terminal.json("import", path)

    (answer,) = terminal.json("import", path)

    assert answer["status"] == "already loaded"
    assert len(terminal.json("rows", "interactions")) == 20


def test_a_hidden_list_that_is_no_data_keeps_nothing_from_loading(terminal: Terminal) -> None:
    target = terminal.folder / "con_listas.xlsx"
    target.write_bytes(book({"Marzo": SHOWN, "Listas": LISTS}, hidden="Listas"))

    (answer,) = terminal.json("import", str(target), "--strict")

    assert answer["status"] == "loaded"


def test_a_file_with_nothing_in_view_loads_nothing_before_it_is_answered(terminal: Terminal) -> None:
    target = terminal.folder / "oculto.xlsx"
    target.write_bytes(book({"Borrador": DRAFT, "Portada": []}, hidden="Borrador"))

    (answer,) = terminal.json("import", str(target), status=1)

    assert (answer["status"], counts(answer)) == ("refused", {"Borrador": [5, 0, 0, 5]})
    assert terminal.json("loads") == []
