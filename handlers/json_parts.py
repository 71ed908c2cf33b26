"""What Telegram's JSON is made of, each part of the shape that it must have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot import utf16
from bot.rules import letters
from bot.wire.lanes import is_id

Json = dict[str, Any]


class Malformed(Exception):
    """The update is not what Telegram documents; serving it again cannot help."""


def clean(text: str) -> str:
    """Without what a database refuses or an officer's screen would be fooled by."""
    return letters.harmless(utf16.without_surrogates(text))


def an_object(value: object) -> Json | None:
    if value is not None and not isinstance(value, dict):
        raise Malformed("object expected")
    return value


def needed(holder: Json, name: str) -> Json:
    found = an_object(holder.get(name))
    if found is None:
        raise Malformed(f"{name} expected")
    return found


def a_list(value: object) -> Sequence[Any]:
    if value is not None and not isinstance(value, list):
        raise Malformed("list expected")
    return value or ()


def a_text(value: object) -> str:
    if not isinstance(value, str):
        raise Malformed("text expected")
    return value


def an_id(value: object) -> int:
    if not is_id(value):
        raise Malformed("id expected")
    return int(value)  # type: ignore[call-overload, no-any-return]  # is_id proved it


def maybe_id(value: object) -> int | None:
    return None if value is None else an_id(value)
