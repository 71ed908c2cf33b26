"""What a Bot API call carries, whichever way it came: JSON, a form, a query or parts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from bot.simulator.text.refusal import bad_request
from bot.simulator.world.files import Upload


def read_json(text: str | bytes) -> Any:
    """Only what can be written as JSON again; everything else is a ValueError."""
    try:
        return json.loads(text, parse_constant=finite, parse_float=finite)
    except RecursionError:
        raise ValueError("nested too deep") from None


def finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError("no number of JSON")
    return number


class Params:
    def __init__(
        self, values: Mapping[str, Any], uploads: Mapping[str, Upload] | None = None
    ) -> None:
        self.values = values
        self.uploads = uploads or {}

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            raise bad_request(f'can\'t parse "{name}" as an Integer') from None

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or str(value).lower() in {"true", "yes", "1"}

    def parsed(self, name: str, what: str = "") -> Any:
        """A JSON-typed parameter; forms and queries bring it as a string."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return read_json(value)
        except ValueError:
            raise bad_request(f"can't parse {what or name} JSON object") from None
