"""Votes on the impact of a touchpoint in words: who gave which, and where people disagree."""

import pandas as pd

from momentos.domain.messages import Message, say
from momentos.domain.quantities import Instant, count, listed
from momentos.journey.questions.votes import Vote

NOBODY = say("Nobody has voted yet. Open a touchpoint with «Edit» and give its impact a number and a reason.")


def disputed(votes: pd.DataFrame) -> Message | None:
    """The touchpoints that people disagree about; ``None`` if they agree. ``votes``: of ``votes_by_touchpoint``."""
    names = list(votes.loc[votes["disagree"], "touchpoint"])
    if not names:
        return None
    return say("People disagree about: {names}. Talk it over before deciding.", names=listed(names))


def agreement(disagree: bool) -> Message:
    """Whether people agree about a touchpoint."""
    return say("they disagree") if disagree else say("they agree")


def vote_words(given: Vote) -> Message:
    """Who gave which impact, and why."""
    return say("{author}: {impact} · {reason}", author=given.author, impact=count(given.impact), reason=given.reason)


def when(given: Vote) -> Message:
    """When it was given, and whether it still counts."""
    at = Instant(given.written_at)
    return say("{value}", value=at) if given.counts else say("{when} · replaced by a later vote", when=at)
