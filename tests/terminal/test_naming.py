"""Names that may be one, and names that no sheet lists, at the terminal."""

from tests.terminal.terminal import Terminal

CALLS = "Fecha,Agente,Espera\n13/03/2026,Tomás Gil,30\n14/03/2026,Tomás Gil,50\n15/03/2026,Tomas Gil,10\n"


def test_names_are_proposed_merged_and_told_apart(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("llamadas.csv", CALLS))
    proposed = [{"written": "Tomas Gil", "shown": "Tomás Gil", "count": 1, "why": "accents or punctuation"}]

    assert terminal.json("names")["asked"] == proposed

    merged = terminal.json("names", "--same", "Tomas Gil", "Tomás Gil")
    assert merged["asked"] == []
    assert [(one["written"], one["shown"]) for one in merged["same"]] == [("Tomas Gil", "Tomás Gil")]

    assert terminal.json("names", "--apart", str(merged["same"][0]["number"])) == {"asked": proposed, "same": []}


def test_those_whom_no_sheet_lists_are_listed_from_here_and_taken_back(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("llamadas.csv", CALLS))
    assert terminal.json("unlisted")["unlisted"] == ["Tomas Gil", "Tomás Gil"]

    told = terminal.json("unlisted", "--add", "Tomás Gil", "--area", "Cobranza")

    assert told == {"listed": ["Tomás Gil"], "unlisted": ["Tomas Gil"]}
    assert [(one["name"], one["area"]) for one in terminal.json("rows", "employees")] == [("Tomás Gil", "Cobranza")]
    terminal.run("undo", "L00002")
    assert terminal.json("unlisted")["unlisted"] == ["Tomas Gil", "Tomás Gil"]
    assert "no está entre" in terminal.run("unlisted", "--add", "Nadie", status=1).output
    assert terminal.json("unlisted", "--add-all")["unlisted"] == []
    assert "están en la lista" in terminal.run("unlisted").output
