"""A warehouse of one's own, and loading into it."""

from tests.warehouse.conftest import load, warehouse

__all__ = ["load", "warehouse"]
