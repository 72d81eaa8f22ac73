"""The zip package of a workbook: its parts by name and how they refer to each other."""

import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from types import TracebackType

from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.limits import MEGABYTE, Limits
from momentos.intake.progress import OnShare
from momentos.intake.readers.xml import Attributes, local, parse

CHUNK = 4 * MEGABYTE
SMALL_PART = 50 * MEGABYTE
"""More than any list of sheets or styles; only sheets and shared texts are larger."""


class Package:
    """The parts of one zip file. Names are matched without case, and with either slash."""

    def __init__(self, path: Path, limits: Limits, on_share: OnShare | None = None) -> None:
        self._archive = zipfile.ZipFile(path)
        self._limits = limits
        self._names = {_folded(entry.filename): entry for entry in self._archive.infolist()}
        self._unpacked: dict[str, int] = {}
        self._expected: dict[str, int] = {}
        self._on_share = on_share

    def __enter__(self) -> "Package":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def __contains__(self, part: str) -> bool:
        return _folded(part) in self._names

    def names(self) -> list[str]:
        return list(self._names)

    def expect(self, parts: Collection[str]) -> None:
        """Tell from now on what share of these parts has been unpacked, each as long as it says it is."""
        self._expected = {part: self._names[_folded(part)].file_size for part in parts}

    def chunks(self, part: str, size: int = CHUNK) -> Iterator[bytes]:
        """The part's bytes; raises ``Refused`` where checksum, size or packing are not as declared."""
        entry = self._names[_folded(part)]
        try:
            with self._archive.open(entry) as stream:
                self._unpacked[part] = 0
                while chunk := stream.read(size):
                    self._unpacked[part] += len(chunk)
                    self._check_unpacked()
                    self._tell_share()
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise WrongInput(
                say(
                    "The workbook is damaged: its part {part} cannot be unpacked, or is not what was packed. "
                    "Copy or download the file again, or save it again from Excel.",
                    part=part,
                )
            ) from error

    def _check_unpacked(self) -> None:
        if sum(self._unpacked.values()) > self._limits.unpacked_bytes:
            raise WrongInput(
                say(
                    "Unpacked, the workbook takes more than the limit of {limit} MB. Split it by months or areas.",
                    limit=round(self._limits.unpacked_bytes / MEGABYTE),
                )
            )

    def _tell_share(self) -> None:
        expected = sum(self._expected.values())
        if self._on_share is not None and expected:
            done = sum(min(self._unpacked.get(part, 0), size) for part, size in self._expected.items())
            self._on_share(done / expected)

    def elements(self, part: str) -> list[tuple[tuple[str, ...], Attributes]]:
        """Every element of a small part: the path of local names down to it, and its attributes without prefixes."""
        if self._names[_folded(part)].file_size > SMALL_PART:
            raise WrongInput(
                say(
                    "The workbook is refused: its part {part} has more than {limit} MB of styles or settings. "
                    "Copy the data, values only, into a new workbook.",
                    part=part,
                    limit=SMALL_PART // MEGABYTE,
                )
            )
        found: list[tuple[tuple[str, ...], Attributes]] = []
        path: list[str] = []

        def on_start(name: str, attributes: Attributes) -> None:
            path.append(local(name))
            found.append((tuple(path[-3:]), {local(key): value for key, value in attributes.items()}))

        def on_end(_: str) -> None:
            path.pop()

        parse(self.chunks(part), part, on_start, on_end)
        return found

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What the part refers to: id → (kind of relation, name of the other part). External links are left out."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", file + ".rels")
        if relations not in self:
            return {}
        return {
            attributes.get("Id", ""): (attributes.get("Type", "").rpartition("/")[2], _resolve(folder, attributes))
            for path, attributes in self.elements(relations)
            if path[-1] == "Relationship" and attributes.get("TargetMode") != "External"
        }


def _resolve(folder: str, attributes: Attributes) -> str:
    target = attributes.get("Target", "").replace("\\", "/")
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
