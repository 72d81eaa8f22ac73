"""What is told of a whole folder that was brought."""

from collections.abc import Sequence

from momentos.domain.messages import Message, say
from momentos.domain.quantities import count

MOST_NAMED = 10


def skipped_files(names: Sequence[str]) -> Message | None:
    """How many files are no spreadsheets, the first of them by name; ``None`` where all are."""
    if not names:
        return None
    return say(
        "Skipped, as they are no spreadsheets: {n} ({names})",
        n=count(len(names)),
        names=", ".join(names[:MOST_NAMED]),
    )
