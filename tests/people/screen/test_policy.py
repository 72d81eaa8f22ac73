"""The policy on its page: in words, what it weighs, what past periods would have shown, and its versions."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from momentos.domain.viewer import LEADS, Viewer
from momentos.people.kept.policies import publish
from momentos.people.meanings.policy import READY_POLICIES
from momentos.warehouse.connection import Warehouse
from tests.people.screen.conftest import BETTER
from tests.people.screen.test_board import plain
from tests.tree import page_script


def test_while_none_was_published_the_starting_policy_holds_and_is_tried_on_past_data(screen, shop: Path) -> None:
    app = screen("policy.py", "en")
    assert not app.exception
    told = plain(app)
    assert told.startswith("No policy has been published yet: the starting one holds")
    assert "Satisfaction (CSAT): 100 % of the points. 50 is worth 0 points and 90 is worth 100." in told
    assert "Recognitions: 1; periods: 1; by luck: 0." in told
    assert f"Above the team: {BETTER}" in told


def test_what_keeps_a_policy_from_being_published_is_said_and_stops_it(screen, database: Path) -> None:
    app = screen("home.py", "en")
    app.session_state["weight_individual_csat"] = 33.5
    app.switch_page(str(page_script("policy.py"))).run()
    assert [one.value for one in app.warning if "33" in one.value] == [
        r"The weights add up to 33\.5, and they must add up to 100\."
    ]
    assert app.button(key="publish_policy").disabled
    assert "Put the draft right to try it on past data." in plain(app)


def test_versions_are_listed_with_their_day_and_author(screen, database: Path) -> None:
    with Warehouse.open(database) as warehouse:
        lead = Viewer("Marta", frozenset({LEADS}))
        policy = replace(READY_POLICIES[0].policy, name="La nuestra")
        publish(warehouse, lead, policy, author="Marta", at=datetime(2026, 3, 2, 9, 30))
    told = plain(screen("policy.py", "en"))
    assert "How we evaluate and recognise: La nuestra" in told
    assert "In force from Jan 1, 2026, published by Marta." in told
    assert "1. La nuestra · from Jan 1, 2026 · Marta, Mar 2, 2026" in told
