"""Workbooks that mean harm, are damaged, or are merely odd; made on the spot, never kept as files.

``HOSTILE`` must be refused, each with a sentence that holds ``says``. ``ODD`` must open.
"""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from momentos.intake.limits import MEGABYTE, Limits

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

DEFAULT_LIMITS = Limits()
Parts = dict[str, str | bytes]

GOOD_ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>4</v></c></row>'
    '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>5</v></c></row>'
)
TEXTS = ("Empleado", "Puntaje", "Ana", "Luis")


def sheet_xml(rows: str = GOOD_ROWS, before: str = "", after: str = "") -> str:
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def texts_xml(texts: tuple[str, ...] = TEXTS, counts: str = "") -> str:
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{DECLARATION}<sst xmlns="{MAIN}"{counts}>{items}</sst>'


def styles_xml(*formats: str) -> str:
    """Style 0 is General; style n shows its cell by the n-th of these format codes."""
    codes = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    used = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(formats)))
    return f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'


def parts(
    *sheets: str, texts: str | None = None, styles: str | None = None, properties: str = "", state: str = ""
) -> Parts:
    """The parts of a small sound .xlsx with these sheets."""
    sheets = sheets or (sheet_xml(),)
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="Hoja{n}" sheetId="{n}"{state} r:id="rId{n}"/>' for n in numbers)
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    related += f'<Relationship Id="t" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    related += f'<Relationship Id="y" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    found: Parts = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "xl/sharedStrings.xml": texts_xml() if texts is None else texts,
        "xl/styles.xml": styles_xml() if styles is None else styles,
    }
    return found | {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(numbers, sheets, strict=True)}


def packed(content: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def workbook(*sheets: str, texts: str | None = None, styles: str | None = None, properties: str = "") -> bytes:
    return packed(parts(*sheets, texts=texts, styles=styles, properties=properties))


def with_rows(rows: str) -> bytes:
    return workbook(sheet_xml(rows))


def with_extra(extra: Mapping[str, str | bytes]) -> bytes:
    return packed(parts() | dict(extra))


@dataclass(frozen=True)
class Hostile:
    """One file to be refused: how it is called, its bytes, what the refusal says, and under which limits."""

    name: str
    make: Callable[[], bytes]
    says: str
    file: str = "libro.xlsx"
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True)
class Odd:
    """One file that must open, with this many rows in its first table."""

    name: str
    make: Callable[[], bytes]
    rows: int = 2
    file: str = "libro.xlsx"


def _truncated(share: float) -> bytes:
    whole = workbook()
    return whole[: int(len(whole) * share)]


def _with_duplicate_part() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, part in [*parts().items(), ("xl/worksheets/sheet1.xml", sheet_xml(""))]:
            archive.writestr(name, part)
    return buffer.getvalue()


def _in_directory(content: bytes, part: str, offset: int, replacement: bytes) -> bytes:
    """The package with bytes of one part's entry in the central directory replaced."""
    entry = content.rindex(part.encode()) - 46
    return content[: entry + offset] + replacement + content[entry + offset + len(replacement) :]


def _marked_encrypted() -> bytes:
    return _in_directory(workbook(), "xl/worksheets/sheet1.xml", 8, struct.pack("<H", 1))


def _declared_larger() -> bytes:
    return _in_directory(workbook(), "xl/worksheets/sheet1.xml", 24, struct.pack("<L", 3_000_000_000))


def _declared_smaller() -> bytes:
    return _in_directory(workbook(), "xl/worksheets/sheet1.xml", 24, struct.pack("<L", 300))


def _wrong_checksum() -> bytes:
    return _in_directory(workbook(), "xl/worksheets/sheet1.xml", 16, b"\x00\x01\x02\x03")


def _garbled_stream() -> bytes:
    content = bytearray(workbook())
    start = content.index(b"xl/worksheets/sheet1.xml") + 30
    content[start : start + 20] = b"\xff" * 20
    return bytes(content)


def _many_parts() -> bytes:
    return packed(parts() | {f"xl/media/{number}.png": b"" for number in range(1_000)})


def _renamed(old: str, new: str) -> bytes:
    content = parts()
    content[new] = content.pop(old)
    return packed(content)


def _zeros_bomb() -> bytes:
    return with_extra({"xl/worksheets/sheet1.xml": sheet_xml("<row/>" + " " * (30 * MEGABYTE))})


def _ole2(*streams: str) -> bytes:
    return (
        bytes.fromhex("D0CF11E0A1B11AE1")
        + b"\x00" * 504
        + b"".join(one.encode("utf-16-le") for one in streams)
        + b"\x00" * 1024
    )


def _text_repeated(times: int, length: int) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times + 1))
    return workbook(sheet_xml(rows), texts=texts_xml(("x" * length,)))


def _many_rows(count: int) -> bytes:
    return with_rows(
        "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(1, count + 1))
    )


def _in_part(part: str, insert: str) -> bytes:
    content = parts()
    text = str(content[part])
    at = text.index("?>") + 2 if "?>" in text else 0
    content[part] = text[:at] + insert + text[at:]
    return packed(content)


def _without(part: str) -> bytes:
    content = parts()
    del content[part]
    return packed(content)


ODS_CELL = '<table:table-cell office:value-type="string"{more}><text:p>x</text:p></table:table-cell>'


def ods(rows: str, before: str = "") -> bytes:
    spaces = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content xmlns:office="{spaces}:office:1.0" '
        f'xmlns:table="{spaces}:table:1.0" xmlns:text="{spaces}:text:1.0" office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Hoja1">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def ods_row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def _xlsb(sheet: bytes) -> bytes:
    content = parts()
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        del content[name]
    return packed(content | {"xl/workbook.bin": b"\x83\x01\x00", "xl/worksheets/sheet1.bin": sheet})


NOISE = random.Random(7).randbytes(5_000)

HOSTILE = (
    Hostile("an empty file", lambda: b"", "is empty"),
    Hostile("a PNG", lambda: b"\x89PNG\r\n\x1a\n" + NOISE, "an image"),
    Hostile("a JPEG", lambda: b"\xff\xd8\xff\xe0" + NOISE, "an image"),
    Hostile("a PDF", lambda: b"%PDF-1.7\n" + NOISE, "a PDF"),
    Hostile("a program", lambda: b"MZ\x90\x00" + NOISE, "a program"),
    Hostile("a RAR", lambda: b"Rar!\x1a\x07" + NOISE, "a RAR archive"),
    Hostile("a gzip", lambda: b"\x1f\x8b\x08" + NOISE, "a compressed file"),
    Hostile("a database", lambda: b"SQLite format 3\x00" + NOISE, "a database"),
    Hostile("a PDF called a text", lambda: b"%PDF-1.7\n" + NOISE, "a PDF", "datos.csv"),
    Hostile("an image called .xls", lambda: b"\x89PNG\r\n\x1a\n" + NOISE, "an image", "libro.xls"),
    Hostile("a program called .ods", lambda: b"MZ\x90\x00" + NOISE, "a program", "libro.ods"),
    Hostile("a compressed file called .csv", lambda: b"\x1f\x8b\x08" + NOISE, "a compressed file", "datos.csv"),
    Hostile("an archive called .xlsm", lambda: b"Rar!\x1a\x07" + NOISE, "a RAR archive", "libro.xlsm"),
    Hostile("a web page", lambda: b"<html><table><tr><td>1</td></tr></table>", "a web page", "libro.xls"),
    Hostile("an XML file", lambda: b'<?xml version="1.0"?><a/>', "an XML document"),
    Hostile("noise", lambda: b"\x01\x00\x02" + NOISE, "binary data"),
    Hostile("Excel 4 without container", lambda: b"\x09\x04\x06\x00\x00\x00\x10\x00", "before 1997", "libro.xls"),
    Hostile("half a workbook", lambda: _truncated(0.5), "damaged"),
    Hostile("a workbook without its end", lambda: _truncated(0.97), "damaged"),
    Hostile("a workbook's first bytes", lambda: _truncated(0.02), "damaged"),
    Hostile("an empty package", lambda: packed({}), "empty package"),
    Hostile("a package of texts", lambda: packed({"a.txt": "a"}), "a compressed folder"),
    Hostile("a text document", lambda: packed({"[Content_Types].xml": "", "word/document.xml": ""}), "a text document"),
    Hostile("an OpenDocument text", lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}), "another kind"),
    Hostile("an encrypted workbook", lambda: _ole2("EncryptedPackage"), "password"),
    Hostile("an old Word document", lambda: _ole2("WordDocument"), "an old Office document", "libro.xls"),
    Hostile("an old workbook of noise", lambda: _ole2("Workbook") + NOISE, "damaged", "libro.xls"),
    Hostile("a part marked encrypted", _marked_encrypted, "password"),
    Hostile("a zip bomb", _zeros_bomb, "packed"),
    Hostile("a part declared at 3 GB", _declared_larger, "and the limit is"),
    Hostile("a part declared too small", _declared_smaller, "damaged"),
    Hostile("a wrong checksum", _wrong_checksum, "not what was packed"),
    Hostile("a garbled stream", _garbled_stream, "damaged"),
    Hostile("the same part twice", _with_duplicate_part, "two parts with the same name"),
    Hostile("a part outside", lambda: with_extra({"../../evil.txt": "x"}), "leads outside"),
    Hostile("an absolute part", lambda: with_extra({"/etc/cron.d/evil": "x"}), "leads outside"),
    Hostile("a part on another drive", lambda: with_extra({"C:/evil.txt": "x"}), "leads outside"),
    Hostile("a thousand parts too many", _many_parts, "parts inside"),
    Hostile("packed with bzip2", lambda: packed(parts(), zipfile.ZIP_BZIP2), "spreadsheets do not use"),
    Hostile("packed with LZMA", lambda: packed(parts(), zipfile.ZIP_LZMA), "spreadsheets do not use"),
    Hostile("uniqueCount of 4 billion", lambda: workbook(texts=texts_xml(counts=' uniqueCount="4294967296"')), "announces 4294967296"),
    Hostile("a negative count", lambda: workbook(texts=texts_xml(counts=' count="-5"')), "announces -5"),
    Hostile("a cell in the last corner", lambda: with_rows(GOOD_ROWS + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "column number 16384"),
    Hostile("far apart", lambda: with_rows(GOOD_ROWS + '<row r="1048576"><c r="IV1048576"><v>1</v></c></row>'), "so far apart"),
    Hostile("row 4294967295", lambda: with_rows('<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>'), "which no sheet has"),
    Hostile("row 1048577", lambda: with_rows('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), "which no sheet has"),
    Hostile("row 0", lambda: with_rows('<row r="0"><c r="A0"><v>1</v></c></row>'), "which no sheet has"),
    Hostile("column XFE", lambda: with_rows('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "which no sheet has"),
    Hostile("an address of noise", lambda: with_rows('<row r="1"><c r="1A"><v>1</v></c></row>'), "which no sheet has"),
    Hostile("an endless address", lambda: with_rows(f'<row r="1"><c r="{"A" * 5000}1"><v>1</v></c></row>'), "which no sheet has"),
    Hostile("the same cell twice", lambda: with_rows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), "two things"),
    Hostile("a text that is not there", lambda: with_rows(GOOD_ROWS.replace("<v>3</v>", "<v>99</v>")), "not in the file"),
    Hostile("a text before the first", lambda: with_rows(GOOD_ROWS.replace("<v>3</v>", "<v>-1</v>")), "not in the file"),
    Hostile("a text number of noise", lambda: with_rows(GOOD_ROWS.replace("<v>3</v>", "<v>tres</v>")), "not in the file"),
    Hostile("entities in the sheet", lambda: _in_part("xl/worksheets/sheet1.xml", BOMB), "document type"),
    Hostile("entities in the texts", lambda: _in_part("xl/sharedStrings.xml", BOMB), "document type"),
    Hostile("entities in the list of sheets", lambda: _in_part("xl/workbook.xml", BOMB), "document type"),
    Hostile("entities in the relations", lambda: _in_part("xl/_rels/workbook.xml.rels", BOMB), "document type"),
    Hostile("an external entity", lambda: _in_part("xl/worksheets/sheet1.xml", XXE), "document type"),
    Hostile("an unclosed sheet", lambda: workbook(sheet_xml()[:-12]), "garbled"),
    Hostile("an unclosed row", lambda: with_rows(GOOD_ROWS[:-6]), "garbled"),
    Hostile("crossed tags", lambda: with_rows('<row r="1"><c r="A1"><v>1</c></v></row>'), "garbled"),
    Hostile("unclosed texts", lambda: workbook(texts=texts_xml()[:-12]), "garbled"),
    Hostile("a control character", lambda: workbook(texts=texts_xml(("a", "b", "Ana\x01", "c"))), "garbled"),
    Hostile("a reference to a null", lambda: workbook(texts=texts_xml(("a", "b", "&#0;", "c"))), "garbled"),
    Hostile("a reference to nothing", lambda: workbook(texts=texts_xml(("a", "b", "&nada;", "c"))), "garbled"),
    Hostile("broken UTF-8", lambda: packed(parts() | {"xl/sharedStrings.xml": texts_xml(("a", "b", "Mé", "c")).encode("latin-1")}), "garbled"),
    Hostile("an encoding of many bytes", lambda: workbook(sheet_xml().replace("UTF-8", "shift_jis")), "an encoding that nobody knows"),
    Hostile("an unquoted attribute", lambda: with_rows("<row r=1></row>"), "garbled"),
    Hostile("an attribute twice", lambda: with_rows('<row r="1" s="1" s="1"></row>'), "garbled"),
    Hostile("a text of 40,000 characters", lambda: workbook(texts=texts_xml(("a", "b", "x" * 40_000, "c"))), "40000 characters"),
    Hostile("an own text of 40,000 characters", lambda: with_rows(f'<row r="1"><c r="A1" t="str"><v>{"x" * 40_000}</v></c></row>'), "40000 characters"),
    Hostile("one long text 40,000 times", lambda: _text_repeated(40_000, 30_000), "Written out"),
    Hostile("no list of sheets", lambda: _without("xl/workbook.xml"), "list of its sheets is missing"),
    Hostile("51 sheets", lambda: workbook(*[sheet_xml()] * 51), "51 sheets"),
    Hostile("more cells than allowed", lambda: _many_rows(600), "filled cells", limits=Limits(cells=1_000)),
    Hostile("more rows than allowed", lambda: _many_rows(600), "goes down to row 600", limits=Limits(rows=500)),
    Hostile("more bytes than allowed", workbook, "MB and the limit is", limits=Limits(file_bytes=500)),
    Hostile("more bytes unpacked than allowed", lambda: _many_rows(600), "would take", limits=Limits(unpacked_bytes=20_000)),
    Hostile("more time than allowed", lambda: with_rows("\t" + GOOD_ROWS + "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(4, 400_000))), "more than 1 seconds", limits=Limits(seconds=1)),
    Hostile("a text with nulls", lambda: b"a;b\n" * 2_000 + b"1;\x00\n", "no text has", "datos.csv"),
    Hostile("a quote never closed", lambda: b'a;b\n1;"dos\n3;4\n', "never closed", "datos.csv"),
    Hostile("an unknown encoding", lambda: b"a;b\n1;\x81\x8d\n", "accents cannot be read", "datos.csv"),
    Hostile("half of UTF-16", lambda: b"\xff\xfea\x00;\x00b", "breaks off", "datos.csv"),
    Hostile("a field of a megabyte", lambda: b"a;b\n1;" + b"x" * MEGABYTE, "too long", "datos.csv"),
    Hostile("300 columns", lambda: (b";".join([b"x"] * 300) + b"\n") * 3, "column number 300", "datos.csv"),
    Hostile("a rows bomb in .ods", lambda: ods(ods_row(ODS_CELL.format(more=' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1048576"')), "limit", "libro.ods"),
    Hostile("entities in .ods", lambda: ods(ods_row(ODS_CELL.format(more="")), before=BOMB), "document type", "libro.ods"),
    Hostile("an unclosed .ods", lambda: ods("<table:table-row>"), "garbled", "libro.ods"),
    Hostile("an .xlsb of noise", lambda: _xlsb(NOISE), "damaged", "libro.xlsb"),
)  # fmt: skip

PREFIXED = sheet_xml().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=")
UNADDRESSED = GOOD_ROWS.replace(' r="1"', "").replace(' r="2"', "").replace(' r="3"', "")
for _address in ("A1", "B1", "A2", "B2", "A3", "B3"):
    UNADDRESSED = UNADDRESSED.replace(f' r="{_address}"', "")

ODD = (
    Odd("plain", workbook),
    Odd("with macros", lambda: with_extra({"xl/vbaProject.bin": NOISE}), file="libro.xlsm"),
    Odd("a wrong name", workbook, file="libro.csv"),
    Odd("a prefix on every tag", lambda: workbook(PREFIXED)),
    Odd("no addresses", lambda: with_rows(UNADDRESSED)),
    Odd("line ends between tags", lambda: with_rows(GOOD_ROWS.replace("><", ">\r\n<"))),
    Odd("in UTF-16", lambda: packed(parts() | {"xl/worksheets/sheet1.xml": sheet_xml().replace("UTF-8", "UTF-16").encode("utf-16")})),
    Odd("a byte order mark", lambda: packed(parts() | {"xl/worksheets/sheet1.xml": b"\xef\xbb\xbf" + sheet_xml().encode()})),
    Odd("single quotes", lambda: with_rows(GOOD_ROWS.replace('"', "'"))),
    Odd("a comment", lambda: workbook(sheet_xml(before="<!-- <sheetData> -->"))),
    Odd("CDATA", lambda: workbook(texts=texts_xml(("Empleado", "Puntaje", "<![CDATA[Ana & Co]]>", "Luis")))),
    Odd("rich text", lambda: workbook(texts=texts_xml().replace("<t>Ana</t>", "<r><t>A</t></r><r><rPr><b/></rPr><t>na</t></r><rPh sb='0' eb='1'><t>no</t></rPh>"))),
    Odd("a lying dimension", lambda: workbook(sheet_xml(before='<dimension ref="A1:XFD1048576"/>'))),
    Odd("an empty cell in the last corner", lambda: with_rows(GOOD_ROWS + '<row r="1048576"><c r="XFD1048576" s="0"/></row>')),
    Odd("empty rows with a style", lambda: with_rows(GOOD_ROWS + '<row r="4" s="1" customFormat="1"/>')),
    Odd("no styles and no shared texts", lambda: packed({name: part for name, part in parts(sheet_xml(GOOD_ROWS.replace('t="s"><v>', 't="str"><v>t'))).items() if "styles" not in name and "shared" not in name})),
    Odd("a format of 2,600 brackets", lambda: workbook(styles=styles_xml("[" * 2_600 + "h]"))),
    Odd("rows out of order", lambda: with_rows("".join(reversed([row + "</row>" for row in GOOD_ROWS.split("</row>")[:-1]])))),
    Odd("upper-case parts", lambda: _renamed("xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml")),
    Odd("backslashes in names", lambda: _renamed("xl/worksheets/sheet1.xml", "xl\\worksheets\\sheet1.xml")),
    Odd("a missing sheet part", lambda: packed({n: p for n, p in parts(sheet_xml(), sheet_xml()).items() if "sheet2.xml" not in n})),
    Odd("a link to outside", lambda: packed(parts() | {"xl/_rels/workbook.xml.rels": str(parts()["xl/_rels/workbook.xml.rels"]).replace("</Rel", '<Relationship Id="z" Type="x/externalLink" TargetMode="External" Target="http://example.com/a.xlsx"/></Rel', 1).replace('<Relationship Id="z"', '<Relationship Id="z"')})),
    Odd("names that are markup", lambda: workbook(texts=texts_xml(("Empleado", "Puntaje", "![x](http://host/t.png)", "&lt;script&gt;=1+1")))),
    Odd("columns by semicolon", lambda: b"Empleado;Puntaje\nAna;4,5\nLuis;5\n", file="datos.csv"),
    Odd("a byte order mark before a text", lambda: b"\xef\xbb\xbfEmpleado;Puntaje\nAna;4\nLuis;5\n", file="datos.csv"),
    Odd("columns by tab called .csv", lambda: b"Empleado\tPuntaje\nAna\t4\nLuis\t5\n", file="datos.csv"),
    Odd("columns by tab in UTF-16", lambda: "Empleado\tPuntaje\nAna\t4\nLuis\t5\n".encode("utf-16"), file="datos.txt"),
    Odd("in the Windows encoding", lambda: "Empleado;Área\nAna;Atención\nLuis;Caja\n".encode("cp1252"), file="datos.csv"),
    Odd("mixed line ends", lambda: b"Empleado,Puntaje\r\nAna,4\nLuis,5\r", file="datos.csv"),
    Odd("quoted line ends", lambda: b'Empleado,Nota,Puntaje\nAna,"dos\nrenglones",4\nLuis,"una, coma",5\n', file="datos.csv"),
    Odd("aligned by spaces", lambda: b"Empleado  Puntaje\nAna           4\nLuis          5\n", file="datos.txt"),
    Odd("a small .ods", lambda: ods("".join(ods_row(*[f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in row]) for row in (("Empleado", "Puntaje"), ("Ana", "4"), ("Luis", "5")))), file="libro.ods"),
)  # fmt: skip


def mutated(content: bytes, seed: int) -> bytes:
    """A good file with one thing wrong, the same for the same seed: in its bytes, or inside one of its parts."""
    chance = random.Random(seed)
    if chance.random() < 0.3 or not content.startswith(b"PK"):
        return garbled(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([one for one in found if one.startswith("xl/")] or list(found))
    found[name] = garbled(found[name], chance)
    return packed(found)


def garbled(content: bytes, chance: random.Random) -> bytes:
    """Bytes with a piece changed, cut, doubled, moved or put in."""
    start = chance.randrange(max(len(content), 1))
    end = min(start + chance.choice((1, 1, 2, 8, 40, 400)), len(content))
    piece = content[start:end]
    replacement = chance.choice(
        (
            bytes(chance.randrange(256) for _ in piece),
            b"",
            piece * 2,
            piece[::-1],
            chance.choice((b"<", b">", b"&", b'"', b"\x00", b"</c>", b"<row>", b"9999999999", b"-1", b"1e999", b"NaN", b"\xff")),
            chance.choice((b"<!DOCTYPE x>", b"<!--", b"]]>", b"<![CDATA[", b' t="s"', b' r="XFE1"', b"<v>7</v>", b"&#0;", b"_x000D_")) + piece,
        )
    )  # fmt: skip
    return content[:start] + replacement + content[end:]
