"""Drawing the journey: every change a person can make to it, as the touchpoints that are described anew.

Nothing is ever deleted: a touchpoint is retired or counts under another, and keeps its history. ``Refused`` says what
cannot be. A journey is all touchpoints ever described, by key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from momentos.domain.errors import WrongInput
from momentos.domain.impact import HIGHEST_IMPACT, LOWEST_IMPACT
from momentos.domain.messages import Message, say
from momentos.domain.names import fold
from momentos.domain.touchpoint import Touchpoint

Journey = Mapping[str, Touchpoint]


@dataclass(frozen=True)
class Edit:
    """The touchpoints that a change describes anew, and what the person should know of it."""

    changed: tuple[Touchpoint, ...]
    notes: tuple[Message, ...] = ()


def in_order(journey: Journey, on: date) -> list[Touchpoint]:
    """The touchpoints on the map of that day, in the order of the journey; those without a place come last."""
    living = [one for one in journey.values() if is_on_map(journey, one, on)]
    return sorted(living, key=lambda one: (one.position is None, one.position or 0.0))


def is_on_map(journey: Journey, touchpoint: Touchpoint, on: date) -> bool:
    """Whether it stands on the map of that day: neither retired by then nor counted under another."""
    return counts_under(journey, touchpoint) is None and (touchpoint.retired_on is None or touchpoint.retired_on > on)


def stages(journey: Journey, on: date) -> list[str]:
    """The stages of that day, in the order of their first touchpoints."""
    return list(dict.fromkeys(one.stage for one in in_order(journey, on) if one.stage))


def create(journey: Journey, name: str, on: date, **said: Any) -> Edit:
    """A new touchpoint; it comes last unless ``position`` says otherwise."""
    name = _named(name)
    last = max((one.position for one in journey.values() if one.position is not None), default=0.0)
    new = Touchpoint(_free_key(journey, name), name=name, position=last + 1)
    return describe({**journey, new.key: new}, new.key, on, **said)


def describe(journey: Journey, key: str, on: date, **said: Any) -> Edit:
    """The touchpoint with these fields said otherwise: its name, area, impact, promise… Its key stays."""
    before = journey[key]
    if "name" in said:
        said["name"] = _named(said["name"])
    after = replace(before, **said)
    _check_impact(after.impact)
    _check_name(journey, after, on)
    return _edit(journey, [after], on)


def move(journey: Journey, key: str, on: date, *, stage: str | None, after: str | None) -> Edit:
    """The touchpoint in this stage, right after the touchpoint ``after``, or first of the stage if ``None``."""
    order = [one for one in in_order(journey, on) if one.key != key]
    moved = replace(journey[key], stage=stage)
    order.insert(_place(order, stage, after), moved)
    return _edit(journey, _numbered(order), on)


def move_stage(journey: Journey, stage: str, on: date, *, steps: int) -> Edit:
    """The whole stage so many places later, or earlier if negative."""
    names = stages(journey, on)
    here = names.index(stage)
    names.insert(min(max(here + steps, 0), len(names) - 1), names.pop(here))
    order = in_order(journey, on)
    ordered = [one for name in [*names, None] for one in order if (one.stage or None) == name]
    return _edit(journey, _numbered(ordered), on)


def rename_stage(journey: Journey, stage: str, on: date, *, name: str) -> Edit:
    """The stage under another name; with the name of another stage, its touchpoints pass to that one."""
    name = _named(name)
    changed = [replace(one, stage=name) for one in in_order(journey, on) if one.stage == stage]
    notes = [_emptied(stage)] if fold(name) in {fold(one) for one in stages(journey, on) if one != stage} else []
    return Edit(tuple(changed), tuple(notes))


def split(journey: Journey, key: str, on: date, *, name: str) -> Edit:
    """A second touchpoint right after this one and described like it; the history stays with the first."""
    first = journey[key]
    name = _named(name)
    second = replace(first, touchpoint=_free_key(journey, name), name=name)
    _check_name(journey, second, on)
    order = in_order(journey, on)
    order.insert(next(at for at, one in enumerate(order, start=1) if one.key == key), second)
    note = say(
        "«{first}» keeps its history; «{second}» starts with none: write its name in the surveys and contacts that are "
        "about it.",
        first=first.shown,
        second=name,
    )
    edit = _edit(journey, _numbered(order), on)
    return Edit(edit.changed, (note, *edit.notes))


def merge(journey: Journey, key: str, on: date, *, into: str) -> Edit:
    """The touchpoint counts under another from now on, its history too."""
    if key in _chain(journey, into):
        raise WrongInput(
            say(
                "«{first}» cannot count under «{second}»: «{second}» already counts under «{first}». Separate them "
                "first.",
                first=journey[key].shown,
                second=journey[into].shown,
            )
        )
    merged = replace(journey[key], merged_into=journey[into].touchpoint)
    note = say(
        "What is said of «{first}» now counts under «{second}». Undoing this change separates them again.",
        first=merged.shown,
        second=journey[into].shown,
    )
    edit = _edit(journey, [merged], on)
    return Edit(edit.changed, (note, *edit.notes))


def separate(journey: Journey, key: str, on: date) -> Edit:
    """The touchpoint counts by itself again."""
    return _returned(journey, replace(journey[key], merged_into=None), on)


def retire(journey: Journey, key: str, on: date, *, has_history: bool) -> Edit:
    """The touchpoint leaves the map from that day. Asked to delete one, this is what happens: nothing is lost."""
    retired = replace(journey[key], retired_on=on)
    note = (
        say("«{touchpoint}» leaves the map from today; everything measured there is kept.", touchpoint=retired.shown)
        if has_history
        else say("«{touchpoint}» leaves the map from today; nothing had been measured there.", touchpoint=retired.shown)
    )
    edit = _edit(journey, [retired], on)
    return Edit(edit.changed, (note, *edit.notes))


def bring_back(journey: Journey, key: str, on: date) -> Edit:
    """A retired touchpoint on the map again."""
    return _returned(journey, replace(journey[key], retired_on=None), on)


def root_of(journey: Journey, key: str) -> str | None:
    """The key under which a touchpoint counts in the end: its own unless merged; ``None`` if merges go in a circle."""
    last = _chain(journey, key)[-1]
    return last if _next(journey, last) is None else None


def counts_under(journey: Journey, touchpoint: Touchpoint) -> Touchpoint | None:
    """The other touchpoint under which it counts in the end; ``None`` if it counts by itself."""
    root = root_of(journey, touchpoint.key)
    return None if root in (touchpoint.key, None) else journey[str(root)]


def circles(journey: Journey) -> list[Touchpoint]:
    """The touchpoints whose merges lead back to themselves, as a workbook may say: none of them counts as merged."""
    return [one for one in journey.values() if root_of(journey, one.key) is None]


def same_names(journey: Journey, on: date) -> list[str]:
    """Names that more than one touchpoint of the map has, as a workbook may say."""
    shown: dict[str, list[str]] = {}
    for one in in_order(journey, on):
        shown.setdefault(fold(one.shown), []).append(one.shown)
    return [names[0] for names in shown.values() if len(names) > 1]


def _chain(journey: Journey, key: str) -> list[str]:
    """The touchpoint and those it is merged into, one after the other, until the last or the first seen again."""
    passed = [key]
    while (after := _next(journey, passed[-1])) is not None and after not in passed:
        passed.append(after)
    return passed


def _next(journey: Journey, key: str) -> str | None:
    """The touchpoint that this one is merged into: named by its key, or by a name that only one has."""
    text = journey[key].merged_into
    if text is None or fold(text) in journey:
        return fold(text) if text else None
    named = [one.key for one in journey.values() if one.name and fold(one.name) == fold(text)]
    return named[0] if len(named) == 1 else None


def _edit(journey: Journey, described: Iterable[Touchpoint], on: date) -> Edit:
    """Only what really changes, with the stages that it empties."""
    changed = tuple(one for one in described if journey.get(one.key) != one)
    after = {**journey, **{one.key: one for one in changed}}
    left = {fold(stage) for stage in stages(after, on)}
    return Edit(changed, tuple(_emptied(stage) for stage in stages(journey, on) if fold(stage) not in left))


def _emptied(stage: str) -> Message:
    return say("The stage «{stage}» has no touchpoints left and leaves the map. Nothing is lost.", stage=stage)


def _returned(journey: Journey, touchpoint: Touchpoint, on: date) -> Edit:
    """The touchpoint on the map again, unless its name was taken meanwhile."""
    _check_name(journey, touchpoint, on)
    return _edit(journey, [touchpoint], on)


def _named(name: str | None) -> str:
    written = " ".join((name or "").split())
    if not written:
        raise WrongInput(say("It needs a name."))
    return written


def _check_impact(impact: float | None) -> None:
    if impact is not None and not LOWEST_IMPACT <= impact <= HIGHEST_IMPACT:
        raise WrongInput(
            say(
                "The impact goes from {lowest} (very low) to {highest} (very high), and {impact} is outside.",
                lowest=LOWEST_IMPACT,
                highest=HIGHEST_IMPACT,
                impact=impact,
            )
        )


def _check_name(journey: Journey, described: Touchpoint, on: date) -> None:
    """No two touchpoints may be called the same, nor one what facts call another."""
    for other in journey.values():
        if other.key == described.key or fold(described.shown) not in (fold(other.shown), other.key):
            continue
        if is_on_map(journey, other, on):
            raise WrongInput(
                say(
                    "There is already a touchpoint called «{name}»: give this one another name, or merge the two.",
                    name=described.shown,
                )
            )
        raise WrongInput(
            say(
                "«{name}» was on the map before and its history is kept under that name: bring it back, or choose "
                "another name.",
                name=described.shown,
            )
        )


def _free_key(journey: Journey, name: str) -> str:
    """A code for a new touchpoint: its name, numbered if an earlier touchpoint had it."""
    code, number = name, 1
    while fold(code) in journey:
        number += 1
        code = f"{name} {number}"
    return code


def _place(order: list[Touchpoint], stage: str | None, after: str | None) -> int:
    """Where in the order a touchpoint of the stage goes; a new stage comes last."""
    if after is not None:
        return next(at for at, one in enumerate(order, start=1) if one.key == after)
    first = [at for at, one in enumerate(order) if one.stage == stage]
    return first[0] if first else len(order)


def _numbered(order: list[Touchpoint]) -> list[Touchpoint]:
    return [replace(one, position=float(place)) for place, one in enumerate(order, start=1)]
