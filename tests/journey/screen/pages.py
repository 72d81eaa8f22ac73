"""What stands on a page of the journey, as a person reads it."""

import re

from streamlit.testing.v1 import AppTest

from tests.screen import test_pages


def texts(app: AppTest) -> list[str]:
    """Every text, without the marks that keep it from being read as Markdown."""
    assert not app.exception
    return [re.sub(r"\\(.)", r"\1", text).replace("\u2060", "") for text in test_pages.texts(app)]


def said(app: AppTest) -> str:
    """All of it, one text a line."""
    return "\n".join(texts(app))


def cells(app: AppTest) -> set[str]:
    """What stands in the page's tables."""
    return {cell for table in app.dataframe for cell in table.value.astype(str).to_numpy().ravel()}


def click(app: AppTest, label: str) -> AppTest:
    """Press the first button of that label."""
    return next(one for one in app.button if one.label == label).click().run()
