"""The template workbooks to fill in."""

from collections.abc import Sequence

import streamlit as st

from momentos.datasets import DATASETS
from momentos.exports.template import template
from momentos.queries.known_values import known_values
from momentos.ui.asking import ask
from momentos.ui.language import language, t, tell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_button(datasets: Sequence[str], *, key: str, label: str | None = None) -> None:
    """A button that downloads the template of these datasets, in the reader's language, with the lists in use."""
    st.download_button(
        label or t("Download the template"),
        _template(tuple(datasets), language(), ask(known_values)),
        file_name=t("momentos-template.xlsx"),
        mime=XLSX,
        icon=":material/download:",
        key=key,
        on_click="ignore",
    )


@st.cache_data(show_spinner=False)
def _template(datasets: tuple[str, ...], code: str, known: dict[str, list[str]]) -> bytes:
    return template([DATASETS[name] for name in datasets], code, known)


def show_templates(datasets: Sequence[str]) -> None:
    """One workbook with every sheet, and one for each."""
    template_button(datasets, key="template_all", label=t("All the sheets in one workbook"))
    with st.grid(4, min_column_width=200):
        for name in datasets:
            template_button([name], key=f"template_{name}", label=tell(DATASETS[name].label))
