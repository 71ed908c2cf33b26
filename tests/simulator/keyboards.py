"""Inline keyboards as a bot writes them."""

from __future__ import annotations

from typing import Any


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def press(data: str) -> dict[str, Any]:
    return keyboard([{"text": "Ambil", "callback_data": data}])
