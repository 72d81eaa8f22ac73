"""Asking the warehouse: one place where a screen's question meets the database, and the answers that are kept."""

from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st
from duckdb import DuckDBPyConnection

from momentos.domain import clock
from momentos.screen.opened import warehouse
from momentos.screen.viewer import viewer

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


def ask(
    question: Callable[Concatenate[DuckDBPyConnection, _Arguments], _Answer],
    *args: _Arguments.args,
    **kwargs: _Arguments.kwargs,
) -> _Answer:
    """The answer to ``question(cursor, *args)``, kept until data change or the day ends, apart for viewers who may see
    other rows."""
    name = f"{question.__module__}.{question.__qualname__}"
    valid = (warehouse().data_version(), clock.today())
    return _answer(name, args, kwargs, valid, viewer().permissions, question)


@st.cache_data(show_spinner=False, max_entries=2000)
def _answer(
    name: str,  # noqa: ARG001 - part of the key
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    valid: tuple[str, date],  # noqa: ARG001 - part of the key
    permissions: frozenset[str],  # noqa: ARG001 - part of the key
    _question: Callable[..., Any],
) -> Any:
    """``name`` stands for the question in the key; the function itself is the same for the same name."""
    with warehouse().cursor() as cursor:
        return _question(cursor, *args, **kwargs)
