"""The one clock: read by screens, pages and commands, which hand its values on; whoever counts is given a day.

In the place where the program runs, without a zone, as everything that is kept is dated.
"""

from datetime import date, datetime


def now() -> datetime:
    """This instant."""
    return datetime.now()


def this_second() -> datetime:
    """This instant in whole seconds: what is written beside a decision."""
    return now().replace(microsecond=0)


def today() -> date:
    return now().date()
