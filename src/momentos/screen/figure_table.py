"""Tables of figures, with every number written as this reader writes it, and the doubt beside it.

The library's own tables are drawn here alone. It would write names that are formulas into the CSV it offers, so that is
switched off (``client.disableDataExport``) and a table is taken along by our own writer.
"""

import hashlib
from collections.abc import Collection
from functools import partial

import pandas as pd
import streamlit as st

from momentos.domain.dimensions import Dimension
from momentos.domain.metrics import Metric
from momentos.exports.workbook import Table, csv_bytes
from momentos.screen.language import t, tell
from momentos.screen.safe import as_html, write_html
from momentos.screen.writing import count_text, figure_text, interval_text


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


def text_table(shown: pd.DataFrame, *, alt: str, key: str = "") -> None:
    """A table of texts, shown as written: neither Markdown nor HTML is read in them. Below it, its CSV.

    Tables of one page that may be alike say by ``key`` which is which.
    """
    columns = {str(name): st.column_config.TextColumn(str(name)) for name in shown.columns}
    st.dataframe(shown, hide_index=True, column_config=columns, alt=alt)
    if not shown.empty:
        _take_along(shown, f"{alt}_{key}")


def edited_table(frame: pd.DataFrame, *, editable: Collection[str], alt: str, key: str) -> pd.DataFrame:
    """The table as the person left it; only the columns named can be written in."""
    texts = [name for name in frame.columns if frame[name].dtype != bool]
    return st.data_editor(
        frame,
        key=key,
        hide_index=True,
        disabled=[name for name in frame.columns if name not in editable],
        column_config={name: st.column_config.TextColumn(name) for name in texts},
        alt=alt,
    )


def _take_along(shown: pd.DataFrame, name: str) -> None:
    """A button for the table's CSV, which is written when the button is pressed."""
    cells = shown.astype(object).where(shown.notna(), None)
    table = Table(name, [str(header) for header in shown.columns], cells.to_numpy().tolist())
    digest = hashlib.sha256(repr((name, table.headers, table.rows)).encode(errors="replace")).hexdigest()
    st.download_button(
        t("Download this table (CSV)"),
        partial(csv_bytes, table),
        file_name=t("table.csv"),
        mime="text/csv",
        icon=":material/download:",
        key=f"csv_{digest[:16]}",
        on_click="ignore",
        type="tertiary",
    )


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
