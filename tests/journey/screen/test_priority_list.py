"""What to mend first: the ranked list with its reasons."""

from tests.journey.screen.pages import texts
from tests.screen.test_findings import BAD, answers, clinic, point


def test_an_entry_has_its_place_its_verdict_its_reason_and_how_it_was_computed(screen, database):
    clinic(database, [point("Caja", 5, 4)], answers("Caja", *BAD))

    shown = texts(screen("priorities.py", period="all"))

    (entry,) = [text for text in shown if text.startswith("**1. Caja**")]
    assert entry.splitlines() == [
        "**1. Caja** · Arreglar primero: pesa mucho y no llega a su meta.  ",
        "Pesa 5 de 5, tiene nota 2,5 frente a una meta de 4,0, y por él pasa el 100 % de los clientes.",
    ]
    assert any("- Prioridad 7,50 (de " in text for text in shown)


def test_more_than_five_touchpoints_are_folded_away(screen, database):
    names = [f"T{at}" for at in range(7)]
    clinic(database, [point(name, 4, 4) for name in names], *(answers(name, *BAD) for name in names))

    app = screen("priorities.py", period="all")

    assert [one.label for one in app.expander if one.label.startswith("Ver los otros")] == ["Ver los otros 2"]
