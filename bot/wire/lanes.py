"""Which lane an update waits in: one a chat, read from the raw JSON before anything is parsed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

LARGEST_ID = 1 << 52  # Bot API, Chat.id: at most 52 significant bits
_CARRIERS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "guest_message",
    "my_chat_member",
    "chat_member",
)
NO_LANE = 0


def is_id(value: object) -> bool:
    return type(value) is int and -LARGEST_ID < value < LARGEST_ID


def lane_of(update: dict[str, object]) -> int:
    """The chat's id; NO_LANE where none can be read, which is no harm: it will be parked."""
    for name in _CARRIERS:
        if name in update:
            return _id_in(update[name], "chat")
    press = update.get("callback_query")
    if isinstance(press, dict):
        return _id_in(press.get("message"), "chat") or _id_in(press, "from")
    return NO_LANE


def _id_in(holder: object, name: str) -> int:
    part = holder.get(name) if isinstance(holder, dict) else None
    found = part.get("id") if isinstance(part, dict) else None
    return found if isinstance(found, int) and is_id(found) else NO_LANE


def numbers(updates: Sequence[object]) -> dict[str, int]:
    """How the log tells of several: the first of them, and how many they are."""
    return {"update": update_key(updates[0])[0], "updates": len(updates)} if updates else {}


def update_key(update: object) -> tuple[int, bool]:
    """(update_id, True), or a number of our own and False where Telegram's cannot be used."""
    if isinstance(update, dict):
        number = update.get("update_id")
        if type(number) is int and 0 <= number < 1 << 62:
            return number, True
    raw = json.dumps(update, sort_keys=True).encode()
    return -1 - (zlib.crc32(raw) << 20 | zlib.adler32(raw) & 0xFFFFF), False
