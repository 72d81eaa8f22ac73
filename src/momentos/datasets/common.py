"""Fields that several datasets share, written once."""

from momentos.datasets.field import Field, FieldType
from momentos.domain.messages import say

NOBODY = (
    "0", "-", "n/a", "na", "s/d", "sin dato", "no aplica", "ninguno", "none", "unknown", "desconocido", "null",
)  # fmt: skip

SECONDS_A_DAY = 86_400

CUSTOMER = Field(
    "customer",
    FieldType.IDENTIFIER,
    say("Customer"),
    say("The customer's code or number, the same one in every sheet."),
    headers=(
        "cliente", "id cliente", "cliente id", "código de cliente", "cod cliente", "nro cliente", "número de cliente",
        "no. de cliente", "cédula", "dni", "dni cliente", "rut", "documento", "documento del cliente", "huésped", "paciente", "socio",
        "customer", "customer id", "customer code", "client", "client id", "account", "user id", "passenger",
    ),
    unknown=(*NOBODY, "anónimo", "anonymous", "sin cliente", "consumidor final", "público general"),
    refers_to="customers",
    example="C-01234",
)  # fmt: skip

EMPLOYEE = Field(
    "employee",
    FieldType.IDENTIFIER,
    say("Employee"),
    say("Who attended: the person's code or name, the same one in every sheet."),
    headers=(
        "empleado", "empleada", "id empleado", "código de empleado", "cod empleado", "legajo", "colaborador",
        "colaboradora", "asesor", "asesora", "nombre del asesor", "agente", "nombre del agente", "nombre del empleado",
        "nombre del colaborador", "nombre de quien atendió", "quién lo atendió", "quién te atendió", "quién le atendió", "vendedor", "vendedora", "nombre del vendedor",
        "ejecutivo", "ejecutiva", "cajero", "cajera", "operador", "operadora", "técnico", "profesional", "atendido por",
        "atendió", "quien atendió", "responsable de la atención", "mesero", "recepcionista", "funcionario",
        "employee", "employee id", "agent", "agent name", "staff", "staff member", "server", "rep", "representative",
        "handled by", "attended by", "advisor", "adviser", "instructor", "instr",
    ),
    unknown=(*NOBODY, "no_server", "no server", "sin asignar", "sin agente", "unassigned", "nadie", "sistema"),
    refers_to="employees",
    example="E-012",
)  # fmt: skip

TOUCHPOINT = Field(
    "touchpoint",
    FieldType.IDENTIFIER,
    say("Touchpoint"),
    say("The point of the journey it is about: its name or code, the same one in every sheet."),
    headers=(
        "punto de contacto", "punto contacto", "id punto de contacto", "momento", "momento de la verdad", "momento de verdad",
        "punto", "servicio evaluado", "proceso", "trámite", "touchpoint", "touch point", "touchpoint id", "moment",
        "moment of truth", "journey step",
    ),
    unknown=NOBODY,
    refers_to="touchpoints",
    example="Espera la entrega",
)  # fmt: skip

CHANNEL = Field(
    "channel",
    FieldType.TEXT,
    say("Channel"),
    say("Where the contact took place: store, phone, web or WhatsApp."),
    headers=(
        "canal", "canal de atención", "medio", "medio de contacto", "vía", "vía de contacto", "origen del contacto",
        "channel", "contact channel", "medium", "via",
    ),
    unknown=NOBODY,
    example="Teléfono",
)  # fmt: skip

INTERACTION = Field(
    "interaction",
    FieldType.IDENTIFIER,
    say("Interaction"),
    say("The number of the contact or ticket it belongs to."),
    headers=(
        "interacción", "id interacción", "número de ticket", "ticket", "caso", "id caso", "llamada", "id llamada",
        "interaction", "interaction id", "ticket id", "case", "case id",
    ),
    unknown=NOBODY,
    refers_to="interactions",
    example="T-000123",
)  # fmt: skip
