"""What a person says about a layout holds for the next file with the same headers, until it is forgotten."""

from tests.terminal.terminal import Terminal

MARCH = "Cuándo fue,Quién,Cuánto esperó\n13/03/2026,Ana Ruiz,30\n14/03/2026,Ana Ruiz,50\n"
APRIL = "Cuándo fue,Quién,Cuánto esperó\n02/04/2026,Luis Mora,70\n"
SAID = ["--dataset", "interactions", "--map", "Cuándo fue=occurred_at", "--map", "Quién=employee",
        "--map", "Cuánto esperó=wait_seconds"]  # fmt: skip


def test_the_next_file_with_the_same_headers_needs_no_help(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("marzo.csv", MARCH), *SAID)

    (report,) = terminal.json("import", terminal.write("abril.csv", APRIL))

    assert report["status"] == "loaded"
    assert report["sheets"][0]["mapping"] == {
        "Cuándo fue": "occurred_at",
        "Quién": "employee",
        "Cuánto esperó": "wait_seconds",
    }


def test_a_forgotten_layout_is_asked_about_again(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("marzo.csv", MARCH), *SAID)
    (known,) = terminal.json("layouts")

    terminal.run("layouts", "--forget", known["layout"])

    assert terminal.json("layouts") == []
    (report,) = terminal.json("import", terminal.write("abril.csv", APRIL), status=1)
    assert report["status"] == "refused"


def test_what_was_not_said_is_not_remembered(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("llamadas.csv", "Fecha,Agente,Espera\n13/03/2026,Ana Ruiz,30\n"))

    assert terminal.json("layouts") == []
