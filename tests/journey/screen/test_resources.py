"""Money by area: what the priorities propose, and a budget that is kept."""

from tests.journey.screen.pages import click, said, texts
from tests.screen.test_findings import BAD, answers, clinic, point


def test_the_area_in_need_gets_the_budget_and_it_can_be_kept(screen, database):
    clinic(database, [point("Caja", 5, 4)], answers("Caja", *BAD))
    app = screen("priorities.py", period="all")
    assert "Consultorio concentra el 100 % de la prioridad: recibiría 100 al mes." in texts(app)

    next(one for one in app.number_input if one.label == "Presupuesto por repartir, al mes").set_value(900.0).run()
    assert "Consultorio concentra el 100 % de la prioridad: recibiría 900 al mes." in texts(app)
    app.text_input(key="viewer_name").set_value("Ana").run()
    click(app, "Guardar este presupuesto y sus mínimos")

    assert "Lo guardó Ana el " in said(app)


def test_without_a_priority_the_page_says_what_it_takes(screen, database):
    clinic(database, [point("Caja", 5, 4)], answers("Caja", 2, 2))

    assert "necesitan área, impacto y 30 respuestas cada uno." in said(screen("priorities.py", period="all"))
