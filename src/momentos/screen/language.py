"""The reader's language and locale: chosen with a switch, kept in the address and in a cookie."""

from typing import Any

import streamlit as st

from momentos.domain.messages import Message, Translate
from momentos.locales import DEFAULT_LANGUAGE, LANGUAGES, translator
from momentos.locales.reader import Reader
from momentos.locales.reader import reader as reader_of

LANGUAGE_KEY = "lang"
"""The switch's key and its name in the address."""
LANGUAGE_COOKIE = "momentos_lang"


def language_switch() -> None:
    """The switch itself: bound to ``?lang=``, so that a link can say in which language it opens."""
    st.segmented_control(
        t("Language"),
        LANGUAGES,
        default=remembered_language(),
        key=LANGUAGE_KEY,
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )


def language() -> str:
    """The language the page is shown in."""
    chosen = st.session_state.get(LANGUAGE_KEY)
    return chosen if chosen in LANGUAGES else remembered_language()


def remembered_language() -> str:
    """The language chosen last time in this browser, else the browser's own where we speak it, else Spanish."""
    wishes = (st.context.cookies.get(LANGUAGE_COOKIE), (st.context.locale or "")[:2].lower())
    return next((wish for wish in wishes if wish in LANGUAGES), DEFAULT_LANGUAGE)


def locale() -> str:
    """How numbers and dates are written (``es_MX``): the browser's form of the page's language, else its common one."""
    written = (st.context.locale or "").replace("-", "_")
    return written if written.split("_")[0].lower() == language() else language()


def reader() -> Reader:
    """Whoever looks at this page: their language, and their way of writing numbers and dates."""
    return reader_of(language(), locale())


def translate() -> Translate:
    """The function that turns an English sentence into the reader's."""
    return translator(language())


def t(sentence: str, **values: Any) -> str:
    """A sentence of ours in the reader's language. Values that come from data must already be safe where they land."""
    return tell(Message(sentence, values))


def tell(message: Message) -> str:
    """A marked sentence in the reader's language."""
    return reader().words(message)
