"""The documentation of datasets and metrics says what is declared."""

import pytest

from momentos.facts.documentation import FOLDER, documents


@pytest.mark.parametrize("name", documents())
def test_the_page_is_what_is_declared(name: str) -> None:
    """Written anew by ``python -m momentos.facts.documentation``."""
    assert (FOLDER / name).read_text(encoding="utf-8") == documents()[name]
