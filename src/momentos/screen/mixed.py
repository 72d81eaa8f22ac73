"""Where two surveys of different kinds stand in one figure: said beside it, so that their mix is no change."""

from collections.abc import Iterable, Sequence

import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.figures.compare import with_change
from momentos.figures.filters import Filters
from momentos.figures.mixing import mixture
from momentos.figures.words.mixing import two_surveys
from momentos.screen.asking import ask
from momentos.screen.language import tell
from momentos.screen.periods import history_of
from momentos.screen.safe import as_text


def say_mixture(metric: Metric, filters: Filters, by: Sequence[Dimension] = ()) -> None:
    """One line where the answers drawn here are of two kinds of survey, with how many each has; else nothing."""
    words = two_surveys(ask(mixture, metric, filters, tuple(by)))
    if words is not None:
        st.warning(as_text(tell(words)), icon=":material/join_inner:")


def mixed_in(metrics: Iterable[Metric], filters: Filters) -> list[Metric]:
    """Of which of these metrics no change is told, because two surveys are mixed in them."""
    return [one for one in metrics if _is_mixed(one, filters)]


def _is_mixed(metric: Metric, filters: Filters) -> bool:
    """In this window and the one before, or in the months up to it, which are watched too."""
    now = ask(with_change, metric, filters)
    return bool(now["is_mixed"].any()) or ask(mixture, metric, history_of(filters)).is_mixed
