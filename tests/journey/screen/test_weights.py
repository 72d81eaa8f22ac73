"""What stands for loyalty, as picked on the page of impact, and what to do where nothing does."""

from tests.journey.screen.pages import said, texts
from tests.screen.test_pages import load, recommending, scores_of


def test_without_a_question_of_loyalty_the_page_says_which_to_ask_and_offers_a_template(screen, database):
    load(database, "ratings", scores_of(55))

    app = screen("impact.py", period="all")

    assert "Lo que falta es una respuesta de lealtad" in texts(app)
    assert "En las mismas encuestas, una recomendación de 0 a 10 o una nota general;" in said(app)
    assert app.get("download_button")


def test_answers_and_scores_in_different_surveys_ask_for_both_in_one(screen, database):
    load(database, "ratings", scores_of(55))
    load(database, "responses", recommending(120, "otra "))

    app = screen("impact.py", period="all")

    assert "Recomendación (0 a 10)" in texts(app)
    assert "Respuestas que la traen: 120. Ninguna de ellas califica un punto de contacto" in said(app)
    assert not app.get("download_button")
