"""Drawing the journey: what changes, what stays, and what is refused."""

from datetime import date

import pytest

from momentos.domain.errors import Refused, WrongInput
from momentos.domain.touchpoint import Touchpoint
from momentos.journey.meanings import journey_edits

TODAY = date(2026, 11, 21)


def journey_of(*touchpoints: Touchpoint) -> dict[str, Touchpoint]:
    return {one.key: one for one in touchpoints}


def after(journey: dict[str, Touchpoint], edit: journey_edits.Edit) -> dict[str, Touchpoint]:
    return {**journey, **{one.key: one for one in edit.changed}}


@pytest.fixture
def journey() -> dict[str, Touchpoint]:
    return journey_of(
        Touchpoint("T1", "Entra", "Llegar", 1.0, "Piso", 3.0),
        Touchpoint("T2", "Paga", "Comprar", 2.0, "Caja", 5.0),
        Touchpoint("T3", "Espera", "Recibir", 3.0, "Logística", 4.0),
        Touchpoint("T4", "Reclama", "Recibir", 4.0, "Soporte", 4.0),
    )


def names(journey: dict[str, Touchpoint]) -> list[str]:
    return [one.shown for one in journey_edits.in_order(journey, TODAY)]


def test_a_renamed_touchpoint_keeps_its_key_and_all_else(journey):
    edit = journey_edits.describe(journey, "t2", TODAY, name="  Paga en   caja ")
    assert [(one.touchpoint, one.name, one.impact) for one in edit.changed] == [("T2", "Paga en caja", 5.0)]


def test_what_stays_as_it_was_is_no_change(journey):
    assert journey_edits.describe(journey, "t2", TODAY, name="Paga", area="Caja").changed == ()


@pytest.mark.parametrize("impact", [0, 0.9, 5.5, -1])
def test_an_impact_outside_of_1_to_5_is_refused(journey, impact):
    with pytest.raises(Refused, match="goes from 1"):
        journey_edits.describe(journey, "t2", TODAY, impact=impact)


@pytest.mark.parametrize("name", ["Entra", "ENTRA ", "t1"])
def test_two_touchpoints_of_one_name_are_refused(journey, name):
    with pytest.raises(Refused, match="already a touchpoint called"):
        journey_edits.describe(journey, "t2", TODAY, name=name)
    with pytest.raises(Refused, match="already a touchpoint called"):
        journey_edits.create(journey, name, TODAY)


def test_a_touchpoint_needs_a_name(journey):
    with pytest.raises(WrongInput, match="needs a name"):
        journey_edits.create(journey, "  ", TODAY)


def test_a_new_touchpoint_comes_last(journey):
    edit = journey_edits.create(journey, "Recompra", TODAY, stage="Volver", impact=3)
    assert names(after(journey, edit))[-1] == "Recompra"
    assert journey_edits.stages(after(journey, edit), TODAY) == ["Llegar", "Comprar", "Recibir", "Volver"]


def test_a_moved_touchpoint_stands_after_the_one_named_and_only_those_that_shift_change(journey):
    edit = journey_edits.move(journey, "t4", TODAY, stage="Comprar", after="t2")
    assert names(after(journey, edit)) == ["Entra", "Paga", "Reclama", "Espera"]
    assert {one.touchpoint for one in edit.changed} == {"T3", "T4"}


def test_a_stage_emptied_leaves_the_map_and_nothing_is_lost(journey):
    edit = journey_edits.move(journey, "t1", TODAY, stage="Comprar", after="t2")
    assert journey_edits.stages(after(journey, edit), TODAY) == ["Comprar", "Recibir"]
    assert [note.render() for note in edit.notes] == [
        "The stage «Llegar» has no touchpoints left and leaves the map. Nothing is lost."
    ]


def test_a_stage_moves_whole(journey):
    edit = journey_edits.move_stage(journey, "Recibir", TODAY, steps=-1)
    assert names(after(journey, edit)) == ["Entra", "Espera", "Reclama", "Paga"]


def test_a_stage_takes_another_name_and_joins_the_one_that_has_it(journey):
    edit = journey_edits.rename_stage(journey, "Comprar", TODAY, name="Llegar")
    assert journey_edits.stages(after(journey, edit), TODAY) == ["Llegar", "Recibir"]
    assert len(edit.notes) == 1


def test_of_a_split_touchpoint_the_first_keeps_its_key_and_the_second_starts_beside_it(journey):
    edit = journey_edits.split(journey, "t2", TODAY, name="Paga en línea")
    assert names(after(journey, edit)) == ["Entra", "Paga", "Paga en línea", "Espera", "Reclama"]
    second = after(journey, edit)["paga en línea"]
    assert (second.stage, second.area, second.impact) == ("Comprar", "Caja", 5.0)
    assert journey["t2"] == after(journey, edit)["t2"]


def test_a_merged_touchpoint_counts_under_the_last_of_the_chain(journey):
    journey = after(journey, journey_edits.merge(journey, "t1", TODAY, into="t2"))
    journey = after(journey, journey_edits.merge(journey, "t2", TODAY, into="t3"))
    assert journey_edits.root_of(journey, "t1") == "t3"
    assert names(journey) == ["Espera", "Reclama"]


def test_a_circle_of_merges_is_refused(journey):
    journey = after(journey, journey_edits.merge(journey, "t1", TODAY, into="t2"))
    journey = after(journey, journey_edits.merge(journey, "t2", TODAY, into="t3"))
    with pytest.raises(Refused, match="already counts under"):
        journey_edits.merge(journey, "t3", TODAY, into="t1")
    with pytest.raises(Refused, match="already counts under"):
        journey_edits.merge(journey, "t4", TODAY, into="t4")


def test_a_circle_that_a_workbook_brings_is_found():
    journey = journey_of(Touchpoint("A", merged_into="b"), Touchpoint("B", merged_into="A"), Touchpoint("C"))
    assert [one.touchpoint for one in journey_edits.circles(journey)] == ["A", "B"]


def test_deleting_one_with_history_retires_it_and_says_so(journey):
    edit = journey_edits.retire(journey, "t3", TODAY, has_history=True)
    assert names(after(journey, edit)) == ["Entra", "Paga", "Reclama"]
    assert "everything measured there is kept" in edit.notes[0].render()
    assert edit.changed[0].retired_on == TODAY


def test_the_name_of_a_retired_touchpoint_is_kept_for_it(journey):
    journey = after(journey, journey_edits.retire(journey, "t3", TODAY, has_history=True))
    with pytest.raises(Refused, match="bring it back"):
        journey_edits.create(journey, "Espera", TODAY)
    journey = after(journey, journey_edits.bring_back(journey, "t3", TODAY))
    assert names(journey) == ["Entra", "Paga", "Espera", "Reclama"]


def test_a_merged_touchpoint_is_told_under_which_other_it_counts(journey):
    journey = after(journey, journey_edits.merge(journey, "t1", TODAY, into="t2"))
    assert journey_edits.counts_under(journey, journey["t1"]) == journey["t2"]
    assert journey_edits.counts_under(journey, journey["t2"]) is None
    circle = journey_of(Touchpoint("A", merged_into="b"), Touchpoint("B", merged_into="A"))
    assert journey_edits.counts_under(circle, circle["a"]) is None
