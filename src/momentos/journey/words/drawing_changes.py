"""How the journey was drawn before, in words: the day of a past map, and what each change said and says."""

from datetime import date
from typing import Any

from momentos.datasets import DATASETS
from momentos.domain.messages import Message, say
from momentos.domain.quantities import Day
from momentos.journey.questions.drawing_changes import Change

NOTHING = say("Nothing has changed.")
NOTHING_DRAWN = say("Nothing had been drawn by then.")


def as_it_was(day: date) -> Message:
    """What a past map is made of."""
    return say(
        "Stages, names, areas and impact as they were on {day}; scores of all that was answered until that day.",
        day=Day(day),
    )


def change(changed: Change) -> list[Message]:
    """What became of a touchpoint, field by field."""
    if changed.kind == "described":
        return [say("first described")]
    if changed.kind == "reviewed":
        return [say("reviewed")]
    if changed.kind == "voted":
        return [_vote(*changed.fields["impact"])]
    return [
        say(
            "{field}: {before} → {after}",
            field=DATASETS["touchpoints"][field].label,
            before=_written(before),
            after=_written(after),
        )
        for field, (before, after) in changed.fields.items()
    ]


def _vote(before: float | None, after: float) -> Message:
    if before is None:
        return say("voted {impact}", impact=_written(after))
    return say("changed the vote from {before} to {after}", before=_written(before), after=_written(after))


def _written(value: Any) -> Message | Day | str:
    if value is None:
        return say("nothing")
    if isinstance(value, date):
        return Day(value)
    return f"{value:g}" if isinstance(value, float) else str(value)
