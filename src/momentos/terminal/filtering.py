"""The options that say which rows a figure is about."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

import click

from momentos.domain.dimensions import Dimension
from momentos.figures.filters import Filters

_DAY = click.DateTime(formats=["%Y-%m-%d"])


class _Held(click.ParamType):
    """``DIM=VALUE``: a dimension held to one value."""

    name = "DIM=VALUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Dimension, str]:
        if isinstance(value, tuple):
            return value
        dimension, equals, wanted = value.partition("=")
        if not equals or dimension not in list(Dimension):
            self.fail(f"{value!r} is not DIM=VALUE with DIM one of {', '.join(Dimension)}.", param, ctx)
        return Dimension(dimension), wanted


def window_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--from`` and ``--to``, both days inside, given to the command as ``filters``."""

    @click.option("--from", "from_at", type=_DAY, help="First day, as 2026-01-31.")
    @click.option("--to", "to_at", type=_DAY, help="Last day, inside the window.")
    @wraps(function)
    def filtered(*args: Any, from_at: datetime | None, to_at: datetime | None, **given: Any) -> Any:
        from_on, to_on = _day(from_at), _day(to_at)
        if from_on and to_on and from_on > to_on:
            raise click.UsageError("--from is after --to.")
        return function(*args, filters=Filters(from_on, to_on), **given)

    return filtered


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The window and ``--where``: values of one dimension are alternatives, different dimensions all hold."""

    @click.option("--where", "held", type=_Held(), multiple=True, help="Only these rows; may be repeated.")
    @wraps(function)
    def filtered(*args: Any, filters: Filters, held: tuple[tuple[Dimension, str], ...], **given: Any) -> Any:
        for dimension in dict.fromkeys(dimension for dimension, _ in held):
            filters = filters.only(dimension, *(value for one, value in held if one is dimension))
        return function(*args, filters=filters, **given)

    return window_options(filtered)


def _day(at: datetime | None) -> date | None:
    return None if at is None else at.date()
