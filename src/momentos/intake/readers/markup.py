"""XML in the plain form that spreadsheet programs write, taken apart many tags at a time.

Whatever is not in that form raises ``Unusual``, and is read again the slow way: what passes here is well-formed
because each tag, each pair of neighbouring tags and each byte between them was looked at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from momentos.intake.limits import MEGABYTE

LARGEST_PIECE = 64 * MEGABYTE
LESS, GREATER, SLASH = b"<>/"

_REFERENCE = re.compile(rb"&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")
_REFERENCE_IN_TEXT = re.compile(r"&([^;]*);")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
"""The ampersand comes last, so that what it uncovers is not resolved again."""
_ATTRIBUTES = re.compile(rb'(?: [A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?="[^"<>&\t\n\r]*")* ?/?')
_ATTRIBUTE = re.compile(rb' ([^=]+)="([^"]*)"')


class Unusual(Exception):
    """The part is not written in the plain form. It may still be sound."""


@dataclass(frozen=True)
class Tags:
    """The tags of a piece of markup: where each begins and ends, and its code in the grammar it was checked against."""

    data: bytes
    begins: np.ndarray
    ends: np.ndarray
    codes: np.ndarray

    @cached_property
    def octets(self) -> np.ndarray:
        return np.frombuffer(self.data, dtype=np.uint8)

    def texts_after(self, tags: np.ndarray) -> pa.Array:
        """What stands between each of these tags and the next one, as it is written."""
        return slices(self.data, self.ends[tags] + 1, self.begins[tags + 1])


@dataclass(frozen=True)
class Grammar:
    """Which tags a piece of markup may hold, and which may follow which.

    ``plain`` are tags without attributes, written out; ``named`` are tags that may have attributes, by their name
    with ``/`` at the end for those that close themselves; tags with different codes differ in their first two bytes.
    ``follows`` lists the codes that may come after each code, ``None`` standing for the beginning; ``last`` may end
    the piece, ``holds_text`` may have text after them.
    """

    plain: dict[bytes, int]
    named: dict[bytes, int]
    follows: dict[int | None, Sequence[int]]
    last: Sequence[int]
    holds_text: Sequence[int]

    @cached_property
    def pairs(self) -> np.ndarray:
        allowed = np.zeros(65536, dtype=bool)
        for before, after in self.follows.items():
            if before is not None:
                allowed[[before * 256 + one for one in after]] = True
        return allowed

    def take_apart(self, data: bytes) -> Tags:
        """The piece's tags; raises ``Unusual`` if anything in it is outside the grammar."""
        octets = np.frombuffer(data, dtype=np.uint8)
        _check_bytes(data, octets)
        begins, ends = np.flatnonzero(octets == LESS), np.flatnonzero(octets == GREATER)
        if not len(begins) or len(begins) != len(ends) or begins[0] != 0 or ends[-1] != len(data) - 1:
            raise Unusual
        gaps = begins[1:] - ends[:-1] - 1
        if (gaps < 0).any() or (ends < begins).any():
            raise Unusual
        codes = self._codes(octets, begins, ends)
        self._check_order(codes, gaps)
        return Tags(data, begins, ends, codes)

    @cached_property
    def _by_start(self) -> tuple[np.ndarray, np.ndarray]:
        """By a tag's first two bytes: its code, and its length in bytes if it is a plain one (else 0)."""
        codes, lengths = np.zeros(65536, dtype=np.uint8), np.zeros(65536, dtype=np.int32)
        for tag, code in self.plain.items():
            start = tag[1] << 8 | tag[2]
            codes[start], lengths[start] = code, len(tag)
        for name, code in self.named.items():
            if not name.endswith(b"/"):
                codes[_start_of_named(name)] = code
        return codes, lengths

    def _codes(self, octets: np.ndarray, begins: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Each tag's code: found by its first two bytes, and verified by its length and the rest of its bytes."""
        code_of, length_of = self._by_start
        starts = octets[begins + 1].astype(np.uint16) << 8 | octets[begins + 2]
        codes, lengths = code_of.take(starts), length_of.take(starts)
        is_named = lengths == 0
        if not codes.all() or not (is_named | (lengths == ends - begins + 1)).all():
            raise Unusual
        present = np.flatnonzero(np.bincount(codes, minlength=256)).tolist()
        for tag, code in self.plain.items():
            if len(tag) > 4 and code in present:
                _check_spelling(octets, begins[starts == (tag[1] << 8 | tag[2])], ends, tag[3:-1])
        for name in self.named:
            if name.endswith(b"/") or self.named[name] not in present:
                continue
            found = np.flatnonzero(starts == _start_of_named(name))
            _check_spelling(octets, begins[found], ends, (name + b" ")[2:])
            if name + b"/" in self.named:
                codes[found[octets[ends[found] - 1] == SLASH]] = self.named[name + b"/"]
            elif (octets[ends[found] - 1] == SLASH).any():
                raise Unusual
        return codes

    def _check_order(self, codes: np.ndarray, gaps: np.ndarray) -> None:
        if codes[0] not in self.follows[None] or codes[-1] not in self.last:
            raise Unusual
        if not self.pairs.take(codes[:-1].astype(np.uint16) << 8 | codes[1:]).all():
            raise Unusual
        may_hold = np.zeros(256, dtype=bool)
        may_hold[list(self.holds_text)] = True
        if (gaps.astype(bool) & ~may_hold.take(codes[:-1])).any():
            raise Unusual


def _check_bytes(data: bytes, octets: np.ndarray) -> None:
    """UTF-8, no control characters, and no references but the usual ones."""
    if (octets < 32).any() and ((octets < 32) & (octets != 9) & (octets != 10)).any():
        raise Unusual
    if not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Unusual from error
    if b"&" not in data:
        return
    references = _REFERENCE.findall(data)
    if data.count(b"&") != len(references):
        raise Unusual
    for one in set(references):
        _character(one[1:-1].decode())


def _start_of_named(name: bytes) -> int:
    return (name + b" ")[0] << 8 | (name + b" ")[1]


def _check_spelling(octets: np.ndarray, begins: np.ndarray, ends: np.ndarray, rest: bytes) -> None:
    """These tags go on, from their third byte, with ``rest``."""
    for place, byte in enumerate(rest, start=3):
        if len(begins) and (begins[-1] + place > ends[-1] or (octets[begins + place] != byte).any()):
            raise Unusual


def without_line_ends(data: bytes, tags: Sequence[bytes]) -> bytes:
    """The markup without line ends right before these tags, none of which ever ends a text, and around the whole.

    Line ends inside texts become what XML makes of them.
    """
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\n" in data:
        for tag in tags:
            data = data.replace(b"\n" + tag, tag)
        data = data.strip(b"\n")
    return data


def slices(data: bytes, starts: np.ndarray, ends: np.ndarray) -> pa.Array:
    """The texts from each start to its end. The ranges must not overlap and be in order."""
    count = len(starts)
    if not count:
        return pa.array([], type=pa.string())
    offsets = np.empty(2 * count, dtype=np.int32)
    offsets[0::2], offsets[1::2] = starts, ends
    both = pa.Array.from_buffers(pa.string(), 2 * count - 1, [None, pa.py_buffer(offsets), pa.py_buffer(data)])
    return both.take(pa.array(np.arange(0, 2 * count - 1, 2)))


def attributes(tails: pa.Array) -> tuple[np.ndarray, list[dict[str, str]]]:
    """Of each tag's tail (what follows its name) the number of its distinct set of attributes, and those sets."""
    encoded = tails.dictionary_encode()
    sets = [_attribute_set(one.encode()) for one in encoded.dictionary.to_pylist()]
    return encoded.indices.to_numpy(zero_copy_only=False), sets


def _attribute_set(tail: bytes) -> dict[str, str]:
    if not _ATTRIBUTES.fullmatch(tail):
        raise Unusual
    found = [(name.decode(), value.decode()) for name, value in _ATTRIBUTE.findall(tail)]
    if len(dict(found)) != len(found):
        raise Unusual
    return dict(found)


def plain_texts(written: pa.Array) -> pa.Array:
    """The texts with references and ``_x000D_`` escapes resolved."""
    is_hard = pc.or_(pc.match_substring(written, "&#"), pc.match_substring(written, "_x"))
    is_easy = pc.and_not(pc.match_substring(written, "&"), is_hard)
    resolved = written
    if pc.any(is_easy, min_count=0).as_py():
        texts = pc.filter(written, is_easy)
        for name, character in _NAMED.items():
            texts = pc.replace_substring(texts, f"&{name};", character)
        resolved = pc.replace_with_mask(resolved, is_easy, texts)
    if pc.any(is_hard, min_count=0).as_py():
        slowly = [unescape(_resolve(one)) for one in pc.filter(written, is_hard).to_pylist()]
        resolved = pc.replace_with_mask(resolved, is_hard, pa.array(slowly, type=pa.string()))
    return resolved


def _resolve(text: str) -> str:
    return _REFERENCE_IN_TEXT.sub(lambda found: _character(found.group(1)), text) if "&" in text else text


def _character(reference: str) -> str:
    """The character that ``amp``, ``#225`` or ``#xE1`` stands for; raises ``Unusual`` if XML has no such character."""
    if not reference.startswith("#"):
        return _NAMED[reference]
    code = int(reference[2:], 16) if reference[1] == "x" else int(reference[1:])
    if code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000:
        return chr(code)
    raise Unusual


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """``_x000D_`` is how a workbook writes characters that XML cannot."""
    return _ESCAPED.sub(_escaped_character, text) if "_x" in text else text


def _escaped_character(found: re.Match[str]) -> str:
    """The character; half of a surrogate pair has none and stays as written."""
    code = int(found.group(1), 16)
    return found.group() if 0xD800 <= code <= 0xDFFF else chr(code)


def pieces(
    chunks: Iterator[bytes], opening: re.Pattern[bytes], row_end: bytes, closing: bytes
) -> Iterator[tuple[str, bytes]]:
    """Cuts a part into ``("before", …)``, many ``("rows", …)`` cut after a row's end, and ``("after", …)``.

    The first goes up to and with the ``opening`` tag, the last begins with the ``closing`` tag. Raises ``Unusual``
    if those are not found, or a single row is larger than ``LARGEST_PIECE``.
    """
    rest, found = b"", None
    while found is None:
        rest = _longer(rest, chunks)
        found = opening.search(rest)
    yield "before", rest[: found.end()]
    rest = rest[found.end() :]
    while True:
        end = rest.find(closing)
        last_row = rest.rfind(row_end)
        cut = end if end >= 0 else last_row + len(row_end) if last_row >= 0 else 0
        if cut:
            yield "rows", rest[:cut]
            rest = rest[cut:]
        if end >= 0:
            break
        rest = _longer(rest, chunks)
    for chunk in chunks:
        rest += chunk
        if len(rest) > LARGEST_PIECE:
            raise Unusual
    yield "after", rest


def _longer(rest: bytes, chunks: Iterator[bytes]) -> bytes:
    chunk = next(chunks, None)
    if chunk is None or len(rest) > LARGEST_PIECE:
        raise Unusual
    return rest + chunk
