"""What takes the place of a picture that is gone: Telegram lets a bot replace a photo by a photo
only."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

GREY = 0xD8


@dataclass(frozen=True)
class Blank:
    width: int = 320
    height: int = 180


def blank_png(size: Blank) -> bytes:
    from PIL import Image  # noqa: PLC0415 - as in sheet: only who draws pays for it

    drawn = BytesIO()
    Image.new("L", (size.width, size.height), GREY).save(drawn, "PNG")
    return drawn.getvalue()
