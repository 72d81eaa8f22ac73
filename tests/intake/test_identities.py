"""What counts things is never the number of a row; what numbers rows still is."""

import pytest

from momentos.datasets import DATASETS
from momentos.intake.recognise import recognise
from momentos.intake.sheet_proposal import Match
from tests.intake.drawn import TODAY, table

DAYS = [f"{day}/05/2026" for day in range(13, 25)]
PEOPLE = ["Ana Rivas", "Luis Peña", "Marta Solís"] * 4
FEW = [12, 9, 12, 15, 11, 9, 14, 12, 10, 9, 12, 13]
ONE_MORE_EACH = list(range(30, 42))


def match_of(header: str, values: list, dataset: str) -> Match:
    """What the column is taken for in a table of days and people that is read as this dataset."""
    raw = table(
        {"Fecha": DAYS[: len(values)], "Asesor": PEOPLE[: len(values)], header: values, "Nota": [4.0] * len(values)}
    )
    return next(one for one in recognise(raw, today=TODAY, dataset=dataset).matches if one.header == header)


def identifiers(dataset: str) -> set[str]:
    return {field.name for field in DATASETS[dataset].fields if field.type == "identifier"}


COUNTS = [
    *("Llamadas", "Interacciones", "Contactos", "Chats", "Tickets", "Casos", "Calls", "Cases", "Interactions"),
    *("Cantidad de llamadas", "N.º de llamadas", "Número de tickets", "Nro. de casos", "# Llamadas", "Total llamadas"),
    *(
        "Llamadas atendidas",
        "Ticket promedio",
        "Number of calls",
        "Total calls",
        "Ticket count",
        "Clientes",
        "Customers",
    ),
    *("Encuestas", "Respuestas", "Surveys", "Responses", "Cantidad de encuestas", "Encuestas respondidas"),
    *("Compras", "Pedidos", "Facturas", "Orders", "Invoices"),
]


@pytest.mark.parametrize("counts", [FEW, ONE_MORE_EACH, [str(one) for one in FEW], [float(one) for one in FEW]])
@pytest.mark.parametrize("dataset", ["interactions", "responses", "purchases"])
@pytest.mark.parametrize("header", COUNTS)
def test_a_column_of_counts_is_no_number_of_anything(header: str, dataset: str, counts: list) -> None:
    assert match_of(header, counts, dataset).field not in identifiers(dataset)


@pytest.mark.parametrize(
    ("header", "dataset"),
    [
        ("Ticket", "interactions"),
        ("Llamada n.º", "interactions"),
        ("Número de ticket", "interactions"),
        ("ID llamadas", "interactions"),
        ("Caso", "interactions"),
        ("Encuesta", "responses"),
        ("ID encuesta", "responses"),
        ("Survey ID", "responses"),
        ("Factura", "purchases"),
        ("Order ID", "purchases"),
    ],
)
@pytest.mark.parametrize(
    "numbers",
    [
        ONE_MORE_EACH,
        [*range(101, 111), 103, 104],
        [f"T-{one:04d}" for one in ONE_MORE_EACH],
        [700_000 + 7 * one for one in ONE_MORE_EACH],
    ],
    ids=["1, 2, 3", "two twice", "codes", "long"],
)
def test_a_number_that_hardly_repeats_stays_certain(header: str, dataset: str, numbers: list) -> None:
    found = match_of(header, numbers, dataset)
    assert (found.field, found.certain) == (DATASETS[dataset].key[0], True)


@pytest.mark.parametrize(
    "numbers",
    [
        ["P-1001", "P-1001", "P-1001", "P-1002", "P-1001", "P-1003", "P-1003", "P-1002"],
        [50_231, 50_231, 50_198, 50_231, 50_198, 50_007, 50_007, 50_007],
        [1, 1, 1, 2, 3, 3, 3, 4],
    ],
    ids=["codes", "long", "in order"],
)
def test_the_lines_of_an_order_share_its_number(numbers: list) -> None:
    assert match_of("Pedido", numbers, "purchases").certain


@pytest.mark.parametrize(
    "values",
    [FEW, [3] * 12, ["Entrante", "Saliente"] * 6, ["Relación 2026"] * 6 + ["Postventa"] * 6],
    ids=["small numbers", "one number", "words", "names"],
)
@pytest.mark.parametrize(("header", "dataset"), [("Encuesta", "responses"), ("Llamada", "interactions")])
def test_what_comes_again_and_again_is_asked_and_not_taken_for_the_rows_number(
    header: str, dataset: str, values: list
) -> None:
    found = match_of(header, values, dataset)
    assert (found.field, found.certain) == (DATASETS[dataset].key[0], False)


def test_long_numbers_under_a_plural_are_asked_about_and_codes_are_certain() -> None:
    found = match_of("Tickets", [100_200 + 13 * place for place in range(12)], "interactions")
    assert (found.field, found.certain) == ("interaction", False)
    assert match_of("Tickets", [f"TK-{place}" for place in range(12)], "interactions").certain


def test_a_list_of_names_under_a_plural_is_one_of_people() -> None:
    found = match_of("Asesores", PEOPLE, "interactions")
    assert found.field in (None, "employee")
    raw = table({"Clientes": ["C-01", "C-02", "C-03"], "Segmento": ["Oro", "Plata", "Oro"]})
    assert recognise(raw, today=TODAY, dataset="customers").matches[0].certain
