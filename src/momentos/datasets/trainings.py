"""One row is one person on one course."""

from dataclasses import replace

from momentos.datasets.common import EMPLOYEE
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

TRAININGS = Dataset(
    "trainings",
    label=say("Training"),
    help=say("Who is on which course: planned, done, hours and score."),
    unlocks=say("Each person's training on their card, and who is still due."),
    key=("employee", "course"),
    repeats=Repeats.KEEP,
    occurred="completed_on",
    fields=(
        replace(
            EMPLOYEE,
            help=say("Who takes the course: the code or the name, as in the other sheets."),
            headers=(*EMPLOYEE.headers, "participante", "asistente", "capacitado", "trainee", "participant"),
            required=True,
        ),
        Field(
            "course",
            FieldType.TEXT,
            say("Course"),
            say("The name of the course."),
            headers=("curso", "capacitación", "taller", "formación", "nombre del curso", "entrenamiento", "course", "training", "workshop"),
            required=True,
            example="Trato de reclamos",
        ),
        Field(
            "planned_on",
            FieldType.DATE,
            say("Planned on"),
            say("The day by which it should be done."),
            headers=("fecha planeada", "fecha prevista", "fecha programada", "programado para", "planned on", "due date", "scheduled for"),
            example="30/05/2026",
        ),
        Field(
            "completed_on",
            FieldType.DATE,
            say("Completed on"),
            say("The day it was done; empty while it is not."),
            headers=("fecha de finalización", "fecha de realización", "fecha de término", "completado el", "realizado el", "completed on", "completion date", "done on"),
            example="28/05/2026",
        ),
        Field(
            "hours",
            FieldType.NUMBER,
            say("Hours"),
            say("How many hours it took."),
            headers=("horas", "horas de capacitación", "duración en horas", "hours", "training hours"),
            low=0,
            high=1000,
            example="4",
        ),
        Field(
            "training_score",
            FieldType.NUMBER,
            say("Result of the course"),
            say("The mark of the course, on its own scale."),
            headers=("nota del curso", "calificación del curso", "resultado del curso", "course score", "course grade", "test score"),
            low=0,
            high=1000,
            example="85",
        ),
        Field(
            "valid_until",
            FieldType.DATE,
            say("Valid until"),
            say("The last day on which the course counts as done; empty if it does not run out."),
            headers=(
                "vigente hasta", "válido hasta", "válida hasta", "vigencia hasta", "vigencia", "vence", "vence el", "vencimiento", "fecha de vencimiento",
                "valid until", "valid through", "expires", "expires on", "expiry date", "expiration date",
            ),
            example="28/05/2027",
        ),
        Field(
            "topics",
            FieldType.TEXT,
            say("Prepares for"),
            say("The contact reasons or touchpoints it prepares for, with a semicolon between them."),
            headers=(
                "prepara para", "motivos que atiende", "motivos que cubre", "para qué motivos", "temas", "temas que cubre",
                "prepares for", "reasons covered", "topics", "topics covered",
            ),
            example="Reclamo; Devolución",
        ),
    ),
)  # fmt: skip
