"""Five words for a mean score of 1 to 5, and the cut points between them."""

from bisect import bisect_right
from enum import IntEnum

from momentos.domain.messages import Message, say

BEST_SCORE = 5.0
SCORE_CUTS = (2.5, 3.2, 3.7, 4.2)


class Performance(IntEnum):
    """From worst to best, so that a colour scale can be indexed by it."""

    FAILING = 0
    WEAK = 1
    MEETS = 2
    GOOD = 3
    EXCELLENT = 4

    @property
    def label(self) -> Message:
        return _LABELS[self]


_LABELS = {
    Performance.FAILING: say("Failing"),
    Performance.WEAK: say("Weak"),
    Performance.MEETS: say("Fair"),
    Performance.GOOD: say("Good"),
    Performance.EXCELLENT: say("Excellent"),
}


def performance_of(score: float) -> Performance:
    """The word for a mean score of 1 to 5."""
    return Performance(bisect_right(SCORE_CUTS, score))
