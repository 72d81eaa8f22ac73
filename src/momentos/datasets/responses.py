"""One row is one answered survey."""

from momentos.datasets.common import CHANNEL, CUSTOMER, EMPLOYEE, INTERACTION, NOBODY, TOUCHPOINT
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

RESPONSES = Dataset(
    "responses",
    label=say("Surveys"),
    help=say("Every answered survey: recommendation, satisfaction, effort and comment."),
    unlocks=say("Satisfaction, recommendation and effort, and the score of each touchpoint and person."),
    key=("response",),
    repeats=Repeats.KEEP,
    occurred="answered_at",
    answers=("nps", "csat", "ces", "comment"),
    fields=(
        Field(
            "response",
            FieldType.IDENTIFIER,
            say("Survey number"),
            say("The number of the answer; with it, a corrected row replaces the earlier one."),
            headers=(
                "encuesta", "id encuesta", "número de encuesta", "id respuesta", "respuesta", "folio", "id", "response",
                "response id", "respnum", "survey id", "respondent", "respondent id", "idnum",
            ),
            example="R-000045",
        ),
        Field(
            "answered_at",
            FieldType.INSTANT,
            say("Answered on"),
            say("When the customer answered."),
            headers=(
                "fecha", "marca temporal", "fecha de respuesta", "fecha de la respuesta", "fecha encuesta", "fecha de la encuesta",
                "fecha y hora", "hora de finalización", "completado", "date", "timestamp", "answered at", "response date",
                "submitted at", "completion time", "survey date", "date of interview", "end date",
            ),
            example="03/05/2026",
        ),
        CUSTOMER,
        EMPLOYEE,
        TOUCHPOINT,
        INTERACTION,
        CHANNEL,
        Field(
            "nps",
            FieldType.SCORE,
            say("Recommendation (0–10)"),
            say("How likely the customer is to recommend you, 0 to 10."),
            headers=(
                "nps", "recomendación", "recomendaría", "recomienda", "probabilidad de recomendar", "qué tan probable es que nos recomiende",
                "qué tan probable es que recomiende nuestra empresa", "qué probabilidad hay de que nos recomiende", "recomendarías", "nos recomendarías",
                "nos recomendaría", "nos recomendarías a un amigo", "nos recomendaría a un amigo", "recomendaría a un amigo o familiar", "recommendation", "likelihood to recommend", "would recommend", "how likely are you to recommend us",
                "netpro", "net promoter",
            ),
            low=0,
            high=10,
            is_whole=True,
            example="9",
        ),
        Field(
            "csat",
            FieldType.SCORE,
            say("Satisfaction (1–5)"),
            say("How satisfied the customer was overall, 1 to 5."),
            headers=(
                "csat", "satisfacción", "satisfacción general", "satisfacción global", "nota", "calificación", "puntaje", "puntuación",
                "valoración", "evaluación", "nota general", "calificación general", "evaluación general", "experiencia general", "qué tan satisfecho está",
                "qué tan satisfecha está", "cómo califica la atención recibida", "cómo calificaría la atención", "cómo evalúa el servicio", "cómo califica nuestro servicio", "satisfaction",
                "overall satisfaction", "overall", "score", "rating", "overall score", "overall rating", "q7all",
            ),
            low=1,
            high=5,
            example="4",
        ),
        Field(
            "ces",
            FieldType.SCORE,
            say("Ease (1–7)"),
            say("How easy it was for the customer, 1 to 7; 7 is very easy."),
            headers=(
                "ces", "esfuerzo", "facilidad", "esfuerzo del cliente", "qué tan fácil fue", "qué tan fácil le resultó", "nivel de esfuerzo", "customer effort", "effort", "ease",
                "how easy was it",
            ),
            low=1,
            high=7,
            example="6",
        ),
        Field(
            "comment",
            FieldType.TEXT,
            say("Comment"),
            say("The customer's own words."),
            headers=(
                "comentario", "comentarios", "comentario del cliente", "observaciones", "observación", "sugerencias", "opinión", "qué podemos mejorar", "qué podríamos mejorar",
                "comentarios o sugerencias", "comentarios y sugerencias", "comentarios adicionales", "observaciones o comentarios",
                "déjanos tu comentario", "deja tu comentario", "déjenos su comentario", "verbatim", "comment", "comments", "feedback", "suggestions",
            ),
            unknown=NOBODY,
            example="Me atendieron muy bien",
        ),
    ),
)  # fmt: skip
