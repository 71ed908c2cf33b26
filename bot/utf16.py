"""Telegram counts text in UTF-16 code units: an emoji beyond the first plane is two."""

from __future__ import annotations


def length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, size: int) -> str:
    """The part an entity covers."""
    if text.isascii():
        return text[offset : offset + size]
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + size)].decode("utf-16-le", "replace")


def split_at(text: str, offset: int) -> int | None:
    """The byte after the symbol which that offset cuts in two; None when it cuts none."""
    units = text.encode("utf-16-le", "surrogatepass")
    if not b"\xdc" <= units[2 * offset + 1 : 2 * offset + 2] <= b"\xdf":
        return None
    return len(units[: 2 * offset + 2].decode("utf-16-le", "replace").encode())


def without_surrogates(text: str) -> str:
    """JSON may smuggle in half a pair, which no Telegram client can show."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
