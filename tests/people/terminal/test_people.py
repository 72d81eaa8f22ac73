"""The board by teams, cards on paper and recognitions from a terminal."""

from datetime import datetime

from pypdf import PdfReader

from momentos.access.lead_code import LEAD_CODE_VARIABLE, set_lead_code
from momentos.domain.viewer import LEADS, Viewer
from momentos.warehouse.connection import Warehouse


def test_teams_are_compared_and_credit_is_chosen(company):
    assert company.json("team", "--by", "area", "--credit", "last")["rows"][0]["employee"] in ("Caja", "Logística")


def test_a_card_is_written_as_a_pdf(company, tmp_path):
    target = tmp_path / "ficha.pdf"
    done = company.run("card", "ana ruiz", "-o", str(target), "--from", "2026-01-01", "--to", "2026-03-31")
    assert "ficha.pdf" in done.stderr
    words = " ".join(PdfReader(target).pages[0].extract_text().split())
    assert words.startswith("Ana Ruiz – · 1 ene 2026 a 31 mar 2026 Dato Tuyo")


def test_a_card_of_nobody_is_refused(company, tmp_path):
    target = tmp_path / "ficha.pdf"
    assert "Zoe" in company.run("card", "Zoe", "-o", str(target), status=1).stderr
    assert "Zoe" in company.run("card", "Zoe", "--team", "-o", str(target), status=1).stderr
    assert not target.exists()


def test_recognitions_come_with_their_proposals(company):
    answer = company.json("recognitions")
    assert answer == {"given": [], "proposals": []}


def test_the_whole_reason_of_a_proposal_is_printed(terminal):
    words = "Me explicaron el contrato con paciencia, dos veces, y me llamaron después para ver cómo iba todo"
    sheet = f'Fecha encuesta,Empleado,CSAT,Comentario\n05/02/2026,Ana Ruiz,5,"{words}"\n'
    terminal.json("import", terminal.write("encuestas.csv", sheet))
    assert words in terminal.run("recognitions").stdout


def test_recognitions_of_a_sheet_are_listed(terminal):
    sheet = "Fecha de reconocimiento,Reconocido,Reconoce,Motivo del reconocimiento\n05/02/2026,Ana Ruiz,Marta,Ayudó a Luis\n"
    loaded = terminal.json("import", terminal.write("reconocimientos.csv", sheet))
    assert loaded[0]["sheets"][0]["dataset"] == "recognitions"
    given = terminal.json("recognitions")["given"]
    assert given == [
        {"given_on": "2026-02-05", "employee": "Ana Ruiz", "given_by": "Marta", "reason": "Ayudó a Luis", "proof": None}
    ]


def test_training_of_a_sheet_is_recognised(terminal):
    sheet = "Participante,Curso,Fecha prevista,Fecha de finalización,Horas\nAna Ruiz,Trato,01/02/2026,05/02/2026,4\n"
    loaded = terminal.json("import", terminal.write("cursos.csv", sheet))
    assert loaded[0]["sheets"][0]["dataset"] == "trainings"


def test_a_forgotten_code_for_leads_is_forgotten_from_the_terminal(terminal, monkeypatch):
    monkeypatch.delenv(LEAD_CODE_VARIABLE, raising=False)
    with Warehouse.open(terminal.folder / "momentos.duckdb") as warehouse:
        set_lead_code(warehouse, Viewer("Marta", frozenset({LEADS})), "girasol-42", author="Marta", at=datetime.now())
    assert "everybody who opens this address" in terminal.run("forget-code", "--lang", "en").stderr
    assert "No lead's code is set" in terminal.run("forget-code", "--lang", "en", status=1).stderr
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "girasol-42")
    assert LEAD_CODE_VARIABLE in terminal.run("forget-code", status=1).stderr
