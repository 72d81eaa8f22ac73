"""Tables of figures, with every number written as this reader writes it, and the doubt beside it."""

import pandas as pd
import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.ui.figures import count_text, figure_text, interval_text
from momentos.ui.language import t, tell
from momentos.ui.safe import as_html, write_html


def figures_table(frame: pd.DataFrame, metric: Metric, by: Dimension) -> None:
    """The exact numbers behind a picture, folded away."""
    with st.expander(t("See the numbers")):
        shown = pd.DataFrame(
            {
                tell(by.label): frame[by].astype(str),
                tell(metric.label): [figure_text(metric, value) for value in frame["value"]],
                t("95 % interval"): [
                    interval_text(metric, low, high) for low, high in zip(frame["low"], frame["high"], strict=True)
                ],
                t("Answers or cases (n)"): [count_text(n) for n in frame["n"]],
            }
        )
        text_table(shown, alt=t("{metric} by {dimension}", metric=tell(metric.label), dimension=tell(by.label)))


def text_table(shown: pd.DataFrame, *, alt: str) -> None:
    """A table of texts, shown as written: neither Markdown nor HTML is read in them."""
    columns = {str(name): st.column_config.TextColumn(str(name)) for name in shown.columns}
    st.dataframe(shown, hide_index=True, column_config=columns, alt=alt)


def short_table(shown: pd.DataFrame, *, alt: str) -> None:
    """A table of a few texts whose words wrap, so that it fits a phone whole; the first column names the rows."""
    heads = [as_html('<th scope="col">{text}</th>', text=name) for name in shown.columns]
    rows = [
        "".join(
            ["<tr>", as_html('<th scope="row">{text}</th>', text=first)]
            + [as_html("<td>{text}</td>", text=text) for text in others]
            + ["</tr>"]
        )
        for first, *others in shown.itertuples(index=False)
    ]
    opening = as_html('<table class="short" aria-label="{alt}"><thead><tr>', alt=alt)
    write_html([opening, *heads, "</tr></thead><tbody>", *rows, "</tbody></table>"])
