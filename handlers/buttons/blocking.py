"""Who is kept out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class BlockWhy(Button):
    """Somebody is to be blocked: for what reason?"""

    tag: ClassVar[str] = "blkwhy"
    person: int


@dataclass(frozen=True)
class Block(Button):
    tag: ClassVar[str] = "blk"
    person: int
    why: str


@dataclass(frozen=True)
class Unblock(Button):
    tag: ClassVar[str] = "unblk"
    person: int
