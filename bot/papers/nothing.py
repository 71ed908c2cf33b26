"""What takes the place of a picture that is gone: Telegram lets a bot replace a photo by a photo
only."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

GREY = b"\xd8"


@dataclass(frozen=True)
class Blank:
    width: int = 320
    height: int = 180


def blank_png(size: Blank) -> bytes:
    row = b"\0" + GREY * size.width
    header = struct.pack(">IIBBBBB", size.width, size.height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row * size.height)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
