"""Every starting journey can be taken as it is, in every language."""

from datetime import date

import pytest

from momentos.domain.impact import is_moment_of_truth
from momentos.journey.meanings.journey_edits import in_order, same_names, stages
from momentos.journey.meanings.starting_journeys import STARTING_JOURNEYS, StartingJourney
from momentos.locales import LANGUAGES, translator

TODAY = date(2026, 11, 21)
ALL = pytest.mark.parametrize("start", STARTING_JOURNEYS.values(), ids=STARTING_JOURNEYS)


@ALL
@pytest.mark.parametrize("language", LANGUAGES)
def test_its_touchpoints_have_names_of_their_own_and_stages_in_one_piece(start: StartingJourney, language: str) -> None:
    touchpoints = start.touchpoints(translator(language))
    journey = {one.key: one for one in touchpoints}

    assert len(journey) == len(start.points)
    assert same_names(journey, TODAY) == []
    seen = [one.stage for one in in_order(journey, TODAY)]
    assert seen == [stage for stage in stages(journey, TODAY) for _ in range(seen.count(stage))]


@ALL
def test_it_has_moments_of_truth_and_others(start: StartingJourney) -> None:
    assert {is_moment_of_truth(point.impact) for point in start.points} == {True, False}
