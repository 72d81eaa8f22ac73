"""Where a code is set, every page that says more to leads has a place to write it."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from momentos.access.lead_code import LEAD_CODE_VARIABLE


@pytest.mark.parametrize(
    ("page", "opened"), [("policy.py", "Escribir una política"), ("recognition.py", "Posibles líderes")]
)
def test_a_lead_comes_in_with_the_code_of_whoever_installed_it(
    screen: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch, page: str, opened: str
) -> None:
    monkeypatch.setenv(LEAD_CODE_VARIABLE, "girasol-42")
    app = screen(page)
    assert opened not in [one.value for one in app.header]

    next(one for one in app.text_input if one.label == "La clave de liderazgo").input("girasol-42")
    next(one for one in app.button if one.label == "Entrar").click().run()
    assert opened in [one.value for one in app.header]
