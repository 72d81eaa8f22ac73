"""Recognitions as pictures to send or to put on a screen: one picture, 1200 × 1200, with our own font."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from momentos.domain.messages import say
from momentos.exports.pdf import ACCENT, FONTS, GOOD, INK, SOFT
from momentos.locales.reader import Reader
from momentos.people.questions.recognition import Recognition
from momentos.people.words.recognition import signed

SIDE = 1200
EDGE = 110
_PAPER = (255, 255, 255)
_NAME_SIZES = (104, 90, 78, 66, 56)
_REASON_SIZES = (60, 54, 48, 42, 36, 31)
_NAME_LINES, _REASON_HEIGHT = 2, 500
_LONGEST = 1500
"""Signs of a text that are looked at: more never fit, and finding out where to cut would take for ever."""


def recognition_png(given: Recognition, reader: Reader) -> bytes:
    """The picture as the reader gets it. What it says also stands in the file, for whoever cannot see it."""
    picture = Image.new("RGB", (SIDE, SIDE), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, SIDE, 26), fill=GOOD)
    draw.rounded_rectangle((40, 66, SIDE - 40, SIDE - 40), radius=36, outline=(205, 212, 220), width=4)
    title, signature = reader.words(say("Recognition")), reader.words(signed(given))
    draw.text((EDGE, 140), title, font=_font(38, "Bold"), fill=ACCENT)
    below = _block(draw, given.employee, 220, _NAME_SIZES, "Bold", INK, most_lines=_NAME_LINES)
    draw.rectangle((EDGE, below + 28, EDGE + 120, below + 36), fill=GOOD)
    _block(draw, given.reason, below + 80, _REASON_SIZES, "Regular", INK, most_height=_REASON_HEIGHT)
    _block(draw, signature, SIDE - 180, (38, 32, 28), "Regular", SOFT, most_lines=2)
    said = PngInfo()
    said.add_itxt("Title", f"{title}: {given.employee}")
    said.add_itxt("Description", f"{given.reason} — {signature}")
    written = BytesIO()
    picture.save(written, "PNG", pnginfo=said, optimize=True)
    return written.getvalue()


def _block(
    draw: ImageDraw.ImageDraw,
    text: str,
    top: int,
    sizes: tuple[int, ...],
    weight: str,
    colour: tuple[int, int, int],
    *,
    most_lines: int = 99,
    most_height: int = SIDE,
) -> int:
    """The text in lines between the edges, in the first size in which it fits, else cut; answers where it ends."""
    shown = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())[:_LONGEST]
    for size in sizes:
        font = _font(size, weight)
        lines = _lines(draw, shown, font)
        room = min(most_lines, max(int(most_height // (size * 1.3)), 1))
        if len(lines) <= room:
            break
    if len(lines) > room:
        lines = [*lines[: room - 1], _cut(draw, " ".join(lines[room - 1 :]), font)]
    for line in lines:
        draw.text((EDGE, top), line, font=font, fill=colour)
        top += int(size * 1.3)
    return top


def _lines(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Words put into lines; a word too long for a line is parted."""
    lines = [""]
    for word in text.split():
        for part in _parts(draw, word, font):
            longer = f"{lines[-1]} {part}".strip()
            if _fits(draw, longer, font):
                lines[-1] = longer
            else:
                lines.append(part)
    return lines


def _parts(draw: ImageDraw.ImageDraw, word: str, font: ImageFont.FreeTypeFont) -> list[str]:
    parts = [""]
    for sign in word:
        if not _fits(draw, parts[-1] + sign, font):
            parts.append("")
        parts[-1] += sign
    return parts


def _cut(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> str:
    while text and not _fits(draw, f"{text}…", font):
        text = text[:-1]
    return f"{text.rstrip()}…"


def _fits(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> bool:
    return draw.textlength(text, font=font) <= SIDE - 2 * EDGE


def _font(size: int, weight: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"LiberationSans-{weight}.ttf"), size)
