"""The look at a file's first and last bytes, which tell what it is; none of it is parsed here."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path

from faq.importing import refuse

MOST_BYTES = 100_000_000
PDF_HEAD, ZIP_HEAD, OLE_HEAD = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEAD_WITHIN, END_WITHIN = 1_024, 2_048


class FileFormat(Enum):
    PDF = "pdf"
    DOCX = "docx"


def sniff(file: Path, name: str) -> FileFormat:
    """By its content, never by its name. Raises CannotImport."""
    head, tail, size = _ends(file, name)
    if not size:
        raise refuse.empty(name)
    if size > MOST_BYTES:
        raise refuse.too_big(name, MOST_BYTES)
    if PDF_HEAD in head:
        if b"%%EOF" not in tail:
            raise refuse.cut_off(name)
        return FileFormat.PDF
    if head.startswith(OLE_HEAD):
        raise refuse.old_or_locked(name)
    if head.startswith(ZIP_HEAD):
        return FileFormat.DOCX
    raise refuse.not_a_manual(name)


def called(file: Path) -> str:
    """Its name as people may be shown it and drafts may quote it: in one line, and in UTF-8."""
    known = os.fsencode(file.name).decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in known)


def _ends(file: Path, name: str) -> tuple[bytes, bytes, int]:
    """A pipe or a device is not even opened, for that alone may last for ever."""
    try:
        if not file.exists():
            raise refuse.missing(name)
        if not file.is_file():
            raise refuse.no_file(name)
        size = file.stat().st_size
        with file.open("rb") as stream:
            head = stream.read(HEAD_WITHIN)
            stream.seek(max(0, size - END_WITHIN))
            return head, stream.read(END_WITHIN), size
    except (OSError, ValueError) as error:  # ValueError: a NUL in its name
        raise refuse.unreadable(name, getattr(error, "strerror", None)) from error
