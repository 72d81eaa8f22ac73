"""What a hotel keeps."""

from datetime import datetime, time

from openpyxl import Workbook

from tests.intake.messy.making import Asked, Counts, Messy, book, fill, saved


def _microsoft_form() -> dict[str, bytes]:
    """Its own columns first, questions as headers with spaces at the end, answers in words."""
    rows = [
        ["Id", "Hora de inicio", "Hora de finalización", "Correo electrónico", "Nombre",
         "¿Qué tan satisfecho está con su estadía?\u00a0", "Limpieza de la habitación", "Atención en recepción", "Desayuno",
         "¿Nos recomendaría? (0 a 10)", "Comentarios adicionales"],
        [1, datetime(2026, 1, 4, 10, 1), datetime(2026, 1, 4, 10, 5), "anonymous", None,
         "Muy satisfecho", "Satisfecho", "Muy satisfecho", "Neutral", 9, "Volveremos"],
        [2, datetime(2026, 1, 5, 9, 0), datetime(2026, 1, 5, 9, 3), "anonymous", None,
         "Insatisfecho", "Insatisfecho", "Satisfecho", "Muy insatisfecho", 4, None],
        [3, datetime(2026, 1, 6, 20, 0), datetime(2026, 1, 6, 20, 2), "anonymous", None,
         "Satisfecho", "Muy satisfecho", "Muy satisfecho", "Satisfecho", 8, None],
    ]  # fmt: skip
    return {"Encuesta huéspedes(1-3).xlsx": book({"Sheet1": rows})}


def _front_desk() -> dict[str, bytes]:
    """Date and hour apart, euros as text, unanswered as empty, a total."""
    rows = [
        [None, "Hotel Miramar — Libro de recepción"],
        [],
        [None, "Fecha", "Hora de llegada", "Huésped", "Recepcionista", "Motivo", "Demora", "Compensación"],
        [None, datetime(2026, 2, 14), time(14, 5), "H-01", "Paula", "Check-in", "0:04:30", "0,00 €"],
        [None, datetime(2026, 2, 14), time(15, 20), "H-02", "Paula", "Reclamo", "0:10:30", "1.234,56 €"],
        [None, datetime(2026, 2, 15), time(23, 50), "H-03", "Óscar", "Check-in", None, None],
        [None, "Totales", None, None, None, None, "0:15:00", "1.234,56 €"],
    ]
    return {"recepción.xlsx": book({"Libro": rows})}


def _survey_with_codes() -> dict[str, bytes]:
    """A satisfaction column where 99 is «no answer», and words for missing everywhere."""
    rows = [["Encuesta", "Fecha", "Huésped", "Satisfacción", "NPS"]]
    grades = [5, 4, 5, 3, 99, 4, 2, 5, 99, 4, 99, 4]
    promises = [10, 9, "N/A", 7, 8, 9, 2, 10, "s/d", 8, 9, 9]
    for number, (grade, promise) in enumerate(zip(grades, promises, strict=True), 1):
        rows.append([f"E{number:03}", f"{number + 12}-mar-2026", f"H-{number:02}", grade, promise])
    return {"encuesta de salida.xlsx": book({"Hoja1": rows})}


def _two_side_by_side() -> dict[str, bytes]:
    """Two tables next to each other: the moments of the stay, and the staff, whose last two rows are blank."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Configuración"
    fill(
        sheet,
        [
            ["Orden", "Etapa", "Punto de contacto", "Área", "Impacto"],
            [1, "Llegada", "Recepción", "Front", 5],
            [2, "Estadía", "Habitación", "Pisos", 4],
            [3, "Estadía", "Desayuno", "Cocina", 3],
            [4, "Salida", "Facturación", "Front", "alto"],
        ],
        top=2,
    )
    fill(
        sheet,
        [
            ["Código de empleado", "Nombre completo", "Departamento"],
            ["R1", "Paula Ríos", "Front"],
            ["R2", "Óscar Gil", "Front"],
        ],
        top=2,
        left=8,
    )
    return {"configuración.xlsx": saved(workbook)}


HOTEL = (
    Messy(
        "hotel: a Microsoft form",
        _microsoft_form,
        (Counts("responses", 3, 3, 0, 0),),
        (
            # 5, 2 and 4; 9, 4 and 8.
            Asked("select round(avg(csat), 4), avg(nps) from current_responses", (3.6667, 7.0)),
            # 4+2+5, 5+4+5, 3+1+4
            Asked("select count(*), sum(score) from current_ratings", (9, 33.0)),
            Asked("select max(answered_at)::varchar from current_responses", ("2026-01-06 20:02:00",)),
        ),
    ),
    Messy(
        "hotel: the front desk's book",
        _front_desk,
        (Counts("interactions", 4, 3, 0, 1),),
        (
            Asked("select avg(wait_seconds), sum(compensation) from current_interactions", (450.0, 1234.56)),
            Asked("select max(occurred_at)::varchar from current_interactions", ("2026-02-15 23:50:00",)),
        ),
    ),
    Messy(
        "hotel: codes that are no scores",
        _survey_with_codes,
        (Counts("responses", 12, 11, 1, 0),),  # one guest answered nothing but codes
        (
            # 36 over nine grades; 81 over ten promises, N/A and s/d left out.
            Asked("select avg(csat), count(csat) from current_responses", (4.0, 9)),
            Asked("select sum(nps), count(nps) from current_responses", (81.0, 10)),
            Asked("select min(answered_at)::varchar from current_responses", ("2026-03-13 00:00:00",)),
        ),
        says=("99",),
    ),
    Messy(
        "hotel: two tables side by side",
        _two_side_by_side,
        (Counts("touchpoints", 4, 3, 1, 0), Counts("employees", 4, 2, 0, 2)),
        (Asked("select sum(impact), count(distinct stage) from current_touchpoints", (12.0, 2)),),
    ),
)
