"""Who may do what, and under which name."""

import pytest

from momentos.domain.errors import NotAllowed, WrongInput
from momentos.domain.viewer import ANYBODY, EVERYBODY, OWNER, Viewer, need_card, need_lead, need_person

ROSA = Viewer("R. G.", own_cards=frozenset({"rosa gil"}))


def test_what_leads_do_is_not_allowed_to_others() -> None:
    need_lead(OWNER)
    for viewer in (EVERYBODY, ROSA, Viewer(permissions=frozenset({ANYBODY}))):
        with pytest.raises(NotAllowed, match="Only whoever leads"):
            need_lead(viewer)


def test_a_card_opens_to_its_person_however_the_name_is_written_and_to_leads() -> None:
    need_card(ROSA, " ROSA  Gil")
    need_card(OWNER, "Luis Paz")
    with pytest.raises(NotAllowed, match="only by its person"):
        need_card(ROSA, "Luis Paz")


def test_who_speaks_on_a_card_signs_with_its_name_or_with_the_one_they_typed() -> None:
    assert need_person(ROSA, "Rosa Gil") == "Rosa Gil"
    assert need_person(Viewer(" Ana ", frozenset({ANYBODY})), "Rosa Gil") == "Ana"


def test_a_lead_does_not_speak_for_others() -> None:
    with pytest.raises(NotAllowed, match="Only the person says this"):
        need_person(OWNER, "Rosa Gil")


def test_nobody_speaks_without_a_name() -> None:
    with pytest.raises(WrongInput, match="write your name"):
        need_person(Viewer(" ", frozenset({ANYBODY})), "Rosa Gil")
