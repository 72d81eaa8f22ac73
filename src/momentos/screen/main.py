"""The frame around every page: language, navigation, notices. Which screens there are, their order and addresses."""

from pathlib import Path

import streamlit as st

from momentos.screen.address import arrive
from momentos.screen.boundary import say_how_it_was_found
from momentos.screen.chrome import STATIC, dress_frame
from momentos.screen.language import language_switch, t
from momentos.screen.loopback import stop_unless_from_here
from momentos.screen.notices import notices

PAGES = Path(__file__).resolve().parents[3] / "pages"
JOURNEY, SERVICE, PEOPLE, DATA = (PAGES / group for group in ("journey", "service", "people", "data"))

st.set_page_config(page_title="momentos", page_icon=STATIC / "favicon.svg", layout="wide")
with st.container(key="language"):
    language_switch()
    dress_frame()
stop_unless_from_here()
pages = {
    "home": st.Page(PAGES / "home.py", title=t("Home"), url_path="inicio", icon=":material/home:", default=True),
    "journey": st.Page(JOURNEY / "journey.py", title=t("Moments map"), url_path="mapa", icon=":material/bubble_chart:"),
    "drawing": st.Page(JOURNEY / "drawing.py", title=t("Journey"), url_path="recorrido", icon=":material/route:"),
    "impact": st.Page(JOURNEY / "impact.py", title=t("Impact"), url_path="impacto", icon=":material/balance:"),
    "priorities": st.Page(
        JOURNEY / "priorities.py",
        title=t("Priorities"),
        url_path="prioridades",
        icon=":material/low_priority:",
    ),
    "service": st.Page(SERVICE / "service.py", title=t("Service"), url_path="servicio", icon=":material/monitoring:"),
    "team": st.Page(PEOPLE / "team.py", title=t("Team"), url_path="equipo", icon=":material/groups:"),
    "card": st.Page(PEOPLE / "card.py", title=t("My card"), url_path="ficha", icon=":material/badge:"),
    "recognition": st.Page(
        PEOPLE / "recognition.py",
        title=t("Recognitions"),
        url_path="reconocimientos",
        icon=":material/volunteer_activism:",
    ),
    "policy": st.Page(PEOPLE / "policy.py", title=t("Policy"), url_path="politica", icon=":material/rule:"),
    "honesty": st.Page(
        PEOPLE / "honesty.py", title=t("Signals to review"), url_path="senales", icon=":material/flag_check:"
    ),
    "growth": st.Page(PEOPLE / "growth.py", title=t("Growth"), url_path="crecimiento", icon=":material/trending_up:"),
    "upload": st.Page(DATA / "upload.py", title=t("Upload data"), url_path="cargar", icon=":material/upload_file:"),
}
st.session_state["pages"] = pages
menu = {
    "": ("home", "journey", "service", "team", "upload"),
    t("Journey and impact"): ("drawing", "impact", "priorities"),
    t("People"): ("card", "recognition", "growth", "policy", "honesty"),
}
current = st.navigation({name: [pages[one] for one in inside] for name, inside in menu.items()}, position="top")
arrive(current.url_path)
st.logo(STATIC / ("logo_dark.svg" if st.context.theme.type == "dark" else "logo.svg"), size="large")
say_how_it_was_found()
notices()
current.run()
