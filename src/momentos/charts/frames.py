"""Reading the small tables that pictures are drawn from."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows as named tuples whose values may be of any type."""
    yield from frame.itertuples()


def row_at(frame: pd.DataFrame, label: Any) -> Any:
    """The row of this label, its values of any type."""
    return frame.loc[label]


def known(value: Any) -> float | None:
    """A number, or ``None`` where there is none."""
    return None if pd.isna(value) else float(value)
