"""Sentences that a reader will see, carried as a template and its values until the edge translates them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Translate = Callable[[str], str]


class Quantity:
    """A number or a day inside a sentence (``quantities.py``): each reader gets it written their way."""


@dataclass(frozen=True)
class Message:
    """One whole English sentence with named places: ``Message("Row {row} is empty.", {"row": 7})``.

    A value may itself be a ``Message`` (a field's label inside a problem, say): it is translated too. A ``Quantity`` is
    written when the reader is known.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def render(
        self,
        translate: Translate = lambda text: text,
        write: Callable[[Quantity], str] = str,
        quote: Callable[[str], str] = lambda text: text,
    ) -> str:
        """The sentence in the reader's language, values filled in; ``quote`` makes texts that are data safe."""
        filled = {name: _filled(value, translate, write, quote) for name, value in self.values.items()}
        return translate(self.text).format(**filled) if filled else translate(self.text)

    def __str__(self) -> str:
        return self.render()


Told = Message | Quantity | str
"""What stands in one cell or line: a sentence, a figure, or text that is data."""


def say(text: str, /, **values: Any) -> Message:
    """Mark an English sentence for translation and keep its values beside it."""
    return Message(text, values)


def as_written(text: str | Quantity) -> Message:
    """A name or several, as the data have them, where a message is wanted: there is nothing in it to translate."""
    return Message("{value}", {"value": text})


def _filled(value: Any, translate: Translate, write: Callable[[Quantity], str], quote: Callable[[str], str]) -> Any:
    if isinstance(value, Message):
        return value.render(translate, write, quote)
    if isinstance(value, Quantity):
        return write(value)
    return quote(value) if isinstance(value, str) else value
