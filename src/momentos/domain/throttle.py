"""Slowing down whoever guesses codes."""

import threading
from dataclasses import dataclass, field

FREE_ATTEMPTS = 5
FIRST_PAUSE_SECONDS = 30.0
LONGEST_PAUSE_SECONDS = 15 * 60.0


@dataclass
class Throttle:
    """Wrong attempts by subject, in memory. After five the next must wait half a minute, then twice as long each time.

    A right one forgets them. Whoever guesses makes all wait for the same subject: nothing better tells people apart. An
    attempt counts as wrong from the moment it begins, so that many at once are not more than one.
    """

    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def seconds_to_wait(self, subject: str, at: float) -> float:
        """0 when an attempt may be made now; ``at`` in seconds of any steady clock."""
        with self._lock:
            return max(self._wrong.get(subject, (0, 0.0))[1] - at, 0.0)

    def begin(self, subject: str, at: float) -> float:
        """0 where the attempt may be made, which counts as wrong until ``forgive``; else the seconds to wait."""
        with self._lock:
            before, until = self._wrong.get(subject, (0, 0.0))
            if until > at:
                return until - at
            beyond = before + 1 - FREE_ATTEMPTS
            pause = min(FIRST_PAUSE_SECONDS * 2 ** min(beyond, 10), LONGEST_PAUSE_SECONDS) if beyond >= 0 else 0.0
            self._wrong[subject] = (before + 1, at + pause)
            return 0.0

    def forgive(self, subject: str) -> None:
        """The attempt was right: those before it no longer count."""
        with self._lock:
            self._wrong.pop(subject, None)
