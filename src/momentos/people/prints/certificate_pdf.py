"""Certificates: one landscape page for each recognition."""

from collections.abc import Iterable

from momentos.domain.messages import say
from momentos.exports.pdf import ACCENT, FONT, INK, SOFT, Paper
from momentos.locales.reader import Reader
from momentos.people.questions.recognition import Recognition
from momentos.people.words.recognition import signed


def certificates_pdf(given: Iterable[Recognition], reader: Reader) -> bytes:
    """The certificates in the order given, as the reader gets them."""
    title = reader.words(say("Recognition"))
    paper = Paper(title, is_wide=True)
    for one in given:
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
        _centred(paper, reader.words(signed(one)), 13, "", SOFT)
    return paper.finished()


def _centred(paper: Paper, text: str, size: float, weight: str, colour: tuple[int, int, int]) -> None:
    paper.set_font(FONT, weight, size)
    paper.set_text_color(*colour)
    shown = "".join(sign for sign in text if sign.isprintable())
    paper.multi_cell(0, size * 0.5, shown, align="C", new_x="LMARGIN", new_y="NEXT")
