"""The look at a file before any of it is parsed: what it is, and whether it is safe to open."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from faq.importing import refuse
from faq.importing.zip_safety import inspect

MOST_BYTES = 100_000_000
PDF_HEAD, ZIP_HEAD, OLE_HEAD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEAD_WITHIN, END_WITHIN = 1_024, 2_048


class Form(Enum):
    PDF = "pdf"
    DOCX = "docx"


def sniff(file: Path) -> Form:
    """By its content, never by its name. Raises CannotImport."""
    head, tail, size = _ends(file)
    if not size:
        raise refuse.empty(file.name)
    if size > MOST_BYTES:
        raise refuse.too_big(file.name, MOST_BYTES)
    if PDF_HEAD in head:
        if b"%%EOF" not in tail:
            raise refuse.cut_off(file.name)
        return Form.PDF
    if head.startswith(OLE_HEAD):
        raise refuse.old_or_locked(file.name)
    if head.startswith(ZIP_HEAD):
        inspect(file)
        return Form.DOCX
    raise refuse.not_a_manual(file.name)


def _ends(file: Path) -> tuple[bytes, bytes, int]:
    try:
        if not file.is_file():
            raise refuse.missing(file.name)
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(HEAD_WITHIN)
            stream.seek(max(0, size - END_WITHIN))
            return head, stream.read(END_WITHIN), size
    except OSError as error:
        raise refuse.unreadable(file.name, error.strerror) from error
