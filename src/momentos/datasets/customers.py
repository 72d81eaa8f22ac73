"""One row is a customer."""

from momentos.datasets.common import CUSTOMER, NOBODY
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

CUSTOMERS = Dataset(
    "customers",
    label=say("Customers"),
    help=say("The people or companies who buy from you, with their segment."),
    unlocks=say("Every metric by customer segment."),
    key=("customer",),
    repeats=Repeats.REFUSE,
    fields=(
        Field(
            "customer",
            FieldType.IDENTIFIER,
            CUSTOMER.label,
            CUSTOMER.help,
            headers=(*CUSTOMER.headers, "código", "id"),
            required=True,
            example="C-01234",
        ),
        Field(
            "name",
            FieldType.TEXT,
            say("Name"),
            say("The customer's name."),
            headers=("nombre", "nombre del cliente", "razón social", "nombre completo", "name", "customer name", "company"),
            example="Comercial del Valle",
        ),
        Field(
            "since",
            FieldType.DATE,
            say("Customer since"),
            say("The day of the first dealing."),
            headers=("cliente desde", "fecha de alta", "alta", "fecha de registro", "desde", "since", "customer since", "registered on", "signup date"),
            example="01/02/2023",
        ),
        Field(
            "segment",
            FieldType.TEXT,
            say("Segment"),
            say("The group you put the customer in."),
            headers=("segmento", "tipo de cliente", "categoría de cliente", "clasificación", "segment", "customer type", "tier"),
            unknown=NOBODY,
            example="Frecuente",
        ),
        Field(
            "origin",
            FieldType.TEXT,
            say("Origin"),
            say("How the customer came to you."),
            headers=("origen", "cómo nos conoció", "fuente", "origin", "source", "acquisition channel"),
            unknown=NOBODY,
            example="Recomendación",
        ),
        Field(
            "referred_by",
            FieldType.IDENTIFIER,
            say("Referred by"),
            say("The customer who recommended you, if any."),
            headers=("referido por", "recomendado por", "referred by", "referrer"),
            unknown=NOBODY,
            refers_to="customers",
            example="C-00077",
        ),
        Field(
            "consent",
            FieldType.YES_NO,
            say("Consent"),
            say("Whether the customer accepts being contacted."),
            headers=("consentimiento", "acepta contacto", "acepta comunicaciones", "autoriza", "consent", "opt in", "accepts marketing"),
            example="sí",
        ),
        Field(
            "left_on",
            FieldType.DATE,
            say("Left on"),
            say("The day the customer left; empty for those who stay."),
            headers=("fecha de baja", "baja", "fecha de cancelación", "left on", "churned on", "cancelled on"),
            example="",
        ),
        Field(
            "reason_for_leaving",
            FieldType.TEXT,
            say("Reason for leaving"),
            say("Why the customer left, as they said."),
            headers=("motivo de baja", "razón de baja", "motivo de cancelación", "reason for leaving", "churn reason"),
            unknown=NOBODY,
            example="",
        ),
    ),
)  # fmt: skip
