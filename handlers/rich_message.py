"""Pasted formatting comes as blocks (Bot API, RichMessage) instead of text: here are its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

MOST_DEEP = 40  # what nests deeper was not pasted by anybody
# Of what a RichText or RichBlock may hold, what people read, in the order in which it stands.
_READ = ("label", "summary", "text", "expression", "alternative_text", "blocks", "items", "cells")
_AFTER = ("caption", "credit")
MEDIA = ("photo", "video", "audio", "voice_note")


def as_text_messages(update: object) -> object:
    """The same update, changed in place: wherever a message has blocks and no text, it has the
    text. Secrets are then found in it though half of one was bold, and nothing need be read twice.
    """
    for message in _messages(update):
        rich = message.get("rich_message")
        if isinstance(rich, dict):
            _as_text(message, rich)
    return update


def _messages(update: object) -> Iterator[Json]:
    """Only where one can stand: every update goes through here."""
    if not isinstance(update, dict):
        return
    press = update.get("callback_query")
    if isinstance(press, dict) and isinstance(press.get("message"), dict):
        yield press["message"]
    for name in ("message", "edited_message", "guest_message"):
        message = update.get(name)
        if isinstance(message, dict):
            yield message
            if isinstance(message.get("reply_to_message"), dict):
                yield message["reply_to_message"]


def _as_text(message: Json, rich: Json) -> None:
    """What cannot be read stays as it is: that it came is then all we know."""
    words = words_of(rich)
    text = message.get("text") or message.get("caption")
    if words and not text:
        message["text"] = words
    for name, found in list(_media(rich.get("blocks"), 0))[:1]:
        message.setdefault(name, found)
    if words or text:
        del message["rich_message"]


def words_of(rich: Json) -> str:
    """All that can be read, a line for each block."""
    return "\n".join(line for line in _lines(rich.get("blocks"), 0) if line.strip())


def _lines(blocks: object, depth: int) -> Iterator[str]:
    if depth > MOST_DEEP:
        return
    for block in blocks if isinstance(blocks, list) else [blocks]:
        if isinstance(block, list):  # a row of a table
            yield " | ".join(_inline(cell, depth + 1) for cell in block)
        elif isinstance(block, str):
            yield block
        elif isinstance(block, dict):
            yield from _block(block, depth + 1)


def _block(block: Json, depth: int) -> Iterator[str]:
    label = _inline(block.get("label"), depth)
    for name in (*_READ, *_AFTER):
        found = block.get(name)
        if found is None or name == "label":
            continue
        if name in {"blocks", "items", "cells"}:
            lines = list(_lines(found, depth))
            if label and lines:
                lines[0] = f"{label} {lines[0]}"
            yield from lines
        else:
            yield from _inline(found, depth).split("\n")


def _inline(text: object, depth: int) -> str:
    """RichText is a string, an array of RichText, or an object that holds one."""
    if depth > MOST_DEEP or text is None:
        return ""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(_inline(part, depth + 1) for part in text)
    if isinstance(text, dict):
        return "".join(_inline(text.get(name), depth + 1) for name in (*_READ, *_AFTER))
    return ""


def _media(blocks: object, depth: int) -> Iterator[tuple[str, Any]]:
    """Pictures and recordings among the blocks, as the fields that a message has for them."""
    if depth > MOST_DEEP or not isinstance(blocks, list):
        return
    for block in blocks:
        if not isinstance(block, dict):
            continue
        for name in MEDIA:
            if block.get(name):
                yield "voice" if name == "voice_note" else name, block[name]
        yield from _media(block.get("blocks"), depth + 1)
        items = block.get("items")
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                yield from _media(item.get("blocks"), depth + 1)
