"""All that came before, for what is watched month by month."""

from momentos.domain import clock
from momentos.figures.catalogue import ended
from momentos.figures.filters import Filters
from momentos.screen.asking import ask


def history_of(filters: Filters) -> Filters:
    """All that came before the window's end, and the window; without what has a date to come."""
    return ask(ended, filters.within(None, filters.to_on), clock.today())
