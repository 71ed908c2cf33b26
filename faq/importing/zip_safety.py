"""A ZIP's directory tells the sizes, so bombs are found without unpacking.

What is XML, a DOCX, is unpacked in the sandbox only; plain text of `weighed` may be read anywhere.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException, expatreader

from faq.importing import refuse

MOST_ENTRIES = 2_000
MOST_DIRECTORY = 1_000_000
"""Bytes; a row takes 46 and a name."""
MOST_UNPACKED = 200_000_000
MOST_RATIO = 100
SMALL = 1_000_000
"""A short file of blanks shrinks a thousandfold and harms nobody."""
MOST_XML = 60_000_000
MOST_ELEMENTS, DEEPEST_XML = 2_000_000, 200
MOST_PARAGRAPHS = 100_000
MOST_NESTED, DEEPEST = 50_000_000, 2
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
XML = (".xml", ".rels")
LOCKED_FLAG = 0x1
END, END_64, END_SIZE, LONGEST_COMMENT = b"PK\x05\x06", b"PK\x06\x07", 22, 65_535
BROKEN = (
    *(BadZipFile, LargeZipFile, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError),
)


def unpacked(file: IO[bytes], name: str) -> BytesIO:
    """The DOCX with its texts alone: of pictures and what else lies in it only the names are left.

    Raises CannotImport unless it can be unpacked without harm.
    """
    with weighed(file, name) as archive:
        if not {DOCUMENT, TYPES} <= set(archive.namelist()):
            raise refuse.not_a_manual(name)
        return _texts(archive, name)


@contextmanager
def weighed(file: IO[bytes], name: str) -> Iterator[ZipFile]:
    """Open, and small enough by what its directory tells. Raises CannotImport, also where what
    is then read of it is broken."""
    try:
        _measure_directory(file, name)
        with ZipFile(file) as archive:
            _weigh(archive, name, depth=0)
            yield archive
    except BROKEN as error:
        raise refuse.cut_off(name) from error


def _measure_directory(file: IO[bytes], name: str) -> None:
    """Before it is read: each of its rows becomes an object of half a kilobyte."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_SIZE - LONGEST_COMMENT - 20))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0:
        raise refuse.cut_off(name)
    if END_64 in tail[:at] or int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_DIRECTORY:
        raise _too_many_entries(name)


def _too_many_entries(name: str) -> refuse.CannotImport:
    return refuse.bomb(name, f"isinya lebih dari {MOST_ENTRIES} berkas")


def _weigh(archive: ZipFile, name: str, depth: int) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_many_entries(name)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise refuse.bomb(name, f"isinya mengembang lebih dari {MOST_UNPACKED // 1_000_000} MB")
    for entry in entries:
        if entry.flag_bits & LOCKED_FLAG:
            raise refuse.locked(name)
        if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
            raise refuse.bomb(name, f"isinya mengembang lebih dari {MOST_RATIO} kali")
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts:
            raise refuse.bomb(name, "isinya hendak ditaruh di luar berkas itu")
    for entry in entries:
        _nested(archive, entry, name, depth)


def _nested(archive: ZipFile, entry: ZipInfo, name: str, depth: int) -> None:
    """An embedded spreadsheet is a ZIP too, and so is a bomb within a bomb."""
    with archive.open(entry) as stream:
        if stream.read(4) != b"PK\x03\x04":
            return
        if depth + 1 > DEEPEST:
            raise refuse.bomb(name, "ZIP bersarang terlalu dalam")
        if entry.file_size > MOST_NESTED:
            raise refuse.bomb(name, "ZIP di dalamnya terlalu besar")
        stream.seek(0)
        inner = BytesIO(stream.read(MOST_NESTED))
    _measure_directory(inner, name)
    with ZipFile(inner) as nested:
        _weigh(nested, name, depth + 1)


def _texts(archive: ZipFile, name: str) -> BytesIO:
    seen, slim = _Shape(name), BytesIO()
    with ZipFile(slim, "w") as kept:
        for entry in {entry.filename: entry for entry in archive.infolist()}.values():
            kept.writestr(entry.filename, _checked_xml(archive, entry, name, seen))
    slim.seek(0)
    return slim


def _checked_xml(archive: ZipFile, entry: ZipInfo, name: str, seen: _Shape) -> bytes:
    if not entry.filename.endswith(XML):
        return b""
    if entry.file_size > MOST_XML:
        raise refuse.too_heavy(name)
    with archive.open(entry) as stream:
        raw = stream.read(MOST_XML)
    parser = expatreader.create_parser(forbid_dtd=True)
    parser.setContentHandler(seen)
    try:
        parser.feed(raw)  # whole: in parts, what is one long word is read from its start each time
        parser.close()
    except DefusedXmlException as error:
        raise refuse.bomb(name, "XML-nya memuat DTD atau entitas luar") from error
    except SAXException as error:
        raise refuse.cut_off(name) from error
    return raw


class _Shape(ContentHandler):
    """How deep the XML goes, and how much of it there is in all parts together."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.depth = self.elements = self.paragraphs = 0

    def startDocument(self) -> None:  # noqa: N802 - SAX calls it so
        self.depth = 0

    def startElement(self, tag: str, attrs: Any) -> None:  # noqa: N802 - SAX calls it so
        self.depth += 1
        self.elements += 1
        self.paragraphs += tag == "w:p"
        if self.depth > DEEPEST_XML:
            raise refuse.bomb(self.name, f"XML-nya bersarang lebih dari {DEEPEST_XML} tingkat")
        if self.paragraphs > MOST_PARAGRAPHS:
            raise refuse.too_many(self.name, MOST_PARAGRAPHS, "paragraf")
        if self.elements > MOST_ELEMENTS:
            raise refuse.too_heavy(self.name)

    def endElement(self, tag: str) -> None:  # noqa: N802 - SAX calls it so
        self.depth -= 1
