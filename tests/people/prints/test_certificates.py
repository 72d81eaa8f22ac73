"""Certificates and cards on paper: what stands on the page can be read again."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from momentos.domain.messages import say
from momentos.locales.reader import reader
from momentos.people.meanings.card_sheet import CardSection, CardSheet
from momentos.people.prints.card_pdf import cards_pdf
from momentos.people.prints.certificate_pdf import certificates_pdf
from momentos.people.questions.recognition import Recognition


def given(employee: str, reason: str, by: str) -> Recognition:
    return Recognition(date(2026, 5, 4), employee, by, reason, "caso 1", None, None)


ANA = given("Ana Ruiz Ñandú", "Ayudó a Luis con la entrega perdida", "Marta Quiroga")


def read(pdf: bytes) -> list[str]:
    """The words of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize(
    ("language", "title", "day"), [("es", "Reconocimiento", "4 may 2026"), ("en", "Recognition", "May 4, 2026")]
)
def test_a_certificate_says_who_what_for_and_by_whom(language, title, day):
    (page,) = read(certificates_pdf([ANA], reader(language)))
    assert page == f"{title} {ANA.employee} {ANA.reason} Marta Quiroga · {day}"


def test_every_certificate_has_its_page_even_with_a_long_reason():
    long = given("Luis Mora", "Muchas gracias por todo " * 12, "")
    first, second = read(certificates_pdf([ANA, long], reader("es")))
    assert "Ana" in first
    assert "Ana" not in second
    assert second.count("Muchas gracias") == 12
    assert second.endswith("– · 4 may 2026")


def test_a_card_on_paper_holds_its_figures_and_sections():
    sheet = CardSheet(
        "Ana Ruiz",
        say("{area} · all the history", area="Caja"),
        tuple(say("Figure") for _ in range(6)),
        (("Satisfacción", "82 %", "70 % a 90 %", "75 %", "80 %", "60"),),
        (CardSection(say("What can be said of you"), ("Me atendió de maravilla",), True),),
    )
    (page,) = read(cards_pdf([sheet], reader("es")))
    for words in ("Ana Ruiz", "Satisfacción 82 %", "70 % a 90 %", "Me atendió de maravilla"):
        assert words in page
