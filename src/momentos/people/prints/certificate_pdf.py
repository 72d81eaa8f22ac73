"""Certificates: one landscape page for each recognition."""

from collections.abc import Iterable
from dataclasses import dataclass

from momentos.domain.messages import Translate, say
from momentos.exports.pdf import ACCENT, FONT, INK, SOFT, Paper


@dataclass(frozen=True)
class Certificate:
    """What stands on it; ``day`` as the reader writes it."""

    employee: str
    reason: str
    given_by: str
    day: str


def certificates_pdf(certificates: Iterable[Certificate], translate: Translate) -> bytes:
    """The certificates in the order given, in the reader's language."""
    title = say("Recognition").render(translate)
    paper = Paper(title, is_wide=True)
    for one in certificates:
        paper.add_page()
        paper.set_draw_color(*ACCENT)
        paper.set_line_width(1.2)
        paper.rect(10, 10, paper.w - 20, paper.h - 20)
        paper.set_y(42)
        _centred(paper, title, 17, "", ACCENT)
        paper.ln(10)
        _centred(paper, one.employee, 36, "B", INK)
        paper.ln(10)
        _centred(paper, one.reason, 17, "", INK)
        paper.set_y(paper.h - 45)
        signed = say("{author} · {day}", author=one.given_by or "–", day=one.day).render(translate)
        _centred(paper, signed, 13, "", SOFT)
    return paper.finished()


def _centred(paper: Paper, text: str, size: float, weight: str, colour: tuple[int, int, int]) -> None:
    paper.set_font(FONT, weight, size)
    paper.set_text_color(*colour)
    shown = "".join(sign for sign in text if sign.isprintable())
    paper.multi_cell(0, size * 0.5, shown, align="C", new_x="LMARGIN", new_y="NEXT")
