"""A mark of all that a message says: Telegram calls it edited also where nothing was changed.

A first reaction, the preview of a link or a new look of the same words come as edited_message.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

LENGTH = 8  # bytes: enough to tell two versions of one message apart, and no copy of its words

# All that a message can have beside words; of a live location that moves, only that it is one.
_FILES = (
    *("photo", "document", "video", "voice", "video_note", "audio", "animation", "sticker"),
    "live_photo",
)
_THINGS = ("contact", "venue", "poll", "dice", "game", "story", "checklist", "invoice")


def marked(update: object) -> tuple[int, str] | None:
    """The number and the mark of the message that an update brings. Raises nothing."""
    if not isinstance(update, dict):
        return None
    message = update.get("message") or update.get("edited_message")
    number = message.get("message_id") if isinstance(message, dict) else None
    if not isinstance(message, dict) or type(number) is not int or abs(number) >= 1 << 52:
        return None
    return number, mark_of(message)


def mark_of(message: dict[str, Any]) -> str:
    """The same wherever nothing but formatting differs."""
    said = [message.get("text"), message.get("caption"), message.get("rich_message")]
    said += [_unique(message[name]) for name in _FILES if message.get(name)]
    said += [name for name in (*_THINGS, "location") if message.get(name)]
    written = json.dumps(said, default=str, sort_keys=True)
    return blake2b(written.encode(), digest_size=LENGTH).hexdigest()


def _unique(file: Any) -> object:
    sizes = file if isinstance(file, list) else [file]
    last = sizes[-1]
    return last.get("file_unique_id") if isinstance(last, dict) else None
