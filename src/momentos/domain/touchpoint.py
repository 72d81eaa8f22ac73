"""One touchpoint as a company describes it."""

from dataclasses import dataclass
from datetime import date

from momentos.domain.names import fold


@dataclass(frozen=True)
class Touchpoint:
    """The fields of the touchpoints' sheet, under the same names; what nobody said is ``None``.

    ``touchpoint`` is the code or name that facts repeat and never changes; ``name`` is how it is shown, if otherwise.
    """

    touchpoint: str
    name: str | None = None
    stage: str | None = None
    position: float | None = None
    area: str | None = None
    impact: float | None = None
    promise: str | None = None
    responsible: str | None = None
    people: str | None = None
    description: str | None = None
    channels: str | None = None
    metrics: str | None = None
    target: float | None = None
    review_on: date | None = None
    retired_on: date | None = None
    merged_into: str | None = None

    @property
    def key(self) -> str:
        return fold(self.touchpoint)

    @property
    def shown(self) -> str:
        return self.name or self.touchpoint
