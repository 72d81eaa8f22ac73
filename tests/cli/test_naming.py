"""Names that may be one, at the terminal."""

from tests.cli.terminal import Terminal

CALLS = "Fecha,Agente,Espera\n13/03/2026,Tomás Gil,30\n14/03/2026,Tomás Gil,50\n15/03/2026,Tomas Gil,10\n"


def test_names_are_proposed_merged_and_told_apart(terminal: Terminal) -> None:
    terminal.json("import", terminal.write("llamadas.csv", CALLS))
    proposed = [{"written": "Tomas Gil", "shown": "Tomás Gil", "count": 1, "why": "accents or punctuation"}]

    assert terminal.json("names")["asked"] == proposed

    merged = terminal.json("names", "--same", "Tomas Gil", "Tomás Gil")
    assert merged["asked"] == []
    assert [(one["written"], one["shown"]) for one in merged["same"]] == [("Tomas Gil", "Tomás Gil")]

    assert terminal.json("names", "--apart", str(merged["same"][0]["number"])) == {"asked": proposed, "same": []}
