"""What is told of a metric's target: the company's, or what the trade suggests, which judges nothing."""

from momentos.domain.messages import Message, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Day, Reading
from momentos.figures.taken_targets import TakenTarget


def target_line(metric: Metric, taken: TakenTarget | None) -> Message:
    """The target that the company took, with who did and when; else that there is none, and the suggestion."""
    if taken is not None:
        return say(
            "The company's target: {target} (set by {author} on {day}).",
            target=Reading(metric, taken.value),
            author=taken.author,
            day=Day(taken.taken_at.date()),
        )
    if metric.suggested is None:
        return say("No target.")
    return say("No target. The trade suggests {suggestion}.", suggestion=Reading(metric, metric.suggested))
