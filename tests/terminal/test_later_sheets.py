"""What a manager's next file does to the last one's rows: nothing is lost, and nothing counts twice."""

from tests.terminal.terminal import Terminal

REASONS = """Código de cliente,Nombre,Segmento,Motivo de baja
C-1,Tienda Sol,Oro,Precio
C-2,Bazar Luna,Plata,
"""
SEGMENTS = """Código de cliente,Segmento,Origen
C-1,Plata,Web
C-2,,Feria
"""

IN_TWO_ROWS = """Legajo,Nombre,Cargo,Área
E-1,Ana,Caja,
E-1,Ana,,Ventas
E-2,Luis,Caja,Ventas
"""

TICKETS = "Ticket,Fecha,Detalle\n" + "".join(f"{100 + day},{day}/05/2026,caso {day}\n" for day in range(13, 25))
TWICE = "113,13/05/2026,otro asunto\n114,14/05/2026,caso 14\n"

ORDER = """Pedido,Línea,Fecha,Cliente,Monto
P-1,1,13/05/2026,C-1,100
P-1,2,13/05/2026,C-1,50
P-1,3,13/05/2026,C-1,50
P-2,1,14/05/2026,C-2,70
P-2,1,14/05/2026,C-2,70
"""


def test_a_later_list_of_customers_adds_to_the_first_and_undoing_it_takes_only_that_away(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("bajas.csv", REASONS))
    (later,) = terminal.json("import", terminal.write("segmentos.csv", SEGMENTS))

    told = ("name", "segment", "origin", "reason_for_leaving")
    rows = [tuple(one[field] for field in told) for one in terminal.json("rows", "customers")]
    assert sorted(rows) == [("Bazar Luna", "Plata", "Feria", None), ("Tienda Sol", "Plata", "Web", "Precio")]

    terminal.run("undo", later["sheets"][0]["load_id"])
    rows = [tuple(one[field] for field in told) for one in terminal.json("rows", "customers")]
    assert sorted(rows) == [("Bazar Luna", "Plata", None, None), ("Tienda Sol", "Oro", None, "Precio")]


def test_what_two_rows_of_one_list_say_of_a_person_is_put_together(terminal: Terminal) -> None:
    (answer,) = terminal.json("import", terminal.write("personal.csv", IN_TWO_ROWS))
    assert (answer["status"], answer["problems"]) == ("loaded", [])

    told = ("employee", "name", "role", "area")
    rows = [tuple(one[field] for field in told) for one in terminal.json("rows", "employees")]
    assert sorted(rows) == [("E-1", "Ana", "Caja", "Ventas"), ("E-2", "Luis", "Caja", "Ventas")]

    terminal.run("undo", answer["sheets"][0]["load_id"])
    assert terminal.json("rows", "employees") == []


def test_a_ticket_that_stands_twice_counts_twice_unless_every_cell_repeats(terminal: Terminal) -> None:
    (answer,) = terminal.json("import", terminal.write("tickets.csv", TICKETS + TWICE))
    assert [answer["sheets"][0][name] for name in ("read", "loaded", "skipped")] == [14, 13, 1]


def test_an_order_keeps_the_lines_that_have_a_number_of_their_own_however_often_it_is_sent(terminal: Terminal) -> None:
    def total() -> float:
        return sum(one["amount"] for one in terminal.json("rows", "purchases"))

    terminal.json("import", terminal.write("ventas.csv", ORDER))
    assert total() == 270
    (again,) = terminal.json("import", terminal.write("ventas (1).csv", ORDER + "\n"))
    assert (again["sheets"][0]["loaded"], total()) == (0, 270)
    terminal.json("import", terminal.write("corregida.csv", ORDER.replace("P-1,3,13/05/2026,C-1,50\n", "")))
    assert total() == 220
