"""Cards on paper: one person, or a whole team in one file, each beginning on a page of its own."""

from collections.abc import Iterable

from momentos.domain.messages import Message, Translate, say
from momentos.exports.pdf import Paper
from momentos.people.meanings.card_sheet import CardSheet

_WIDTHS = [0.28, 0.13, 0.18, 0.16, 0.13, 0.12]


def cards_pdf(sheets: Iterable[CardSheet], translate: Translate) -> bytes:
    """The cards in the order given, in the reader's language."""
    paper = Paper(say("Card").render(translate))
    for sheet in sheets:
        paper.add_page()
        _draw(paper, sheet, translate)
    return paper.finished()


def _draw(paper: Paper, sheet: CardSheet, translate: Translate) -> None:
    def tell(text: Message | str) -> str:
        return text.render(translate) if isinstance(text, Message) else text

    paper.title_line(sheet.employee)
    paper.note(tell(sheet.subtitle))
    paper.head([tell(one) for one in sheet.headings], _WIDTHS)
    for figures in sheet.figures:
        paper.row([tell(one) for one in figures], _WIDTHS)
    for section in sheet.sections:
        paper.heading(tell(section.heading))
        for sentence in section.sentences:
            text = tell(sentence)
            paper.point(f"“{text}”" if section.is_quoted else text, 9.4)
