"""No question comes answered: what nobody answered stays out, and beside the button it is said what does."""

import logging
from pathlib import Path
from typing import Any

import pytest

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.loading.remembered_layouts import remembered
from momentos.screen.upload import arriving, confirming, table_review
from momentos.warehouse.connection import Warehouse
from tests.terminal.conftest import CALLS, SURVEYS

LEDGER = "Fecha,Cliente,Puntos,Movimiento,Saldo\n" + "".join(
    f"{day}/05/2026,C-{day},{10 * day},Acumula,{20 * day}\n" for day in range(13, 25)
)
CHECKLIST = "Fecha,Sucursal,Saludó,Ofreció,Cumple\n" + "".join(
    f"{day}/05/2026,Centro,sí,no,{'sí' if day % 2 else 'no'}\n" for day in range(13, 25)
)
DATED = "Fecha,Agente,Canal,Espera\n" + "".join(f"0{day}/06/2026,Ana Ruiz,Web,{day}\n" for day in range(1, 10))
DOUBTFUL = "Fecha,Asesor,Motivo principal del llamado,Espera,Nota interna\n" + "".join(
    f"{day}/05/2026,Ana Ruiz,Reclamo,{day},x\n" for day in range(13, 25)
)
UNKNOWN_DATE = "Cuándo fue el día,Agente,Canal,Espera\n" + "".join(
    f"{day}/05/2026,Ana Ruiz,Web,{day}\n" for day in range(13, 25)
)
IMPACT_TOO_HIGH = """Orden,Etapa,Punto de contacto,Área,Impacto
1,Comprar,Caja,Caja,3
2,Comprar,Web,Caja,9
3,Recibir,Entrega,Logística,5
4,Recibir,Reclamo,Logística,-8
"""
ONE_BAD_DAY = """Fecha,Agente,Canal,Espera
13/05/2026,Ana Ruiz,Web,10
14/05/2026,Ana Ruiz,Web,10
31/02/2026,Ana Ruiz,Web,10
"""
SECRET = "Rosa Díaz, 4111 1111"


@pytest.fixture
def page(screen):
    return screen("upload.py")


def upload(app: Any, files: dict[str, str]) -> Any:
    for name, text in files.items():
        app.file_uploader[0].upload(name, text.encode(), "text/csv")
    app.run()
    assert not app.exception
    return app


def the_button(app: Any) -> Any:
    return next(one for one in app.button if one.key == "confirm_load")


def stays_out(app: Any) -> str:
    """What stands in colour beside the button, without the signs that keep it from being Markdown."""
    return "\n".join(one.value for one in app.warning).replace("\\", "").replace("\u2060", "")


def count(database: Path, of: str) -> int:
    with Warehouse.open(database).cursor() as cursor:
        return cursor.execute(f"select count(*) from current_{of}").fetchone()[0]


@pytest.mark.parametrize("text", [LEDGER, CHECKLIST])
def test_a_ledger_or_a_checklist_is_asked_what_it_is_and_nothing_is_picked(page, text: str) -> None:
    upload(page, {"hoja.csv": text})

    (picked,) = [one for one in page.selectbox if one.label == "Qué trae esta tabla"]
    assert picked.value is None
    assert "Ninguna de estas: no cargarla" in {one.label for one in page.button}
    assert "hoja.csv: todo queda fuera." in stays_out(page)
    assert "Sin responder: ¿Qué es esta tabla?" in stays_out(page)
    assert the_button(page).disabled


def test_none_of_these_is_an_answer(page) -> None:
    upload(page, {"puntos.csv": LEDGER, "llamadas.csv": CALLS.replace("05/01", "15/01")})
    next(one for one in page.button if one.label == "Ninguna de estas: no cargarla").click().run()

    assert stays_out(page) == ""
    assert not the_button(page).disabled


def test_a_ledger_beside_calls_keeps_no_call_from_loading(page, database: Path) -> None:
    upload(page, {"puntos.csv": LEDGER, "llamadas.csv": CALLS.replace("05/01", "15/01")})

    assert "puntos.csv: todo queda fuera." in stays_out(page)
    the_button(page).click().run()

    assert count(database, "interactions") == 4


def test_an_ordinary_file_is_one_click(page, database: Path) -> None:
    upload(page, {"llamadas.csv": CALLS.replace("05/01", "15/01")})

    assert (list(page.segmented_control)[1:], stays_out(page)) == ([], "")
    the_button(page).click().run()

    assert count(database, "interactions") == 4


def test_a_doubtful_column_is_asked_without_an_answer_and_stays_out(page, database: Path) -> None:
    upload(page, {"llamadas.csv": DOUBTFUL})
    (question,) = [one for one in page.segmented_control if "Motivo principal" in one.label]
    assert question.value is None
    told = stays_out(page)
    assert "llamadas.csv: 2 de 5 columnas se quedan fuera: Motivo principal del llamado, Nota interna" in told
    assert "Sin responder: ¿La columna Motivo principal del llamado es Motivo?" in told
    assert not [one.label for one in page.expander if "Todo está bien" in one.label]

    question.set_value("yes").run()

    assert "llamadas.csv: 1 de 5 columnas se queda fuera: Nota interna" in stays_out(page)
    assert "Sin responder" not in stays_out(page)


def test_rows_that_cannot_be_used_are_counted_beside_the_button(page) -> None:
    upload(page, {"momentos.csv": IMPACT_TOO_HIGH, "llamadas.csv": ONE_BAD_DAY})

    told = stays_out(page)
    assert "momentos.csv: 2 de 4 filas se quedan fuera; el motivo está en su tabla" in told
    assert "llamadas.csv: 1 de 3 filas se queda fuera; el motivo está en su tabla" in told
    assert "columna" not in told


def test_what_was_left_open_is_not_remembered_as_answered(page, database: Path) -> None:
    upload(page, {"llamadas.csv": DOUBTFUL})
    the_button(page).click().run()

    assert count(database, "interactions") == 12
    with Warehouse.open(database).cursor() as cursor:
        assert remembered(cursor) == {}


def test_dates_of_two_readings_wait_for_their_answer(page) -> None:
    upload(page, {"llamadas.csv": DATED})
    (question,) = [one for one in page.segmented_control if "va primero el día" in one.label]
    assert question.value is None
    assert "Sin responder: ¿En Fecha va primero el día?" in stays_out(page)
    assert the_button(page).disabled

    question.set_value("no").run()

    assert stays_out(page) == ""
    assert not the_button(page).disabled
    assert any("Del 6 ene 2026 al 6 sept 2026" in one.value for one in page.markdown)


def test_which_column_is_the_date_is_asked_once_and_not_filled_in(page) -> None:
    upload(page, {"llamadas.csv": UNKNOWN_DATE})
    next(one for one in page.selectbox if one.label == "Qué trae esta tabla").select("interactions").run()

    (question,) = [one for one in page.selectbox if "¿Qué columna es Fecha?" in one.label]
    assert question.value is None
    assert not [one for one in page.segmented_control if one.label.endswith("es Fecha?")]
    assert "llamadas.csv: todo queda fuera." in stays_out(page)


def test_two_answers_about_one_column_are_told_and_neither_holds(page) -> None:
    upload(page, {"llamadas.csv": UNKNOWN_DATE.replace("Canal", "Canal principal de la venta")})
    next(one for one in page.selectbox if one.label == "Qué trae esta tabla").select("interactions").run()
    next(one for one in page.segmented_control if "Canal principal" in one.label).set_value("yes").run()
    date = next(one for one in page.selectbox if "¿Qué columna es Fecha?" in one.label)
    date.select("C").run()

    assert "Dos respuestas dicen cosas distintas de la columna Canal principal de la venta" in stays_out(page)
    assert the_button(page).disabled

    next(one for one in page.selectbox if "¿Qué columna es Fecha?" in one.label).select("A").run()

    assert "Dos respuestas" not in stays_out(page)
    assert not the_button(page).disabled


def test_with_no_row_to_load_the_button_is_off(page) -> None:
    upload(page, {"llamadas.csv": "Fecha,Agente,Canal,Espera\nayer,Ana,Web,1\n31/02/2026,Ana,Web,2\n"})

    assert the_button(page).disabled
    assert "No hay ninguna fila por cargar." in {one.value for one in page.caption}


def failing_on(sheet: str, error: Exception, real: Any) -> Any:
    def fails(table: Any, *args: Any, **more: Any) -> Any:
        if table.sheet == sheet:
            raise error
        return real(table, *args, **more)

    return fails


FILES = {"llamadas.csv": CALLS.replace("05/01", "15/01"), "encuestas.csv": SURVEYS.replace("05/01", "15/01")}


@pytest.mark.parametrize("part", ["recognise", "prepare"])
def test_a_fault_in_one_file_is_named_there_and_the_others_load(
    page, database: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, part: str
) -> None:
    monkeypatch.setattr(table_review, part, failing_on("encuestas", OverflowError(SECRET), getattr(table_review, part)))
    upload(page, FILES)

    (told,) = [one.value for one in page.error]
    assert "Algo falló en el programa al leer la hoja encuestas" in told
    assert "Cargas" in {one.value for one in page.header}
    the_button(page).click().run()

    assert (count(database, "interactions"), count(database, "responses")) == (4, 0)
    faults = [one for one in caplog.records if one.levelno == logging.ERROR and one.name == "momentos"]
    assert faults
    assert all(one.exc_info for one in faults)
    assert SECRET not in caplog.text


def test_a_fault_while_a_file_is_opened_is_told_in_its_place(
    page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = arriving.open_workbook

    def open_workbook(path: Path, name: str, **how: Any) -> Any:
        if name == "encuestas.csv":
            raise RuntimeError(SECRET)
        return real(path, name, **how)

    monkeypatch.setattr(arriving, "open_workbook", open_workbook)
    upload(page, FILES)

    assert ["encuestas" in one.value for one in page.error] == [True]
    the_button(page).click().run()
    assert count(database, "interactions") == 4


@pytest.mark.parametrize("error", [RuntimeError(SECRET), WrongInput(say("No."))])
def test_a_fault_while_one_file_is_stored_leaves_the_others_and_tells_both(
    page, database: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    real = confirming.store

    def store(warehouse: Any, source: Any, *args: Any, **more: Any) -> Any:
        if source.name == "encuestas.csv":
            raise error
        return real(warehouse, source, *args, **more)

    monkeypatch.setattr(confirming, "store", store)
    upload(page, FILES)
    the_button(page).click().run()

    assert not page.exception
    assert (count(database, "interactions"), count(database, "responses")) == (4, 0)
    assert len(page.error) == 1
    assert any("llamadas" in one.value and "ya está" in one.value for one in page.markdown)
    assert "Cargas" in {one.value for one in page.header}


def test_a_fault_in_what_is_offered_leaves_the_list_of_loads(page, screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from momentos.screen.upload import files

    monkeypatch.setattr(files, "offer_unlisted", lambda: 1 / 0)

    shown = screen("upload.py")

    assert ["Algo falló en esta parte de la página" in one.value for one in shown.error] == [True]
    assert "Cargas" in {one.value for one in shown.header}
