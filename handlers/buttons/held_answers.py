"""An officer's answers that have not gone out yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class SendAlso(Button):
    """An officer's answer that was held, because a colleague had just answered."""

    tag: ClassVar[str] = "also"
    message: int
    yes: bool


@dataclass(frozen=True)
class SendLaterNow(Button):
    """An answer that was to go out in the morning."""

    tag: ClassVar[str] = "lnow"
    number: int


@dataclass(frozen=True)
class CallOffLater(Button):
    tag: ClassVar[str] = "loff"
    number: int
