"""Touchpoints in a list and close by."""

from tests.journey.screen.pages import texts
from tests.screen.test_findings import GOOD, answers, clinic, point


def test_home_lists_the_moments_of_truth_with_score_impact_and_answers(screen, database):
    clinic(database, [point("Consulta", 5), point("Sala", 2)], answers("Consulta", *GOOD))

    (listed,) = [
        one.proto.body for one in screen("home.py", period="all").get("html") if 'class="moments"' in one.proto.body
    ]

    assert "<strong>Consulta</strong><br><small>Visita · impacto: 5 de 5 · muy alto · n\u00a0=\u00a040" in listed
    assert "Sala" not in listed


def test_a_touchpoint_in_detail_tells_its_facts(screen, database):
    clinic(database, [point("Consulta", 5), point("Sala", 2)], answers("Consulta", *GOOD), answers("Sala", 3, 3))

    shown = texts(screen("journey.py", period="all", touchpoint="Sala"))

    assert "**Impacto asignado**  \n2 de 5 · bajo" in shown
    assert "**Personas**  \nnadie aparece" in shown
    assert "1 de 2 puntos de contacto tienen menos de 30 respuestas. Faltan: «Sala» (28)." in shown
