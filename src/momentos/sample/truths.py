"""The truths planted in the sample company, each in one place. ``docs/sample-company.md`` tells them in words."""

from momentos.sample.company import DELIVERY, HELP, TECHNICAL

SEED = 20_261_317

BETTER_PEOPLE = ("E-007", "E-037")
"""Nobody else on staff is truly different from the rest."""
BETTER_BY = 1.0
"""Points of experience, on the 1–5 scale, that customers gain when one of them attends."""

WEIGHS_MORE = "Pide asesoría"
WEIGHS_LESS = "Recibe una promoción"

CRISIS_AREA = DELIVERY
CRISIS_MONTH = 10
"""Months since the first: March 2026."""
CRISIS_DROP = 1.4
CRISIS_CALLS_TO = HELP

CRISIS_PULSE = (2026, 3)
"""The year and month in which staff of that area answer the pulse so much lower."""
CRISIS_PULSE_DROP = 1.3

MENDING_AREA = TECHNICAL
MENDING_FROM, MENDED_AT = 11, 16
"""It starts to mend in April 2026 and is as good as the others from September 2026."""
UNMENDED_DROP = 0.85

SLOW_CHANNEL = "WhatsApp"
SLOW_TIMES = 5.0
"""How many times longer one waits there."""

SATISFIED_BUY, OTHERS_BUY = 1.5, 0.55
"""Pace of purchases in the half year after an answer, times the customer's usual pace."""


def shift(area: str, month: int) -> float:
    """What a month adds to the experience in an area, on the 1–5 scale; 0 in all but two areas."""
    if area == CRISIS_AREA and month == CRISIS_MONTH:
        return -CRISIS_DROP
    if area == MENDING_AREA:
        mended = (month - MENDING_FROM + 1) / (MENDED_AT - MENDING_FROM + 1)
        return -UNMENDED_DROP * (1 - min(max(mended, 0.0), 1.0))
    return 0.0
