"""How a spreadsheet is declared: a ``Dataset`` of ``Field``s, from which everything else about it follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from momentos.domain.dimensions import Dimension
from momentos.domain.messages import Message

_NAMING_TEXTS = {"name", *Dimension}


class FieldType(StrEnum):
    """What a cell of the column holds once it has been understood."""

    TEXT = "text"
    IDENTIFIER = "identifier"
    """Text that names one thing; kept as written, leading zeros too, and matched without case or extra spaces."""
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    INSTANT = "instant"
    """A date with its time of day; a bare date is midnight."""
    TIME_OF_DAY = "time of day"
    """Only ever joined to an instant whose column holds dates alone; never stored by itself."""
    DURATION = "duration"
    """Stored as seconds."""
    YES_NO = "yes/no"
    CHOICE = "choice"
    """One of a few words; stored as the canonical one."""
    SCORE = "score"
    """A grade on the field's own scale (``low`` to ``high``); other scales are converted when confirmed."""


class Repeats(StrEnum):
    """What it means when one key stands twice in the same file."""

    KEEP = "keep"
    """Events: both happened."""
    REFUSE = "refuse"
    """Things: only one description can be right, so the later differing one is kept out and named."""


@dataclass(frozen=True)
class Field:
    """One column.

    ``headers`` are the words people really write above it, Spanish and English, any case, accents optional.
    ``low`` and ``high`` bound a plausible value, in the stored unit (seconds for durations).
    ``is_whole`` says of a score that only whole numbers are answers.
    ``choices`` maps each canonical word to the words people write for it.
    ``unknown`` are words that stand for "not known" here and are stored as empty.
    ``refers_to`` names the dataset whose key this value repeats.
    ``gives`` names the field that is worked out from this one where it has no column; then this one is not stored.
    """

    name: str
    type: FieldType
    label: Message
    help: Message
    headers: tuple[str, ...] = ()
    required: bool = False
    low: float | None = None
    high: float | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    refers_to: str | None = None
    example: str = ""
    is_whole: bool = False
    gives: str | None = None

    @property
    def is_stored(self) -> bool:
        return self.type is not FieldType.TIME_OF_DAY and self.gives is None

    @property
    def is_folded(self) -> bool:
        """Whether its values are compared without regard to case and spaces: ids, names and groups."""
        return self.type is FieldType.IDENTIFIER or (self.type is FieldType.TEXT and self.name in _NAMING_TEXTS)


@dataclass(frozen=True)
class Dataset:
    """One kind of spreadsheet.

    ``key`` names the fields that identify a row. Where one of them is empty or not mapped, the row is identified
    by its whole content, as every row is where there is no key. ``answers`` names the fields of which a row must fill at least one (a score given to a
    touchpoint counts too), if it is to say anything. ``occurred`` names the field that dates a row, if rows are events.
    ``is_anonymous`` says that no column of such a sheet may name a person, not even one that would not be loaded.
    """

    name: str
    label: Message
    help: Message
    unlocks: Message
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    repeats: Repeats
    occurred: str | None = None
    answers: tuple[str, ...] = ()
    is_anonymous: bool = False

    def __getitem__(self, name: str) -> Field:
        return self._by_name()[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name()

    def _by_name(self) -> dict[str, Field]:
        return {one.name: one for one in self.fields}

    @property
    def stored(self) -> tuple[Field, ...]:
        """The fields that become columns of the warehouse table, in order."""
        return tuple(one for one in self.fields if one.is_stored)

    @property
    def is_of_things(self) -> bool:
        """Whether rows describe things, of which a later sheet may say more; not events, told whole each time."""
        return self.repeats is Repeats.REFUSE

    @property
    def required(self) -> tuple[Field, ...]:
        return tuple(one for one in self.fields if one.required)
