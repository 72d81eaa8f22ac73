"""Recognition cards as pictures: what they say, and that nothing runs over the edge."""

from datetime import date
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from momentos.locales import LANGUAGES
from momentos.locales.reader import reader
from momentos.people.prints.recognition_png import EDGE, SIDE, recognition_png
from momentos.people.questions.recognition import Recognition


def given(employee: str, reason: str, by: str) -> Recognition:
    return Recognition(date(2026, 5, 4), employee, by, reason, "caso 1", None, None)


ANA = given("Ana Ruiz", "Ayudó a Luis con la entrega perdida", "Marta Quiroga")
LONG = given("Etxeberría" * 9, "Muchas gracias por todo " * 40 + "x" * 300, "Marta " * 40)


def opened(card: Recognition, language: str = "es") -> Image.Image:
    return Image.open(BytesIO(recognition_png(card, reader(language))))


def ink(picture: Image.Image) -> np.ndarray:
    """Where there is text: darker than the frame."""
    return np.asarray(picture.convert("L")) < 150


@pytest.mark.parametrize(
    ("language", "title", "day"), [("es", "Reconocimiento", "4 may 2026"), ("en", "Recognition", "May 4, 2026")]
)
def test_what_it_says_stands_in_the_file(language, title, day):
    picture = opened(ANA, language)
    assert picture.size == (SIDE, SIDE)
    assert picture.text["Title"] == f"{title}: Ana Ruiz"
    assert picture.text["Description"] == f"Ayudó a Luis con la entrega perdida — Marta Quiroga · {day}"


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
    assert recognition_png(ANA, reader("es")) != recognition_png(LONG, reader("es"))


def test_signs_that_steer_a_text_are_left_out():
    steering = given("Ana\u202e 😀\nRuiz", "Ayudó\u0000", "")
    assert opened(steering).text["Title"].startswith("Reconocimiento")


def test_words_beyond_what_a_cell_can_hold_are_cut_and_cost_no_more():
    endless = given("Ana", "Muchas gracias por todo " * 60, "Marta")
    longer = given("Ana", "Muchas gracias por todo " * 1300, "Marta")
    assert (np.asarray(opened(endless)) == np.asarray(opened(longer))).all()
