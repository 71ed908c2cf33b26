"""What stands beside the ratio, of some days and of the period before them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.rules.apart import Apart
from bot.rules.handling import Handling


@dataclass(frozen=True)
class Companions:
    first: date
    last: date
    handling: Handling
    apart: Apart


@dataclass(frozen=True)
class Compared:
    now: Companions
    before: Companions
    """As it stood when as much of it had gone by."""
    answered_days: int
    """Working days within which an answer is in time."""
