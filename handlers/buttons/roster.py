"""Somebody's NIP: said to be theirs, vouched for, and let go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class LinkNip(Button):
    tag: ClassVar[str] = "nip"


@dataclass(frozen=True)
class UnlinkNip(Button):
    tag: ClassVar[str] = "nipoff"


@dataclass(frozen=True)
class VouchNip(Button):
    """The NIP is theirs, says an officer."""

    tag: ClassVar[str] = "nipok"
    claim: int


@dataclass(frozen=True)
class MoveNip(Button):
    """From the account that has it, which is lost: of two officers the one, then the other."""

    tag: ClassVar[str] = "nipmv"
    claim: int


@dataclass(frozen=True)
class RefuseNip(Button):
    tag: ClassVar[str] = "nipno"
    claim: int
