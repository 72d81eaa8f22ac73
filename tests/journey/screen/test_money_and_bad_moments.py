"""What a moment is worth, and what one bad moment costs."""

from datetime import timedelta

from tests.journey.questions.test_priorities import TOUCHPOINTS, visitors
from tests.journey.screen.pages import said, texts
from tests.screen.test_pages import load


def test_purchases_tell_what_a_moment_is_worth_and_what_a_bad_one_costs(screen, database):
    responses, purchases = visitors(200)
    year = timedelta(days=365)
    responses = [{**one, "answered_at": one["answered_at"] - year} for one in responses]
    purchases = [
        {**one, "occurred_on": one["occurred_on"] - year, "amount": one["amount"] + (10 if at % 2 else -10)}
        for at, one in enumerate(purchases)
    ]
    load(database, "touchpoints", TOUCHPOINTS)
    load(database, "responses", responses)
    load(database, "purchases", purchases)

    shown = said(screen("priorities.py", period="all", after="buys_again"))

    assert "Cada cliente satisfecho en «Entrega» deja 25 más de margen en 180 días que uno insatisfecho" in shown
    assert "Por sus 100 clientes insatisfechos: 2.500." in shown
    assert "- Margen: el de las propias compras, 25 % de lo vendido." in shown
    assert "Tras un mal momento vuelven a comprar 0 de cada 100 clientes en 90 días" in shown
    assert "- 100 clientes con un mal momento, 100 sin ninguno; 0 no tenían a nadie parecido." in shown


def test_without_purchases_or_named_customers_both_say_what_it_takes(screen, database):
    load(database, "touchpoints", TOUCHPOINTS)
    load(database, "responses", [{**one, "customer": None, "nps": None} for one in visitors(60)[0]])

    shown = texts(screen("priorities.py", period="all"))

    assert any(text.startswith("Hacen falta compras de los mismos clientes") for text in shown)
    assert any(text.startswith("Hacen falta notas que digan de qué cliente son") for text in shown)
