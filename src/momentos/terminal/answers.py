"""From frames to plain JSON values."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_DECIMALS = 6


def records(frame: "pd.DataFrame", columns: Sequence[str]) -> list[dict[str, Any]]:
    """One object a row with these columns; what is not known is ``None``."""
    values = zip(*(frame[column].tolist() for column in columns), strict=True)
    return [dict(zip(columns, map(plain, row), strict=True)) for row in values]


def plain(value: Any) -> Any:
    """A value as JSON knows it; dates in ISO."""
    if isinstance(value, float):
        return None if value != value else round(value, _DECIMALS)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
