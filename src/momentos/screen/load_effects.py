"""What a load changes in the main figures, drawn as a table: before it is loaded, and of each load that was."""

import pandas as pd

from momentos.domain.metrics import Metric
from momentos.facts import METRICS
from momentos.loading.storing import Effect
from momentos.screen.figure_table import short_table
from momentos.screen.language import t, tell
from momentos.screen.writing import figure_text


def effect_table(effect: Effect) -> None:
    """One line for each metric that differs; a dash where nothing was measured."""
    metrics = [METRICS[name] for name in effect]
    texts = [[_figure(metric, value) for value in effect[metric.key]] for metric in metrics]
    frame = pd.DataFrame(
        {
            t("Metric"): [tell(metric.label) for metric in metrics],
            t("Before the load"): [before for before, _ in texts],
            t("After the load"): [after for _, after in texts],
        }
    )
    short_table(frame, alt=t("Figures before and after the load"))


def _figure(metric: Metric, value: float | None) -> str:
    return "–" if value is None else figure_text(metric, value)
