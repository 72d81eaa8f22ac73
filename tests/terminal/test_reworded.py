"""Two exports of one survey whose questions were worded anew: asked, merged with a word, taken back with another."""

import pytest

from tests.intake.messy.making import book
from tests.terminal.terminal import Terminal

YEAR = ["Marca temporal", "Pago en caja", "Entrega del pedido", "Caja 1", "Preventa"]
NEXT = ["Marca temporal", "¿Cómo califica el pago en la caja?", "Entregar pedidos", "Caja 2", "Posventa"]
SCORES = [[1, 5, 3, 4], [2, 4, 5, 4], [3, 3, 1, 5], [4, 2, 2, 1], [5, 1, 4, 2], [5, 3, 3, 3]]
QUESTION = "¿Cómo califica el pago en la caja?"


def export(terminal: Terminal, name: str, headers: list[str], month: int) -> str:
    rows = [[f"{13 + day}/{month:02d}/2026 10:00:00", *scores] for day, scores in enumerate(SCORES)]
    path = terminal.folder / name
    path.write_bytes(book({"Respuestas de formulario 1": [headers, *rows]}))
    return str(path)


@pytest.fixture
def two_years(terminal: Terminal) -> list[dict]:
    """What is told of the second export, after the first."""
    terminal.json("import", export(terminal, "encuesta_2025.xlsx", YEAR, 1))
    (answer,) = terminal.json("import", export(terminal, "encuesta_2026.xlsx", NEXT, 2))
    assert answer["sheets"][0]["loaded"] == 6
    return answer["problems"]


def scored(terminal: Terminal) -> dict[str, int]:
    answer = terminal.json("metric", "score", "--by", "touchpoint")
    return {one["touchpoint"]: one["n"] for one in answer["rows"]}


def test_questions_worded_anew_are_asked_and_kept_apart_until_answered(terminal: Terminal, two_years) -> None:
    asked = {one["found"]: one for one in two_years if one["field"] == "touchpoint" and one["severity"] == "warning"}

    assert set(asked) == {QUESTION, "Entregar pedidos"}
    assert '--same "¿Cómo califica el pago en la caja?" "Pago en caja"' in asked[QUESTION]["suggestion"]
    assert scored(terminal)["Pago en caja"] == scored(terminal)[QUESTION] == 6


def test_they_are_found_among_what_is_loaded_merged_and_told_apart(terminal: Terminal, two_years) -> None:
    found = terminal.json("names", "--of", "touchpoint")["asked"]
    assert {(one["written"], one["shown"], one["why"]) for one in found} == {
        (QUESTION, "Pago en caja", "the same in other words"),
        ("Entrega del pedido", "Entregar pedidos", "the same in other words"),
    }

    merged = terminal.json("names", "--of", "touchpoint", "--same", QUESTION, "Pago en caja")
    assert scored(terminal)["Pago en caja"] == 12
    assert QUESTION not in scored(terminal)

    terminal.json("names", "--of", "touchpoint", "--apart", str(merged["same"][0]["number"]))
    assert scored(terminal)["Pago en caja"] == 6


def test_what_was_said_holds_for_the_next_export(terminal: Terminal, two_years) -> None:
    terminal.json("names", "--of", "touchpoint", "--same", QUESTION, "Pago en caja")

    (answer,) = terminal.json("import", export(terminal, "encuesta_marzo.xlsx", NEXT, 3))

    assert scored(terminal)["Pago en caja"] == 18
    assert QUESTION not in {one["found"] for one in answer["problems"]}
