"""Money by area: which would get most, what is uncertain, and how the budget was shared out."""

from momentos.analysis.intervals import Interval
from momentos.analysis.priority import AreaShare, Measured
from momentos.journey.questions.resources import Proposal
from momentos.journey.words.resources import how_shared, proposed, uncertain, what_it_takes
from tests.journey.words.answers import english, spanish

CAJA = AreaShare("Caja", 0.6, 600.4, 450.0, False)
PISO = AreaShare("Piso", 0.4, 400.0, 500.0, False)
DOUBTED = AreaShare("Taller", 0.7, 1200.0, 0.0, True)
IDLE = AreaShare("Bodega", 0.0, 50.0, 50.0, True)


def proposal(*shares: AreaShare) -> Proposal:
    return Proposal(12345.0, {one.area: 100.0 for one in shares}, shares)


def test_the_surest_share_is_told_with_what_its_area_would_get_and_gets() -> None:
    judgement = proposed(proposal(PISO, CAJA, DOUBTED))
    assert spanish(judgement.words) == (
        "Caja concentra el 60 % de la prioridad: recibiría 600 al mes, y hoy recibe 450."
    )
    assert (judgement.has_priority, judgement.is_warning) == (True, False)


def test_where_nobody_knows_todays_money_only_what_it_would_get_is_told() -> None:
    unknown = AreaShare("Caja", 0.6, 1600.0, 0.0, False)
    assert spanish(proposed(proposal(unknown)).words) == (
        "Caja concentra el 60 % de la prioridad: recibiría 1.600 al mes."
    )


def test_where_every_priority_may_be_nothing_that_is_a_warning() -> None:
    judgement = proposed(proposal(DOUBTED, IDLE))
    assert str(english(judgement.words)).startswith("Nothing is sure here: with these answers")
    assert (judgement.has_priority, judgement.is_warning) == (True, True)


def test_where_no_area_falls_short_only_the_floors_are_proposed() -> None:
    judgement = proposed(proposal(IDLE))
    assert str(english(judgement.words)).endswith("falls short: only the floors are proposed.")
    assert (judgement.has_priority, judgement.is_warning) == (False, False)


def test_the_areas_in_doubt_are_named_and_those_without_a_priority_are_not() -> None:
    assert spanish(uncertain([CAJA, DOUBTED, IDLE, AreaShare("Sala", 0.1, 1, 1, True)])) == (
        "Incierto, porque su prioridad puede ser nula: Taller, Sala."
    )
    assert uncertain([CAJA, IDLE]) is None


def test_how_the_budget_was_shared_is_told_area_by_area() -> None:
    areas = {"Caja": Measured(2.5, Interval(1.25, 3.75)), "Piso": Measured(1.0)}
    lines = [english(line) for line in how_shared(proposal(CAJA, PISO), areas, is_loaded=True)]
    assert lines[1:3] == [
        "Caja: priority 2.50 (1.25 to 3.75), floor 100, proposed 600.",
        "Piso: priority 1.00 (1.00 to 1.00), floor 100, proposed 400.",
    ]
    assert str(lines[3]).startswith("The budget of 12,345 is shared in proportion to the priorities;")
    assert lines[4] == "Today: mean of a month in the sheet of spending, over its latest 12 months at most."
    typed = how_shared(proposal(CAJA, PISO), areas, is_loaded=False)
    assert english(typed[4]) == "Today: as typed here; where nothing is, floors are shares of an equal part."


def test_without_any_priority_it_says_what_it_takes() -> None:
    assert english(what_it_takes()) == (
        "To share a budget out, the touchpoints need an area, an impact and 30 answers each."
    )
