"""What a sales office keeps."""

from datetime import datetime, time

from openpyxl import Workbook

from tests.intake.messy.making import Asked, Counts, Messy, book, fill, saved


def _visits_of_the_week() -> dict[str, bytes]:
    """A title, a note, headers on two levels with merged cells, a subtotal after each week, a total."""
    rows = [
        ["COMERCIAL ANDINA S.A.S. - Registro semanal de visitas"],
        ["Elaborado por: Coordinación comercial"],
        [],
        ["Cliente", None, "Atención", None, "Tiempos", None],
        ["Código", "Motivo", "Fecha", "Vendedor", "Espera", "Duración"],
        ["00123", "Cotización", datetime(2026, 5, 4, 9, 30), "Rosa Peña ", time(0, 5), time(0, 20)],
        ["00124", "Reclamo", datetime(2026, 5, 5, 10, 0), "Rosa\u00a0Peña", time(0, 15), time(0, 40)],
        ["Subtotal semana 1", None, None, None, time(0, 20), time(1, 0)],
        ["00125", "Cotización", datetime(2026, 5, 11, 16, 0), "Iván Soto", time(0, 10), "s/d"],
        ["00126", "Entrega", datetime(2026, 5, 12, 11, 0), "Iván Soto", "-", time(0, 30)],
        ["Subtotal semana 2", None, None, None, time(0, 10), time(0, 30)],
        ["TOTAL GENERAL", None, None, None, time(0, 30), time(1, 30)],
    ]
    return {"visitas mayo.xlsx": book({"Semana": rows}, merged={"Semana": ["A1:F1", "A4:B4", "C4:D4", "E4:F4"]})}


def _visits_by_month() -> dict[str, bytes]:
    """One table cut over three sheets. Only January tells that the day comes first."""
    header = ["Fecha", "Vendedor", "Cliente", "Tiempo de espera (min)", "Resuelto"]
    return {
        "visitas trimestre.xlsx": book(
            {
                "Enero": [
                    header,
                    ["13/01/2026", "Rosa Peña", "C-1", 5, "Sí"],
                    ["05/01/2026", "Iván Soto", "C-2", 7, "No"],
                ],
                "Febrero": [
                    header,
                    ["03/02/2026", "Rosa Peña", "C-1", 9, "si"],
                    ["04/02/2026", "Iván Soto", "C-3", 3, "SI"],
                ],
                "Marzo": [header, ["02/03/2026", "Iván Soto", "C-2", 6, "no"]],
            }
        )
    }


def _sales_by_month_across() -> dict[str, bytes]:
    """Months as columns: one row is a person's year, which is nobody's visit or purchase."""
    months = ["Ene", "Feb", "Mar", "Abr", "May", "Jun"]
    rows = [
        ["Ventas por vendedor 2026 (millones)"],
        ["Vendedor", *months, "Total"],
        ["Rosa Peña", 12.5, 11.0, 14.2, 13.1, 12.9, 15.0, 78.7],
        ["Iván Soto", 10.1, 9.8, 12.0, 11.4, 10.9, 11.1, 65.3],
    ]
    return {"ventas por mes.xlsx": book({"Resumen": rows})}


def _customers_and_purchases() -> dict[str, bytes]:
    """Two tables in one sheet with blank rows between, money as text, a hidden sheet of lists that is nothing we know."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Cartera"
    customers = [
        ["CLIENTES ACTIVOS"],
        ["Código de cliente", "Nombre", "Segmento", "Ciudad"],
        ["00042", "Ferretería El Tornillo", "Mayorista", "Cali"],
        ["00043", "Tienda Doña Rosa", "Minorista", "Cali"],
        ["00044", "Depósito Norte", "Mayorista", "Bogotá"],
    ]
    purchases = [
        ["FACTURACIÓN DEL MES"],
        ["Factura", "Fecha de venta", "Código de cliente", "Importe"],
        ["F-001", "03/05/2026", "00042", "$ 1.234.567,50"],
        ["F-002", "17/05/2026", "00042", "$ 65.432,50"],
        ["F-003", "20/05/2026", "00043", "$ 100.000,00"],
        ["F-004", "31/02/2026", "00044", "$ 5.000,00"],
        ["Total", None, None, "$ 1.405.000,00"],
    ]
    fill(sheet, customers)
    fill(sheet, purchases, top=9)
    lists = workbook.create_sheet("Listas")
    fill(lists, [["Mayorista"], ["Minorista"]])
    lists.sheet_state = "hidden"
    return {"cartera.xlsx": saved(workbook)}


SALES_OFFICE = (
    Messy(
        "sales: titles, merged headers, subtotals",
        _visits_of_the_week,
        (Counts("interactions", 7, 4, 0, 3),),
        (
            # (5 + 15 + 10) minutes over three visits; (20 + 40 + 30) over three.
            Asked("select avg(wait_seconds), avg(handle_seconds) from current_interactions", (600.0, 1800.0)),
            Asked("select min(customer), count(distinct employee_key) from current_interactions", ("00123", 2)),
        ),
    ),
    Messy(
        "sales: one table over three sheets",
        _visits_by_month,
        (Counts("interactions", 2, 2, 0, 0), Counts("interactions", 2, 2, 0, 0), Counts("interactions", 1, 1, 0, 0)),
        (
            # (5 + 7 + 9 + 3 + 6) minutes / 5 = 6 minutes; every day of its own month.
            Asked("select avg(wait_seconds), count(*) filter (where resolved) from current_interactions", (360.0, 3)),
            Asked(
                "select list(distinct month(occurred_at) order by month(occurred_at)) from current_interactions",
                ([1, 2, 3],),
            ),
            Asked("select count(*) from loads", (1,)),
        ),
    ),
    Messy(
        "sales: months as columns",
        _sales_by_month_across,
        (Counts(None, 2, 0, 2, 0),),
        (Asked("select count(*) from current_purchases", (0,)),),
        says=("one column for each month or year",),
    ),
    Messy(
        "sales: two tables in a sheet, money as text",
        _customers_and_purchases,
        (Counts("customers", 6, 3, 0, 3), Counts("purchases", 5, 3, 1, 1), Counts(None, 1, 0, 0, 1)),
        (
            # 1,234,567.50 + 65,432.50 + 100,000; the 31st of February is kept out, the total skipped.
            Asked("select sum(amount) from current_purchases", (1_400_000.0,)),
            Asked("select min(customer) from current_customers", ("00042",)),
        ),
    ),
)
