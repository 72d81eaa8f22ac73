"""Sentences that a reader will see, carried as a template and its values until the edge translates them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Message:
    """One whole English sentence with named places: ``Message("Row {row} is empty.", {"row": 7})``.

    A value may itself be a ``Message`` (a field's label inside a problem, say): it is translated too.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translate: Translate = lambda text: text) -> str:
        """The sentence in the reader's language, values filled in."""
        filled = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return translate(self.text).format(**filled) if filled else translate(self.text)

    def __str__(self) -> str:
        return self.render()


def say(text: str, **values: Any) -> Message:
    """Mark an English sentence for translation and keep its values beside it."""
    return Message(text, values)
