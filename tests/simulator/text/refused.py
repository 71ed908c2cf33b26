"""The words in which a text is refused."""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.text.entities import formatted
from bot.simulator.text.refusal import ApiError


def refusal_of(text: str, parse_mode: str, given: Any = None) -> str:
    with pytest.raises(ApiError) as refusal:
        formatted(text, parse_mode, given)
    return refusal.value.description
