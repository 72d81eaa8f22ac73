"""Small frames that pictures are drawn from."""

from tests.charts.conftest import picture, style

__all__ = ["picture", "style"]
