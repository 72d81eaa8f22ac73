"""Cards on paper: one person, or a whole team in one file, each beginning on a page of its own."""

from collections.abc import Iterable

from momentos.domain.messages import say
from momentos.exports.pdf import Paper
from momentos.locales.reader import Reader
from momentos.people.meanings.card_sheet import CardSheet

_WIDTHS = [0.28, 0.13, 0.18, 0.16, 0.13, 0.12]


def cards_pdf(sheets: Iterable[CardSheet], reader: Reader) -> bytes:
    """The cards in the order given, as the reader gets them."""
    paper = Paper(reader.words(say("Card")))
    for sheet in sheets:
        paper.add_page()
        _draw(paper, sheet, reader)
    return paper.finished()


def _draw(paper: Paper, sheet: CardSheet, reader: Reader) -> None:
    paper.title_line(sheet.employee)
    paper.note(reader.text(sheet.subtitle))
    paper.head([reader.text(one) for one in sheet.headings], _WIDTHS)
    for figures in sheet.figures:
        paper.row([reader.text(one) for one in figures], _WIDTHS)
    for section in sheet.sections:
        paper.heading(reader.text(section.heading))
        for sentence in section.sentences:
            text = reader.text(sentence)
            paper.point(f"“{text}”" if section.is_quoted else text, 9.4)
