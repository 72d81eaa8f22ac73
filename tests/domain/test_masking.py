"""Customers' words are shown without what tells who wrote them."""

import pytest

from momentos.domain.masking import masked


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Llámenme al 300 123 4567", "Llámenme al •••"),
        ("mi correo es ana.ruiz@correo.com", "mi correo es •••"),
        ("Soy Marta Quiroga y quedé feliz", "Soy ••• y quedé feliz"),
        ("Esperé 15 minutos, pagué 250", "Esperé 15 minutos, pagué 250"),
    ],
)
def test_telephones_mails_and_signatures_are_hidden(written, shown):
    assert masked(written) == shown


def test_the_customers_own_name_is_hidden_wherever_it_stands():
    assert masked("Le dije LUCÍA Bernal, dos veces", ["Lucía Bernal Sol"]) == "Le dije ••• •••, dos veces"
