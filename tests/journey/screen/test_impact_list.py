"""The page of impact: touchpoint by touchpoint, and whether each punishes or pays."""

from tests.journey.screen.pages import said, texts
from tests.screen.test_findings import point
from tests.screen.test_pages import load, recommending, scores_of, weighing


def test_each_touchpoint_says_both_levels_its_verdict_and_how_it_was_weighed(screen, database):
    load(database, "touchpoints", [point("Caja", 1), point("Entrega", 5)])
    load(database, "responses", weighing(("Caja", 150), ("Entrega", 150), nps=lambda score: 2 * score))

    shown = texts(screen("impact.py", period="all"))

    (caja,) = [text for text in shown if text.startswith("**Caja**  \n")]
    assert "**Los datos sugieren más impacto que el asignado.** Asignado 1 · los datos sugieren 3" in caja
    assert any("- Lealtad: recomendación (0 a 10)." in text for text in shown)
    assert any(text.startswith("La lealtad de quienes") and text.endswith("· n = 300") for text in shown)


def test_more_than_six_touchpoints_are_folded_away(screen, database):
    load(database, "responses", weighing(*((f"T{at}", 40) for at in range(8)), nps=lambda score: 2 * score))

    app = screen("impact.py", period="all")

    assert [one.label for one in app.expander if one.label.startswith("Ver")] == ["Ver los otros 2"]


def test_few_answers_are_tentative_and_do_not_tell_who_punishes(screen, database):
    load(database, "ratings", scores_of(150))
    load(database, "responses", recommending(150))

    shown = said(screen("impact.py", period="all"))

    assert "Tentativo: 150 respuestas hasta ahora. Con 50 más, los niveles son firmes" in shown
    assert "150 respuestas hasta ahora; faltan 250 para poder decirlo." in shown
