"""Names that may be one, names shown as one, and names that no sheet lists."""

from momentos.domain.messages import Message, as_written, say
from momentos.domain.quantities import Instant, count, listed
from momentos.intake.near_names import NearNames, Why
from momentos.loading.same_names import Named, SameName

WHY: dict[Why, Message] = {
    Why.ACCENTS: say("accents or punctuation"),
    Why.ORDER: say("another order"),
    Why.SPELLING: say("nearly the same letters"),
    Why.ALPHABETS: say("letters of two alphabets"),
    Why.WORDING: say("the same in other words"),
}

KINDS: dict[Named, Message] = {
    Named.EMPLOYEE: say("Employee"),
    Named.TOUCHPOINT: say("Touchpoint"),
    Named.AREA: say("Area"),
    Named.CHANNEL: say("Channel"),
    Named.REASON: say("Reason"),
    Named.SITE: say("Site"),
    Named.SUPERVISOR: say("Supervisor"),
}

_UNLISTED: dict[Named, Message] = {
    Named.EMPLOYEE: say("Employees that no staff sheet lists: {n}"),
    Named.TOUCHPOINT: say("Touchpoints that no sheet lists: {n}"),
}
LISTED_BY_SHEETS = tuple(_UNLISTED)
"""Whose names have a list of their own."""

WHY_NOT_PICKED = say("Not picked: names that may be one with another. Say above whether they are.")
SPENDING_OF_NOBODY = say(
    "Their spending is compared with nobody's figures. Say which area each one is, or correct its sheet."
)


def perhaps_one(n: int, *, may_join: bool) -> Message:
    """How many names of a file may be one with others; and, to who may not join them, that whoever leads does."""
    if may_join:
        return say("Names that may be one: {n}", n=count(n))
    return say("Names that may be one: {n}. Whoever leads joins them once the file is in.", n=count(n))


def perhaps_one_already(n: int) -> Message:
    """The same of what is loaded already."""
    return say("Names already loaded that may be one: {n}", n=count(n))


def pair(named: Named, names: NearNames) -> Message:
    """A name as written, how often, and what it may be; or that letters of two alphabets are in it."""
    if not names.shown:
        return say(
            "{count} × «{written}» mixes letters of two alphabets", count=count(names.count), written=names.written
        )
    return say(
        "{kind}: {count} × «{written}» → «{shown}» ({why})",
        kind=KINDS[named],
        count=count(names.count),
        written=names.written,
        shown=names.shown,
        why=WHY[names.why],
    )


def shown_as_one(n: int) -> Message:
    """How many names were said to be another's."""
    return say("Names shown as one: {n}", n=count(n))


def decision(same: SameName) -> Message:
    """Which name is shown as which."""
    return say(
        "{kind}: «{written}» is shown as «{shown}»", kind=KINDS[same.named], written=same.written, shown=same.shown
    )


def since_when(same: SameName) -> Message:
    """When it was said, and by whom where that is known."""
    when = as_written(Instant(same.written_at))
    return as_written(listed([when, same.author] if same.author else [when], " · "))


def unlisted_names(named: Named, n: int) -> Message:
    """How many names of this kind no sheet lists."""
    return Message(_UNLISTED[named].text, {"n": count(n)})


def areas_of_nobody(n: int) -> Message:
    """How many areas no touchpoint and no employee has."""
    return say("Areas that no touchpoint or employee has: {n}", n=count(n))


def area_is(area: str, rows: int) -> Message:
    """An area and how many rows name it, to be followed by the one it is."""
    return say("{count} × «{area}» is", count=count(rows), area=area)
