"""Sentences that a reader will see, carried as a template and its values until the edge translates them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Translate = Callable[[str], str]


class Amount(float):
    """An amount inside a sentence: each reader gets it written their way."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec) if spec else f"{float(self):.2f}".removesuffix(".00")


@dataclass(frozen=True)
class Message:
    """One whole English sentence with named places: ``Message("Row {row} is empty.", {"row": 7})``.

    A value may itself be a ``Message`` (a field's label inside a problem, say): it is translated too.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translate: Translate = lambda text: text, write: Callable[[Amount], str] = format) -> str:
        """The sentence in the reader's language, values filled in; ``write`` writes amounts."""
        filled = {name: _filled(value, translate, write) for name, value in self.values.items()}
        return translate(self.text).format(**filled) if filled else translate(self.text)

    def __str__(self) -> str:
        return self.render()


def say(text: str, **values: Any) -> Message:
    """Mark an English sentence for translation and keep its values beside it."""
    return Message(text, values)


def _filled(value: Any, translate: Translate, write: Callable[[Amount], str]) -> Any:
    if isinstance(value, Message):
        return value.render(translate, write)
    return write(value) if isinstance(value, Amount) else value
