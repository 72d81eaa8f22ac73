"""What matters now: one thing to look at, said by a wing, with the way to where it is seen."""

from collections.abc import Mapping
from dataclasses import dataclass

from momentos.domain.messages import Message


@dataclass(frozen=True)
class Matter:
    """In words, whether it is good news, and the page that shows it with what is to be picked there."""

    words: Message
    is_good: bool
    page: str
    picks: Mapping[str, str]
