"""Money by area in words: which area would get most, what is uncertain, and how the budget was shared out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from momentos.analysis.priority import AreaShare, Measured
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Number, count, listed
from momentos.domain.samples import JUDGED_N
from momentos.journey.questions.resources import Proposal
from momentos.journey.questions.spending import SPENDING_MONTHS


@dataclass(frozen=True)
class Judgement:
    """What a proposal lets one say; ``is_warning`` where nothing in it is sure, ``has_priority`` where any area has."""

    words: Message
    has_priority: bool = True
    is_warning: bool = False


def what_it_takes() -> Message:
    """What is missing where no area has a priority."""
    return say(
        "To share a budget out, the touchpoints need an area, an impact and {needed} answers each.",
        needed=count(JUDGED_N),
    )


def proposed(proposal: Proposal) -> Judgement:
    """Which area surely holds most of the priority, and what it would get; or that nothing is sure."""
    weighing = [one for one in proposal.shares if one.share > 0]
    sure = [one for one in weighing if not one.is_uncertain]
    if not weighing:
        words = say(
            "Among the touchpoints with answers enough, none that has an area falls short: only the floors are "
            "proposed."
        )
        return Judgement(words, has_priority=False)
    if not sure:
        words = say(
            "Nothing is sure here: with these answers the priority of every area may be nothing. Look at a longer "
            "period before moving money."
        )
        return Judgement(words, is_warning=True)
    return Judgement(_first(max(sure, key=lambda one: one.share), has_today=proposal.has_today))


def _first(area: AreaShare, *, has_today: bool) -> Message:
    values = {"share": count(100 * area.share), "proposed": count(area.proposed)}
    if not has_today:
        return say("{area} holds {share} % of the priority: it would get {proposed} a month.", area=area.area, **values)
    return say(
        "{area} holds {share} % of the priority: it would get {proposed} a month, and gets {today}.",
        area=area.area,
        today=count(area.today),
        **values,
    )


def uncertain(shares: Iterable[AreaShare]) -> Message | None:
    """The areas whose priority may be nothing; ``None`` if all are sure."""
    areas = [one.area for one in shares if one.share > 0 and one.is_uncertain]
    return say("Uncertain, because its priority may be nothing: {areas}.", areas=listed(areas)) if areas else None


def how_shared(proposal: Proposal, areas: Mapping[str, Measured], *, is_loaded: bool) -> list[Message]:
    """How the proposal was computed, area by area; ``is_loaded`` says that a sheet tells today's spending."""
    return [
        say(
            "Priority of an area: the sum of its touchpoints', each impact × gap × reach, as in the order of priority."
        ),
        *(_area(one, areas[one.area], proposal.floors[one.area]) for one in proposal.shares),
        say(
            "The budget of {budget} is shared in proportion to the priorities; whoever would get less than their floor "
            "gets the floor, and the rest is shared again.",
            budget=count(proposal.budget),
        ),
        say(
            "Today: mean of a month in the sheet of spending, over its latest {months} months at most.",
            months=count(SPENDING_MONTHS),
        )
        if is_loaded
        else say("Today: as typed here; where nothing is, floors are shares of an equal part."),
        say("Uncertain: the interval of its priority reaches nothing."),
    ]


def _area(share: AreaShare, priority: Measured, floor: float) -> Message:
    return say(
        "{area}: priority {priority} ({low} to {high}), floor {floor}, proposed {proposed}.",
        area=share.area,
        priority=Number(priority.value, 2),
        low=Number(priority.low, 2),
        high=Number(priority.high, 2),
        floor=count(floor),
        proposed=count(share.proposed),
    )
