"""How long something still takes: reckoned from what is done of it, told in round words, and not told when unknown."""

from momentos.domain.messages import Message, say

FIRST_SECONDS = 1.5
SMALLEST_SHARE = 0.03
"""Before so many seconds, or with less done, what was done says nothing of the rest."""

FARTHEST = 10
"""A measure of so many times fewer rows, or more, says nothing: small work is mostly beginnings."""

NEARLY_SECONDS = 4
MINUTE = 60


def left_by_share(elapsed: float, share: float | None) -> float | None:
    """Seconds left if the rest goes as what is done did; ``share`` is 0 to 1. ``None`` while that is not known."""
    if share is None or elapsed < FIRST_SECONDS or not SMALLEST_SHARE <= share <= 1:
        return None
    return elapsed * (1 - share) / share


def left_by_measure(elapsed: float, rows: int, measured: tuple[int, float] | None) -> float | None:
    """Seconds left if these rows take what others took: ``measured`` are their number and their seconds.

    ``None`` without a measure of the same order of size, and once it has taken longer than it should.
    """
    if measured is None or not measured[0] or not 1 / FARTHEST <= rows / measured[0] <= FARTHEST:
        return None
    left = measured[1] * rows / measured[0] - elapsed
    return left if left > 0 else None


def in_words(seconds: float) -> Message:
    """The time left, rounded up: nobody minds that it takes less."""
    if seconds < NEARLY_SECONDS:
        return say("nearly done")
    step = 5 if seconds <= 20 else 10
    rounded = int(-(-seconds // step) * step)
    if rounded < MINUTE:
        return say("about {seconds} s left", seconds=rounded)
    if seconds <= 1.25 * MINUTE:
        return say("about one minute left")
    return say("about {minutes} minutes left", minutes=int(-(-seconds // MINUTE)))


def progress(doing: str, seconds: float, left: float | None) -> Message:
    """What is being done, for how long, and how long it still takes where that is known."""
    if left is None:
        return say("{work} {seconds} s", work=doing, seconds=round(seconds))
    return say("{work} {seconds} s · {left}", work=doing, seconds=round(seconds), left=in_words(left))
