"""Hidden sheets on the upload page: asked about, left out until somebody says yes."""

from pathlib import Path

import pytest

from momentos.warehouse.connection import Warehouse
from tests.intake.messy.making import book
from tests.terminal.test_hidden import DRAFT, SHOWN

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QUESTION = "La hoja Borrador está oculta en el libro."


def upload(app, name: str = "llamadas.xlsx"):
    content = book({"Marzo": SHOWN, "Borrador": DRAFT}, hidden="Borrador")
    app.file_uploader[0].upload(name, content, XLSX).run()
    assert not app.exception
    return app


def load(app) -> None:
    next(one for one in app.button if one.label == "Cargar 1 archivo").click().run()
    assert not app.exception


def rows(database: Path) -> int:
    with Warehouse.open(database).cursor() as cursor:
        return cursor.execute("select count(*) from current_interactions").fetchone()[0]


@pytest.fixture
def page(screen):
    return screen("upload.py")


def test_it_is_asked_and_left_out_and_what_is_in_view_loads(page, database: Path) -> None:
    upload(page)
    (question,) = [one for one in page.segmented_control if QUESTION in one.label]
    assert question.value is None
    assert any("Borrador" in one.value and "todo queda fuera" in one.value for one in page.warning)
    assert any("Teléfono" in one.value for one in page.caption)

    load(page)

    assert rows(database) == 20


def test_it_loads_after_a_yes_and_is_not_asked_again(page, database: Path) -> None:
    upload(page)
    next(one for one in page.segmented_control if QUESTION in one.label).set_value("yes").run()
    load(page)
    assert rows(database) == 25

    upload(page, "otra_vez.xlsx")

    assert not [one for one in page.segmented_control if QUESTION in one.label]
    assert any("Decidir de nuevo" in one.label for one in page.button)
