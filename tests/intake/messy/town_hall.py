"""What a town hall keeps."""

from datetime import datetime

from openpyxl import Workbook

from tests.intake.messy.making import Asked, Counts, Messy, book, csv, fill, saved


def _complaints() -> dict[str, bytes]:
    """The header in row 12 and column F, dates in words, leading zeros, notes at the right and below."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Reclamos"
    fill(sheet, [["MUNICIPALIDAD DE SAN MARTÍN"], ["Dirección de Atención al Vecino"], ["Año 2026"]], top=2, left=6)
    fill(
        sheet,
        [
            ["Expediente", "Fecha de entrada", "Trámite", "Funcionario", "¿Resuelto?", "Tiempo de resolución"],
            ["000145", "3 de mayo de 2026", "Alumbrado", "N. Vera", "Sí", "2 días"],
            ["000146", "4 de mayo de 2026", "Poda", "N. Vera", "No", None],
            ["000147", "7 de mayo de 2026", "Alumbrado", "J. Ledesma", "SI", "1 día"],
            ["000148", "9 de mayo de 2026", "Bacheo", "J. Ledesma", "en curso", None],
            [],
            ["Fuente: Mesa de Entradas. Los expedientes en curso no se cuentan."],
        ],
        top=12,
        left=6,
    )
    return {"reclamos 2026.xlsx": saved(workbook)}


def _satisfaction_in_words() -> dict[str, bytes]:
    """A survey at the counter, agreeing and disagreeing in words."""
    rows = [
        ["Fecha", "Trámite", "Funcionario", "Satisfacción", "Facilidad", "Observaciones"],
        ["13/04/2026", "Licencia", "N. Vera", "Muy satisfecho", 7, ""],
        ["14/04/2026", "Licencia", "N. Vera", "muy  satisfecho ", 6, "rápido"],
        ["15/04/2026", "Catastro", "J. Ledesma", "Insatisfecho", 2, "tres viajes"],
        ["16/04/2026", "Catastro", "J. Ledesma", "Ni satisfecho ni insatisfecho", "No aplica", ""],
        ["17/04/2026", "Catastro", "J. Ledesma", "según el día", 4, ""],
    ]
    return {"encuesta mostrador.xlsx": book({"Mostrador": rows})}


def _spending() -> dict[str, bytes]:
    """Spending by area and month, months in words, amounts with points and signs."""
    return {
        "gasto.csv": csv(
            "Gasto en atención al vecino",
            "",
            "Mes;Área;Tipo de gasto;Monto",
            "may-26;Atención;retención;$ 1.500.000",
            "may-26;Prensa;publicidad;$ 750.000",
            "jun-26;Atención;retención;$ 1.250.500",
            "jun-26;Prensa;publicidad;-",
            "Total;;;$ 3.500.500",
        )
    }


def _counters_by_month() -> dict[str, bytes]:
    """A sheet a month, the next month's file holding the last month's rows too; headers repeated after a page."""
    header = ["Ticket", "Fecha", "Ventanilla", "Funcionario", "Espera (min)"]
    april = [
        ["ABRIL 2026"],
        header,
        ["A-1", datetime(2026, 4, 2, 9), 1, "N. Vera", 10],
        ["A-2", datetime(2026, 4, 2, 10), 1, "N. Vera", 20],
        header,
        ["A-3", datetime(2026, 4, 3, 9), 2, "J. Ledesma", 30],
    ]
    may = [["MAYO 2026"], header, ["M-1", datetime(2026, 5, 4, 9), 1, "N. Vera", 40]]
    return {"turnos abril.xlsx": book({"Abril": april}), "turnos mayo.xlsx": book({"Abril": april, "Mayo": may})}


TOWN_HALL = (
    Messy(
        "town hall: a header far down and to the right",
        _complaints,
        (Counts("interactions", 6, 3, 1, 2),),
        (
            # Two days and one day; «en curso» is neither yes nor no.
            Asked(
                "select avg(resolution_seconds), count(*) filter (where resolved) from current_interactions",
                (129_600.0, 2),
            ),
            Asked(
                "select min(interaction), max(occurred_at)::varchar from current_interactions",
                ("000145", "2026-05-07 00:00:00"),
            ),
        ),
    ),
    Messy(
        "town hall: satisfaction in words",
        _satisfaction_in_words,
        (Counts("responses", 5, 4, 1, 0),),
        (
            # 5, 5, 2 and 3; 7, 6 and 2.
            Asked("select avg(csat), avg(ces) from current_responses", (3.75, 5.0)),
        ),
    ),
    Messy(
        "town hall: spending by month",
        _spending,
        (Counts("spending", 5, 3, 1, 1),),
        (Asked("select sum(amount), count(distinct month) from current_spending", (3_500_500.0, 2)),),
    ),
    Messy(
        "town hall: next month's file holds last month's rows",
        _counters_by_month,
        (Counts("interactions", 4, 3, 0, 1), Counts("interactions", 4, 0, 0, 1), Counts("interactions", 1, 1, 0, 0)),
        (
            # (10 + 20 + 30 + 40) / 4 = 25 minutes, April counted once.
            Asked("select count(*), avg(wait_seconds) from current_interactions", (4, 1500.0)),
        ),
    ),
)
