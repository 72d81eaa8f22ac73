"""``momentos priorities``: first what matters and fails, with its reason, then a budget by area."""

from tests.cli.terminal import Terminal

SPENDING = """Mes,Área,Tipo de gasto,Monto
01/01/2026,Caja,retención,300
01/01/2026,Logística,retención,100
"""


def test_every_touchpoint_has_a_reason_in_the_readers_language(company: Terminal) -> None:
    answer = company.json("priorities")
    assert {row["touchpoint"] for row in answer["rows"]} == {"Caja", "Entrega"}
    assert answer["basis"] == "assigned"
    reasons = {row["touchpoint"]: row["reason"] for row in answer["rows"]}
    assert reasons["Entrega"] == "Una sola respuesta, 2,0, no dice nada de una prioridad."
    in_english = company.json("priorities", "--lang", "en")["rows"]
    assert {row["touchpoint"]: row["reason"] for row in in_english}["Entrega"].startswith("A single answer, 2.0")


def test_a_budget_is_shared_by_area_beside_todays_spending(terminal: Terminal) -> None:
    points = "Etapa,Punto de contacto,Área,Impacto\nComprar,Caja,Caja,4\nRecibir,Entrega,Logística,5\n"
    surveys = "Encuesta,Fecha,Punto de contacto,Satisfacción\n" + "".join(
        f"R-{n},05/01/2026,{'Caja' if n % 2 else 'Entrega'},{5 if n % 2 else 2}\n" for n in range(1, 81)
    )
    files = {"puntos.csv": points, "encuestas.csv": surveys, "gasto.csv": SPENDING}
    terminal.json("import", "--day-first", *(terminal.write(name, text) for name, text in files.items()))
    areas = {row["area"]: row for row in terminal.json("priorities", "--budget", "1000")["areas"]}
    assert areas["Logística"]["today"] == 100
    assert areas["Caja"]["today"] == 300
    assert areas["Logística"]["proposed"] == 1000
    today = {row["area"]: row for row in terminal.json("priorities")["areas"]}
    assert today["Logística"]["proposed"] == 400
    assert "Logística" in terminal.run("priorities").output


def test_nothing_loaded_says_what_to_do(terminal: Terminal) -> None:
    assert "momentos import" in terminal.run("priorities").output


def test_a_target_outside_the_scale_is_wrong_usage(terminal: Terminal) -> None:
    terminal.run("priorities", "--target", "9", status=2)
