"""One row is a touchpoint of the journey."""

from momentos.datasets.common import NOBODY, TOUCHPOINT
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.impact import HIGHEST_IMPACT, LOWEST_IMPACT
from momentos.domain.messages import say

TOUCHPOINTS = Dataset(
    "touchpoints",
    label=say("Touchpoints"),
    help=say("The points of the customer's journey, in order, with the area behind each and its impact."),
    unlocks=say("The map of moments of truth: stages in order, areas and impact."),
    key=("touchpoint",),
    repeats=Repeats.REFUSE,
    fields=(
        Field(
            "touchpoint",
            FieldType.IDENTIFIER,
            TOUCHPOINT.label,
            say("A short name or code for the point of contact; the other sheets repeat it."),
            headers=(*TOUCHPOINT.headers, "código", "código del punto", "id"),
            required=True,
            example="Espera la entrega",
        ),
        Field(
            "name",
            FieldType.TEXT,
            say("Name"),
            say("The name shown on screens, if the column before holds a code."),
            headers=("nombre", "nombre del punto", "nombre del punto de contacto", "name", "touchpoint name"),
            example="Espera la entrega",
        ),
        Field(
            "stage",
            FieldType.TEXT,
            say("Stage"),
            say("The stage of the journey it belongs to."),
            headers=("etapa", "fase", "etapa del recorrido", "stage", "phase", "journey stage"),
            example="Recibir",
        ),
        Field(
            "position",
            FieldType.NUMBER,
            say("Position"),
            say("Its place in the journey: 1 comes first."),
            headers=("orden", "posición", "secuencia", "nro", "position", "order", "sequence"),
            low=0,
            high=10_000,
            example="7",
        ),
        Field(
            "area",
            FieldType.TEXT,
            say("Area"),
            say("The area of the company that answers for it."),
            headers=("área", "área responsable", "departamento", "sector", "gerencia", "area", "department", "owner area"),
            unknown=NOBODY,
            example="Logística",
        ),
        Field(
            "impact",
            FieldType.NUMBER,
            say("Impact"),
            say("How much it weighs on loyalty, 1 very low to 5 very high, as you see it."),
            headers=(
                "impacto", "impacto en la lealtad", "impacto en el cliente", "impacto asignado", "importancia", "peso",
                "nivel de impacto", "impact", "assigned impact", "importance", "weight",
            ),
            low=LOWEST_IMPACT,
            high=HIGHEST_IMPACT,
            example="4",
        ),
        Field(
            "promise",
            FieldType.TEXT,
            say("Promise"),
            say("What the customer is promised at this point."),
            headers=("promesa", "promesa al cliente", "compromiso", "estándar", "promise", "service promise"),
            example="Entregamos en 48 horas",
        ),
        Field(
            "people",
            FieldType.TEXT,
            say("People involved"),
            say("Who takes part, separated by commas."),
            headers=("personas", "personas involucradas", "involucrados", "responsables", "participantes", "people", "involved"),
            example="Ana Ruiz, Luis Mora",
        ),
    ),
)  # fmt: skip
