"""What a clinic keeps."""

from datetime import datetime

from tests.intake.messy.making import Asked, Counts, Messy, book, csv

_GRID = "Califique los siguientes aspectos de su visita"
_RECOMMEND = (
    "¿Qué tan probable es que recomiende nuestra clínica a un familiar o amigo? (0 = nada probable, 10 = muy probable)"
)


def _google_form() -> dict[str, bytes]:
    """Sentence-long questions, a grid of [items], '5 - Excelente', an answer that was left open."""
    rows = [
        ["Marca temporal", _RECOMMEND, f"{_GRID} [Recepción]", f"{_GRID} [Enfermería]", f"{_GRID} [Médico]", "¿Qué podríamos mejorar?"],
        [datetime(2026, 5, 4, 18, 30, 5), 10, "5 - Excelente", "4 - Bueno", "5 - Excelente", "Nada, todo muy bien"],
        [datetime(2026, 5, 5, 9, 12, 44), 9, "4 - Bueno", "4 - Bueno", "5 - Excelente", None],
        [datetime(2026, 5, 6, 12, 0, 0), 6, "2 - Malo", "3 - Regular", "4 - Bueno", "Mucha espera"],
        [datetime(2026, 5, 7, 8, 1, 9), 3, "1 - Pésimo", "No aplica", "2 - Malo", "=HYPERLINK(\"http://x\")"],
    ]  # fmt: skip
    book_rows = [
        [f"'{cell}" if isinstance(cell, str) and cell.startswith("=") else cell for cell in row] for row in rows
    ]
    return {"Encuesta de satisfacción (respuestas).xlsx": book({"Respuestas de formulario 1": book_rows})}


def _appointments_csv() -> dict[str, bytes]:
    """A program's export: Latin-1, semicolons, a decimal comma, s/d and #N/D, the hour in a column of its own."""
    return {
        "turnos.csv": csv(
            "Número de atención;Fecha;Hora;Paciente;Profesional;Tiempo de espera (min);Motivo de consulta;Observación",
            "000001;25/03/2026;08:00;12345678;Dra. Muñoz;12,5;Control;",
            "000002;25/03/2026;08:30;s/d;Dra. Muñoz;7,5;Urgencia;llegó tarde",
            "000003;26/03/2026;09:00;23456789;Dr. Ibáñez;#N/D;Control;",
            "000004;26/03/2026;09:15;34567890;Dr. Ibáñez;10,0;Control;",
            "000005;fecha pendiente;10:00;34567890;Dr. Ibáñez;10,0;Control;",
        )
    }


def _staff() -> dict[str, bytes]:
    """The payroll's list: who was born when is not who joined when; one person stands twice."""
    rows = [
        ["CLÍNICA SANTA LUCÍA"],
        ["Nómina de profesionales al 31/05/2026"],
        [],
        ["Legajo", "Apellido y nombre", "Fecha de nacimiento", "Fecha de ingreso", "Sector", "Cargo", "Jefe directo"],
        ["0007", "Muñoz, Carla", datetime(1980, 2, 1), datetime(2015, 3, 1), "Consultorios", "Médica", "Dr. Rey"],
        ["0008", "Ibáñez, Jorge", datetime(1975, 7, 9), datetime(2010, 8, 15), "Consultorios", "Médico", "Dr. Rey"],
        ["0009", "Luz, Marina", datetime(1990, 12, 24), "s/d", "Enfermería", "Enfermera", "Sra. Paz"],
        ["0009", "Luz, Marina", datetime(1990, 12, 24), "s/d", "Enfermería", "Enfermera", "Sra. Paz"],
        ["Total de profesionales: 3"],
    ]
    return {"nómina.xlsx": book({"Personal": rows}, merged={"Personal": ["A1:G1", "A2:G2"]})}


def _survey_renamed() -> dict[str, bytes]:
    """The same survey in two years: the questions were put in other words."""
    first = [
        ["ID encuesta", "Fecha de la encuesta", "¿Nos recomendaría?", "Satisfacción general", "Comentarios"],
        ["2025-1", "14/05/2025", 9, 5, "Bien"],
        ["2025-2", "15/05/2025", 4, 2, ""],
    ]
    second = [
        ["Nro. de encuesta", "Fecha de respuesta", "Probabilidad de recomendar (0-10)", "¿Qué tan satisfecho está con la atención?", "Observaciones"],
        ["2026-1", "14/05/2026", 10, 5, None],
        ["2026-2", "15/05/2026", 8, 4, "Gracias"],
        ["2026-3", "16/05/2026", 11, 3, "once de diez"],
    ]  # fmt: skip
    return {"encuesta 2025.xlsx": book({"2025": first}), "encuesta 2026.xlsx": book({"2026": second})}


CLINIC = (
    Messy(
        "clinic: a Google form",
        _google_form,
        (Counts("responses", 4, 4, 0, 0),),
        (
            # Two promoters, two detractors; twelve answers less «No aplica».
            Asked("select avg(nps) from current_responses", (7.0,)),
            Asked("select count(*), sum(score) from current_ratings", (11, 39.0)),
            # (5 + 4 + 2 + 1) / 4
            Asked("select avg(score) from current_ratings where touchpoint_key = 'recepción'", (3.0,)),
        ),
    ),
    Messy(
        "clinic: a program's text file",
        _appointments_csv,
        (Counts("interactions", 5, 4, 1, 0),),
        (
            # (12.5 + 7.5 + 10) / 3 = 10 minutes
            Asked("select avg(wait_seconds) from current_interactions", (600.0,)),
            Asked("select count(customer), max(hour(occurred_at)) from current_interactions", (3, 9)),
            Asked("select min(interaction) from current_interactions", ("000001",)),
        ),
    ),
    Messy(
        "clinic: staff with dates of birth",
        _staff,
        (Counts("employees", 5, 3, 0, 2),),
        (
            Asked("select min(hired_on)::varchar, count(hired_on) from current_employees", ("2010-08-15", 2)),
            Asked("select min(employee) from current_employees", ("0007",)),
        ),
    ),
    Messy(
        "clinic: a survey whose questions were renamed",
        _survey_renamed,
        (Counts("responses", 2, 2, 0, 0), Counts("responses", 3, 2, 1, 0)),
        (
            # (9 + 4 + 10 + 8) / 4 and (5 + 2 + 5 + 4) / 4; the eleven is kept out.
            Asked("select avg(nps), avg(csat), count(*) from current_responses", (7.75, 4.0, 4)),
        ),
    ),
)
