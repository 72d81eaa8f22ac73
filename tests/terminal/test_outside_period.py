"""A file whose numbers belong to other days: said before it is loaded, and when it is."""

from tests.terminal.terminal import Terminal

MAY = "Ticket,Fecha,Espera\n" + "".join(f"T-{day},{day}/05/2026,30\n" for day in range(13, 29))
JUNE = "Ticket,Fecha,Espera\n" + "".join(f"T-{day},{day}/06/2026,45\n" for day in range(13, 17))


def warnings(answer: dict) -> list[str]:
    return [one["problem"] for one in answer["problems"] if one["severity"] == "warning"]


def test_a_dry_run_and_the_load_say_that_rows_of_another_month_would_go(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("mayo.csv", MAY))
    june = terminal.write("junio.csv", JUNE)

    (foreseen,) = terminal.json("import", june, "--dry-run")
    (loaded,) = terminal.json("import", june)

    for answer in (foreseen, loaded):
        (told,) = warnings(answer)
        assert "4 filas" in told
        assert "05/2026" in told
        assert "L00001 (mayo.csv)" in told
    assert loaded["sheets"][0]["replaced"] == 4


def test_every_warning_of_a_load_has_its_own_line(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("mayo.csv", MAY.replace("Espera", "Canal").replace(",30\n", ",Web\n")))
    told = terminal.run("import", terminal.write("junio.csv", JUNE)).stderr
    assert "días que el archivo no abarca" in told
    assert "traían además Canal" in told
    assert "Lo mismo en" not in told
