"""Reading XML from strangers: streamed, checked to be well-formed, and never with a DOCTYPE or entities of its own."""

from collections.abc import Callable, Iterable
from typing import NoReturn
from xml.parsers import expat

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say

Attributes = dict[str, str]
OnStart = Callable[[str, Attributes], None]
OnEnd = Callable[[str], None]
OnText = Callable[[str], None]


def local(name: str) -> str:
    """The element's or attribute's name without its namespace prefix."""
    return name.rpartition(":")[2]


class XmlChecker:
    """Feeds on a part's bytes and refuses the part at the first thing that must not be in it."""

    def __init__(
        self, part: str, on_start: OnStart | None = None, on_end: OnEnd | None = None, on_text: OnText | None = None
    ) -> None:
        self.part = part
        self.encoding = "UTF-8"
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EntityDeclHandler = self._refuse_doctype
        self._parser.XmlDeclHandler = self._note_encoding
        self._parser.buffer_text = True
        if on_start is not None:
            self._parser.StartElementHandler = on_start
        if on_end is not None:
            self._parser.EndElementHandler = on_end
        if on_text is not None:
            self._parser.CharacterDataHandler = on_text

    def feed(self, chunk: bytes, is_last: bool = False) -> None:
        """Raises ``Refused`` if what was fed so far cannot be the beginning of a sound part."""
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            raise WrongInput(
                say(
                    "The workbook is damaged: its part {part} breaks off or is garbled at line {line}. "
                    "Open it in Excel or LibreOffice, save it again as .xlsx and try with that copy.",
                    part=self.part,
                    line=error.lineno,
                )
            ) from error
        except (LookupError, ValueError) as error:
            raise WrongInput(
                say(
                    "The workbook is damaged: its part {part} is in an encoding that nobody knows. "
                    "Open it in Excel or LibreOffice, save it again as .xlsx and try with that copy.",
                    part=self.part,
                )
            ) from error

    def _note_encoding(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = encoding or self.encoding

    def _refuse_doctype(self, *_: object) -> NoReturn:
        raise WrongInput(
            say(
                "The workbook is refused: its part {part} declares a document type, which no spreadsheet program "
                "writes and which can be used to attack the reader. Save it again from Excel.",
                part=self.part,
            )
        )


def parse(
    chunks: Iterable[bytes],
    part: str,
    on_start: OnStart | None = None,
    on_end: OnEnd | None = None,
    on_text: OnText | None = None,
) -> None:
    """Streams one part through the callbacks; raises ``Refused`` if it is not sound."""
    checker = XmlChecker(part, on_start, on_end, on_text)
    for chunk in chunks:
        checker.feed(chunk)
    checker.feed(b"", is_last=True)
