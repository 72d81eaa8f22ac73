"""The service page: a metric over time and by group, behind whoever looks."""

from datetime import datetime

from momentos.access.lead_code import LEAD_CODE_VARIABLE
from momentos.domain.dimensions import Dimension
from momentos.domain.viewer import LEADS, Viewer
from momentos.figures.taken_targets import take_target
from momentos.locales.reader import reader
from momentos.warehouse.connection import Warehouse
from tests.screen.test_pages import load, responses, texts

SUPERVISOR, CHANNEL = (reader("es").words(by.label) for by in (Dimension.SUPERVISOR, Dimension.CHANNEL))


def groups_offered(app) -> list[str]:
    assert not app.exception
    (picked,) = [one for one in app.selectbox if one.label == "Agrupar por"]
    return list(picked.options)


def test_groups_by_leads_name_are_offered_to_whoever_leads_alone(screen, database, monkeypatch) -> None:
    load(database, "responses", responses(60))
    monkeypatch.delenv(LEAD_CODE_VARIABLE, raising=False)
    assert SUPERVISOR in groups_offered(screen("service.py", period="all"))

    monkeypatch.setenv(LEAD_CODE_VARIABLE, "girasol-42")
    offered = groups_offered(screen("service.py", period="all"))
    assert SUPERVISOR not in offered
    assert CHANNEL in offered


def test_the_companys_target_stands_on_the_page_with_who_set_it(screen, database) -> None:
    load(database, "responses", responses(60))
    with Warehouse.open(database) as warehouse:
        lead, at = Viewer("Marta", frozenset({LEADS})), datetime(2026, 3, 2, 9)
        take_target(warehouse, lead, "csat", 95.0, author="Marta", at=at)

    shown = [text.replace("\\", "") for text in texts(screen("service.py", period="all"))]

    assert "Meta de la empresa: 95,0 % (la puso Marta el 2 mar 2026)." in shown
