"""What to look at now, each with the way to its page: what is wrong first, and a calm sentence if there is nothing."""

from collections.abc import Iterable, Iterator
from itertools import chain

import streamlit as st

from momentos.analysis.signals import Verdict
from momentos.domain.dimensions import Dimension
from momentos.domain.matters import Matter
from momentos.domain.metrics import Metric
from momentos.figures.compare import compare, is_comparable, with_change
from momentos.figures.filters import Filters
from momentos.figures.measure import measure
from momentos.figures.mixing import mixture
from momentos.figures.monitor import monitored
from momentos.screen import address
from momentos.screen.asking import ask
from momentos.screen.language import t, tell
from momentos.screen.mixed import mixed_in
from momentos.screen.periods import history_of
from momentos.screen.safe import as_text, unparted
from momentos.service.meanings.watched import watched
from momentos.service.words.matters import (
    changes_by_area,
    could_stand_out,
    missed_target,
    not_compared,
    outside_its_noise,
    when_nothing_matters,
)


def show_matters(first: Iterable[Matter], measured: list[Metric], filters: Filters) -> None:
    """The list: what others found (``first``), and what stands out among the metrics ``measured``."""
    matters = [*first, *_of_the_service(measured, filters)]
    mixed = mixed_in(watched(measured), filters)
    if not matters:
        calm = when_nothing_matters(can_tell=_can_tell(measured, filters), is_mixed=bool(mixed))
        if calm is not None:
            st.markdown(tell(calm))
    for place, matter in enumerate(sorted(matters, key=lambda matter: matter.is_good)):
        _show(place, matter)
    if (words := not_compared(mixed)) is not None:
        st.caption(as_text(tell(words)))


def _of_the_service(measured: list[Metric], filters: Filters) -> Iterator[Matter]:
    missed = (missed_target(metric, ask(with_change, metric, filters)) for metric in measured)
    signals = (outside_its_noise(metric, latest) for metric, latest in _latest_months(measured, filters))
    return (matter for matter in chain(missed, _changes(measured, filters), signals) if matter is not None)


def _changes(measured: list[Metric], filters: Filters) -> Iterator[Matter]:
    """Of the satisfaction of areas, where the window has one before it."""
    metric = next((metric for metric in measured if metric.key == "csat"), None)
    if metric is None or filters.from_on is None or filters.to_on is None:
        return iter(())
    return changes_by_area(metric, ask(compare, metric, filters, (Dimension.AREA,)))


def _can_tell(measured: list[Metric], filters: Filters) -> bool:
    """Whether anything has cases enough to stand out: against the period before, or against its own earlier months."""
    if filters.from_on is not None and filters.to_on is not None:
        return ask(is_comparable, tuple(measured), filters)
    return could_stand_out(latest for _, latest in _latest_months(measured, filters))


def _show(place: int, matter: Matter) -> None:
    row = st.container(horizontal=True, vertical_alignment="center", key=f"matter_row_{place}")
    icon = ":green[:material/trending_up:]" if matter.is_good else ":red[:material/priority_high:]"
    row.markdown(f"{icon} {unparted(as_text(tell(matter.words)))}", width="stretch")
    if row.button(t("See"), key=f"matter_{place}", type="tertiary", icon=":material/arrow_forward:"):
        for key, value in matter.picks.items():
            address.put(key, value)
        st.switch_page(st.session_state["pages"][matter.page])


def _latest_months(measured: list[Metric], filters: Filters) -> Iterator[tuple[Metric, Verdict]]:
    """The metrics watched, each with what its latest month says against its own history."""
    for metric in watched(measured):
        history = history_of(filters)
        months = ask(measure, metric, (Dimension.MONTH,), history)
        is_mixed = ask(mixture, metric, history).is_mixed
        yield metric, monitored(months, metric, Dimension.MONTH, is_mixed=is_mixed).verdict
