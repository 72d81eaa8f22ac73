"""What is missing: rows under these filters, sheets that would show more, days that have not come."""

from datetime import date

from momentos.domain.messages import Message, say
from momentos.domain.quantities import count
from momentos.figures.filters import Filters


def why_nothing_is_measured(*, is_empty: bool) -> Message:
    """Why there is no figure: ``is_empty``, nothing was ever uploaded; else a sheet lacks, or filters leave nothing."""
    if is_empty:
        return say("No data have been uploaded. One sheet of interactions or of surveys is enough to begin.")
    return say("Either the sheet has not been uploaded, or the period and filters above leave nothing in.")


def sheets_to_come(missing: int) -> Message:
    """How many spreadsheets more would show more."""
    if missing == 1:
        return say("One sheet more would show more: see which")
    return say("{n} sheets more would show more: see which", n=count(missing))


def every_date_lies_ahead(covered: tuple[date, date] | None, today: date) -> Message | None:
    """That even the first day with data has not come; ``None`` where it has. ``covered``: the first and the last."""
    if covered is None or covered[0] <= today:
        return None
    return say("Every date in the data is after today: is the clock of this computer right?")


def dates_to_come(ahead: int, filters: Filters) -> Message | None:
    """How many rows have a date that has not come yet, and whether the figures count them; ``None`` without any."""
    if not ahead:
        return None
    if filters.to_on is not None:
        return say("Rows with a date after today, which do not count in the period: {n}.", n=count(ahead))
    return say("Rows with a date after today, which count here all the same: {n}.", n=count(ahead))
