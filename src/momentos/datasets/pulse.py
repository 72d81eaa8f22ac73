"""One row is one anonymous answer to the employee pulse. It has no person, and no column ever names one."""

from momentos.datasets.employees import EMPLOYEES
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

PULSE = Dataset(
    "pulse",
    label=say("Employee pulse"),
    help=say("The anonymous answers of staff: the day, the area and three items from 1 to 5. Never a name or a code."),
    unlocks=say("How staff feel by area and quarter, never for fewer than five people."),
    key=(),
    repeats=Repeats.KEEP,
    occurred="answered_on",
    answers=("means", "support", "pride"),
    is_anonymous=True,
    fields=(
        Field(
            "answered_on",
            FieldType.DATE,
            say("Answered on"),
            say("The day of the answer; its month is enough."),
            headers=(
                "fecha", "marca temporal", "fecha de respuesta", "fecha de la respuesta", "fecha del pulso", "fecha de la encuesta",
                "date", "timestamp", "response date", "answered on", "pulse date", "survey date",
            ),
            required=True,
            example="13/05/2026",
        ),
        Field(
            "area",
            FieldType.TEXT,
            say("Area"),
            say("The area of whoever answers."),
            headers=(*EMPLOYEES["area"].headers, "tu área", "área en la que trabajas", "your area"),
            required=True,
            example="Caja",
        ),
        Field(
            "means",
            FieldType.SCORE,
            say("I have what I need to serve well (1–5)"),
            say("Agreement from 1 to 5 with: I have what I need to serve customers well."),
            headers=(
                "tengo lo que necesito para atender bien", "tengo lo necesario para atender bien", "tengo lo que necesito para hacer bien mi trabajo",
                "cuento con las herramientas para hacer mi trabajo", "cuento con lo necesario para hacer bien mi trabajo", "herramientas", "medios",
                "recursos", "i have what i need to serve well", "i have what i need to do my job well", "tools", "means", "resources",
            ),
            low=1,
            high=5,
            example="4",
        ),
        Field(
            "support",
            FieldType.SCORE,
            say("My lead supports me (1–5)"),
            say("Agreement from 1 to 5 with: my lead listens to me and supports me."),
            headers=(
                "quien me lidera me escucha y me apoya", "mi líder me escucha y me apoya", "mi líder me apoya", "mi jefe me apoya", "mi jefe me escucha",
                "mi jefa me apoya", "me siento apoyado por mi líder", "me siento escuchado en mi equipo", "apoyo", "apoyo del líder", "apoyo de mi jefe",
                "my lead supports me", "my manager supports me", "my manager listens to me", "support",
            ),
            low=1,
            high=5,
            example="5",
        ),
        Field(
            "pride",
            FieldType.SCORE,
            say("I would recommend working here (1–5)"),
            say("Agreement from 1 to 5 with: I would recommend working here."),
            headers=(
                "recomendaría trabajar aquí", "recomendarías trabajar aquí", "recomendaría esta empresa para trabajar", "recomendaría mi empresa como lugar de trabajo",
                "me siento orgulloso de trabajar aquí", "estoy orgulloso de trabajar aquí", "orgullo", "ánimo", "estado de ánimo",
                "i would recommend working here", "i am proud to work here", "pride", "mood",
            ),
            low=1,
            high=5,
            example="4",
        ),
    ),
)  # fmt: skip
