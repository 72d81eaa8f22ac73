"""What is asked before it is taken for contacts or surveys, and what ordinary sheets still need no answer."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from momentos.intake.questions import questions
from momentos.intake.raw_table import RawTable
from momentos.intake.recognise import default_choices, recognise
from momentos.intake.sheet_proposal import Proposal
from tests.intake.drawn import TODAY, table

ROWS = 12
GIVEN: dict[str, Callable[[int], Any]] = {
    "day": lambda row: f"{13 + row:02d}/05/2026",
    "half hour": lambda row: f"13/05/2026 {10 + row // 2}:{30 * (row % 2):02d}",
    "month": lambda row: f"{['ene', 'feb', 'mar'][row % 3]}-26",
    "customer": lambda row: f"C-{row:03d}",
    "person": lambda row: ["Ana Ruiz", "Luis Mora", "Eva Paz"][row % 3],
    "branch": lambda row: ["Centro", "Norte"][row % 2],
    "code": lambda row: f"X-{row:04d}",
    "word": lambda row: ["Canje", "Compra"][row % 2],
    "yes": lambda row: ["sí", "no"][row % 2],
    "amount": lambda row: 50.0 + 10 * row,
    "count": lambda row: 20.0 + row,
    "sample": lambda row: [12.0, 45.0, 33.0, 27.0][row % 4],
    "row number": lambda row: 1.0 + row,
    "folio": lambda row: 1045.0 + 37 * row % 101,
    "newest first": lambda row: float(ROWS - row),
    "mean": lambda row: [4.3, 3.9, 4.75][row % 3],
    "per cent": lambda row: ["80 %", "90 %"][row % 2],
    "clock": lambda row: f"0:0{1 + row % 8}:10",
    "phone": lambda row: f"3001234{row:03d}",
    "1 to 5": lambda row: float(1 + row % 5),
    "5 to 1": lambda row: float(5 - row % 5),
    "2 to 1": lambda row: float(1 + 2 * row % 5),
    "0 to 10": lambda row: float(row % 11),
    "text": lambda row: ["Muy bien", "Tardaron mucho"][row % 2],
}  # fmt: skip


def drawn(columns: str, sheet: str = "Hoja1") -> RawTable:
    """Twelve rows under «header: what stands in it», the columns parted by bars."""
    parts = [part.rsplit(":", 1) for part in columns.split("|")]
    return table(
        {header.strip(): [GIVEN[kind.strip()](row) for row in range(ROWS)] for header, kind in parts}, sheet=sheet
    )


def seen(columns: str, sheet: str = "Hoja1") -> Proposal:
    return recognise(drawn(columns, sheet), today=TODAY)


@pytest.mark.parametrize(
    "columns",
    [
        "Fecha: day | Cliente: customer | Puntos: amount | Movimiento: word | Saldo: amount",
        "Fecha: day | Cliente: customer | Tipo: word | Puntos: amount | Saldo: amount",
        "Fecha: day | Cliente: customer | Canal: word | Tipo: word | Puntos: amount | Saldo: amount",
        "Fecha: day | Cliente: customer | Motivo: word | Puntos: amount",
        "Fecha: day | Ticket: code | Cliente: customer | Puntos: amount | Saldo: amount",
        "Date: day | Customer: customer | Points: amount | Balance: amount",
        "Fecha: day | Sucursal: branch | Saludó: yes | Ofreció: yes | Cumple: yes",
        "Fecha: day | Sucursal: branch | Asesor: person | Saludó: yes | Ofreció: yes | Cumple: yes",
        "Fecha: day | Cliente: customer",
        "Fecha: day | Cliente: customer | Asesor: person",
        "Folio: code | Fecha: day | Cliente: customer",
        "Fecha: day | Empleado: person | Sucursal: branch",
        "Fecha: day | Empleado: person | Motivo: word",
        "Fecha: day | Asesor: person | Meta: amount | Logrado: amount",
        "Fecha: day | Cliente: customer | Observaciones: text",
    ],
)
def test_a_date_and_people_with_something_else_are_asked_about(columns: str) -> None:
    proposal = seen(columns)
    (asked,) = questions(proposal, default_choices(proposal))
    assert (proposal.dataset, asked.kind, asked.blocks) == (None, "dataset", True)


@pytest.mark.parametrize(
    ("columns", "summed"),
    [
        ("Fecha: day | Agente: person | CSAT: per cent | Llamadas: count | TMO: clock", "Llamadas"),
        ("Fecha: day | Asesor: person | Nota: mean | Encuestas: count", "Encuestas"),
        ("Fecha: day | Agente: person | Chats: count | Duración: clock | Nota: mean", "Chats"),
        ("Agente: person | Conversaciones atendidas: count | CSAT promedio: mean | Mes: month", "Conversaciones atendidas, CSAT promedio"),
        ("Fecha: day | Agente: person | Espera: amount | Nota promedio: mean", "Nota promedio"),
        ("Fecha: day | Agente: person | Total de llamadas: count | Espera: amount", "Total de llamadas"),
        ("Fecha: day | Agente: person | Atendidas: count | Abandonadas: count | TMO: clock", "Atendidas, Abandonadas"),
        ("Fecha y hora: half hour | Agente: person | Llamadas: count | TMO: clock", "Llamadas"),
        ("Date: day | Agent: person | Calls handled: count | AHT: clock", "Calls handled"),
        ("Fecha: day | Agente: person | N.º de llamadas: count | TMO: clock", "N.º de llamadas"),
        ("Fecha: day | Agente: person | N. ° de llamadas: count | TMO: clock", "N. ° de llamadas"),
        ("Fecha: day | Agente: person | # de llamadas: count | TMO: clock", "# de llamadas"),
        ("Fecha: day | Agente: person | #Encuestas: count | Nota: mean", "#Encuestas"),
        ("Fecha: day | Agente: person | Núm. de encuestas: count | Nota: mean", "Núm. de encuestas"),
    ],
)  # fmt: skip
def test_sums_by_person_and_day_are_asked_about_and_named(columns: str, summed: str) -> None:
    proposal = seen(columns)
    (asked,) = questions(proposal, default_choices(proposal))
    assert (proposal.dataset, asked.kind, asked.blocks) == (None, "dataset", True)
    assert f"(counts and averages: {summed})" in str(asked.question)


@pytest.mark.parametrize(
    "header", ["n", "N°", "N.º", "No.", "#", "Muestra", "Base", "Evaluaciones", "Volumen", "Total"]
)
def test_how_many_answered_is_no_number_of_a_row_where_it_stands_beside_their_mean(header: str) -> None:
    proposal = seen(f"Fecha: day | Asesor: person | {header}: sample | Nota: mean")
    (asked,) = questions(proposal, default_choices(proposal))
    assert (proposal.dataset, asked.kind, asked.blocks) == (None, "dataset", True)
    assert f"(counts and averages: {header})" in str(asked.question)


@pytest.mark.parametrize("header", ["N", "N°", "n.°", "N.º", "Nº", "No.", "Nro.", "#"])
@pytest.mark.parametrize("numbers", ["row number", "newest first", "folio"])
@pytest.mark.parametrize(
    ("columns", "dataset"),
    [
        ("Fecha: day | Asesor: person | Motivo: word | Espera: amount", "interactions"),
        ("Fecha: day | Asesor: person | Nota: 1 to 5", "responses"),
        ("Fecha: day | Cliente: customer | NPS: 0 to 10", "responses"),
        ("Fecha: day | Asesor: person | Nota: mean", "responses"),
    ],
)
def test_the_number_of_each_row_is_no_count(header: str, numbers: str, columns: str, dataset: str) -> None:
    assert seen(f"{header}: {numbers} | {columns}").dataset == dataset


@pytest.mark.parametrize("header", ["Muestra", "Base", "Total"])
def test_a_sample_that_happens_to_go_up_is_a_sample(header: str) -> None:
    assert seen(f"Asesor: person | Fecha: day | {header}: count | Nota: mean").dataset is None


@pytest.mark.parametrize("header", ["N°", "Total", "Base"])
def test_figures_beside_whole_grades_are_no_count(header: str) -> None:
    assert seen(f"Fecha: day | Asesor: person | {header}: sample | Nota: 1 to 5").dataset == "responses"


@pytest.mark.parametrize("group", ["Ventas", "Casos por día", "Reclamos por mil", "Cumplimiento de meta"])
@pytest.mark.parametrize("kinds", [("1 to 5", "5 to 1", "2 to 1"), ("per cent",) * 3])
@pytest.mark.parametrize("first", ["Producto: code", "Fecha: day", "Cliente: customer"])
def test_numbers_under_a_group_are_no_survey_for_certain(group: str, kinds: tuple[str, ...], first: str) -> None:
    items = (f"{group} · {item}: {kind}" for item, kind in zip(("Norte", "Sur", "Este"), kinds, strict=True))
    proposal = seen(" | ".join((first, *items)))
    (asked,) = questions(proposal, default_choices(proposal))
    assert (proposal.dataset, asked.blocks) == (None, True)


def test_counts_by_weekday_with_their_total_are_asked_about() -> None:
    days = ("Lunes", "Martes", "Miércoles", "Total")
    kinds = itertools.cycle(("1 to 5", "5 to 1", "2 to 1"))
    proposal = seen(" | ".join(("Etiquetas de fila: code", *(f"Casos por día · {day}: {next(kinds)}" for day in days))))
    assert proposal.dataset is None


@pytest.mark.parametrize(
    "columns",
    ["Data 1: 1 to 5 | Data 2: 5 to 1 | Data 3: 2 to 1", "column1: 1 to 5 | column2: 5 to 1 | column3: 2 to 1"],
)
def test_columns_that_a_running_number_alone_tells_apart_are_no_survey(columns: str) -> None:
    assert seen(columns).dataset is None


@pytest.mark.parametrize("items", [("Ene", "Feb", "Mar"), ("2021", "2022", "2023"), ("ene-26", "feb-26", "mar-26")])
@pytest.mark.parametrize("dataset", [None, "interactions", "responses"])
def test_periods_in_the_last_level_of_the_headers_are_periods(items: tuple[str, ...], dataset: str | None) -> None:
    columns = " | ".join(("Sucursal: branch", *(f"TIEMPO · Año · {item}: 1 to 5" for item in items)))
    proposal = recognise(drawn(columns), today=TODAY, dataset=dataset)
    told = {one.kind: one for one in questions(proposal, default_choices(proposal))}["periods across"]
    assert (told.letters, told.blocks) == (("B", "C", "D"), True)
    assert proposal.ratings == {}


def test_a_list_of_staff_with_a_column_for_each_month_loads_once_it_is_said_what_it_is() -> None:
    raw = drawn("Código: code | Nombre: text | Ene: amount | Feb: amount | Mar: amount")
    proposal = recognise(raw, today=TODAY, dataset="employees")
    assert not any(one.blocks for one in questions(proposal, default_choices(proposal)))


@pytest.mark.parametrize(
    "columns",
    [
        "Fecha: day | Cliente: customer | Canal: word",
        "Fecha: day | Cliente: customer | Motivo: word",
        "Fecha: day | Asesor: person | Motivo: word",
        "Fecha: day | Agente: person | Espera: amount",
        "Fecha: day | Agente: person | Duración: clock",
        "Fecha: day | Agente: person | Espera: amount | Llamadas previas: 1 to 5",
        "Ticket: code | Fecha: day | Agente: person",
        "Ticket: code | Fecha: day | Agente: person | Contactos: 1 to 5 | Resuelto: yes",
        "Fecha: day | Cliente: customer | Teléfono: phone | Canal: word",
        "Fecha: day | Cliente: customer | Asesor: person | Canal: word | Edad: count",
        "ID llamada: code | Fecha: day | Motivo: word",
        "Fecha: day | Agente: person | Punto de contacto: word",
        "Fecha: day | Paciente: customer | Profesional: person | Motivo de consulta: word",
        "Call ID: code | Created At: day | Agent: person | Talk Time: amount",
    ],
)
def test_ordinary_lists_of_contacts_are_not_asked_about(columns: str) -> None:
    assert seen(columns).dataset == "interactions"


@pytest.mark.parametrize(
    "columns",
    [
        "Fecha: day | Asesor: person | Nota: 1 to 5",
        "Fecha: day | Cliente: customer | NPS: 0 to 10",
        "Fecha: day | Cliente: customer | Comentario: text",
        "Fecha: day | Asesor: person | Nota: 1 to 5 | Comentario: text | Promedio: mean",
        "Encuesta: code | Fecha: day | Llegada: 1 to 5 | Caja: 5 to 1 | Entrega: 2 to 1",
        "Fecha: day | Llegada: 1 to 5 | Caja: 5 to 1 | Entrega: 2 to 1",
        "Encuesta: code | Califique de 1 a 5 · Caja: 1 to 5 | Califique de 1 a 5 · Web: 5 to 1 | Califique de 1 a 5 · Bar: 2 to 1",
        "P1: 1 to 5 | P2: 5 to 1 | P3: 2 to 1",
        "Caja: 1 to 5 | Entrega: 5 to 1 | Baños: 2 to 1 | General: 1 to 5",
    ],
)  # fmt: skip
def test_ordinary_surveys_are_not_asked_about(columns: str) -> None:
    assert seen(columns).dataset == "responses"
