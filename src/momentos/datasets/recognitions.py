"""One row is one recognition given to a person."""

from dataclasses import replace

from momentos.datasets.common import EMPLOYEE, INTERACTION, NOBODY
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

RECOGNITIONS = Dataset(
    "recognitions",
    label=say("Recognitions"),
    help=say("Every recognition already given: to whom, by whom and what for."),
    unlocks=say("The wall of recognitions, the voice of peers and who is never recognised."),
    key=("employee", "given_on", "reason"),
    repeats=Repeats.KEEP,
    occurred="given_on",
    fields=(
        Field(
            "given_on",
            FieldType.DATE,
            say("Given on"),
            say("The day of the recognition."),
            headers=(
                "fecha de reconocimiento", "fecha del reconocimiento", "fecha de entrega del reconocimiento", "reconocido el", "fecha",
                "recognition date", "recognised on", "recognized on", "given on", "award date",
            ),
            required=True,
            example="15/05/2026",
        ),
        replace(
            EMPLOYEE,
            help=say("Who is recognised: the code or the name, as in the other sheets."),
            headers=(*EMPLOYEE.headers, "reconocido", "reconocida", "persona reconocida", "premiado", "premiada", "recognised person", "awarded to"),
            required=True,
        ),
        Field(
            "given_by",
            FieldType.TEXT,
            say("Given by"),
            say("Who recognises: the lead or the colleague."),
            headers=("reconoce", "quién reconoce", "reconocido por", "otorgado por", "entregado por", "nominado por", "given by", "recognised by", "nominated by"),
            unknown=NOBODY,
            example="Marta Quiroga",
        ),
        Field(
            "reason",
            FieldType.TEXT,
            say("What for"),
            say("What the person did, in a sentence."),
            headers=("motivo del reconocimiento", "motivo de reconocimiento", "por qué se reconoce", "logro", "mérito", "recognition reason", "what for", "achievement"),
            required=True,
            example="Resolvió una entrega perdida en el día",
        ),
        replace(INTERACTION, help=say("The number of the contact or ticket that shows it.")),
        Field(
            "reward",
            FieldType.TEXT,
            say("Reward"),
            say("What came with it, if anything: a day off, a voucher."),
            headers=("premio", "recompensa", "incentivo", "reward", "prize"),
            unknown=NOBODY,
            example="Tarde libre",
        ),
    ),
)  # fmt: skip
