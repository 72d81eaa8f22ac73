"""A person's card as it is read: the screen and the printed page show the same sheet."""

from dataclasses import dataclass

from momentos.domain.messages import Message, Told


@dataclass(frozen=True)
class CardSection:
    """A heading and what stands under it; ``is_quoted`` for words that are not ours."""

    heading: Message
    sentences: tuple[Message | str, ...]
    is_quoted: bool = False


@dataclass(frozen=True)
class CardSheet:
    """Everything on one person's card. A row of ``figures`` has as many cells as ``headings``."""

    employee: str
    subtitle: Message
    headings: tuple[Message, ...]
    figures: tuple[tuple[Told, ...], ...]
    sections: tuple[CardSection, ...]
