"""What people decide about a touchpoint: the impact each gives it, and when it was looked at."""

from datetime import datetime

from momentos.domain.errors import WrongInput
from momentos.domain.impact import HIGHEST_IMPACT, LOWEST_IMPACT
from momentos.domain.messages import say
from momentos.domain.viewer import Viewer, need_lead
from momentos.warehouse.connection import Warehouse
from momentos.warehouse.journal import Entry, write

IMPACT_VOTE, REVIEW = "impact_vote", "touchpoint_review"


def vote(
    warehouse: Warehouse,
    viewer: Viewer,
    touchpoint_key: str,
    impact: float,
    reason: str,
    *,
    author: str,
    at: datetime,
) -> Entry:
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
    if not author.strip():
        raise WrongInput(say("Write your name: a vote counts once per person."))
    if not reason.strip():
        raise WrongInput(say("Write the reason in a few words: whoever reads the vote later will ask for it."))
    value = {"impact": impact, "reason": reason.strip()}
    return write(warehouse, IMPACT_VOTE, touchpoint_key, value, author=author.strip(), at=at)


def mark_reviewed(warehouse: Warehouse, viewer: Viewer, touchpoint_key: str, *, author: str, at: datetime) -> Entry:
    """Keep that somebody looked at the touchpoint now. Raises ``Refused`` to who does not lead."""
    need_lead(viewer)
    return write(warehouse, REVIEW, touchpoint_key, {}, author=author.strip(), at=at)
