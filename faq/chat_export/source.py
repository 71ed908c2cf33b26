"""The lines of an exported chat, from a text file or the ZIP that WhatsApp makes of one.

Read anew from its beginning as often as wanted, and never kept: a chat may have a million lines.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from faq.chat_export import refusals
from faq.importing import refuse as importing
from faq.importing.sniff import OLE_HEAD, PDF_HEAD, ZIP_HEAD, called
from faq.importing.zip_safety import weighed

MOST_BYTES = 200_000_000
LONGEST_LINE = 4_096
"""Letters; what is behind them nobody typed."""
LOOKED_AT = 65_536
MOST_UNREADABLE = 0.05
"""Of the first letters that are no UTF-8: else it is text of an older kind, or none."""
USUAL_NAME = "_chat.txt"

Told = Callable[[float], None]
"""How much of the file was read, from 0 to 1."""


class Source:
    """Raises CannotImport where it can't be read, or is no text."""

    def __init__(self, file: Path) -> None:
        self.name = called(file)
        self._file = file
        self.size = self._checked()
        with self._opened() as stream:
            head = stream.read(LOOKED_AT)
        if not head.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
            raise importing.empty(self.name)
        self._encoding = encoding_of(head, self.name)

    def lines(self, told: Told = lambda _: None) -> Iterator[str]:
        """Without their ends, and cut where they are longer than anybody writes."""
        with self._opened() as stream:
            text = TextIOWrapper(stream, self._encoding, errors="replace")
            cut = False
            for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), "")):
                if not number % 2_000:
                    told(min(1.0, stream.tell() / max(1, self.size)))
                if not cut:
                    yield line.rstrip("\n")
                cut = not line.endswith("\n") and len(line) >= LONGEST_LINE

    def digest(self) -> str:
        made = hashlib.blake2b(digest_size=16)
        with self._opened() as stream:
            while piece := stream.read(1 << 20):
                made.update(piece)
        return made.hexdigest()

    def _checked(self) -> int:
        """Its size as text. A pipe or device is not even opened: that alone may last for ever."""
        try:
            if not self._file.exists():
                raise importing.missing(self.name)
            if not self._file.is_file():
                raise refusals.no_file(self.name)
            size = self._file.stat().st_size
            with self._file.open("rb") as stream:
                head = stream.read(8)
        except (OSError, ValueError) as error:  # ValueError: a NUL in its name
            reason = getattr(error, "strerror", None)
            raise importing.unreadable(self.name, reason) from error
        if not size:
            raise importing.empty(self.name)
        if head.startswith((PDF_HEAD, OLE_HEAD)):
            raise refusals.not_a_chat(self.name)
        self._zipped = head.startswith(ZIP_HEAD)
        if not self._zipped:
            if size > MOST_BYTES:
                raise refusals.too_big(self.name, MOST_BYTES)
            return size
        with self._file.open("rb") as stream, weighed(stream, self.name) as archive:
            return the_chat(archive, self.name).file_size

    def _opened(self) -> AbstractContextManager[IO[bytes]]:
        return self._from_zip() if self._zipped else self._file.open("rb")

    @contextmanager
    def _from_zip(self) -> Iterator[IO[bytes]]:
        with (
            self._file.open("rb") as stream,
            weighed(stream, self.name) as archive,
            archive.open(the_chat(archive, self.name)) as text,
        ):
            yield text


def the_chat(archive: ZipFile, name: str) -> ZipInfo:
    """The export's own text: an attached one may lie beside it."""
    texts = [each for each in archive.infolist() if each.filename.lower().endswith(".txt")]
    if not texts:
        raise refusals.no_text_inside(name)

    def rank(entry: ZipInfo) -> tuple[bool, bool, int]:
        file = PurePosixPath(entry.filename).name
        return (file != USUAL_NAME, "whatsapp" not in file.lower(), -entry.file_size)

    return min(texts, key=rank)


def encoding_of(head: bytes, name: str) -> str:
    """By its mark; without one UTF-16 shows in its NULs, and UTF-8 in being it."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    nuls = head.count(0)
    if nuls > len(head) // 4:
        even = head[::2].count(0)
        return "utf-16-be" if even > nuls - even else "utf-16-le"
    if nuls:
        raise refusals.binary(name)
    text = head.decode("utf-8", "replace")
    if text.count("\ufffd") <= max(1, len(text) * MOST_UNREADABLE):
        return "utf-8-sig"
    controls = sum(sign < 32 and sign not in b"\t\n\r\x0b\x0c" for sign in head)
    if controls > len(head) * MOST_UNREADABLE:
        raise refusals.binary(name)
    return "cp1252"
