"""Entities that a call brings along as JSON, checked as Telegram checks them."""

from __future__ import annotations

from typing import Any

from bot import utf16
from bot.simulator.text.entity import Entity, in_order
from bot.simulator.text.refusal import ApiError, bad_request

_MOST = 1_000_000
_SHAPING = {
    *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "blockquote"),
    *("expandable_blockquote", "text_link", "text_mention", "custom_emoji"),
    "date_time",
}
# Telegram finds these itself, whatever a bot says of them.
_DETECTED = {
    *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
    "bank_card_number",
}
_NEEDS = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}


def checked(given: Any, text: str) -> list[Entity]:
    """Those that shape the text, in order; what is no list is overlooked, as at Telegram."""
    if not isinstance(given, list):
        return []
    read = [_read(entity) for entity in given]
    kept = [entity for entity in read if entity["type"] in _SHAPING]
    for entity in kept:
        _check_place(entity["offset"], entity["length"], text)
    return in_order(entity for entity in kept if entity["length"])


def _read(entity: Any) -> Entity:
    if not isinstance(entity, dict):
        raise _wrong("expected an Object")
    place = {name: _integer(entity, name) for name in ("offset", "length")}
    kind = entity.get("type")
    if kind is None:
        raise _wrong('Can\'t find field "type"')
    if kind not in [*_SHAPING, *_DETECTED]:
        raise _wrong("Unsupported type specified")
    if kind in _NEEDS and entity.get(_NEEDS[kind]) is None:
        raise _wrong(f'Can\'t find field "{_NEEDS[kind]}"')
    if kind == "text_mention" and not isinstance(entity["user"], dict):
        raise _wrong('Field "user" must be of type Object')
    return {key: value for key, value in entity.items() if value is not None} | place


def _integer(entity: Entity, name: str) -> int:
    value = entity.get(name)
    if value is None:
        raise _wrong(f'Can\'t find field "{name}"')
    if not isinstance(value, int | str) or isinstance(value, bool):
        raise _wrong(f'Field "{name}" must be of type Number')
    try:
        return int(value)
    except ValueError:
        raise _wrong(f'Field "{name}" must be a valid Number') from None


def _wrong(why: str) -> ApiError:
    return bad_request(f"can't parse MessageEntity: {why}")


def _check_place(begin: int, size: int, text: str) -> None:
    for what, value in (("offset", begin), ("length", size)):
        if not 0 <= value <= _MOST:
            raise bad_request(f"receive an entity with incorrect {what} {value}")
    if not size:
        return
    end, size_of_text = begin + size, utf16.length(text)
    if begin > size_of_text:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {begin}")
    middle = "in a middle of a UTF-16 symbol at byte offset"
    if (at := utf16.split_at(text, begin)) is not None:
        raise bad_request(f"entity begins {middle} {at}")
    beginning = f"entity beginning at UTF-16 offset {begin} ends"
    if end > size_of_text:
        raise bad_request(f"{beginning} after the end of the text at UTF-16 offset {end}")
    if (at := utf16.split_at(text, end)) is not None:
        raise bad_request(f"{beginning} {middle} {at}")
