"""How often an officer wants to be told alone what they have in hand."""

from __future__ import annotations

from enum import StrEnum


class Digest(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
