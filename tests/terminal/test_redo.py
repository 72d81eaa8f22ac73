"""What was undone can be loaded again, and the file comes back as it came."""

from pathlib import Path

from tests.terminal.terminal import Terminal

CALLS = "Cuándo fue,Agente,Espera\n02/03/2026,Ana,30\n03/03/2026,Ana,50\n31/02/2026,Ana,70\n04/03/2026,Luis,70\n"
SAID = ["--dataset", "interactions", "--map", "Cuándo fue=occurred_at", "--month-first"]


def test_an_undone_load_is_loaded_again_as_it_was_read(terminal: Terminal) -> None:
    path = terminal.write("llamadas.csv", CALLS)
    (first,) = terminal.json("import", path, *SAID, status=3)
    load = first["sheets"][0]["load_id"]
    before = terminal.json("rows", "interactions")
    terminal.run("undo", load)
    Path(path).unlink()

    terminal.run("redo", load)

    def told(rows: list[dict]) -> list[tuple]:
        return [(one["occurred_at"], one["employee"], one["wait_seconds"]) for one in rows]

    assert told(terminal.json("rows", "interactions")) == told(before)
    assert [one["load_id"] for one in terminal.json("loads")] == ["L00002", "L00001"]


def test_what_is_not_undone_is_not_loaded_again(terminal: Terminal) -> None:
    (first,) = terminal.json("import", terminal.write("llamadas.csv", CALLS), *SAID, status=3)

    assert "is not undone" in terminal.run("redo", first["sheets"][0]["load_id"], "--lang", "en", status=1).output


def test_the_file_comes_back_byte_by_byte(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("llamadas.csv", CALLS), *SAID, status=3)
    target = terminal.folder / "devuelto.csv"

    terminal.run("original", "L00001", "-o", str(target))

    assert target.read_text(encoding="utf-8") == CALLS


def test_what_is_loaded_again_is_not_loaded_a_third_time_unless_that_is_undone_too(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("llamadas.csv", CALLS), *SAID, status=3)
    terminal.run("undo", "L00001")
    terminal.run("redo", "L00001")

    assert "in already, as L00002" in terminal.run("redo", "L00001", "--lang", "en", status=1).output

    terminal.run("undo", "L00002")
    terminal.run("redo", "L00001")
    assert [one["load_id"] for one in terminal.json("loads") if one["undone_at"] is None] == ["L00003"]
