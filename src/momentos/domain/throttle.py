"""Slowing down whoever guesses codes."""

import threading
from dataclasses import dataclass, field

FREE_ATTEMPTS = 5
FIRST_PAUSE_SECONDS = 30.0
LONGEST_PAUSE_SECONDS = 15 * 60.0


@dataclass
class Throttle:
    """Wrong attempts by subject, in memory. After five the next must wait half a minute, then twice as long each time.

    A right one forgets them. Whoever guesses makes all wait for the same subject: nothing better tells people apart.
    """

    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def seconds_to_wait(self, subject: str, at: float) -> float:
        """0 when an attempt may be made now; ``at`` in seconds of any steady clock."""
        with self._lock:
            return max(self._wrong.get(subject, (0, 0.0))[1] - at, 0.0)

    def note(self, subject: str, at: float, *, is_right: bool) -> None:
        """Keep how an attempt went."""
        with self._lock:
            if is_right:
                self._wrong.pop(subject, None)
                return
            wrong = self._wrong.get(subject, (0, 0.0))[0] + 1
            beyond = wrong - FREE_ATTEMPTS
            pause = min(FIRST_PAUSE_SECONDS * 2**beyond, LONGEST_PAUSE_SECONDS) if beyond >= 0 else 0.0
            self._wrong[subject] = (wrong, at + pause)
