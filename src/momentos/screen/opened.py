"""The database that all sessions of this server share."""

import streamlit as st

from momentos.warehouse.connection import Warehouse, database_path


@st.cache_resource(show_spinner=False)
def warehouse() -> Warehouse:
    """Opened with the first page."""
    return Warehouse.open(database_path())
