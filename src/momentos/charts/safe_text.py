"""Text on a picture: made safe, broken into lines, and measured before a browser has seen it."""

import unicodedata
from collections.abc import Iterable
from textwrap import wrap

_LINE = "<br>"
_LINE_HEIGHT = 1.3
_GROWTH = 4
_BOLD_FACTOR = 1.07
_NARROW = frozenset("iljtfrI.,:;'|!()[] ·-")
_WIDE = frozenset("mwMWGOQDHNUC%@…—")
# Mean advance of Inter's letters, in ems.
_NARROW_EM, _USUAL_EM, _WIDE_EM = 0.32, 0.58, 0.80


def plain_text(value: object) -> str:
    """Text from a spreadsheet, shown as written.

    Plotly reads ``<b>``, ``<a href>`` and entities, ``$…$`` as TeX where MathJax is loaded, and ``%{…}`` inside
    templates: their first signs become entities, which it turns back into the signs. Signs that steer the
    direction or the line of the text around them are dropped.
    """
    seen = "".join(" " if sign.isspace() else sign for sign in str(value) if not _is_steering(sign))
    text = " ".join(seen.split())
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;"), ("%{", "%&#123;")):
        text = text.replace(sign, entity)
    return text


def lines_of(value: object, width: int, most: int = 3) -> list[str]:
    """Text from a spreadsheet broken at ``width`` letters; what does not fit in ``most`` lines ends in «…».

    A line grows by a few letters rather than break a word.
    """
    seen = " ".join(str(value).split())
    longest_word = max(map(len, seen.split()), default=0)
    if width < longest_word <= width + _GROWTH:
        width = longest_word
    lines = wrap(seen, width, break_long_words=True) or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), width)]
    return lines


def shortened(value: object, width: int) -> str:
    """Text of at most ``width`` letters, ending in «…» where it was cut; not yet safe to draw."""
    seen = " ".join(str(value).split())
    return seen if len(seen) <= width else seen[: max(width - 1, 1)].rstrip() + "…"


def stacked(lines: Iterable[str]) -> str:
    """Lines from a spreadsheet as one safe label."""
    return _LINE.join(plain_text(line) for line in lines)


def bold(safe: str) -> str:
    """A label, already safe, in bold."""
    return f"<b>{safe}</b>"


def hover(title: object, *sentences: str) -> str:
    """What shows under the pointer: a name from a spreadsheet and sentences of ours whose data is already safe."""
    return _LINE.join([bold(stacked(lines_of(title, 48, 4))), *sentences])


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Pixels one line takes in Inter at ``size`` px, from the mean width of its letters (within about 8 %)."""
    ems = sum(_NARROW_EM if sign in _NARROW else _WIDE_EM if sign in _WIDE else _USUAL_EM for sign in text)
    return ems * size * (_BOLD_FACTOR if is_bold else 1)


def block_size(lines: list[str], size: float, *, is_bold: bool = False) -> tuple[float, float]:
    """Width and height in pixels of a label of several lines."""
    return max(text_width(line, size, is_bold=is_bold) for line in lines), len(lines) * size * _LINE_HEIGHT


def _is_steering(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf") and not sign.isspace()
