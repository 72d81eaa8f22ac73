"""One touchpoint close by: what customers said, what the drawing says, and what changed since the last review."""

from tests.journey.screen.pages import cells, click, said, texts
from tests.screen.test_findings import GOOD, answers, clinic, point


def test_voices_stand_with_their_score_and_their_place(screen, database):
    spoken = [{**one, "comment": "Muy amables"} for one in answers("Caja", 5.0)]
    clinic(database, [{**point("Caja", 5), "responsible": "Ana Ruiz"}], answers("Caja", *GOOD), spoken)

    shown = texts(screen("journey.py", period="all"))

    assert "**5** · Muy amables" in shown
    assert any(text.startswith("1 ene 2026 · responses.csv, Hoja1") for text in shown)
    assert "**Personas responsables**  \nAna Ruiz" in shown


def test_what_changed_is_counted_anew_from_a_review(screen, database):
    clinic(database, [point("Caja", 5)], answers("Caja", *GOOD))
    app = screen("journey.py", period="all")
    assert "descrito por primera vez" in cells(app)
    assert any(one.label == "Qué cambió (nadie ha marcado una revisión todavía)" for one in app.expander)

    click(app, "Marcar como revisado ahora")

    assert any(one.label.startswith("Qué cambió desde la revisión del ") for one in app.expander)
    assert "Nada ha cambiado." in said(app)
