"""Codes, questions and columns left out at the terminal: each is told with the option that answers it."""

import pytest

from tests.terminal.terminal import Terminal

CODED = "Encuesta,Fecha,Satisfacción\n" + "".join(
    f"R-{row},{row:02d}/05/2026,{score}\n"
    for row, score in enumerate([5, 4, 99, 99, 99, 3, 9, 9, 9, 1, 5, 4, 4], start=1)
)
TWO_QUESTIONS = "Marca temporal,¿Cómo fue la atención en caja?,¿Cómo fue el envío?,¿Nos recomendaría?,Notas internas\n" + "".join(
    f"{day:02d}/05/2026 10:00:00,{day % 5 + 1},{5 - day % 3},{day % 11},x{day}\n" for day in range(13, 29)
)  # fmt: skip


def test_codes_are_asked_about_and_left_out_when_they_are_named(terminal: Terminal) -> None:
    path = terminal.write("notas.csv", CODED)
    (answer,) = terminal.json("import", path, "--dry-run", status=3)
    (asked,) = [one for one in answer["problems"] if "99" in one["problem"] and one["severity"] == "warning"]
    assert '--no-answer "Satisfacción=9,99"' in asked["suggestion"]

    (answer,) = terminal.json("import", path, "--no-answer", "Satisfacción=9,99", status=3)

    assert {one["problem"] for one in answer["problems"] if one["severity"] == "error"} == {
        "En esta fila no hay ninguna respuesta: ni nota ni comentario."
    }
    assert [one["csat"] for one in terminal.json("rows", "responses")] == [5, 4, 3, 1, 5, 4, 4]


def test_what_is_no_code_is_refused(terminal: Terminal) -> None:
    path = terminal.write("notas.csv", CODED)

    result = terminal.run("import", path, "--no-answer", "Satisfacción=nueve", status=1)

    assert "nueve no es una lista de códigos" in result.output


def test_two_questions_with_scores_are_asked_about_and_become_ratings_when_it_is_said(terminal: Terminal) -> None:
    path = terminal.write("formulario.csv", TWO_QUESTIONS)
    (answer,) = terminal.json("import", path, "--dry-run")
    (asked,) = [one for one in answer["problems"] if "=rating" in (one["suggestion"] or "")]
    assert asked["column"] == "¿Cómo fue la atención en caja?, ¿Cómo fue el envío?"

    questions = asked["column"].split(", ")
    (answer,) = terminal.json("import", path, *(part for one in questions for part in ("--map", f"{one}=rating")))

    assert answer["status"] == "loaded"
    assert len(terminal.json("rows", "ratings")) == 32


@pytest.mark.parametrize("language", ["es", "en"])
def test_columns_that_are_not_loaded_are_named(terminal: Terminal, language: str) -> None:
    path = terminal.write("formulario.csv", TWO_QUESTIONS)

    result = terminal.run("import", path, "--dry-run", "--lang", language)

    (line,) = [one for one in result.stderr.splitlines() if one.endswith("Notas internas")]
    assert line.startswith("formulario: ")
