"""The template workbooks to fill in."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from momentos.datasets import DATASETS
from momentos.figures.known_values import known_values
from momentos.screen.asking import ask
from momentos.screen.language import language, t, tell
from momentos.screen.viewer import viewer

_ALL = "all"

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_button(datasets: Sequence[str], *, key: str, label: str | None = None) -> None:
    """A button that downloads the template of these datasets, in the reader's language, with the lists in use."""
    st.download_button(
        label or t("Download the template"),
        partial(_template, tuple(datasets), language(), ask(known_values, viewer())),
        file_name=t("momentos-template.xlsx"),
        mime=XLSX,
        icon=":material/download:",
        key=key,
        on_click="ignore",
    )


def _template(datasets: Sequence[str], code: str, known: Mapping[str, Sequence[str]]) -> bytes:
    """The workbook, written when the button is pressed: a page that offers it need not know how."""
    from momentos.exports.template import template

    return template([DATASETS[name] for name in datasets], code, known)


def show_templates(datasets: Sequence[str]) -> None:
    """One workbook with every sheet, or with the one that is picked."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = st.selectbox(
            t("Which template"),
            [_ALL, *datasets],
            format_func=lambda name: (
                t("All the sheets in one workbook") if name == _ALL else tell(DATASETS[name].label)
            ),
            key=f"template_picked_{language()}",
            filter_mode=None,
            width=320,
        )
        template_button(datasets if picked == _ALL else [picked], key=f"template_{picked}")
