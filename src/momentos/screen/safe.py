"""Text that came from a spreadsheet, made safe for where it is shown. The only place that builds HTML."""

import html
import re
from typing import Any

import streamlit as st

_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")
# Emoji codes, links, e-mail addresses, arrows and dashes are made after unescaping: a sign without width parts them.
_MADE_LATER = re.compile(r"(?<=[:@])(?=\S)|(?<=[<>~\-])(?=[\-=>])|(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER = "\u2060"
_SPACES = re.compile(r"\s+")
_PARTED = re.compile(r"(?<=\bn) = (?=\d)|(?<=\d) (?=%)")
_LONGEST = 1000
"""Signs of a text; of a longer one the rest is left out, and that it is."""


def as_text(value: object) -> str:
    """Text for a place where Streamlit reads Markdown (labels, metrics, alerts): shown exactly as written, on one line.

    Every sign that Markdown, LaTeX, HTML, links or emoji and colour codes could start with is escaped.
    """
    seen = _SPACES.sub(" ", str(value)).strip()
    if len(seen) > _LONGEST:
        seen = f"{seen[: _LONGEST - 1]}…"
    return _MARKDOWN_SIGNS.sub(r"\\\1", _MADE_LATER.sub(_WORD_JOINER, seen))


def unparted(text: str) -> str:
    """The same text with «n = 278» and «65,5 %» never broken over two lines."""
    return _PARTED.sub(lambda found: found.group().replace(" ", "\u00a0"), text)


def as_html(template: str, **values: Any) -> str:
    """Our own HTML with data put in as text: every value is escaped; the template is never data."""
    return template.format(**{name: html.escape(str(value), quote=True) for name, value in values.items()})


def write_html(parts: list[str]) -> None:
    """Show HTML made with ``as_html``."""
    st.html("".join(parts))
