"""Drawing the journey: touchpoints in order, votes, doubts, and how it was before."""

from datetime import date, datetime

from momentos.domain.viewer import OWNER
from momentos.journey.kept.votes import vote
from momentos.warehouse.connection import Warehouse
from tests.journey.screen.pages import cells, click, said, texts
from tests.screen.test_findings import answers, clinic, point


def test_an_empty_journey_offers_one_to_start_from(screen, database):
    app = screen("drawing.py")
    assert texts(app)[0] == "Dibuja el recorrido de tus clientes"

    click(app, "Empezar con este recorrido")

    assert texts(app)[0].startswith("Un recorrido de ")
    assert "El cambio quedó guardado." in app.success[0].value.replace("\\", "")


def test_a_touchpoint_that_only_the_data_name_is_offered_and_added(screen, database):
    clinic(database, [point("Caja", 5)], answers("Caja", 5), answers("Web", 4))
    app = screen("drawing.py")
    assert "Los datos nombran 1 puntos de contacto que no están en el recorrido: Web." in said(app)

    click(app, "Agregarlos al recorrido")

    assert texts(app)[0] == "Un recorrido de 2 puntos de contacto"
    assert "Los datos nombran" not in said(app)


def test_the_list_says_what_is_known_of_each_and_a_retired_one_can_be_brought_back(screen, database):
    gone = {**point("Web", 2), "retired_on": date(2026, 1, 1)}
    clinic(database, [{**point("Caja", 5), "people": "Ana, Luis"}, gone], answers("Caja", 5))
    app = screen("drawing.py")
    assert "impacto: 5 de 5 · muy alto · área: Consultorio · personas: Ana, Luis" in texts(app)
    assert "«Web» fue retirado" in texts(app)

    click(app, "Traerlo de vuelta")

    assert "«Web» fue retirado" not in texts(app)


def test_people_who_disagree_about_an_impact_are_asked_to_talk(screen, database):
    clinic(database, [point("Caja", 5)], answers("Caja", 5))
    with Warehouse.open(database) as warehouse:
        for author, impact in (("Ana", 1), ("Luis", 5)):
            vote(warehouse, OWNER, "caja", impact, "porque sí", author=author, at=datetime(2026, 5, 3, 12))

    votes, changes = screen("drawing.py", drawing="votes"), screen("drawing.py", drawing="changes")

    assert "No hay acuerdo sobre: Caja. Conversarlo antes de decidir." in texts(votes)
    assert {"3,0", "no hay acuerdo"} <= cells(votes)
    assert {"votó 1", "votó 5", "descrito por primera vez"} <= cells(changes)


def test_what_does_not_fit_is_listed_by_kind(screen, database):
    clinic(database, [{**point("Caja", 5), "area": None}], answers("Caja", 5), answers("Web", 4))

    shown = texts(screen("drawing.py", drawing="check"))

    assert "**Puntos de contacto sin responsable** · 1" in shown
    assert "- Ningún área responde por «Caja»." in shown
    assert "- «Web» está en los datos y no en el recorrido." in shown


def test_the_map_of_today_is_the_map_as_it_was_today(screen, database):
    clinic(database, [point("Caja", 5)], answers("Caja", 5))

    shown = said(screen("drawing.py", drawing="before"))

    assert "Etapas, nombres, áreas e impacto como estaban el " in shown
