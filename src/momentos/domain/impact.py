"""The impact of a touchpoint on loyalty, 1 to 5, as managers assign it."""

from momentos.domain.messages import Message, say

LOWEST_IMPACT, HIGHEST_IMPACT = 1, 5
MOMENT_OF_TRUTH_IMPACT = 4
DISAGREEMENT = 2
"""Points between the highest and the lowest vote from which people are said to disagree."""

IMPACT_LABELS: dict[int, Message] = {
    1: say("Very low"),
    2: say("Low"),
    3: say("Medium"),
    4: say("High"),
    5: say("Very high"),
}


def is_moment_of_truth(impact: float | None) -> bool:
    """Whether a touchpoint of this assigned impact is a moment of truth; unknown impact is not."""
    return impact is not None and impact >= MOMENT_OF_TRUTH_IMPACT
