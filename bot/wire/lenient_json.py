"""Reading what Telegram sends: one unreadable update apart from its neighbours, and whatever is
nested a thousand deep."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from telegram.error import NetworkError

UNREADABLE = "unreadable"  # the key under which such an update's text is handed on

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.S)
_UPDATES = re.compile(r'"result"\s*:\s*\[')
_UPDATE_ID = re.compile(r'"update_id"\s*:\s*(\d{1,18})(?!\d)')


def read(payload: bytes) -> Any:
    """The answer. Raises NetworkError where it was cut short, but never tells its text."""
    text = payload.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return {"ok": True, "result": [update(part) for part in _parts(text)]}


def update(text: str) -> object:
    """An integer of 5,000 digits or a thousand lists in each other are JSON, but not Python's."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        found = _UPDATE_ID.search(text)
        return {UNREADABLE: text} | ({"update_id": int(found[1])} if found else {})


def objects(value: object) -> Iterator[dict[str, Any]]:
    """All in it, itself included; in no order. Without recursion: Python has not enough of it."""
    left = [value]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            yield part
            left += part.values()
        elif isinstance(part, list):
            left += part


def _parts(text: str) -> Iterator[str]:
    """The elements of the list of updates, by counting brackets only."""
    begin = _UPDATES.search(text)
    if begin is None or not text.endswith("]}"):
        raise NetworkError("the answer is no JSON")
    depth, start = 0, begin.end()
    for token in _TOKEN.finditer(text, start):
        sign = token[0]
        if depth == 0 and sign in {",", "]"}:
            if text[start : token.start()].strip():
                yield text[start : token.start()]
            start = token.end()
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(sign, 0)
        if depth < 0:
            return
