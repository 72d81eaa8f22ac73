"""What people decide about a touchpoint: the impact each gives it, and when it was looked at."""

from dataclasses import dataclass
from datetime import datetime

from momentos.domain.errors import WrongInput
from momentos.domain.impact import HIGHEST_IMPACT, LOWEST_IMPACT
from momentos.domain.messages import say
from momentos.domain.signature import signed
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry, write
from momentos.warehouse.journal_kinds import kept_as


@kept_as("impact_vote")
@dataclass(frozen=True)
class ImpactVote:
    """The impact from 1 to 5 that the author gives a touchpoint, and why."""

    impact: float
    reason: str


@kept_as("touchpoint_review")
@dataclass(frozen=True)
class TouchpointReview:
    """That the author looked at a touchpoint."""


def vote(
    warehouse: Warehouse,
    viewer: Viewer,
    touchpoint_key: str,
    impact: float,
    reason: str,
    *,
    author: str,
    at: datetime,
) -> Entry[ImpactVote]:
    """Keep the impact a person gives a touchpoint; their last vote counts, the earlier ones stay in the journal.

    Raises ``Refused`` to who does not lead: a vote counts in every figure, and a typed name is nobody's proof. Also
    unless it goes from 1 to 5, with a name and a reason.
    """
    need_lead(viewer)
    if not LOWEST_IMPACT <= impact <= HIGHEST_IMPACT:
        raise WrongInput(
            say(
                "The impact goes from {lowest} (very low) to {highest} (very high), and {impact} is outside.",
                lowest=LOWEST_IMPACT,
                highest=HIGHEST_IMPACT,
                impact=impact,
            )
        )
    signature = signed(author, say("Write your name: a vote counts once per person."))
    if not reason.strip():
        raise WrongInput(say("Write the reason in a few words: whoever reads the vote later will ask for it."))
    return write(warehouse, ImpactVote(impact, reason.strip()), touchpoint_key, author=signature, at=at)


def mark_reviewed(
    warehouse: Warehouse, viewer: Viewer, touchpoint_key: str, *, author: str, at: datetime
) -> Entry[TouchpointReview]:
    """Keep that somebody looked at the touchpoint now. Raises ``Refused`` to who does not lead."""
    need_lead(viewer)
    return write(warehouse, TouchpointReview(), touchpoint_key, author=author.strip(), at=at)
