"""Uploading on the screen: wrong cells mended, names merged, layouts remembered, loads repeated."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from momentos.domain.viewer import OWNER
from momentos.loading.same_names import Named, undeclared_areas, written_names
from momentos.loading.unlisted_names import unlisted
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.history import list_loads
from momentos.warehouse.undo import undo

CALLS = (
    "Fecha,Agente,Espera\n"
    + "".join(f"{day:02d}/02/2026,Tomás Gil,30\n" for day in range(13, 23))
    + "23/02/2026,Tomas Gil,30\n24/02/2026,Tomas Gil,30\n25/02/2026,Tomás Gil,mucho\n"
)


def upload(app, name: str, text: str):
    app.file_uploader[0].upload(name, text.encode(), "text/csv").run()
    return app


def pressed(app, words: str):
    labels = {one.label: one for one in app.button}
    assert words in labels
    button = labels[words]
    button.click().run()
    assert not app.exception
    return app


@pytest.fixture
def page(screen):
    return screen("upload.py")


def test_names_that_may_be_one_are_merged_when_the_file_is_in(page, database: Path) -> None:
    upload(page, "llamadas.csv", CALLS)
    (offer,) = [one for one in page.checkbox if "Tomas Gil" in one.label]
    offer.check().run()

    pressed(page, "Cargar 1 archivo")

    with Warehouse.open(database).cursor() as cursor:
        assert written_names(cursor, Named.EMPLOYEE) == {"Tomás Gil": 12}


def test_those_whom_no_sheet_lists_are_offered_but_for_spellings_of_one_another(page, database: Path) -> None:
    upload(page, "llamadas.csv", CALLS)
    pressed(page, "Cargar 1 archivo")

    (offered,) = page.multiselect
    assert (offered.options, offered.value) == (["Tomas Gil", "Tomás Gil"], ["Tomás Gil"])
    pressed(page, "Agregar a la lista")

    with Warehouse.open(database).cursor() as cursor:
        assert unlisted(cursor, Named.EMPLOYEE) == ["Tomas Gil"]


def test_the_list_of_loads_says_how_each_column_was_read(page) -> None:
    upload(page, "llamadas.csv", CALLS.replace("Espera", "Espera,Nota interna").replace(",30\n", ",30,x\n"))
    pressed(page, "Cargar 1 archivo")

    (read,) = [one.proto.body for one in page.get("html") if "Nota interna" in one.proto.body]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td></tr>', read)
    assert rows == [("Fecha", "Fecha"), ("Agente", "Empleado"), ("Espera", "Espera"), ("Nota interna", "No se carga")]


def test_a_merge_is_taken_back_on_the_screen(page, database: Path) -> None:
    upload(page, "llamadas.csv", CALLS)
    next(one for one in page.checkbox if "Tomas Gil" in one.label).check().run()
    pressed(page, "Cargar 1 archivo")

    pressed(page, "Volver a separarlos")

    with Warehouse.open(database).cursor() as cursor:
        assert written_names(cursor, Named.EMPLOYEE) == {"Tomás Gil": 10, "Tomas Gil": 2}


def test_an_area_nobody_has_is_shown_as_one_that_somebody_has(page, database: Path) -> None:
    staff = "Empleado,Nombre,Área,Cargo\n" + "".join(f"E-{n},Ana {n},Cobranza,Agente\n" for n in range(5))
    spent = "Mes,Área,Tipo,Monto\n" + "".join(f"2026-{n:02d},Cobranzas,Retener,{n}00\n" for n in range(1, 6))
    for name, text in (("personal.csv", staff), ("gasto.csv", spent)):
        upload(page, name, text)
        pressed(page, "Cargar 1 archivo")
    with Warehouse.open(database).cursor() as cursor:
        assert undeclared_areas(cursor) == {"Cobranzas": 5}

    (area,) = [one for one in page.selectbox if "Cobranzas" in one.label]
    assert (area.value, area.options) == (None, ["Cobranza"])
    area.select("Cobranza").run()
    pressed(page, "Mostrarla como esta área")

    with Warehouse.open(database).cursor() as cursor:
        assert undeclared_areas(cursor) == {}


def test_an_undone_load_is_loaded_again_from_the_list(page, database: Path) -> None:
    upload(page, "llamadas.csv", CALLS)
    pressed(page, "Cargar 1 archivo")
    undo(Warehouse.open(database), OWNER, "L00001", author="ana", at=datetime(2026, 11, 21))
    page.run()

    pressed(page, "Cargar de nuevo")

    with Warehouse.open(database).cursor() as cursor:
        assert [(load.load_id, load.is_undone) for load in list_loads(cursor)] == [("L00002", False), ("L00001", True)]
    assert "Cargar de nuevo" not in {one.label for one in page.button}


YEARS = {
    "encuesta_2025.csv": ["Pago en caja", "Entrega del pedido", "Caja 1"],
    "encuesta_2026.csv": ["¿Cómo califica el pago en la caja?", "Reparto a domicilio", "Caja 2"],
}


def survey(questions: list[str], month: int) -> str:
    scores = ["1,5,3", "2,4,5", "3,3,1", "4,2,2", "5,1,4", "5,3,3"]
    rows = [f"{day}/{month:02d}/2026 10:00,{line}" for day, line in enumerate(scores, 13)]
    return "\n".join([",".join(["Marca temporal", *questions]), *rows]) + "\n"


def test_a_question_worded_anew_is_asked_and_never_taken_by_itself(page, database: Path) -> None:
    (first, second) = YEARS.items()
    upload(page, first[0], survey(first[1], 1))
    pressed(page, "Cargar 1 archivo")
    upload(page, second[0], survey(second[1], 2))

    (offer,) = page.checkbox
    assert "Pago en caja" in offer.label
    assert "lo mismo con otras palabras" in offer.label
    assert offer.value is False
    offer.check().run()
    pressed(page, "Cargar 1 archivo")

    with Warehouse.open(database).cursor() as cursor:
        names = written_names(cursor, Named.TOUCHPOINT)
    assert names == {"Pago en caja": 12, "Entrega del pedido": 6, "Reparto a domicilio": 6, "Caja 1": 6, "Caja 2": 6}


NUMBERED = "Ticket,Fecha,Espera\n" + "".join(f"T-{day},{day}/{{month}}/2026,{{wait}}\n" for day in range(13, 25))


def test_a_file_that_would_replace_rows_of_another_month_says_so_in_red_before_it_is_loaded(page) -> None:
    pressed(upload(page, "mayo.csv", NUMBERED.format(month="05", wait=30)), "Cargar 1 archivo")
    assert not page.error

    upload(page, "junio.csv", NUMBERED.format(month="06", wait=45))
    (danger,) = page.error
    assert "12 filas" in danger.value
    assert "05/2026" in danger.value
    assert "Cargar 1 archivo" in [one.label for one in page.button]
