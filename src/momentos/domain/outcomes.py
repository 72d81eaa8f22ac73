"""What stands for loyalty when the weight of a touchpoint is looked for: words said, or deeds done later."""

from enum import StrEnum

from momentos.domain.messages import Message, say

OUTCOME_DAYS = 90
"""Days after an answer in which a customer is looked for among those who bought again or stayed."""


class Outcome(StrEnum):
    """A loyalty outcome; the value is its key in addresses and on the command line."""

    RECOMMENDATION = "nps"
    OVERALL = "csat"
    BUYS_AGAIN = "buys_again"
    STAYS = "stays"

    @property
    def label(self) -> Message:
        return _LABELS[self]

    @property
    def is_share(self) -> bool:
        """Whether each customer either did it or did not; else the outcome is an answer on a scale."""
        return self in (Outcome.BUYS_AGAIN, Outcome.STAYS)


_LABELS: dict[Outcome, Message] = {
    Outcome.RECOMMENDATION: say("Recommendation (0 to 10)"),
    Outcome.OVERALL: say("Overall score (1 to 5)"),
    Outcome.BUYS_AGAIN: say("Buying again"),
    Outcome.STAYS: say("Staying"),
}
