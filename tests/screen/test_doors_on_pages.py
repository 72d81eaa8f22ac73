"""With a code set, screens show rows, files and changes to whoever wrote it; without one, every page says so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from momentos.access.lead_code import LEAD_CODE_VARIABLE
from momentos.domain.errors import Refused
from momentos.screen.viewer import still_for_leads
from tests.screen.conftest import PAGES
from tests.screen.test_pages import load, responses, texts

CODE = "girasol-42"
OPEN = "cualquiera que abra esta dirección puede verlo y hacerlo todo"
Screen = Callable[..., AppTest]


@pytest.fixture
def company(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A touchpoint of Caja, sixty answers to it that name who attended, and a code for leads."""
    monkeypatch.setenv(LEAD_CODE_VARIABLE, CODE)
    paying = {"touchpoint": "Paga en caja", "stage": "Comprar", "position": 1, "impact": 5, "area": "Caja"}
    load(database, "touchpoints", [paying])
    load(database, "responses", [{**row, "employee": "Rosa Gil", "comment": None} for row in responses(60)])
    return database


def keys(app: AppTest) -> set[str]:
    """The keys of everything that can be pressed."""
    pressed = [*app.button, *app.toggle, *app.get("download_button")]
    return {str(getattr(one, "key", None) or one.proto.id) for one in pressed}


def has(app: AppTest, *wanted: str) -> list[bool]:
    return [any(key in one for one in keys(app)) for key in wanted]


def give_the_code(app: AppTest) -> AppTest:
    next(one for one in app.text_input if one.label == "La clave de liderazgo").input(CODE)
    return next(one for one in app.button if one.label == "Entrar").click().run()


@pytest.mark.parametrize(
    ("page", "asks", "doors"),
    [
        ("journey.py", "Las filas detrás de estas cifras", ("see_rows", "mark_reviewed")),
        ("upload.py", "Deshacer una carga", ("undo_1", "original_1", "create_employee")),
        ("drawing.py", "Cambiar el recorrido", ("new_touchpoint", "edit_paga en caja")),
    ],
)
def test_what_only_leads_do_is_there_once_the_code_is_given(
    screen: Screen, company: Path, page: str, asks: str, doors: tuple[str, ...]
) -> None:
    app = screen(page, period="all")
    assert any(one.label.startswith(asks) for one in app.expander)
    assert has(app, *doors) == [False] * len(doors)

    give_the_code(app)

    assert not app.exception
    assert not any(one.label.startswith(asks) for one in app.expander)
    assert has(app, *doors) == [True] * len(doors)


def test_the_rows_behind_name_who_attended_and_only_then(screen: Screen, company: Path) -> None:
    app = screen("journey.py", period="all")
    assert "Rosa Gil" not in shown_in_tables(app)
    give_the_code(app).toggle(key="see_rows").set_value(True).run()
    assert "Rosa Gil" in shown_in_tables(app)


def shown_in_tables(app: AppTest) -> str:
    return " ".join(table.value.to_csv() for table in app.dataframe)


def test_the_service_page_compares_leads_by_name_only_for_leads(screen: Screen, company: Path) -> None:
    load(company, "employees", [{"employee": "Rosa Gil", "supervisor": "Marta Sol"}])
    app = screen("service.py", period="all", by="supervisor")
    (groups,) = [one for one in app.selectbox if one.label == "Agrupar por"]
    assert "Supervisor" not in groups.options
    assert "Marta Sol" not in shown_in_tables(app)
    assert not app.error


def test_loading_asks_for_no_code(screen: Screen, company: Path) -> None:
    app = screen("upload.py")
    assert app.get("file_uploader")
    assert not app.error


def test_keeping_a_budget_asks_for_the_code(screen: Screen, company: Path) -> None:
    app = screen("priorities.py", period="all")
    app.slider[0].set_value(70).run()
    asking = [one for one in app.expander if one.label.startswith("Guardar un presupuesto")]
    assert len(asking) == 1
    assert has(app, "keep_plan") == [False]


@pytest.mark.parametrize("page", PAGES)
def test_without_a_code_every_page_says_that_everybody_may_do_everything(screen: Screen, page: str) -> None:
    assert len([text for text in texts(screen(page)) if OPEN in text]) == 1


@pytest.mark.parametrize("page", PAGES)
def test_with_a_code_no_page_says_so(screen: Screen, company: Path, page: str) -> None:
    assert [text for text in texts(screen(page)) if OPEN in text] == []


def test_a_code_too_short_says_where_it_is_to_be_put_right(
    screen: Screen, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "1234567")
    app = screen("upload.py")
    next(one for one in app.text_input if one.label == "La clave de liderazgo").input("1234567")
    next(one for one in app.button if one.label == "Entrar").click().run()
    assert ["menos de 8 caracteres" in one.value for one in app.error] == [True]
    assert has(app, "undo_1") == [False]


def test_a_lead_whose_code_was_changed_downloads_nothing_more(
    screen: Screen, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = still_for_leads(lambda: b"encuestas")
    assert read() == b"encuestas"
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "otra-clave-9")
    with pytest.raises(Refused):
        read()
