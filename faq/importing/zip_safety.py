"""A DOCX is a ZIP of XML. Its directory tells the sizes, so bombs are found without unpacking."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException, sax

from faq.importing import refuse

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200_000_000
MOST_RATIO = 100
SMALL = 1_000_000
"""A short file of blanks shrinks a thousandfold and harms nobody."""
MOST_XML = 60_000_000
MOST_NESTED, DEEPEST = 50_000_000, 2
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
LOCKED_FLAG = 0x1
BROKEN = (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


def inspect(file: Path) -> None:
    """Raises CannotImport unless the file is a DOCX that can be unpacked without harm."""
    try:
        with ZipFile(file) as archive:
            _weigh(archive, file.name, depth=0)
            names = set(archive.namelist())
            if not {DOCUMENT, TYPES} <= names:
                raise refuse.not_a_manual(file.name)
            _no_entities(archive, file.name)
    except BROKEN as error:
        raise refuse.cut_off(file.name) from error


def _weigh(archive: ZipFile, name: str, depth: int) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise refuse.bomb(name, f"isinya lebih dari {MOST_ENTRIES} berkas")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise refuse.bomb(name, f"isinya mengembang lebih dari {MOST_UNPACKED // 1_000_000} MB")
    for entry in entries:
        if entry.flag_bits & LOCKED_FLAG:
            raise refuse.locked(name)
        if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
            raise refuse.bomb(name, f"isinya mengembang lebih dari {MOST_RATIO} kali")
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
    with ZipFile(inner) as nested:
        _weigh(nested, name, depth + 1)


def _no_entities(archive: ZipFile, name: str) -> None:
    for entry in archive.infolist():
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        if entry.file_size > MOST_XML:
            raise refuse.too_heavy(name)
        with archive.open(entry) as stream:
            _parse(stream, name)


def _parse(stream: IO[bytes], name: str) -> None:
    try:
        sax.parse(stream, ContentHandler(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise refuse.bomb(name, "XML-nya memuat DTD atau entitas luar") from error
    except SAXException as error:
        raise refuse.cut_off(name) from error
