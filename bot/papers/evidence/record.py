"""A pack as a row that is kept for good, and its mark: by it a paper is known again."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from pydantic import TypeAdapter

from bot.papers.evidence.pack import ClosingMark, Pack

_PACK = TypeAdapter(Pack)
_MARK = re.compile(rb"Jejak: ([0-9a-f]{64})")
CORE = "docProps/core.xml"
LARGEST = 100_000_000  # bytes of a paper that is looked at


def packed(pack: Pack) -> tuple[bytes, str]:
    """The record, and the mark of what is in it. Without words of anybody."""
    written = _PACK.dump_json(replace(pack, samples=(), closed=None))
    return zlib.compress(written, 9), sha256(written).hexdigest()


def unpacked(record: bytes, *, closed_at: datetime, mark: str) -> Pack:
    """Raises ValueError for a record that is not what was closed."""
    written = zlib.decompress(record)
    if sha256(written).hexdigest() != mark:
        raise ValueError("the record was changed after it was closed")
    pack = _PACK.validate_json(written)
    return replace(pack, closed=ClosingMark(closed_at, mark))


def digest(paper: bytes) -> str:
    return sha256(paper).hexdigest()


def mark_on(paper: bytes) -> str | None:
    """The mark that a paper bears, whatever else has become of it."""
    found = _MARK.search(_about(paper))
    return found[1].decode() if found else None


def _about(paper: bytes) -> bytes:
    if not paper.startswith(b"PK"):
        return paper
    try:
        with zipfile.ZipFile(BytesIO(paper)) as members:
            if members.getinfo(CORE).file_size > LARGEST:
                return b""
            return members.read(CORE)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error):
        return b""
