"""One row is one contact with a customer."""

from momentos.datasets.common import (
    CHANNEL,
    CUSTOMER,
    EMPLOYEE,
    INTERACTION,
    NOBODY,
    SECONDS_A_DAY,
    TOUCHPOINT,
)
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

ANSWERED = {
    "yes": (
        "sí", "si", "s", "yes", "y", "1", "true", "verdadero", "x", "atendida", "atendido", "contestada", "contestado",
        "completada", "agent", "answered", "handled", "served", "completed",
    ),
    "no": (
        "no", "n", "0", "false", "falso", "abandonada", "abandonado", "abandono", "colgó", "cuelga", "perdida", "perdido",
        "no atendida", "no contestada", "hang", "abandoned", "hung up", "missed", "lost", "unanswered",
    ),
    "other": ("otro", "otra", "other", "phantom", "fantasma", "prueba", "test", "error", "transferida", "transferred"),
}  # fmt: skip

INTERACTIONS = Dataset(
    "interactions",
    label=say("Interactions"),
    help=say("Every contact with a customer: calls, visits, tickets, deliveries."),
    unlocks=say("Service metrics: waits, resolution, abandonment and handle times."),
    key=("interaction",),
    repeats=Repeats.KEEP,
    occurred="occurred_at",
    fields=(
        Field(
            "interaction",
            FieldType.IDENTIFIER,
            INTERACTION.label,
            say("The number of the contact or ticket; with it, a corrected row replaces the earlier one."),
            headers=(
                *INTERACTION.headers, "id", "id de atención", "número de atención", "atención", "folio", "radicado",
                "número de caso", "número de llamada", "número de expediente", "expediente", "call id", "call", "contact id", "id contacto",
            ),
            example="T-000123",
        ),
        Field(
            "occurred_at",
            FieldType.INSTANT,
            say("Date"),
            say("When the contact took place; with the hour if you have it."),
            headers=(
                "fecha", "fecha y hora", "fecha de atención", "fecha de la atención", "fecha de contacto", "fecha de la llamada",
                "fecha de apertura", "fecha de entrada", "fecha de la gestión", "fecha del ticket", "check in", "fecha de creación", "creado", "inicio", "día", "fecha de visita", "fecha interacción",
                "date", "datetime", "date time", "timestamp", "occurred at", "created at", "created", "opened at", "start time",
                "call date",
            ),
            required=True,
            example="03/05/2026 14:20",
        ),
        Field(
            "time_of_day",
            FieldType.TIME_OF_DAY,
            say("Hour"),
            say("The hour, if it stands in a column of its own."),
            headers=("hora", "hora de inicio", "hora de atención", "hora de llegada", "hora llamada", "time", "time of day", "vru entry"),
            example="14:20",
        ),
        CUSTOMER,
        EMPLOYEE,
        TOUCHPOINT,
        CHANNEL,
        Field(
            "reason",
            FieldType.TEXT,
            say("Reason"),
            say("Why the customer made contact."),
            headers=(
                "motivo", "motivo de contacto", "motivo de la llamada", "motivo de consulta", "tipo", "tipo de atención",
                "tipo de solicitud", "categoría", "asunto", "tipificación", "razón", "reason", "contact reason", "type",
                "category", "topic", "subject",
            ),
            unknown=NOBODY,
            example="Reclamo",
        ),
        Field(
            "wait_seconds",
            FieldType.DURATION,
            say("Wait"),
            say("How long the customer waited: seconds or h:mm:ss."),
            headers=(
                "espera", "tiempo de espera", "espera (s)", "segundos de espera", "tiempo en cola", "cola", "demora",
                "wait", "wait time", "waiting time", "queue time", "q time", "wait seconds", "time in queue", "speed of answer",
            ),
            low=0,
            high=7 * SECONDS_A_DAY,
            example="0:01:30",
        ),
        Field(
            "handle_seconds",
            FieldType.DURATION,
            say("Handle time"),
            say("How long the attention itself lasted: seconds or h:mm:ss."),
            headers=(
                "duración", "tiempo de atención", "duración de la llamada", "tiempo de servicio", "tiempo de gestión", "tmo",
                "segundos de atención", "handle time", "handling time", "aht", "duration", "talk time", "service time",
                "ser time", "handle seconds", "call duration",
            ),
            low=0,
            high=7 * SECONDS_A_DAY,
            example="0:04:10",
        ),
        Field(
            "resolution_seconds",
            FieldType.DURATION,
            say("Resolution time"),
            say("From opening to solution: seconds or h:mm:ss."),
            headers=(
                "tiempo de resolución", "tiempo de solución", "segundos de resolución", "resolution time", "time to resolve",
                "resolution seconds", "time to resolution",
            ),
            low=0,
            high=3 * 365 * SECONDS_A_DAY,
            example="26:30:00",
        ),
        Field(
            "answered",
            FieldType.CHOICE,
            say("Answered"),
            say("Whether the customer was served (yes), left before (no), or it was neither."),
            headers=(
                "atendida", "atendido", "contestada", "estado de la llamada", "resultado", "resultado de la llamada", "desenlace",
                "answered", "outcome", "call outcome", "result", "disposition",
            ),
            choices=ANSWERED,
            example="sí",
        ),
        Field(
            "resolved",
            FieldType.YES_NO,
            say("Resolved"),
            say("Whether the case was solved."),
            headers=("resuelto", "resuelta", "solucionado", "solucionada", "se resolvió", "cerrado", "resolved", "solved", "closed"),
            example="sí",
        ),
        Field(
            "first_contact",
            FieldType.YES_NO,
            say("Solved at first contact"),
            say("Whether it was solved in the first contact."),
            headers=(
                "primer contacto", "resuelto en primer contacto", "resuelto al primer contacto", "resolución en el primer contacto",
                "fcr", "first contact", "first contact resolution", "solved at first contact",
            ),
            example="sí",
        ),
        Field(
            "escalated",
            FieldType.YES_NO,
            say("Escalated"),
            say("Whether it was passed to another level."),
            headers=("escalado", "escalada", "escaló", "derivado", "derivada", "escalated", "escalation", "transferred to"),
            example="no",
        ),
        Field(
            "reopened",
            FieldType.YES_NO,
            say("Reopened"),
            say("Whether the case was opened again."),
            headers=("reabierto", "reabierta", "reapertura", "reincidente", "reopened", "reopen"),
            example="no",
        ),
        Field(
            "compensation",
            FieldType.MONEY,
            say("Compensation"),
            say("What was given to make up for the problem, in money."),
            headers=("compensación", "compensación otorgada", "bonificación", "reintegro", "compensation", "refund", "goodwill"),
            low=0,
            high=1e12,
            example="0",
        ),
    ),
)  # fmt: skip
