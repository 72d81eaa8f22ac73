"""Which questions are one in other words, and which only look like it."""

import pytest

from momentos.intake.near_names import Why, near_names
from momentos.intake.wordings import ask_the_same, content_words


def is_one(one: str, other: str) -> bool:
    return ask_the_same(content_words(one), content_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pago en caja", "Pagar en la caja"),
        ("Pago en caja", "¿Cómo califica el pago en caja?"),
        ("Pago en caja", "3. ¿Qué tan satisfecho está con el pago en la caja? (1 a 5)"),
        ("Pagar en la caja", "P12 ¿Cómo evalúa usted pagar en caja, de 1 a 10?"),
        ("Entrega del pedido", "Entrega de pedidos"),
        ("Atención telefónica", "¿Cómo evalúa la atención telefonica recibida?"),
        ("Instalación del servicio", "Instalar el servicio"),
        ("Clase de inglés", "Clases de inglés"),
        ("Caja 2: pago", "¿Cómo califica el pago en la caja 2?"),
        ("Checkout", "How satisfied were you with the checkout?"),
        ("Paying at the desk", "Payment at our desk"),
        ("Facturación electrónica", "Facturacion electronika"),
    ],
)
def test_one_question_in_other_words(one: str, other: str) -> None:
    assert is_one(one, other)
    assert is_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Caja 1", "Caja 2"),
        ("¿Cómo califica la caja 1?", "¿Cómo califica la caja 2?"),
        ("Pre-venta", "Post-venta"),
        ("Preventa", "Posventa"),
        ("Sucursal A", "Sucursal B"),
        ("Zona I", "Zona II"),
        ("Atención en caja", "Atención en casa"),
        ("Antes de comprar", "Después de comprar"),
        ("Compra con cita", "Compra sin cita"),
        ("Llamada entrante", "Llamada saliente"),
        ("Instalación", "Desinstalación"),
        ("Apertura de cuenta", "Cierre de cuenta"),
        ("Puerta", "Puerto"),
        ("Carga", "Cargo"),
        ("Sala", "Salida"),
        ("Pago", "Pago en caja"),
        ("¿Qué tan satisfecho está?", "¿Cómo califica su experiencia?"),
        ("", ""),
    ],
)
def test_questions_that_only_look_alike(one: str, other: str) -> None:
    assert not is_one(one, other)


def test_each_word_stands_for_one_word() -> None:
    assert ask_the_same(("pago", "pagos"), ("pago", "pagar"))
    assert not ask_the_same(("pago", "pagos"), ("pagos", "caja"))


def test_the_name_in_use_is_kept_else_the_shorter_that_is_no_question() -> None:
    (one,) = near_names({"Pago en caja": 3}, ["¿Cómo califica el pago en caja?"], wordings=True)
    assert (one.written, one.shown, one.why) == ("Pago en caja", "¿Cómo califica el pago en caja?", Why.WORDING)

    (one,) = near_names({"¿Cómo califica el pago en caja?": 900, "Pagar en la caja": 1}, wordings=True)
    assert one.shown == "Pagar en la caja"


def test_people_are_not_looked_at_as_questions() -> None:
    assert near_names({"Pago en caja": 1, "Pagar en la caja": 1}) == []


def test_names_that_differ_in_a_letter_that_is_a_word_are_no_slips() -> None:
    assert near_names({"Sucursal Norte A": 4, "Sucursal Norte B": 4, "Juan P. Gómez": 3, "Juan B. Gómez": 3}) == []
