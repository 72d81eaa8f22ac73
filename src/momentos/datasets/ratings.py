"""One row is one score given to one touchpoint inside a survey; wide survey grids become these."""

from dataclasses import replace

from momentos.datasets.common import CHANNEL, CUSTOMER, EMPLOYEE, TOUCHPOINT
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.datasets.responses import RESPONSES
from momentos.domain.messages import say

RATINGS = Dataset(
    "ratings",
    label=say("Scores by touchpoint"),
    help=say("Scores that one survey gives to several touchpoints, one row for each."),
    unlocks=say("What the data say of each touchpoint's impact, beside what you assigned."),
    key=("response", "touchpoint"),
    repeats=Repeats.KEEP,
    occurred="answered_at",
    fields=(
        replace(RESPONSES["response"], required=True),
        replace(TOUCHPOINT, required=True),
        Field(
            "score",
            FieldType.SCORE,
            say("Score (1–5)"),
            say("The score given to the touchpoint, 1 to 5."),
            headers=(
                "nota", "puntaje", "puntuación", "calificación", "valoración", "nota del punto", "score", "rating", "grade",
            ),
            required=True,
            low=1,
            high=5,
            example="4",
        ),
        RESPONSES["answered_at"],
        CUSTOMER,
        EMPLOYEE,
        CHANNEL,
    ),
)  # fmt: skip
