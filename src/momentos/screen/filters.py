"""The filter bar: period, area, channel, site and segment, the same on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from momentos.domain import clock
from momentos.domain.dimensions import Dimension
from momentos.figures.catalogue import cases_after, period_covered, values_of
from momentos.figures.filters import Filters
from momentos.figures.windows import DEFAULT_PERIOD, Period, Window, window_of
from momentos.figures.words.missing import dates_to_come, every_date_lies_ahead
from momentos.locales.writing import day_text
from momentos.screen import address
from momentos.screen.address import widget_key
from momentos.screen.asking import ask
from momentos.screen.language import locale, t, tell
from momentos.screen.safe import as_text

FILTERED = (Dimension.AREA, Dimension.CHANNEL, Dimension.SITE, Dimension.SEGMENT)

PERIOD, DATES = "period", "dates"
"""Names in the address."""


@dataclass(frozen=True)
class Picked:
    """What was picked: the filters for questions, and the words for screens."""

    filters: Filters
    period: Period
    covered: tuple[date, date] | None

    def within_words(self) -> str:
        """The window in words: «1 ago 2026 – 31 oct 2026»; of all the history, the days that have data."""
        first, last = self.covered or (None, None)
        ends = self.filters.from_on or first, self.filters.to_on or last
        return " – ".join(day_text(day, locale()) for day in ends if day)


NOTHING_PICKED = Picked(Filters(), DEFAULT_PERIOD, None)


def filter_bar() -> Picked:
    """Draw the bar and answer what was picked; a dimension with fewer than two values in the data is not offered."""
    today = clock.today()
    covered = ask(period_covered, today)
    first_day, last_day = covered or (None, None)
    options = {one: ask(values_of, one) for one in FILTERED}
    _adopt_address(options)
    if covered is None:
        return NOTHING_PICKED
    with st.container(horizontal=True, vertical_alignment="center", key="filters"):
        period = _pick_period()
        custom = _pick_dates(first_day, last_day) if period is Period.CUSTOM else (None, None)
        where = _pick_values({one: values for one, values in options.items() if len(values) > 1})
    _write_address(period, custom, where)
    from_on, to_on = window_of(period, last_day, custom)
    picked = Picked(Filters(from_on, to_on, where), period, covered)
    _say_what_is_filtered(picked)
    _say_what_lies_ahead(picked, today)
    return picked


def _pick_period() -> Period:
    st.session_state.setdefault(widget_key(PERIOD), DEFAULT_PERIOD)
    labels = {one: tell(one.label) for one in Period}
    picked = st.selectbox(
        t("Period"),
        list(Period),
        format_func=labels.__getitem__,
        key=widget_key(PERIOD),
        label_visibility="collapsed",
        filter_mode=None,
        width=210,
    )
    return picked or DEFAULT_PERIOD


def _pick_dates(first_day: date | None, last_day: date | None) -> Window:
    st.session_state.setdefault(widget_key(DATES), (first_day, last_day) if first_day and last_day else ())
    picked = st.date_input(
        t("Dates"),
        format="DD/MM/YYYY",
        key=widget_key(DATES),
        label_visibility="collapsed",
        width=260,
    )
    return (picked[0], picked[1]) if isinstance(picked, tuple) and len(picked) == 2 else (None, None)


def _pick_values(options: Mapping[Dimension, Sequence[str]]) -> dict[Dimension, tuple[str, ...]]:
    if not options:
        return {}
    chosen: dict[Dimension, tuple[str, ...]] = {}
    with st.popover(t("More filters"), icon=":material/filter_list:"):
        for one, values in options.items():
            picked = st.multiselect(
                tell(one.label),
                list(values),
                format_func=str,
                key=widget_key(one.value),
                placeholder=t("All"),
            )
            if picked:
                chosen[one] = tuple(picked)
    return chosen


def _adopt_address(options: Mapping[Dimension, Sequence[str]]) -> None:
    """Give the widgets what the address says; what it says wrongly is left out."""
    wanted = address.to_set((PERIOD, DATES, *(one.value for one in FILTERED)))
    if wanted is None:
        return
    period = (wanted[PERIOD] or [DEFAULT_PERIOD.value])[0]
    st.session_state[widget_key(PERIOD)] = Period(period) if period in set(Period) else DEFAULT_PERIOD
    dates = _dates_of(wanted[DATES])
    if dates:
        st.session_state[widget_key(DATES)] = dates
    for one, values in options.items():
        st.session_state[widget_key(one.value)] = [value for value in wanted[one.value] if value in values]


def _dates_of(written: list[str]) -> tuple[date, date] | None:
    try:
        first, last = (date.fromisoformat(day) for day in written)
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _write_address(period: Period, custom: Window, where: dict[Dimension, tuple[str, ...]]) -> None:
    address.write(
        {
            PERIOD: [] if period is DEFAULT_PERIOD else [period.value],
            DATES: [day.isoformat() for day in custom if day],
            **{one.value: where.get(one, ()) for one in FILTERED},
        }
    )


def _say_what_is_filtered(picked: Picked) -> None:
    """What the figures are about, in words, where the projector's audience can see it."""
    parts = [
        t("{dimension}: {values}", dimension=tell(one.label), values=as_text(", ".join(values)))
        for one, values in picked.filters.where.items()
    ]
    st.caption(" · ".join([as_text(picked.within_words()), *parts]))


def _say_what_lies_ahead(picked: Picked, today: date) -> None:
    """How many cases have a date that has not come yet, and whether the figures count them."""
    words = every_date_lies_ahead(picked.covered, today)
    if words is None:
        words = dates_to_come(ask(cases_after, max(today, picked.filters.to_on or today)), picked.filters)
    if words is not None:
        st.caption(tell(words))
