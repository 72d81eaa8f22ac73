"""Recognition cards as pictures: what they say, and that nothing runs over the edge."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from momentos.locales import LANGUAGES, translator
from momentos.people.prints.certificate_pdf import Certificate
from momentos.people.prints.recognition_png import EDGE, SIDE, card_png

ANA = Certificate("Ana Ruiz", "Ayudó a Luis con la entrega perdida", "Marta Quiroga", "4 may 2026")
LONG = Certificate("Etxeberría" * 9, "Muchas gracias por todo " * 40 + "x" * 300, "Marta " * 40, "4 may 2026")


def opened(card: Certificate, language: str = "es") -> Image.Image:
    return Image.open(BytesIO(card_png(card, translator(language))))


def ink(picture: Image.Image) -> np.ndarray:
    """Where there is text: darker than the frame."""
    return np.asarray(picture.convert("L")) < 150


@pytest.mark.parametrize(("language", "title"), [("es", "Reconocimiento"), ("en", "Recognition")])
def test_what_it_says_stands_in_the_file(language, title):
    picture = opened(ANA, language)
    assert picture.size == (SIDE, SIDE)
    assert picture.text["Title"] == f"{title}: Ana Ruiz"
    assert picture.text["Description"] == "Ayudó a Luis con la entrega perdida — Marta Quiroga · 4 may 2026"


def test_name_reason_and_signature_are_drawn_one_below_the_other():
    rows = ink(opened(ANA))[60:, EDGE : SIDE - EDGE].any(axis=1)
    blocks = int((np.diff(rows.astype(int)) == 1).sum())
    assert blocks >= 5  # title, name, line, reason, signature


@pytest.mark.parametrize("language", LANGUAGES)
def test_however_long_the_words_nothing_leaves_the_edges_nor_runs_together(language):
    drawn = ink(opened(LONG, language))
    assert not drawn[60:, 50:EDGE].any()
    assert not drawn[60:, SIDE - EDGE + 2 : SIDE - 50].any()
    assert not drawn[SIDE - 215 : SIDE - 185].any()  # free between reason and signature


def test_other_words_make_another_picture():
    assert card_png(ANA, translator("es")) != card_png(LONG, translator("es"))


def test_signs_that_steer_a_text_are_left_out():
    steering = Certificate("Ana\u202e 😀\nRuiz", "Ayudó\u0000", "", "4 may 2026")
    assert opened(steering).text["Title"].startswith("Reconocimiento")


def test_words_beyond_what_a_cell_can_hold_are_cut_and_cost_no_more():
    endless = Certificate("Ana", "Muchas gracias por todo " * 60, "Marta", "4 may 2026")
    longer = Certificate("Ana", "Muchas gracias por todo " * 1300, "Marta", "4 may 2026")
    assert (np.asarray(opened(endless)) == np.asarray(opened(longer))).all()
