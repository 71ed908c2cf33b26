"""The picture in a message, in the size that is read best."""

from __future__ import annotations

from handlers.incoming import Picture
from handlers.json_parts import Json, a_list, a_text, an_object

WIDE_ENOUGH = 1_200
"""Pixels of the longer side; Telegram makes one of 1,280, and perhaps larger ones."""
PICTURES = ("image/jpeg", "image/png", "image/webp")


def picture_of(message: Json) -> Picture | None:
    if message.get("animation"):
        return None
    if message.get("photo"):
        sizes = [size for each in a_list(message["photo"]) if (size := an_object(each))]
        wide = [size for size in sizes if _longer_side(size) >= WIDE_ENOUGH]
        return _picture(wide[0] if wide else sizes[-1]) if sizes else None
    document = an_object(message.get("document"))
    return _picture(document) if document and document.get("mime_type") in PICTURES else None


def _picture(found: Json) -> Picture:
    size = found.get("file_size")
    return Picture(a_text(found.get("file_id")), size if type(size) is int else None)


def _longer_side(size: Json) -> int:
    sides = (size.get("width"), size.get("height"))
    return max((side for side in sides if type(side) is int), default=0)
