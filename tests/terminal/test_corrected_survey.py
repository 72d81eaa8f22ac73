"""A survey grid with a wrong score, loaded and then corrected: nothing is lost, nothing counts twice."""

from tests.terminal.terminal import Terminal

HEADERS = "Encuesta,Fecha,Atención [Caja],Atención [Entrega],Atención [Web]\n"
GOOD = "".join(f"R-{n},{12 + n}/03/2026,{n % 5 + 1},{(n + 2) % 5 + 1},{(n + 1) % 5 + 1}\n" for n in range(1, 15))
WRONG = "R-99,29/03/2026,5,biem,4\n"
RIGHT = "R-99,29/03/2026,5,4,4\n"


def test_whoever_wants_all_or_nothing_gets_nothing_while_a_score_is_wrong(terminal: Terminal) -> None:
    path = terminal.write("encuesta.csv", HEADERS + GOOD + WRONG)

    (answer,) = terminal.json("import", path, "--strict", status=1)

    assert answer["status"] == "refused"
    assert terminal.json("loads") == []


def scores(terminal: Terminal) -> dict[str, int]:
    return {one["touchpoint"]: one["n"] for one in terminal.json("metric", "score", "--by", "touchpoint")["rows"]}


def test_the_other_scores_load_and_the_correction_adds_the_one_that_was_missing(terminal: Terminal) -> None:
    (first,) = terminal.json("import", terminal.write("encuesta.csv", HEADERS + GOOD + WRONG))
    (sheet,) = first["sheets"]
    assert [sheet[name] for name in ("read", "loaded", "rejected", "skipped", "unchanged")] == [15, 15, 0, 0, 0]
    (told,) = [one for one in first["problems"] if one["cell"]]
    assert (told["cell"], told["found"], told["severity"]) == ("D16", "biem", "warning")
    assert scores(terminal) == {"Caja": 15, "Entrega": 14, "Web": 15}

    (second,) = terminal.json("import", terminal.write("corregida.csv", HEADERS + GOOD + RIGHT))

    (sheet,) = second["sheets"]
    assert sheet["read"] == sheet["loaded"] + sheet["unchanged"] == 15
    assert scores(terminal) == {"Caja": 15, "Entrega": 15, "Web": 15}
    assert len(terminal.json("rows", "responses")) == 15


def test_one_typing_error_hides_no_small_survey(terminal: Terminal) -> None:
    few = "".join(GOOD.splitlines(keepends=True)[:8])
    (answer,) = terminal.json("import", terminal.write("pocas.csv", HEADERS + few + WRONG))

    (sheet,) = answer["sheets"]
    assert [sheet[name] for name in ("read", "loaded", "rejected")] == [9, 9, 0]
    assert scores(terminal) == {"Caja": 9, "Entrega": 8, "Web": 9}
