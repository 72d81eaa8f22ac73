"""The ground's fixtures, for this wing's tests."""

from tests.screen.conftest import database, screen
from tests.terminal.conftest import company, nothing_yet, terminal
from tests.warehouse.conftest import load, warehouse

__all__ = ["company", "database", "load", "nothing_yet", "screen", "terminal", "warehouse"]
