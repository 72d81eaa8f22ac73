"""Writing the next version of a policy."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from momentos.domain.viewer import LEADS, Viewer
from momentos.people.kept.policies import publish
from momentos.people.meanings.policy import READY_POLICIES, Award, PolicyThreshold
from momentos.warehouse.connection import Warehouse

PUBLISHED = replace(
    READY_POLICIES[0].policy,
    name="La nuestra",
    awards=(Award.STANDARD,),
    standard=70.0,
    thresholds=(PolicyThreshold("handle_time", at_most=600.0), PolicyThreshold("interactions", at_least=40.0)),
)


def test_the_form_starts_from_the_last_policy_published(screen: Callable[..., AppTest], database: Path) -> None:
    with Warehouse.open(database) as warehouse:
        lead = Viewer("Marta", frozenset({LEADS}))
        publish(warehouse, lead, PUBLISHED, author="Marta", at=datetime(2026, 3, 2))
    app = screen("policy.py")

    numbers = {one.label: one.value for one in app.number_input}
    assert app.selectbox(key="ready_policy").value.policy == PUBLISHED
    assert numbers["Puntos del estándar"] == 70
    assert [value for label, value in numbers.items() if "opcional" in label] == [600, 40]
    assert "La nuestra" in [one.value for one in app.text_input]
