"""What every button has: its data packed here, parsed here, never trusted.

A client can forge any data, so a button proves nothing about rights; see presses.py.
"""

from __future__ import annotations

from typing import ClassVar, get_type_hints

MOST_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data


class Button:
    """Base of all; a subclass is a frozen dataclass with a `tag` of its own."""

    tag: ClassVar[str]

    def __init_subclass__(cls) -> None:
        KNOWN[cls.tag] = cls

    def pack(self) -> str:
        data = ":".join([self.tag, *(_written(value) for value in vars(self).values())])
        if len(data.encode()) > MOST_BYTES:
            raise ValueError(f"button {self.tag} is over {MOST_BYTES} bytes")
        return data


KNOWN: dict[str, type[Button]] = {}


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def parse(data: str) -> Button | None:
    """The button, or None for data that no button of ours ever carried."""
    if not data.isprintable():  # a NUL would stop PostgreSQL
        return None
    tag, *values = data.split(":")
    kind = KNOWN.get(tag)
    if kind is None:
        return None
    hints = [hint for name, hint in get_type_hints(kind).items() if name != "tag"]
    if len(values) != len(hints):
        return None
    try:
        return kind(*(_read(value, hint) for value, hint in zip(values, hints, strict=True)))
    except ValueError:
        return None


def _read(value: str, kind: type) -> object:
    if kind is bool:
        if value not in {"0", "1"}:
            raise ValueError(value)
        return value == "1"
    if kind is int:
        if not (value.isascii() and value.isdigit() and len(value) <= 18):
            raise ValueError(value)
        return int(value)
    return value
