"""What a table seems to be: the matches of its columns and the doubts about them, as recognition leaves them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from momentos.domain.messages import Message
from momentos.intake.scales import Scale

SAMPLES = 5
"""How many values or headers are shown beside a question."""


@dataclass(frozen=True)
class Match:
    """What one column was taken for. ``field`` is ``rating`` for a grid's column, ``None`` for nothing known.

    ``confidence`` is 0 to 1. Only ``certain`` matches are taken without asking. ``samples`` are values as written.
    """

    letter: str
    header: str
    field: str | None
    confidence: float
    certain: bool
    why: Message
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Doubt:
    """A question about the table, and what holds at the terminal if nobody answers; on a screen, nothing does.

    ``kind``: ``hidden`` (is a table of a hidden sheet to be loaded?), ``dataset`` (what is it? ``field`` is the
    likeliest), ``column`` (is it this field?), ``missing`` (which column is it?), ``dates``, ``scale``, ``not scores``,
    ``grid``, ``undated``, ``periods across`` (a table that crosses months with something: told, not asked, and in the
    way of loading it as events).
    ``accepted`` says whether the proposal holds unless somebody says no; ``blocks`` whether the
    table cannot be loaded before it is answered.
    """

    kind: str
    question: Message
    letters: tuple[str, ...]
    field: str | None
    samples: tuple[str, ...]
    accepted: bool
    blocks: bool = False


@dataclass(frozen=True)
class Proposal:
    """What a table seems to be. ``dataset`` is ``None`` if it could not be told; ``scores`` rank all.

    ``ratings`` are the grid's columns by letter, with the touchpoint each is about.
    """

    dataset: str | None
    confidence: float
    matches: tuple[Match, ...]
    doubts: tuple[Doubt, ...]
    ratings: Mapping[str, str] = field(default_factory=dict)
    not_scores: Mapping[str, frozenset[float]] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
