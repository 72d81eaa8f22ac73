"""One touchpoint close by in words."""

from datetime import date, datetime

import pytest

from momentos.analysis.signals import VERDICT_SENTENCES, Verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.touchpoint import Touchpoint
from momentos.facts import METRICS
from momentos.journey.words.touchpoint import described, place, trend_title, trend_verdict, what_changed
from tests.journey.words.answers import english, spanish


@pytest.mark.parametrize(
    ("period", "title"),
    [
        (Dimension.MONTH, "Satisfacción (CSAT) por mes"),
        (Dimension.QUARTER, "Satisfacción (CSAT) por trimestre"),
        (Dimension.YEAR, "Satisfacción (CSAT) por año"),
    ],
)
def test_the_trend_is_named_by_its_period(period, title) -> None:
    assert spanish(trend_title(METRICS["csat"], period)) == title


def test_a_trend_of_two_mixed_surveys_has_no_verdict() -> None:
    assert trend_verdict(Verdict.MIXED) is None
    assert trend_verdict(Verdict.NORMAL) == VERDICT_SENTENCES[Verdict.NORMAL]


def test_only_what_somebody_described_is_told() -> None:
    full = Touchpoint("Caja", description="Paga", channels="Tienda", target=4.25, review_on=date(2026, 3, 9))
    assert [(spanish(fact.label), spanish(fact.value)) for fact in described(full)] == [
        ("Lo que el cliente vive ahí", "Paga"),
        ("Canales", "Tienda"),
        ("Meta de la nota (1–5)", "4,2"),
        ("Próxima revisión", "9 mar 2026"),
    ]
    assert described(Touchpoint("Caja")) == []


def test_a_voice_stands_in_a_cell_or_else_in_a_row() -> None:
    assert english(place("Hoja1!H2", "Hoja1", 2)) == "Hoja1!H2"
    assert english(place(None, "Hoja1", 2)) == "Hoja1, row 2"


def test_changes_are_counted_from_the_last_review() -> None:
    assert spanish(what_changed(None)) == "Qué cambió (nadie ha marcado una revisión todavía)"
    assert str(spanish(what_changed(datetime(2026, 3, 9, 14, 5)))).startswith(
        "Qué cambió desde la revisión del 9 mar 2026, 14:05"
    )
