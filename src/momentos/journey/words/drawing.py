"""The journey as drawn, in words: how much there is, what each touchpoint says, and which left the map."""

from collections.abc import Iterable, Sequence

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Day, Number, count, listed
from momentos.domain.touchpoint import Touchpoint
from momentos.journey.questions.journey import names_in
from momentos.journey.words.moments import assigned_impact

_PEOPLE = 3
"""People named of a touchpoint in the list."""
_NAMED = 8
"""Touchpoints named in a sentence; more are counted."""
ALL_FITS = say("All that is declared fits the data.")


def drawing_finding(touchpoints: Sequence[Touchpoint], stages: Sequence[str]) -> Message:
    """How many touchpoints and stages there are, or that there are none."""
    if not touchpoints:
        return say("Draw the journey of your customers")
    if len(touchpoints) == 1:
        return say("A journey of one touchpoint, so far")
    if len(stages) < 2:
        return say("A journey of {n} touchpoints", n=count(len(touchpoints)))
    return say("A journey of {n} touchpoints in {stages} stages", n=count(len(touchpoints)), stages=count(len(stages)))


def undescribed(names: Sequence[str]) -> Message:
    """The touchpoints that only the data name."""
    return say(
        "The data name {n} touchpoints that are not in the journey: {names}.",
        n=len(names),
        names=_first(names, _NAMED),
    )


def what_is_known(touchpoint: Touchpoint, impact: float | None) -> list[Message]:
    """What is known of a touchpoint, part by part; ``impact`` as it counts today."""
    area = touchpoint.area or say("nobody's")
    people = names_in(touchpoint.people or "")
    parts = [
        say("impact: {impact}", impact=assigned_impact(float("nan") if impact is None else impact)),
        say("area: {area}", area=area),
    ]
    if touchpoint.responsible:
        parts.append(say("responsible: {people}", people=listed(names_in(touchpoint.responsible))))
    if people:
        parts.append(say("people: {people}", people=_first(people, _PEOPLE)))
    if touchpoint.target is not None:
        parts.append(say("target: {target}", target=Number(touchpoint.target, 1)))
    if touchpoint.review_on is not None:
        parts.append(say("review: {day}", day=Day(touchpoint.review_on)))
    return parts


def why_off_the_map(touchpoint: Touchpoint, counts_under: Touchpoint | None) -> Message:
    """That it was retired, or under which other one it counts."""
    if counts_under is None:
        return say("«{touchpoint}» was retired", touchpoint=touchpoint.shown)
    return say("«{touchpoint}» counts under «{other}»", touchpoint=touchpoint.shown, other=counts_under.shown)


def _first(names: Iterable[str], most: int) -> str:
    """The first names, and whether there are more."""
    every = list(names)
    return ", ".join([*every[:most], *(["…"] if every[most:] else [])])
