"""What was last offered to somebody by buttons that words may press as well."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Offered:
    label: str
    data: str
    """As the button bears it."""


@dataclass(frozen=True)
class Offer:
    keys: tuple[Offered, ...]
    others: int = 0
    """Buttons beside them that no words press."""

    @property
    def is_one(self) -> bool:
        return len(self.keys) == 1 and self.others == 0
