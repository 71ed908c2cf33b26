"""The MessageEntity of the Bot API: a stretch of a text, counted in UTF-16 units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Entity = dict[str, Any]


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """As Telegram lists them: by where they begin, the outer before the inner."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
