"""Printed pages in the reader's language: one place for paper, font and colours. Text is text, whatever stands in
it."""

from pathlib import Path

from fpdf import FPDF

FONTS = Path(__file__).parent / "static"
FONT = "Liberation"
INK, SOFT, ACCENT, GOOD, LINE = (27, 36, 48), (91, 103, 118), (20, 95, 130), (15, 118, 110), (205, 212, 220)
MARGIN_MM = 16.0
_LINE_MM = 0.46
"""Height of a line for each point of its letters."""
_TABLE_SIZE, _HEAD_LINE_MM = 8.5, 3.9


class Paper(FPDF):
    """A4 pages with our font; headings, paragraphs and lists that flow from page to page."""

    def __init__(self, title: str, *, is_wide: bool = False) -> None:
        super().__init__(orientation="landscape" if is_wide else "portrait", format="A4")
        self.add_font(FONT, "", FONTS / "LiberationSans-Regular.ttf")
        self.add_font(FONT, "B", FONTS / "LiberationSans-Bold.ttf")
        self.set_title(title)
        self.set_margin(MARGIN_MM)
        self.set_auto_page_break(True, MARGIN_MM)

    def heading(self, text: str, size: float = 12.5) -> None:
        self.ln(1.8)
        self._say(text, size, "B", ACCENT)
        self.ln(0.6)

    def title_line(self, text: str) -> None:
        self._say(text, 19, "B", INK)

    def sentence(self, text: str, size: float = 10) -> None:
        self._say(text, size, "", INK)
        self.ln(0.8)

    def note(self, text: str) -> None:
        self._say(text, 8.5, "", SOFT)
        self.ln(0.6)

    def point(self, text: str, size: float = 10) -> None:
        """One item of a list; its lines begin below one another, right of the mark."""
        self.set_x(MARGIN_MM + 1)
        self.set_font(FONT, "", size)
        self.set_text_color(*INK)
        self.cell(4, size * _LINE_MM, "•")
        self._say(text, size, "", INK)
        self.ln(0.7)

    def head(self, cells: list[str], widths: list[float]) -> None:
        """The first row of a table, its words whole on as many lines as they take; ``widths`` are shares of the
        page's width."""
        self.set_font(FONT, "B", _TABLE_SIZE)
        self.set_text_color(*SOFT)
        self.set_draw_color(*LINE)
        texts = [self._lines(cell, width * self.epw) for cell, width in zip(cells, widths, strict=True)]
        deepest = max(map(len, texts))
        top, left = self.get_y() + 1, self.l_margin
        for place, (lines, width) in enumerate(zip(texts, widths, strict=True)):
            for line, text in enumerate(lines, start=deepest - len(lines)):
                self.set_xy(left, top + line * _HEAD_LINE_MM)
                self.cell(width * self.epw, _HEAD_LINE_MM, text, align="L" if place == 0 else "R")
            left += width * self.epw
        self.set_xy(self.l_margin, top + deepest * _HEAD_LINE_MM + 1)
        self.line(self.l_margin, self.get_y(), self.l_margin + self.epw, self.get_y())

    def row(self, cells: list[str], widths: list[float]) -> None:
        """One row of a table; ``widths`` are shares of the page's width. Long texts are cut to their cell."""
        self.set_font(FONT, "", _TABLE_SIZE)
        self.set_text_color(*INK)
        self.set_draw_color(*LINE)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            text = self._fitting(cell, width * self.epw - 3)
            self.cell(width * self.epw, 6.2, text, border="B", align="L" if place == 0 else "R")
        self.ln()

    def finished(self) -> bytes:
        return bytes(self.output())

    def _say(self, text: str, size: float, weight: str, colour: tuple[int, int, int]) -> None:
        self.set_font(FONT, weight, size)
        self.set_text_color(*colour)
        self.multi_cell(0, size * _LINE_MM, _printable(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def _lines(self, text: str, width: float) -> list[str]:
        """The text broken into lines of this width."""
        lines = self.multi_cell(width, text=_printable(text), dry_run=True, output="LINES")
        assert isinstance(lines, list)
        return lines

    def _fitting(self, text: str, width: float) -> str:
        text = _printable(text)
        if self.get_string_width(text) <= width:
            return text
        while text and self.get_string_width(f"{text}…") > width:
            text = text[:-1]
        return f"{text}…"


def _printable(text: str) -> str:
    """Without signs that steer a text instead of standing in it."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n")
