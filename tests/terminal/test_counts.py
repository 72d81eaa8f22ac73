"""Monthly tables by person with a column that counts: the next month's takes the place of nothing."""

import pytest

from tests.terminal.terminal import Terminal

AGAIN_AND_AGAIN, ONE_MORE_EACH = [12, 9, 12, 15, 11, 9] * 2, list(range(30, 42))


def month(number: int, header: str, counts: list[int]) -> str:
    people = ["Ana Rivas", "Luis Peña", "Marta Solís"]
    lines = [
        f"{day}/{number:02d}/2026,{people[day % 3]},4,{count}" for day, count in zip(range(13, 25), counts, strict=True)
    ]
    return "\n".join([f"Fecha,Asesor,Nota,{header}", *lines, ""])


@pytest.mark.parametrize(
    ("header", "counts"),
    [
        ("Llamadas", ONE_MORE_EACH),
        ("Encuestas", ONE_MORE_EACH),
        ("Respuestas", AGAIN_AND_AGAIN),
        ("Encuesta", AGAIN_AND_AGAIN),
        ("Number of surveys", ONE_MORE_EACH),
    ],
)
def test_next_months_file_with_the_same_counts_replaces_nothing(
    terminal: Terminal, header: str, counts: list[int]
) -> None:
    terminal.json("import", terminal.write("mayo.csv", month(5, header, counts)), "--dataset", "responses")
    june = terminal.write("junio.csv", month(6, header, counts))
    (answer,) = terminal.json("import", june, "--dataset", "responses")

    assert [answer["sheets"][0][name] for name in ("read", "loaded", "replaced")] == [12, 12, 0]
    rows = terminal.json("metric", "csat", "--by", "month")["rows"]
    assert [one["n"] for one in rows] == [12, 12]


def test_a_column_said_to_be_the_number_is_taken_and_what_it_would_replace_is_said_first(terminal: Terminal) -> None:
    wish = ("--dataset", "responses", "--map", "Encuestas=response")
    terminal.json("import", terminal.write("mayo.csv", month(5, "Encuestas", ONE_MORE_EACH)), *wish)
    june = terminal.write("junio.csv", month(6, "Encuestas", ONE_MORE_EACH))
    (answer,) = terminal.json("import", june, *wish, "--dry-run")
    assert "12 filas de días que el archivo no abarca" in answer["problems"][0]["problem"]
