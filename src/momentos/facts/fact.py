"""What a fact is: something counted, row by row, of which everything measured adds up."""

from dataclasses import dataclass
from pathlib import Path

from momentos.domain.dimensions import TIME_DIMENSIONS, Dimension
from momentos.domain.metrics import Metric

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Grain:
    """By what a summary adds the fact up: days or whole months, and these dimensions as they are shown."""

    dimensions: tuple[Dimension, ...]
    is_daily: bool = False


@dataclass(frozen=True, eq=False)
class Fact:
    """One fact. ``<name>.sql`` beside its module gives its rows; the view ``<name>_measured`` adds the dimensions.

    The SQL gives, per row: ``record_key`` and ``load_no``; ``occurred_at``, when it was; ``<thing>_key`` for each of
    ``names``; the ``measures``; ``sheet`` where it ``is_surveyed``; and what else ``carries`` lists.

    ``row`` says what a row is. ``datasets`` are those whose rows are counted. ``names`` is what a row may name, from
    which its dimensions follow. ``measures`` add up; the one of the fact's own name counts the rows, and those that end
    in ``_sum`` or ``_squares`` may be broken. ``grains`` are the summaries kept of it, smallest first.

    ``looks_up`` are dimensions found only through other rows, in the view ``<name>_with_<dimension>_measured``.
    ``is_surveyed`` says that rows are of surveys, whose summaries keep apart what a survey is about. ``is_of_service``
    says that the periods on screens reach to its last day; ``part_of`` names the fact of which it is parts, so that
    they are no cases beside it.
    """

    name: str
    row: str
    datasets: tuple[str, ...]
    names: tuple[str, ...]
    measures: tuple[str, ...]
    grains: tuple[Grain, ...]
    metrics: tuple[Metric, ...] = ()
    looks_up: tuple[Dimension, ...] = ()
    carries: tuple[str, ...] = ()
    is_surveyed: bool = False
    is_of_service: bool = False
    part_of: str | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def view(self) -> str:
        """The view with a row for each of its rows, as they are shown."""
        return f"{self.name}_measured"

    @property
    def sql(self) -> str:
        """The question that gives its rows."""
        return (_FOLDER / f"{self.name}.sql").read_text(encoding="utf-8")

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """What a row of it tells by what it names; periods apart, which every row has."""
        return tuple(one for one in Dimension if one not in TIME_DIMENSIONS and set(one.known_by) & set(self.names))

    @property
    def offered(self) -> tuple[Dimension, ...]:
        """What it can be broken down by, periods apart: also what is looked for only when it is asked for."""
        return (*self.dimensions, *self.looks_up)


_TOUCHPOINT = (Dimension.TOUCHPOINT, Dimension.STAGE, Dimension.AREA)
_EMPLOYEE = (Dimension.EMPLOYEE, Dimension.SUPERVISOR, Dimension.SITE)

OF_SERVICE = (
    Grain((Dimension.SEGMENT,)),
    Grain((Dimension.AREA,), is_daily=True),
    Grain((Dimension.CHANNEL,), is_daily=True),
    Grain(_TOUCHPOINT, is_daily=True),
    Grain((*_EMPLOYEE, *_TOUCHPOINT, Dimension.CHANNEL)),
    Grain(_EMPLOYEE, is_daily=True),
)
"""The grains of what happens between a customer and somebody at a touchpoint."""
