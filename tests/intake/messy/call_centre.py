"""What a call centre keeps."""

from tests.intake.messy.making import Asked, Counts, Messy, book, csv


def _switchboard() -> dict[str, bytes]:
    """The switchboard's text file: dates as 260513, seconds, codes for nobody."""
    return {
        "central.txt": csv(
            "call id\tcustomer id\tdate\tq time\tser time\toutcome\tserver",
            "1\t0\t260513\t12\t100\tAGENT\tTOMAS",
            "2\t884\t260513\t30\t0\tHANG\tNO_SERVER",
            "3\t885\t260514\t18\t200\tAGENT\tTOMÁS",
            "4\t886\t260514\t0\t0\tPHANTOM\tNO_SERVER",
        )
    }


def _month_first() -> dict[str, bytes]:
    """A system from the north: the month comes first, the clock has twelve hours."""
    rows = [
        ["Call ID", "Start Time", "Agent Name", "Wait Time", "Talk Time", "Answered"],
        ["C-1", "05/13/2026 3:45 PM", "Tomas Gil", "00:00:10", "0:05:00", "Yes"],
        ["C-2", "05/14/2026 9:05 AM", "Ana Paz", "00:00:20", "0:03:00", "Yes"],
        ["C-3", "05/02/2026 12:00 AM", "Ana Paz", "00:01:30", "", "No"],
    ]
    return {"calls.xlsx": book({"Report": rows})}


def _printed_report() -> dict[str, bytes]:
    """A report meant for paper: pages, headers again on each, totals by agent, marks instead of words."""
    header = ["Fecha y hora", "Agente", "Canal", "TMO", "Primer contacto"]
    rows = [
        ["Reporte de gestión    Página 1 de 2"],
        header,
        ["18/05/2026 10:00", "Ana  Paz", "Teléfono ", "4:10", "x"],
        ["18/05/2026 10:30", "Ana Paz", "teléfono", "5:50", None],
        ["Total Ana Paz", None, None, "10:00", None],
        ["Reporte de gestión    Página 2 de 2"],
        header,
        ["19/05/2026 11:00", "Tomás Gil", "WhatsApp", "2:00", "X"],
        ["Total Tomás Gil", None, None, "2:00", None],
        ["Promedio", None, None, "4:00", None],
    ]
    return {"reporte diario.xlsx": book({"Reporte": rows})}


def _quality() -> dict[str, bytes]:
    """Scores by touchpoint in long form, long numbers that lost digits, a person without a name."""
    rows = [
        ["Encuesta", "Punto de contacto", "Puntaje", "Fecha", "Asesor"],
        ["Q-1", "Saludo", 5, "20/05/2026", "Ana Paz"],
        ["Q-1", "Solución", 4, "20/05/2026", "Ana Paz"],
        ["Q-2", "Saludo", "3", "21/05/2026", "sin asignar"],
        ["Q-2", "Solución", 2, "21/05/2026", "Tomás Gil"],
        [12345678901234567, "Saludo", 5, "22/05/2026", "Tomás Gil"],
        ["Q-3", "Solución", "#N/D", "22/05/2026", "Tomás Gil"],
    ]
    return {"calidad.xlsx": book({"Calidad": rows})}


CALL_CENTRE = (
    Messy(
        "call centre: the switchboard's file",
        _switchboard,
        (Counts("interactions", 4, 4, 0, 0),),
        (
            Asked("select avg(wait_seconds) filter (where answered = 'yes') from current_interactions", (15.0,)),
            Asked("select count(customer), count(employee) from current_interactions", (3, 2)),
            Asked("select min(occurred_at)::varchar from current_interactions", ("2026-05-13 00:00:00",)),
        ),
    ),
    Messy(
        "call centre: the month comes first",
        _month_first,
        (Counts("interactions", 3, 3, 0, 0),),
        (
            # (10 + 20 + 90) / 3 and (300 + 180) / 2
            Asked("select avg(wait_seconds), avg(handle_seconds) from current_interactions", (40.0, 240.0)),
            Asked(
                "select min(occurred_at)::varchar, max(occurred_at)::varchar from current_interactions",
                ("2026-05-02 00:00:00", "2026-05-14 09:05:00"),
            ),
        ),
    ),
    Messy(
        "call centre: a report meant for paper",
        _printed_report,
        (Counts("interactions", 8, 3, 0, 5),),
        (
            # 4:10 + 5:50 + 2:00 = 12 minutes over three calls.
            Asked(
                "select avg(handle_seconds), count(*) filter (where first_contact) from current_interactions",
                (240.0, 2),
            ),
            Asked("select count(distinct employee_key), count(distinct channel_key) from current_interactions", (2, 2)),
        ),
    ),
    Messy(
        "call centre: scores in long form",
        _quality,
        (Counts("ratings", 6, 4, 2, 0),),
        (
            Asked("select sum(score), count(distinct response) from current_ratings", (14.0, 2)),
            Asked("select count(employee) from current_ratings", (3,)),
        ),
        says=("digits",),
    ),
)
