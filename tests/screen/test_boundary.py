"""What a screen says when something fails: what the person can do, and no more than is known."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from momentos.locales import LANGUAGES, catalogue
from tests.screen.conftest import PAGES, _forget
from tests.screen.test_figure_table import SOURCES
from tests.screen.test_pages import load, responses
from tests.warehouse.hurting import hurt_copies

PROMISE = re.compile(r"(?i)data (is|are) safe|a salvo|datos están seguros")


def failing(kind: str) -> None:
    """A page that fails, and the boundary around it."""
    import duckdb

    from momentos.domain.errors import WrongInput
    from momentos.domain.messages import say
    from momentos.screen.boundary import tell_calmly

    errors = {
        "bug": ZeroDivisionError("secret"),
        "sql": duckdb.BinderException("secret"),
        "refusal": WrongInput(say("No.")),
    }
    tell_calmly(errors[kind])


@pytest.mark.parametrize("kind", ["bug", "sql"])
def test_a_bug_is_told_with_a_code_and_promises_nothing(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_function(failing, kwargs={"kind": kind}, default_timeout=30).run()
    told = app.error[0].value
    code = re.search(r"código: ([0-9A-F]{6})", told.replace("\\", ""))
    assert code is not None
    assert "mira si está" in told
    assert "secret" not in told
    assert code[1] in caplog.text


def test_what_a_person_can_put_right_is_told_as_it_is() -> None:
    app = AppTest.from_function(failing, kwargs={"kind": "refusal"}, default_timeout=30).run()
    assert app.error[0].value == "No\\."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_promises_that_data_are_safe(language: str) -> None:
    assert [text for text in catalogue(language).values() if PROMISE.search(text)] == []
    assert [str(path) for path in SOURCES if PROMISE.search(path.read_text(encoding="utf-8"))] == []


@pytest.fixture
def unredacted() -> Iterator[None]:
    """What goes wrong is shown as it is raised: here nobody is between the page and the library."""
    before = config.get_option("client.showErrorDetails")
    config.set_option("client.showErrorDetails", "full")
    yield
    config.set_option("client.showErrorDetails", before)


def told_by(app: AppTest) -> list[str]:
    """What went wrong on the page, as the boundary gets it."""
    return [str(one.value) for one in app.exception]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("unredacted")
def test_a_file_that_is_no_database_is_told_on_every_page(screen, database: Path, page: str) -> None:
    database.write_text("hola" * 5000)
    assert ["could not be read whole" in told for told in told_by(screen(page))] == [True]


@pytest.mark.usefixtures("unredacted")
def test_a_hurt_database_is_told_on_screens_or_changes_nothing(screen, database: Path, tmp_path: Path) -> None:
    load(database, "responses", responses(60))
    ends = []
    for copy in hurt_copies(database, tmp_path / "hurt"):
        database.write_bytes(copy.read_bytes())
        ends.append(told_by(screen("service.py", period="all")))
        _forget()
    told = [one for end in ends for one in end]
    assert [one for one in told if "could not be read whole" not in one] == []
    assert 0 < len(told) < len(ends)


def test_a_log_that_could_not_be_read_whole_is_told_on_the_page(screen, database: Path) -> None:
    load(database, "responses", responses(60))
    database.with_name(f"{database.name}.wal").write_bytes(b"hola" * 500)
    app = screen("upload.py")
    assert not app.exception
    assert [one.value for one in app.warning if "esa parte quedó fuera" in one.value]
