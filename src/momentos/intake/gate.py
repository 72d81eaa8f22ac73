"""The gate: what a file is by its content, and whether its outside is sound. Cheap; opens nothing, unpacks nothing."""

import struct
import zipfile
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from momentos.domain.errors import WrongInput
from momentos.domain.messages import Message, say
from momentos.intake.limits import MEGABYTE, Limits

OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
ENCRYPTED = 0x1
"""Bit of a zip entry's flags: encrypted."""
BIFF_BEGINNINGS = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00")
SECTOR = 512
FILE_PASS = 0x2F
FIRST_RECORDS = 8

OTHER_FORMATS = {
    b"\x89PNG": say("an image"),
    b"\xff\xd8\xff": say("an image"),
    b"GIF8": say("an image"),
    b"RIFF": say("an image or a recording"),
    b"BM": say("an image"),
    b"%PDF": say("a PDF document"),
    b"{\\rtf": say("a text document"),
    b"Rar!": say("a RAR archive"),
    b"7z\xbc\xaf": say("a 7-Zip archive"),
    b"\x1f\x8b": say("a compressed file"),
    b"MZ": say("a program"),
    b"\x7fELF": say("a program"),
    b"SQLite format 3": say("a database"),
    b"PAR1": say("a data file that is not a spreadsheet"),
}
BIFF_STARTS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
"""A spreadsheet of Excel 2 to 5 saved without its container."""


def identify(path: Path, name: str, limits: Limits) -> str:
    """``xlsx``, ``xlsb``, ``ods``, ``xls`` or ``csv``, by content; ``WrongInput`` for anything else or unsound."""
    size = path.stat().st_size
    if size == 0:
        raise WrongInput(say("The file {file} is empty: it has 0 bytes. Save it again and check its size.", file=name))
    if size > limits.file_bytes:
        raise WrongInput(
            say(
                "The file {file} has {size} MB and the limit is {limit} MB. Split it by months or areas, "
                "or remove sheets and pictures that are not needed.",
                file=name,
                size=round(size / MEGABYTE, 1),
                limit=round(limits.file_bytes / MEGABYTE, 1),
            )
        )
    with path.open("rb") as file:
        start = file.read(4096)
        if start.startswith(OLE2):
            return _identify_ole2(file, name)
        if start.startswith((ZIP, EMPTY_ZIP)):
            return _identify_zip(file, name, limits)
    return _identify_plain(start, name)


def _identify_ole2(file: BinaryIO, name: str) -> str:
    """An old workbook, or the envelope of an encrypted new one."""
    file.seek(0)
    content = file.read()
    if _utf16("EncryptedPackage") in content:
        raise WrongInput(password_message(name))
    if _utf16("Workbook") in content or _utf16("Book") in content:
        if _has_file_pass(content):
            raise WrongInput(password_message(name))
        return "xls"
    raise WrongInput(_not_a_spreadsheet(name, say("an old Office document")))


def _has_file_pass(content: bytes) -> bool:
    """Whether the old workbook's first records, which begin at a sector of the container, say it is encrypted."""
    for beginning in BIFF_BEGINNINGS:
        position = content.find(beginning)
        while position >= 0 and position % SECTOR:
            position = content.find(beginning, position + 1)
        for _ in range(FIRST_RECORDS):
            if not 0 <= position <= len(content) - 4:
                break
            kind, size = struct.unpack_from("<HH", content, position)
            if kind == FILE_PASS:
                return True
            position += 4 + size
    return False


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def password_message(name: str) -> Message:
    return say(
        "The file {file} is protected with a password. Open it in Excel, remove the password "
        "(File, Info, Protect Workbook, Encrypt with Password) and save it again.",
        file=name,
    )


def damaged_message(name: str, detail: Message) -> Message:
    return say(
        "The file {file} is damaged: {detail} Open it in Excel or LibreOffice, save it again as .xlsx "
        "and try with that copy.",
        file=name,
        detail=detail,
    )


def _not_a_spreadsheet(name: str, what: Message) -> Message:
    return say(
        "The file {file} is not a spreadsheet: by its content it is {what}. Bring a .xlsx, .xls, .ods or .csv file.",
        file=name,
        what=what,
    )


def _identify_plain(start: bytes, name: str) -> str:
    for magic, what in OTHER_FORMATS.items():
        if start.startswith(magic):
            raise WrongInput(_not_a_spreadsheet(name, what))
    if start.startswith(BIFF_STARTS):
        raise WrongInput(
            say(
                "The file {file} was saved by a version of Excel from before 1997. "
                "Open it in Excel or LibreOffice and save it again as .xlsx.",
                file=name,
            )
        )
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table")):
        raise WrongInput(
            say(
                "The file {file} is a web page with the name of a spreadsheet. Open it in Excel and save it as .xlsx.",
                file=name,
            )
        )
    if head.startswith(b"<?xml"):
        raise WrongInput(_not_a_spreadsheet(name, say("an XML document")))
    is_utf16 = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in start and not is_utf16:
        raise WrongInput(_not_a_spreadsheet(name, say("binary data of an unknown kind")))
    return "csv"


def _identify_zip(file: BinaryIO, name: str, limits: Limits) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _check_directory(entries, name, limits)
            return _identify_package(archive, {entry.filename for entry in entries}, name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise WrongInput(damaged_message(name, say("its end is missing or does not fit its beginning."))) from error


def _check_directory(entries: list[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    """What the package's list of parts says of itself; sizes are verified later, while unpacking."""
    if not entries:
        raise WrongInput(say("The file {file} is an empty package: it holds no sheet. Save it again.", file=name))
    if len(entries) > limits.parts:
        raise WrongInput(
            say(
                "The file {file} has {found} parts inside and the limit is {limit}. "
                "Remove pictures and embedded objects, or copy the data into a new workbook.",
                file=name,
                found=len(entries),
                limit=limits.parts,
            )
        )
    names = [entry.filename.replace("\\", "/").casefold() for entry in entries]
    if len(set(names)) != len(names):
        raise WrongInput(damaged_message(name, say("it holds two parts with the same name.")))
    for entry in entries:
        _check_entry(entry, name, limits)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise WrongInput(
            say(
                "Unpacked, the file {file} would take {found} MB and the limit is {limit} MB. "
                "Split it by months or areas.",
                file=name,
                found=round(unpacked / MEGABYTE),
                limit=round(limits.unpacked_bytes / MEGABYTE),
            )
        )


def _check_entry(entry: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    part = PurePosixPath(entry.filename.replace("\\", "/"))
    if part.is_absolute() or ".." in part.parts or ":" in entry.filename or "\x00" in entry.orig_filename:
        raise WrongInput(damaged_message(name, say("a part inside it has a name that leads outside.")))
    if entry.flag_bits & ENCRYPTED:
        raise WrongInput(password_message(name))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise WrongInput(damaged_message(name, say("it is packed in a way that spreadsheets do not use.")))
    is_large = entry.file_size > limits.ratio_from_bytes
    if is_large and entry.file_size > limits.part_ratio * max(entry.compress_size, 1):
        raise WrongInput(
            say(
                "A part inside the file {file} is packed {found} to 1 and the limit is {limit} to 1, which no table "
                "of data reaches. Copy the data into a new workbook.",
                file=name,
                found=round(entry.file_size / max(entry.compress_size, 1)),
                limit=limits.part_ratio,
            )
        )


def _identify_package(archive: zipfile.ZipFile, parts: set[str], name: str) -> str:
    folded = {part.replace("\\", "/").casefold().lstrip("/") for part in parts}
    if "mimetype" in folded and "content.xml" in folded:
        if archive.read("mimetype")[:100].strip().startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "ods"
        raise WrongInput(_not_a_spreadsheet(name, say("a document of another kind")))
    if any(part.endswith("workbook.bin") for part in folded):
        return "xlsb"
    if "[content_types].xml" not in folded:
        raise WrongInput(_not_a_spreadsheet(name, say("a compressed folder")))
    if any(part.startswith(("word/", "ppt/")) for part in folded):
        raise WrongInput(_not_a_spreadsheet(name, say("a text document or a presentation")))
    return "xlsx"
