"""Policies and cards on paper: every page can be opened, in both languages, whatever stands in the names."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from momentos.domain.messages import say
from momentos.locales import LANGUAGES
from momentos.locales.reader import reader
from momentos.people.kept.policies import Version
from momentos.people.meanings.card_sheet import CardSection, CardSheet
from momentos.people.meanings.policy import CASE_DIMENSIONS, READY_POLICIES, Award, PolicyThreshold
from momentos.people.prints.card_pdf import cards_pdf
from momentos.people.prints.policy_pdf import policy_pdf
from momentos.people.questions.card import Card
from momentos.people.words.card import card_sheet

FULL = replace(
    READY_POLICIES[0].policy,
    name="Ñandú & Ž <b>",
    awards=tuple(Award),
    case_mix=CASE_DIMENSIONS,
    thresholds=(PolicyThreshold("handle_time", at_most=600), PolicyThreshold("interactions", at_least=100)),
)


def pages(pdf: bytes) -> int:
    assert pdf.startswith(b"%PDF")
    return BytesIO(pdf).getvalue().count(b"/Type /Page\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_policy_fits_one_page(language):
    version = Version(1, date(2026, 10, 1), "Zoë", datetime(2026, 9, 28, 9), FULL)
    made = policy_pdf(FULL, version, {"csat": (1.0, 0.7), "nps": (0.0, 0.3)}, reader(language))
    assert pages(made) == 1


def test_every_card_of_a_team_begins_a_page():
    sheet = CardSheet(
        "Ana 😀\u202e", say("{area} · all the history", area="Caja"), tuple(say("Figure") for _ in range(6)),
        (("x" * 300, "1", "2", "3", "4", "5"),), (CardSection(say("What can be said of you"), ("**no** <i>",), True),),
    )  # fmt: skip
    assert pages(cards_pdf([sheet, sheet], reader("es"))) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_of_a_card_are_whole(language):
    card = Card("Ana", None, None, FULL, None, None, (), (), None, (), (), (), ())
    sheet = card_sheet(card, date(2026, 6, 1))
    reads = reader(language)
    words = " ".join(PdfReader(BytesIO(cards_pdf([sheet], reads))).pages[0].extract_text().split())
    assert [one for one in sheet.headings if reads.words(one) not in words] == []
