"""The sample company, made once."""

import pytest

from momentos.sample.model import Company, make_company


@pytest.fixture(scope="session")
def company() -> Company:
    return make_company()
